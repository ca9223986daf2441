import Foundation
import GRDB

/// The events of a ledger as they are stored, and what is wrong with them taken alone.
struct EventChain {
    private(set) var faults: [ChainFault] = []

    /// The stored hashes in hexadecimal, which a printed head must be among.
    private(set) var hashes: Set<String> = []

    /// What each event whose own hash holds says of its rows; the others are not believed.
    private(set) var trusted: [Int64: (contents: EventContents, rowsDigest: Digest)] = [:]

    /// Every event number there is, believed or not.
    private(set) var numbers: Set<Int64> = []

    init(_ database: Database) throws {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT event.id, encoding, time, actor, operation, operationKey, inputDigest,
                    subject, reason, previous, contents, rowsDigest, hash
                FROM event LEFT JOIN seal ON seal.id = event.id ORDER BY event.id
                """
        )
        var last: (number: Int64, stored: Digest, recomputed: Digest) = (0, .zero, .zero)
        for row in rows {
            let number: Int64 = row[0]
            numbers.insert(number)
            for missing in (last.number + 1)..<max(number, last.number + 1) {
                faults.append(.eventMissing(number: Int(missing)))
            }
            guard let event = EventRow(row), let stored = Digest(row[12]) else {
                faults.append(.sealMissing(number: Int(number)))
                last.number = number
                continue
            }
            hashes.insert(stored.description)
            let recomputed = event.hash
            let follows = event.previous == last.stored || event.previous == last.recomputed
            if let contents = EventContents(event.contents), recomputed == stored {
                trusted[number] = (contents, event.rowsDigest)
                if !follows, number == last.number + 1 {
                    faults.append(.eventDetached(number: Int(number)))
                }
            } else {
                faults.append(.eventChanged(number: Int(number)))
            }
            last = (number, stored, recomputed)
        }
        try findLooseSeals(database)
    }

    private mutating func findLooseSeals(_ database: Database) throws {
        let loose = try Int64.fetchAll(
            database,
            sql: "SELECT id FROM seal WHERE id NOT IN (SELECT id FROM event) ORDER BY id"
        )
        for number in loose where !faults.contains(.eventMissing(number: Int(number))) {
            faults.append(.sealMissing(number: Int(number)))
        }
    }

    /// The id ranges of a table in the order of ids, from the events that are believed.
    func ranges(of table: FactTable) -> [(ids: Range<Int64>, event: Int64)] {
        trusted.flatMap { event, content in
            content.contents.entries.filter { $0.table == table }.map { ($0.ids, event) }
        }.sorted { $0.0.lowerBound < $1.0.lowerBound }
    }
}

extension EventRow {
    /// Reads an event with its seal.
    ///
    /// - Returns: nil without a seal or with a digest of wrong length.
    fileprivate init?(_ row: Row) {
        guard let input = Digest(row[6]), let previous = Digest(row[9]),
            let contents = row[10] as String?, let rowsDigest = Digest(row[11])
        else { return nil }
        self.init(
            id: row[0],
            encoding: row[1],
            time: row[2],
            actor: row[3],
            operation: row[4],
            operationKey: row[5],
            inputDigest: input,
            subject: row[7],
            reason: row[8],
            previous: previous,
            contents: contents,
            rowsDigest: rowsDigest
        )
    }
}

extension Digest {
    /// Takes a digest from a column.
    ///
    /// - Returns: nil for NULL and for another length.
    init?(_ bytes: Data?) {
        guard let bytes else { return nil }
        self.init([UInt8](bytes))
    }
}
