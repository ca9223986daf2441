import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelStore
import TestSupport
import Testing

/// Months that are closed, vouchers that come later, and where they are listed.
struct ClosedMonthTests {
    private static func voucher(
        _ number: String,
        month: Int,
        day: Int = 15,
        ore: Int = 1_000
    ) -> SIEBook.Voucher {
        SIEBook.Voucher(
            "A",
            number,
            month: month,
            day: day,
            rows: [.init("4510", ["6:I01"], ore: ore), .init("1930", ore: -ore)]
        )
    }

    /// A ledger with January closed, into which two vouchers of January came afterwards.
    private static func late(in folder: URL) throws -> TestLedger {
        let test = try TestLedger(in: folder)
        var book = SIEBook()
        book.vouchers = [voucher("1", month: 1), voucher("2", month: 3, day: 1)]
        try test.read(book.bytes())
        try test.set(1, to: .closed)
        book.vouchers += [voucher("3", month: 1, day: 20), voucher("4", month: 1, day: 21)]
        try test.read(book.bytes(), named: "senare.se")
        return test
    }

    private static func map(_ test: TestLedger, from month: Int? = nil) throws {
        let target = try #require(MappingTarget("insats:I01"))
        _ = try test.ledger.add(
            MappingRule(
                id: MappingRule.ID(0),
                accountPrefix: "",
                object: ObjectReference(dimension: 6, code: "I01"),
                from: try month.map(TestLedger.month),
                target: target
            ),
            to: test.book(),
            TestLedger.operation(.addMappingRule)
        )
    }

    private static func assign(_ test: TestLedger, _ key: String, to month: Month) throws {
        let late = try test.ledger.lateVouchers(of: test.book())
        let voucher = try #require(late.first { $0.key.description == key })
        _ = try test.ledger.assign(
            voucher: voucher.number,
            of: test.book(),
            to: month,
            TestLedger.operation(.assignPeriod)
        )
    }

    /// Vouchers and months of a selection, in the order in which they are listed.
    private static func list(_ pages: PostingPages) throws -> [String] {
        var pages = pages
        var lines: [String] = []
        while let page = try pages.next() {
            lines += page.map { "\($0.voucher) \($0.period.map(\.description) ?? "väntar")" }
        }
        return lines
    }

    @Test func `an assigned voucher is listed in its month, by date and by that month's rules`()
        throws
    {
        try withTemporaryFolder { folder in
            let test = try Self.late(in: folder)
            try Self.map(test, from: 2)
            let insats = PostingQuery(place: .target(try #require(MappingTarget("insats:I01"))))
            let before = try test.ledger.postings(of: test.book(), insats)
            let all = try test.ledger.postings(of: test.book(), PostingQuery(accountPrefix: "4"))
            try Self.assign(test, "A 3", to: TestLedger.month(3))
            // What is being read stays as it was when the reading began.
            #expect(try Self.list(before) == ["A 2 2025-03"])
            #expect(
                try Self.list(all) == ["A 1 2025-01", "A 2 2025-03", "A 3 väntar", "A 4 väntar"]
            )
            #expect(
                try Self.list(test.ledger.postings(of: test.book(), insats))
                    == ["A 3 2025-03", "A 2 2025-03"]
            )
            #expect(
                try Self.list(
                    test.ledger.postings(of: test.book(), PostingQuery(accountPrefix: "4"))
                ) == ["A 1 2025-01", "A 3 2025-03", "A 2 2025-03", "A 4 väntar"]
            )
            let january = PostingQuery(
                accountPrefix: "4",
                through: try TestLedger.month(1).lastDay
            )
            #expect(
                try Self.list(test.ledger.postings(of: test.book(), january))
                    == ["A 1 2025-01", "A 3 2025-03", "A 4 väntar"]
            )
        }
    }

    @Test func `what is unmapped is the same in a sheet as in the check`() throws {
        try withTemporaryFolder { folder in
            let test = try Self.late(in: folder)
            let unmapped = PostingQuery(place: .unmapped)
            var pages = try test.ledger.postings(of: test.book(), unmapped)
            var sum = Money.zero
            while let page = try pages.next() {
                sum = try Money.sum([sum] + page.map(\.amount))
                #expect(page.allSatisfy { $0.coding.account.text == "4510" })
            }
            let findings = try test.ledger.check(.strict).findings
            #expect(findings.filter { $0.rule == .postingsMapped }.map(\.amount) == [sum])
            #expect(sum.ore == 2_000)
        }
    }

    @Test func `a voucher is assigned in its own book, from its own month to the current one`()
        throws
    {
        try withTemporaryFolder { folder in
            let test = try Self.late(in: folder)
            let late = try test.ledger.lateVouchers(of: test.book())
            let number = try #require(late.first?.number)
            let own = try TestLedger.month(1)
            let current = try #require(Month(iso: "2026-01"))
            let operation = try TestLedger.operation(.assignPeriod)
            for month in [try #require(own.advanced(by: -1)), try #require(Month(iso: "2026-02"))] {
                #expect(
                    throws: LedgerError.monthNotAssignable(month, from: own, through: current)
                ) {
                    try test.ledger.assign(
                        voucher: number,
                        of: test.book(),
                        to: month,
                        operation
                    )
                }
            }
            let owner = try #require(BookReference("owner:X"))
            var other = SIEBook()
            other.organizationNumber = "212000-0142"
            try test.read(other.bytes(), named: "annan.se", into: owner)
            #expect(throws: LedgerError.voucherHasMonth(number: number)) {
                try test.ledger.assign(
                    voucher: number,
                    of: test.book(owner),
                    to: current,
                    operation
                )
            }
            try Self.assign(test, "A 3", to: current)
        }
    }

    @Test func `months change state together or not at all`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.set(2, to: .closed)
            let book = try test.book()
            let months = try (1...3).map(TestLedger.month)
            let version = try test.ledger.head().ledgerVersion
            let blank = try TestLedger.operation(.setPeriod, reason: " \t")
            #expect(throws: PeriodLockError.reasonMissing(months[1])) {
                try test.ledger.setPeriods(months, of: book, to: .hold, blank)
            }
            #expect(try test.ledger.shutPeriods(of: book).map(\.month) == [months[1]])
            let closing = try TestLedger.operation(.setPeriod)
            let outcome = try test.ledger.setPeriods(months, of: book, to: .closed, closing)
            #expect(outcome.value == [months[0], months[2]])
            #expect(try test.ledger.shutPeriods(of: book).map(\.month) == months)
            #expect(try test.ledger.head().ledgerVersion == version + 1)
            #expect(try test.ledger.verify().faults == [])
        }
    }

    @Test(arguments: [("1989-12", false), ("1990-01", true), ("2027-01", true), ("2027-02", false)])
    func `only months that a book can have are closed`(_ text: String, _ isTaken: Bool) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let month = try #require(Month(iso: text))
            let first = try #require(Month(iso: "1990-01"))
            let last = try #require(Month(iso: "2027-01"))
            var book = SIEBook()
            book.vouchers = [Self.voucher("1", month: 1)]
            try test.read(book.bytes())
            let months = [try TestLedger.month(1), month]
            let operation = try TestLedger.operation(.setPeriod)
            if isTaken {
                _ = try test.ledger.setPeriods(months, of: test.book(), to: .closed, operation)
            } else {
                #expect(throws: LedgerError.monthOutOfRange(month, from: first, through: last)) {
                    try test.ledger.setPeriods(months, of: test.book(), to: .closed, operation)
                }
            }
            let shut = try test.ledger.shutPeriods(of: test.book())
            #expect(shut.count == (isTaken ? 2 : 0))
        }
    }

    @Test
    func `a rule that would move postings in a closed month is refused though they sum to zero`()
        throws
    {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            var book = SIEBook()
            book.vouchers = [
                Self.voucher("1", month: 1), Self.voucher("2", month: 1, ore: -1_000),
            ]
            try test.read(book.bytes())
            try test.set(1, to: .closed)
            #expect(throws: LedgerError.monthNotOpen) { try Self.map(test) }
            try Self.map(test, from: 2)
        }
    }
}
