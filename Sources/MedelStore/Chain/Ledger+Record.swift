import Foundation
import GRDB
import MedelCore

/// What came of an operation.
public enum Outcome<Value: Sendable>: Sendable {
    /// Facts were added under a new event.
    case recorded(Value, ChainHead)
    /// Nothing was to add, or it had been done before: the chain is as it was.
    case unchanged(Value?)

    /// What the operation found out, nil when it had been done before.
    public var value: Value? {
        switch self {
        case .recorded(let value, _): value
        case .unchanged(let value): value
        }
    }
}

extension Ledger {
    /// Carries out one operation as one transaction and one event, wholly or not at all.
    ///
    /// - Parameters:
    ///   - operation: who, when, what and why.
    ///   - commits: false for a dry run, which does everything and takes it back.
    ///   - body: adds the facts.
    /// - Returns: what `body` returned, and where the chain ends now.
    /// - Throws: what `body` throws, and `LedgerError`; the ledger is then as it was.
    func record<Value: Sendable>(
        _ operation: Operation,
        commits: Bool = true,
        _ body: (FactWriter) throws -> Value
    ) throws -> Outcome<Value> {
        try translatingErrors {
            try queue.writeWithoutTransaction { database in
                try database.beginTransaction(.immediate)
                do {
                    let outcome = try Self.append(operation, to: database, body)
                    guard commits, case .recorded = outcome else {
                        try database.rollback()
                        return outcome
                    }
                    try Self.commit(database)
                    return outcome
                } catch {
                    if database.isInsideTransaction { try? database.rollback() }
                    throw error
                }
            }
        }
    }

    private static func append<Value: Sendable>(
        _ operation: Operation,
        to database: Database,
        _ body: (FactWriter) throws -> Value
    ) throws -> Outcome<Value> {
        let input = operation.inputDigest.flatMap(Digest.init(hexadecimal:)) ?? .zero
        if let key = operation.key, let earlier = try inputDigest(of: key, in: database) {
            guard earlier == input else { throw LedgerError.operationKeyReused(key: key) }
            return .unchanged(nil)
        }
        let last = try Row.fetchOne(
            database,
            sql: "SELECT id, hash FROM seal ORDER BY id DESC LIMIT 1"
        )
        let sequence = (last?[0] as Int64? ?? 0) + 1
        var event = EventRow(
            id: sequence,
            encoding: LedgerEncoding.current,
            time: operation.time.description,
            actor: try ActorRegister.id(of: operation.actor, in: database),
            operation: operation.kind.rawValue,
            operationKey: operation.key ?? "\(operation.kind.rawValue) \(sequence)",
            inputDigest: input,
            subject: operation.subject,
            reason: operation.reason
        )
        try event.insertEvent(into: database)
        let facts = FactWriter(database: database, event: sequence)
        let value = try body(facts)
        let ranges = facts.coveredRanges
        guard !ranges.isEmpty else { return .unchanged(value) }
        event.previous = last.flatMap { Digest([UInt8]($0[1] as Data)) } ?? .zero
        event.contents = EventContents(ranges.map(\.entry)).text
        event.rowsDigest = rowsDigest(
            ranges.map { (table: $0.entry.table, count: $0.entry.count, digest: $0.digest) }
        )
        try event.insertSeal(into: database)
        let head = ChainHead(
            ledgerVersion: Int(sequence),
            hash: event.hash.description,
            time: operation.time
        )
        return .recorded(value, head)
    }

    private static func inputDigest(of key: String, in database: Database) throws -> Digest? {
        let bytes = try Data.fetchOne(
            database,
            sql: "SELECT inputDigest FROM event WHERE operationKey = ?",
            arguments: [key]
        )
        return bytes.flatMap { Digest([UInt8]($0)) }
    }

    /// Commits; an open reader makes COMMIT wait, and then the commit is tried again, never the
    /// operation (STORE 1.2).
    private static func commit(_ database: Database) throws {
        let attemptsMax = 5
        for attempt in 1...attemptsMax {
            do {
                try database.commit()
                return
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                if attempt == attemptsMax { throw error }
            }
        }
    }
}

/// Bytes from the system's random source.
func randomBytes(count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
}
