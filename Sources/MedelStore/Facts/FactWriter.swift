import Foundation
import GRDB
import MedelCore

/// Adds fact rows inside one transaction and keeps what the closing event must cover.
///
/// Lives only as long as the transaction. Rows of a table get consecutive ids, so that an event
/// names them by first id and count.
final class FactWriter {
    /// The rows that the event has added to one table.
    struct Range {
        let firstID: Int64
        var count: Int64
        var hasher: DigestHasher
    }

    let database: Database
    let event: Int64
    private(set) var ranges: [FactTable: Range] = [:]
    private var encoder = RowEncoder()

    init(database: Database, event: Int64) {
        self.database = database
        self.event = event
    }

    /// What was added, in order of table number, with the digest over each table's row hashes.
    var coveredRanges: [(entry: EventContents.Entry, digest: Digest)] {
        ranges.filter { $0.value.count > 0 }
            .sorted { $0.key.rawValue < $1.key.rawValue }
            .map { table, range in
                var hasher = range.hasher
                let entry = EventContents.Entry(
                    table: table,
                    firstID: range.firstID,
                    count: range.count
                )
                return (entry: entry, digest: hasher.finish())
            }
    }

    /// Adds a row; `values` follow the table's columns.
    ///
    /// - Returns: the new row's id.
    @discardableResult
    func insert(_ table: FactTable, _ values: [FactValue]) throws -> Int64 {
        let columns = table.columns(encoding: LedgerEncoding.current)
        precondition(columns.count == values.count, "one value per column of \(table.name)")
        let values = values.map(\.storable)
        let id = try nextID(in: table)
        encoder.removeAll()
        encoder.append(table.rawValue)
        encoder.append(id)
        encoder.append(event)
        for value in values { value.encode(into: &encoder) }
        let hash = encoder.digest
        let names = (["id", "event"] + columns + ["hash"]).joined(separator: ", ")
        let marks = Array(repeating: "?", count: columns.count + 3).joined(separator: ", ")
        let statement = try database.cachedStatement(
            sql: "INSERT INTO \(table.name) (\(names)) VALUES (\(marks))"
        )
        var arguments: [DatabaseValue] = [id.databaseValue, event.databaseValue]
        arguments += values.map(\.databaseValue)
        arguments.append(Data(hash.bytes).databaseValue)
        try statement.execute(arguments: StatementArguments(arguments))
        cover(table, hash: hash.bytes)
        return id
    }

    /// The id that the next row of a table gets.
    func nextID(in table: FactTable) throws -> Int64 {
        if let range = ranges[table] { return range.firstID + range.count }
        let last = try Int64.fetchOne(database, sql: "SELECT max(id) FROM \(table.name)") ?? 0
        ranges[table] = Range(firstID: last + 1, count: 0, hasher: DigestHasher())
        return last + 1
    }

    /// Counts a row that somebody else has written with the id that `nextID` gave.
    func cover(_ table: FactTable, hash: [UInt8]) {
        ranges[table]?.hasher.update(hash)
        ranges[table]?.count += 1
    }

    /// Counts rows that were written in bulk from the id that `nextID` gave.
    func cover(_ table: FactTable, count: Int, hasher: DigestHasher) {
        ranges[table]?.hasher = hasher
        ranges[table]?.count += Int64(count)
    }
}
