import Foundation
import GRDB
import LedgerSupport
import MedelCore
import TestSupport
import Testing

@testable import MedelStore

/// Rows taken away, put in, doubled, swapped and written anew; in a transaction that is undone.
@Suite struct ChangedRowTests {
    /// Opens the full ledger once, and lets `body` change it and look at it again and again.
    private func withFullLedger(
        _ body: (Database, (String, () throws -> Void) throws -> ChainReport) throws -> Void
    ) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger.full(in: folder)
            let raw = try RawLedger(test.path)
            try raw.queue.writeWithoutTransaction { database in
                try body(database) { table, change in
                    try database.beginTransaction()
                    defer { try? database.rollback() }
                    try RawLedger.withoutTriggers(on: table, database, change)
                    var verifier = ChainVerifier(database)
                    return try verifier.verify(against: nil)
                }
            }
        }
    }

    private static let tables = FactTable.allCases.map(\.name) + ["event", "seal"]

    private func ids(_ table: String, _ database: Database) throws -> [Int64] {
        try Int64.fetchAll(database, sql: "SELECT id FROM \(table) ORDER BY id")
    }

    @Test func `a row that is taken away is found and named, whichever it is`() throws {
        try withFullLedger { database, verify in
            for table in Self.tables {
                for id in try ids(table, database) {
                    let report = try verify(table) {
                        try database.execute(
                            sql: "DELETE FROM \(table) WHERE id = ?",
                            arguments: [id]
                        )
                    }
                    // The last seal or event with nothing after it is the end of the chain.
                    let isNamed = report.faults.contains { $0.names(table, id) }
                    #expect(isNamed, "\(table) \(id): \(report.faults)")
                }
            }
        }
    }

    @Test func `a row that is put in or doubled is found and named`() throws {
        try withFullLedger { database, verify in
            for table in Self.tables where table != "ledger" {
                for place in [0, 1] {
                    let all = try ids(table, database)
                    let source = try #require(place == 0 ? all.first : all.last)
                    let new = try #require(all.last) + 1
                    let columns = try database.columns(in: table).map(\.name)
                    let unique = [
                        "operationKey": "operationKey || ' '", "sha256": "randomblob(32)",
                        "code": "code || 'X'", "importedFile": "importedFile + 100",
                        "firstDay": "date(firstDay, '-1 day')", "objects": "objects || ';9=9'",
                        "difference": "difference + 100", "old": "old + 100",
                        "new": "new + 100", "proposal": "proposal + 1000",
                        "mappingRule": "mappingRule + 100",
                    ]
                    let isAssignment = table == "periodAssignment"
                    let list = columns.map { column in
                        if column == "id" { return String(new) }
                        if column == "voucher", isAssignment { return "voucher + 1" }
                        return unique[column] ?? column
                    }.joined(separator: ", ")
                    let report = try verify(table) {
                        try database.execute(
                            sql: "INSERT INTO \(table) SELECT \(list) FROM \(table) WHERE id = ?",
                            arguments: [source]
                        )
                    }
                    let isNamed = report.faults.contains { $0.names(table, new) }
                    #expect(isNamed, "\(table) \(new): \(report.faults)")
                }
            }
        }
    }

    @Test func `two rows that change places are both found and named`() throws {
        try withFullLedger { database, verify in
            for table in Self.tables {
                let all = try ids(table, database)
                guard let first = all.first, let last = all.last, first != last else { continue }
                let owners = try [first, last].map { id in
                    table == "posting"
                        ? try Int64.fetchOne(
                            database,
                            sql: "SELECT voucher FROM posting WHERE id = ?",
                            arguments: [id]
                        ) ?? 0 : id
                }
                let report = try verify(table) {
                    for (from, to) in [(first, -1), (last, first), (-1, last)] {
                        try database.execute(
                            sql: "UPDATE \(table) SET id = ? WHERE id = ?",
                            arguments: [to, from]
                        )
                    }
                }
                let named = table == "posting" ? "voucher" : table
                for id in owners {
                    let isNamed = report.faults.contains { $0.names(named, id) }
                    #expect(isNamed, "\(table) \(id): \(report.faults)")
                }
            }
        }
    }

    @Test func `a row written anew together with its hash is found by its event`() throws {
        try withFullLedger { database, verify in
            for table in FactTable.allCases where table != .voucher && table != .posting {
                let columns = table.columns(encoding: LedgerEncoding.current)
                let list = (["id", "event"] + columns).joined(separator: ", ")
                let last = try #require(columns.last { $0 != "digest" && $0 != "bytes" })
                let report = try verify(table.name) {
                    let id = try #require(try ids(table.name, database).last)
                    try database.execute(
                        sql: """
                            UPDATE \(table.name) SET \(last) = CASE typeof(\(last))
                                WHEN 'integer' THEN \(last) + 1 WHEN 'null' THEN 1
                                WHEN 'blob' THEN randomblob(32) ELSE 'X' END WHERE id = ?
                            """,
                        arguments: [id]
                    )
                    let rows = try Row.fetchCursor(
                        database,
                        sql: "SELECT \(list) FROM \(table.name) WHERE id = ?",
                        arguments: [id]
                    )
                    var encoder = RowEncoder()
                    encoder.append(table.rawValue)
                    let row = try #require(try rows.next())
                    for column in 0..<columns.count + 2 { try encoder.append(row, at: column) }
                    let hash = Data(Digest(of: encoder.bytes).bytes)
                    try database.execute(
                        sql: "UPDATE \(table.name) SET hash = ? WHERE id = ?",
                        arguments: [hash, id]
                    )
                }
                // The vouchers' own hashes cover a coding's account and objects.
                let isFound = report.faults.contains {
                    if case .rowsRewritten = $0 { true } else { table == .coding }
                }
                #expect(isFound, "\(table.name): \(report.faults)")
            }
        }
    }
}
