import Foundation
import GRDB
import LedgerSupport
import MedelApp
import MedelCore
import MedelStore
import TestSupport
import Testing

@Suite struct PeriodTests {
    private static let base: SIEBook = {
        var book = SIEBook()
        book.vouchers = (1...3).map { month in
            .init(
                "A",
                "\(month)",
                month: month,
                text: "Text",
                rows: [
                    .init("6010", ["6:I01"], ore: month * 1_000),
                    .init("1930", ore: -month * 1_000),
                ]
            )
        }
        return book
    }()

    private static func late(month: Int, number: String = "9") -> SIEBook.Voucher {
        .init("A", number, month: month, rows: [.init("6010", ore: 700), .init("1930", ore: -700)])
    }

    private func withClosedMonth(_ body: (TestLedger) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(Self.base.bytes())
            try test.set(2, to: .closed)
            try body(test)
            #expect(try test.ledger.verify().faults == [])
            #expect(try test.ledger.check(.basic).findings == [])
        }
    }

    private func balance(_ key: String, _ test: TestLedger) throws -> Int? {
        try RawLedger.balances(test.path, book: "association")[key]
    }

    @Test(arguments: [PeriodState.closed, .hold])
    func `a voucher into a shut month is kept, counts nowhere, is listed and assigned`(
        _ state: PeriodState
    ) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(Self.base.bytes())
            try test.set(2, to: state)
            var book = Self.base
            book.vouchers.append(Self.late(month: 2))
            let report = try test.read(book.bytes())
            #expect(report.late == 1)
            #expect(try balance("6010 6:I01 202502", test) == 2_000)
            #expect(try balance("6010  202502", test) == nil)
            #expect(try balance("6010  0", test) == 700)
            let late = try test.ledger.lateVouchers(of: test.book())
            #expect(late.map(\.key.number) == ["9"])
            let number = try #require(late.first).number
            #expect(throws: LedgerError.monthNotOpen) { try assign(number, to: 2, test) }
            #expect(try test.ledger.lateVouchers(of: test.book()).count == 1)
            try assign(number, to: 3, test)
            #expect(try balance("6010  202503", test) == 700)
            #expect(try balance("6010  0", test) == nil)
            #expect(try test.ledger.lateVouchers(of: test.book()).isEmpty)
            #expect(throws: LedgerError.voucherHasMonth(number: number)) {
                try assign(number, to: 4, test)
            }
            #expect(try test.ledger.verify().faults == [])
            #expect(try test.ledger.check(.basic).findings == [])
        }
    }

    private func assign(_ number: Int, to month: Int, _ test: TestLedger) throws {
        _ = try test.ledger.assign(
            voucher: number,
            of: try test.book(),
            to: try TestLedger.month(month),
            try TestLedger.operation(.assignPeriod)
        )
    }

    @Test func `a closed month keeps a digest of its balances, which check compares`() throws {
        try withClosedMonth { test in
            try RawLedger.change(test.path) { database in
                try database.execute(
                    sql: "UPDATE balance SET amountOre = amountOre + 1 WHERE month = 202502"
                )
            }
            let rules = try test.ledger.check(.basic).findings.map(\.rule)
            #expect(Set(rules) == [.closedMonthsUnchanged, .balancesMatchPostings])
            try RawLedger.change(test.path) { database in
                try database.execute(
                    sql: "UPDATE balance SET amountOre = amountOre - 1 WHERE month = 202502"
                )
            }
        }
    }

    @Test func `a month is opened again only with a reason`() throws {
        try withClosedMonth { test in
            #expect(throws: PeriodLockError.self) {
                _ = try test.ledger.setPeriods(
                    [try TestLedger.month(2)],
                    of: try test.book(),
                    to: .open,
                    try TestLedger.operation(.setPeriod, reason: " ")
                )
            }
            try test.set(2, to: .open)
            #expect(try test.ledger.shutPeriods(of: test.book()).isEmpty)
        }
    }

    private func rule(_ from: Int?, _ through: Int?) throws -> MappingRule {
        MappingRule(
            id: MappingRule.ID(0),
            accountPrefix: "60",
            object: nil,
            from: try from.map(TestLedger.month),
            through: try through.map(TestLedger.month),
            priority: 0,
            target: try #require(MappingTarget("area:board")),
            category: nil
        )
    }

    private func add(_ rule: MappingRule, _ test: TestLedger) throws -> MappingRule.ID? {
        try test.ledger.add(
            rule,
            to: try test.book(),
            try TestLedger.operation(.addMappingRule)
        ).value
    }

    @Test func `a mapping change that moves an amount in a closed month is refused`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(Self.base.bytes())
            let early = try #require(try add(try rule(nil, nil), test))
            try test.set(2, to: .closed)
            let before = try RawLedger.dump(test.path)
            #expect(throws: LedgerError.monthNotOpen) {
                _ = try test.ledger.end(
                    early,
                    of: try test.book(),
                    try TestLedger.operation(.endMappingRule)
                )
            }
            #expect(try RawLedger.dump(test.path) == before)
            // A rule that changes no amount of February is taken.
            #expect(try add(try rule(3, nil), test) != nil)
            try test.set(2, to: .open)
            _ = try test.ledger.end(
                early,
                of: try test.book(),
                try TestLedger.operation(.endMappingRule)
            )
            try test.set(2, to: .closed)
            #expect(throws: LedgerError.monthNotOpen) { _ = try add(try rule(nil, 2), test) }
            #expect(try test.ledger.verify().faults == [])
        }
    }

    @Test(arguments: [true, false])
    func `an accepted difference that touches a closed month is refused`(
        _ isGone: Bool
    ) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(Self.base.bytes())
            var later = Self.base
            if isGone {
                later.vouchers.remove(at: 1)
            } else {
                later.vouchers[1].rows[0].ore += 5
                later.vouchers[1].rows[1].ore -= 5
            }
            try test.read(later.bytes())
            try test.set(2, to: .closed)
            let number = try #require(try test.ledger.openDifferences().first).number
            let before = try RawLedger.dump(test.path)
            #expect(throws: LedgerError.monthNotOpen) { try test.resolve(number, .accepted) }
            #expect(try RawLedger.dump(test.path) == before)
            try test.set(2, to: .open)
            try test.resolve(number, .accepted)
            #expect(
                try balance("6010 6:I01 202502", test) == (isGone ? nil : 2_005)
            )
            #expect(throws: LedgerError.differenceNotOpen(number: number)) {
                try test.resolve(number, .accepted)
            }
            #expect(try test.ledger.check(.basic).findings == [])
        }
    }

    @Test func `a change of a text alone moves nothing and may be accepted in a closed month`()
        throws
    {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(Self.base.bytes())
            var later = Self.base
            later.vouchers[1].text = "Annan text"
            try test.read(later.bytes())
            try test.set(2, to: .closed)
            let number = try #require(try test.ledger.openDifferences().first).number
            try test.resolve(number, .accepted)
            #expect(try balance("6010 6:I01 202502", test) == 2_000)
            #expect(try test.ledger.check(.basic).findings == [])
        }
    }

    @Test(arguments: [
        "UPDATE balance SET amountOre = amountOre + 1 WHERE month = 202502",
        "UPDATE balance SET month = 202504 WHERE month = 202502",
        "UPDATE balance SET month = 202502 WHERE month = 202503",
        "DELETE FROM balance WHERE month = 202502",
        "INSERT INTO balance SELECT id, 202502, 1 FROM coding WHERE account = '6010'"
            + " AND objects = ''",
    ])
    func `the database itself refuses to move a closed month`(_ change: String) throws {
        try withClosedMonth { test in
            // A coding that has no balance in February.
            var book = Self.base
            book.vouchers.append(Self.late(month: 5))
            try test.read(book.bytes())
            let raw = try RawLedger(test.path)
            #expect {
                try raw.queue.write { try $0.execute(sql: change) }
            } throws: { error in
                (error as? DatabaseError)?.message == "the month is closed"
            }
        }
    }
}
