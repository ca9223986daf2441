import Foundation
import GRDB
public import MedelCore

/// The log of what was run and refused: chained, but no part of the facts.
///
/// Source: STORE 2.4.
enum OperationLog {
    /// Adds a record and gives its number.
    @discardableResult
    static func append(
        kind: String,
        detail: String,
        actor: String,
        time: Timestamp,
        to database: Database
    ) throws -> Int {
        let last = try Row.fetchOne(
            database,
            sql: "SELECT id, hash FROM operationRecord ORDER BY id DESC LIMIT 1"
        )
        let id = (last?[0] as Int64? ?? 0) + 1
        let previous = last.flatMap { Digest($0[1] as Data?) } ?? .zero
        let hash = link(
            id: id,
            previous: previous,
            texts: [time.description, actor, kind, detail]
        )
        try database.execute(
            literal: """
                INSERT INTO operationRecord (id, previous, time, actor, kind, detail, hash)
                VALUES (
                    \(id), \(Data(previous.bytes)), \(time.description), \(actor), \(kind),
                    \(detail), \(Data(hash.bytes)))
                """
        )
        return Int(id)
    }

    /// The numbers of records that do not follow on the one before.
    static func brokenLinks(in database: Database) throws -> [Int] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT id, previous, CAST(time AS BLOB), CAST(actor AS BLOB),
                    CAST(kind AS BLOB), CAST(detail AS BLOB), hash
                FROM operationRecord ORDER BY id
                """
        )
        var broken: [Int] = []
        var last = (id: Int64(0), hash: Digest.zero)
        while let row = try rows.next() {
            let id: Int64 = row[0]
            guard let previous = Digest(row[1] as Data?), let stored = Digest(row[6] as Data?)
            else {
                broken.append(Int(id))
                continue
            }
            let texts = (2...5).map { String(stored: row[$0]) }
            let hash = link(id: id, previous: previous, texts: texts)
            if hash != stored || previous != last.hash || id != last.id &+ 1 {
                broken.append(Int(id))
            }
            last = (id, stored)
        }
        return broken
    }

    private static func link(id: Int64, previous: Digest, texts: [String]) -> Digest {
        var encoder = RowEncoder()
        encoder.append("medel operation record")
        encoder.append(id)
        encoder.append(blob: previous.bytes)
        for text in texts { encoder.append(text) }
        return encoder.digest
    }
}

extension Ledger {
    /// Notes a run, a refusal or an export outside the facts.
    ///
    /// - Returns: the record's number in the log.
    @discardableResult
    public func note(kind: String, detail: String, actor: String, time: Timestamp) throws -> Int {
        try translatingErrors {
            try queue.write { database in
                try OperationLog.append(
                    kind: kind.storable,
                    detail: detail.storable,
                    actor: actor.storable,
                    time: time,
                    to: database
                )
            }
        }
    }

    /// Recomputes the whole chain and names what does not agree.
    ///
    /// - Parameter head: a head that was printed elsewhere, or nil.
    /// - Returns: every fault; none when the ledger is as it was written.
    /// - Throws: `LedgerError` when the file cannot be read at all.
    public func verify(against head: String? = nil) throws -> ChainReport {
        try read { database in
            var verifier = ChainVerifier(database)
            return try verifier.verify(against: head)
        }
    }
}
