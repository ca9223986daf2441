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

    /// How many missing numbers in a row are named; a damaged number may be any.
    private static let missingMax: Int64 = 1_000

    init(_ database: Database) throws {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT event.id, encoding, CAST(time AS BLOB), CAST(actor AS BLOB),
                    CAST(operation AS BLOB), CAST(operationKey AS BLOB), inputDigest,
                    CAST(subject AS BLOB), CAST(reason AS BLOB), previous,
                    CAST(contents AS BLOB), rowsDigest, hash
                FROM event LEFT JOIN seal ON seal.id = event.id ORDER BY event.id
                """
        )
        var last: (number: Int64, stored: Digest, recomputed: Digest) = (0, .zero, .zero)
        for row in rows {
            let number: Int64 = row[0]
            numbers.insert(number)
            let next = last.number &+ 1
            for missing in next..<max(next, min(number, next &+ Self.missingMax)) {
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
                if !follows, number == next {
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
            let contents = row[10] as Data?, let rowsDigest = Digest(row[11])
        else { return nil }
        self.init(
            id: row[0],
            encoding: row[1],
            time: String(stored: row[2]),
            actor: String(stored: row[3]),
            operation: String(stored: row[4]),
            operationKey: String(stored: row[5]),
            inputDigest: input,
            subject: String(stored: row[7]),
            reason: String(stored: row[8]),
            previous: previous,
            contents: String(stored: contents),
            rowsDigest: rowsDigest
        )
    }
}

extension String {
    /// Takes the bytes of a text as they are stored, so that a zero byte or what is no UTF-8 does
    /// not pass for the text before it.
    init(stored bytes: Data) {
        self = String(validating: bytes, as: UTF8.self) ?? "no text: \(hexadecimal(bytes))"
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
