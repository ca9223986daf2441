import Foundation
import GRDB
import LedgerSupport
import MedelCore
import TestSupport
import Testing

@testable import MedelStore

@Suite struct FullLedgerTests {
    @Test func `the ledger that tests change has a row in every table, verifies and checks`()
        throws
    {
        try withTemporaryFolder { folder in
            let test = try TestLedger.full(in: folder)
            let counts = try test.ledger.read { database in
                try FactTable.allCases.map { table in
                    try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table.name)") ?? 0
                }
            }
            for (table, count) in zip(FactTable.allCases, counts) {
                #expect(count > 0, "no row in \(table.name)")
            }
            let report = try test.ledger.verify()
            #expect(report.faults == [])
            #expect(report.rowCount == counts.reduce(0, +))
            #expect(try test.ledger.check(.basic).findings == [])
        }
    }
}
