import MedelCore
import Testing

struct PeriodTests {
    private func month(_ number: Int) throws -> Month { try #require(Month(number: number)) }

    @Test func `each state takes what it should`() {
        #expect(PeriodState.allCases.map { $0.takes(hasHoldRole: false) } == [true, false, false])
        #expect(PeriodState.allCases.map { $0.takes(hasHoldRole: true) } == [true, true, false])
    }

    @Test func `a voucher for a closed month has no period`() throws {
        var lock = PeriodLock()
        let january = try month(202_501)
        let date = try #require(Day(number: 20_250_131))
        #expect(lock.period(of: date, hasHoldRole: false) == january)
        try lock.set(january, to: .hold, reason: "")
        #expect(lock.period(of: date, hasHoldRole: false) == nil)
        #expect(lock.period(of: date, hasHoldRole: true) == january)
        try lock.set(january, to: .closed, reason: "")
        #expect(lock.period(of: date, hasHoldRole: true) == nil)
        let next = try #require(date.advanced(by: 1))
        #expect(lock.period(of: next, hasHoldRole: false) == next.month)
    }

    @Test func `a month is reopened with a reason and never without`() throws {
        let january = try month(202_501)
        for before in PeriodState.allCases {
            for after in PeriodState.allCases {
                var lock = PeriodLock()
                try lock.set(january, to: before, reason: "")
                if before.isReopening(to: after) {
                    for reason in ["", " \t\n"] {
                        #expect(throws: PeriodLockError.reasonMissing(january)) {
                            try lock.set(january, to: after, reason: reason)
                        }
                    }
                    #expect(lock.state(of: january) == before)
                }
                try lock.set(january, to: after, reason: "rättelse av lön")
                #expect(lock.state(of: january) == after)
            }
        }
        #expect(
            PeriodState.allCases.map { PeriodState.closed.isReopening(to: $0) } == [
                true, true, false,
            ]
        )
    }

    @Test func `months that are not open are listed in order`() throws {
        var lock = PeriodLock()
        for number in [202_503, 202_501, 202_412] {
            try lock.set(month(number), to: .closed, reason: "")
        }
        try lock.set(month(202_501), to: .open, reason: "rättelse")
        #expect(lock.shutMonths.map(\.number) == [202_412, 202_503])
        #expect(PeriodLock().shutMonths.isEmpty)
    }

    @Test func `a file speaks for its own series and days only`() throws {
        let first = try #require(Day(number: 20_250_101))
        let last = try #require(Day(number: 20_250_131))
        let coverage = try #require(ImportCoverage(from: first, through: last, series: ["A", ""]))
        #expect(coverage.covers(series: "A", on: first) && coverage.covers(series: "", on: last))
        #expect(!coverage.covers(series: "B", on: first))
        #expect(try !coverage.covers(series: "A", on: #require(last.advanced(by: 1))))
        #expect(try !coverage.covers(series: "A", on: #require(first.advanced(by: -1))))
        #expect(ImportCoverage(from: last, through: first, series: []) == nil)
    }
}
