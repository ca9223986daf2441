import Foundation
import GRDB
import LedgerSupport
import TestSupport
import Testing

@testable import MedelStore

@Suite struct ChangedValueTests {
    /// Two thousand changes, a hundred for each argument.
    @Test(arguments: 0..<20)
    func `one changed value anywhere in the facts, events or seals is found and named`(
        _ round: Int
    ) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger.full(in: folder)
            try test.ledger.queue.close()
            let raw = try RawLedger(test.path)
            for seed in round * 100..<round * 100 + 100 {
                var generator = SeededGenerator(seed: seed)
                try raw.queue.inTransaction { database in
                    let owners = try Self.owners(database)
                    let tampering = try Tampering.perform(database, &generator)
                    let owner = tampering.table == "posting" ? owners[tampering.id] : nil
                    var verifier = ChainVerifier(database)
                    let report = try verifier.verify(against: nil)
                    Self.expect(report, names: tampering, owner: owner, seed: seed)
                    return .rollback
                }
            }
        }
    }

    /// The voucher of each posting.
    private static func owners(_ database: Database) throws -> [Int64: Int64] {
        let rows = try Row.fetchAll(database, sql: "SELECT id, voucher FROM posting")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }

    private static func expect(
        _ report: ChainReport,
        names tampering: Tampering,
        owner: Int64?,
        seed: Int
    ) {
        let isNamed = report.faults.contains { fault in
            if let owner { return fault.names("voucher", owner) }
            return fault.names(tampering.table, tampering.id)
        }
        #expect(isNamed, "seed \(seed): \(tampering), found \(report.faults)")
        guard tampering.column != "id", tampering.table != "event", tampering.table != "seal"
        else { return }
        // Nobody is accused who has done nothing.
        let expected = owner == nil ? tampering.table : "voucher"
        let others = report.faults.filter { $0.table.map { $0 != expected } ?? false }
        #expect(others == [], "seed \(seed): \(tampering)")
    }
}
