import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelDocument
import MedelStore
import TestSupport
import Testing

@Suite struct SnapshotTests {
    /// Vouchers on the 15th of January to April, a krona for each month.
    private static let base: SIEBook = {
        var book = SIEBook()
        book.vouchers = (1...4).map { month in
            .init(
                "A",
                "\(month)",
                month: month,
                rows: [
                    .init("6010", ["6:I01"], ore: month * 100), .init("1930", ore: -month * 100),
                ]
            )
        }
        return book
    }()

    @Test(arguments: [
        ("2025-02-14", [100]), ("2025-02-15", [100, 200]), ("2025-04-30", [100, 200, 300, 400]),
    ])
    func `vouchers dated that day or before count, and balance accounts never`(
        _ day: String,
        _ amounts: [Int]
    ) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(Self.base.bytes())
            let snapshot = try test.ledger.snapshot(asOf: try #require(Day(iso: day)))
            #expect(snapshot.balances.map(\.month.monthOfYear) == Array(1...amounts.count))
            #expect(snapshot.balances.map { Int($0.amount.ore) } == amounts)
            let account = try #require(AccountNumber("6010"))
            #expect(snapshot.balances.allSatisfy { $0.place == .unmapped(account) })
            #expect(snapshot.head == (try test.ledger.head().hash))
        }
    }

    @Test func `a rule sends its months to its target and category, and no others`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(Self.base.bytes())
            let target = try #require(MappingTarget("insats:I01"))
            let rule = MappingRule(
                id: MappingRule.ID(0),
                accountPrefix: "60",
                from: try TestLedger.month(2),
                through: try TestLedger.month(3),
                target: target,
                category: CostCategoryCode("LOKAL")
            )
            _ = try test.ledger.add(rule, to: test.book(), TestLedger.operation(.addMappingRule))
            let snapshot = try test.ledger.snapshot(asOf: try #require(Day(iso: "2025-12-31")))
            let mapped = snapshot.balances.filter {
                $0.place == .mapped(target, CostCategoryCode("LOKAL"))
            }
            #expect(mapped.map(\.amount.ore) == [200, 300])
            #expect(snapshot.balances.count == 4)
        }
    }

    @Test func `a late voucher counts in the month that it is assigned to`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(Self.base.bytes())
            try test.set(2, to: .closed)
            var book = Self.base
            book.vouchers.append(
                .init(
                    "A",
                    "9",
                    month: 2,
                    day: 20,
                    rows: [.init("6010", ore: 7), .init("1930", ore: -7)]
                )
            )
            try test.read(book.bytes(), named: "senare.se")
            let ore = { (day: String) in
                try test.ledger.snapshot(asOf: try #require(Day(iso: day))).balances
                    .map { ($0.month.monthOfYear, $0.amount.ore) }
                    .reduce(into: [Int: Int64]()) { $0[$1.0, default: 0] += $1.1 }
            }
            #expect(try ore("2025-04-30") == [1: 100, 2: 200, 3: 300, 4: 400])
            let number = try #require(try test.ledger.lateVouchers(of: test.book()).first).number
            _ = try test.ledger.assign(
                voucher: number,
                of: test.book(),
                to: try TestLedger.month(3),
                TestLedger.operation(.assignPeriod)
            )
            #expect(try ore("2025-04-30") == [1: 100, 2: 200, 3: 307, 4: 400])
            #expect(try ore("2025-02-28") == [1: 100, 2: 200])
        }
    }

    @Test func `only whole months that had ended are covered`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(Self.base.bytes())
            let whole = try test.ledger.snapshot(asOf: try #require(Day(iso: "2025-04-30")))
            let part = try test.ledger.snapshot(asOf: try #require(Day(iso: "2025-03-30")))
            let months = try (1...4).map { try TestLedger.month($0) }
            #expect(whole.coverage[.association] == Set(months))
            #expect(part.coverage[.association] == Set(months.prefix(2)))
        }
    }
}
