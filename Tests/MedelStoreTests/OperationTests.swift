import Foundation
import GRDB
import LedgerSupport
import MedelApp
import MedelCore
import TestSupport
import Testing

@testable import MedelStore

@Suite struct OperationTests {
    private func close(
        _ month: Int,
        _ test: TestLedger,
        key: String?,
        input: String?
    ) throws -> Outcome<[Month]> {
        try test.ledger.setPeriods(
            [try TestLedger.month(month)],
            of: try test.book(),
            to: .closed,
            try TestLedger.operation(.setPeriod, key: key, inputDigest: input)
        )
    }

    @Test func `an operation with a key happens once, and with another input never`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let input = String(repeating: "a", count: 64)
            _ = try close(1, test, key: "k", input: input)
            let before = try RawLedger.dump(test.path)
            let again = try close(1, test, key: "k", input: input)
            #expect(again.value == nil)
            let other = String(repeating: "b", count: 64)
            for digest in [other, nil] {
                #expect(throws: LedgerError.operationKeyReused(key: "k")) {
                    _ = try close(2, test, key: "k", input: digest)
                }
            }
            #expect(try RawLedger.dump(test.path) == before)
        }
    }

    @Test func `what changes nothing adds no event`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            _ = try close(1, test, key: nil, input: nil)
            let before = try RawLedger.dump(test.path)
            _ = try close(1, test, key: nil, input: nil)
            #expect(try RawLedger.dump(test.path) == before)
        }
    }

    @Test func `a zero byte in a reason, a key or a record does not break the chain`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let operation = try TestLedger.operation(.setPeriod, key: "a\0b", reason: "c\0d")
            _ = try test.ledger.setPeriods(
                [try TestLedger.month(1)],
                of: try test.book(),
                to: .closed,
                operation
            )
            try test.ledger.note(
                kind: "e\0f",
                detail: "g\0h",
                actor: "i\0j",
                time: try TestLedger.moment()
            )
            #expect(try test.ledger.verify().faults == [])
        }
    }

    @Test(arguments: [
        "UPDATE balance SET amountOre = amountOre + 1 WHERE coding = 1",
        "DELETE FROM balance WHERE coding = 1",
        "INSERT INTO balance SELECT 1, 190001, 1",
        "UPDATE balance SET month = month + 100 WHERE coding = 1",
    ])
    func `check finds a balance that its postings do not bear out`(_ change: String) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(SIEBook(seed: 4, voucherCount: 10).bytes())
            #expect(try test.ledger.check(.basic).findings == [])
            try RawLedger.change(test.path) { try $0.execute(sql: change) }
            let rules = try test.ledger.check(.basic).findings.map(\.rule)
            #expect(Set(rules) == [.balancesMatchPostings])
        }
    }

    @Test func `an unbalanced voucher is refused, or taken by flag and listed by check`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            var book = SIEBook()
            book.vouchers = [
                .init("A", "1", month: 1, rows: [.init("6010", ore: 5), .init("1930", ore: -5)]),
                .init("A", "2", month: 1, rows: [.init("6010", ore: 7), .init("1930", ore: -5)]),
            ]
            let facts = FactTable.allCases.map(\.name) + ["event", "seal", "balance"]
            let before = try RawLedger.dump(test.path, tables: facts)
            let refused = try test.read(book.bytes())
            guard case .refused = refused.result else {
                Issue.record("\(refused.result)")
                return
            }
            #expect(try RawLedger.dump(test.path, tables: facts) == before)
            try test.read(book.bytes(), acceptsUnbalanced: true)
            let findings = try test.ledger.check(.basic).findings
            #expect(findings.map(\.rule) == [.vouchersBalance])
            #expect(findings.first?.place.contains("A 2") == true)
            #expect(findings.first?.amount?.ore == 2)
            #expect(try test.ledger.verify().faults == [])
        }
    }
}
