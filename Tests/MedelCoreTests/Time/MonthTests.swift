import MedelCore
import TestSupport
import Testing

struct MonthTests {
    @Test func `every month from 1900 to 2100 survives each round trip and follows the last`()
        throws
    {
        var month = try #require(Month(number: 190_001))
        let last = try #require(Month(number: 210_012))
        let first = month
        var count = 0
        var faults = 0
        while month < last {
            let isSame =
                Month(iso: month.description) == month && Month(number: month.number) == month
                && first.distance(to: month) == count && month.firstDay.month == month
                && month.lastDay.month == month
            let next = try #require(month.advanced(by: 1))
            let isNext = month.lastDay.advanced(by: 1) == next.firstDay
            if !isSame || !isNext || next.distance(to: month) != -1 { faults += 1 }
            month = next
            count += 1
        }
        #expect(faults == 0)
        #expect(count == 201 * 12 - 1)
    }

    @Test(arguments: [0, 1, 12, 99, 100, 201_700, 201_713, 1_000_001, -201_701, Int.max, Int.min])
    func `a number that is no month is refused`(_ number: Int) {
        #expect(Month(number: number) == nil)
    }

    @Test(arguments: [
        "", "2017", "2017-2", "2017-13", "2017-00", "0000-01", "2017-02-01", "2017 02",
    ])
    func `only ISO months that exist are read`(_ text: String) {
        #expect(Month(iso: text) == nil)
    }

    @Test func `months end at the years 1 and 9999`() throws {
        let first = try #require(Month(year: 1, month: 1))
        let last = try #require(Month(year: 9999, month: 12))
        #expect(first.advanced(by: -1) == nil)
        #expect(last.advanced(by: 1) == nil)
        #expect(first.advanced(by: Int.min) == nil)
        #expect(last.advanced(by: Int.max) == nil)
        #expect(first.description == "0001-01")
        #expect(MonthRange(from: first, through: last)?.count == 119_988)
    }
}

struct MonthRangeTests {
    private func range(_ first: Int, _ last: Int) throws -> MonthRange {
        let from = try #require(Month(number: first))
        let through = try #require(Month(number: last))
        return try #require(MonthRange(from: from, through: through))
    }

    @Test func `a range holds its first and last month and nothing beside them`() throws {
        let year = try range(201_702, 201_801)
        #expect(year.count == 12)
        #expect(year.months.map(\.number).first == 201_702)
        #expect(year.months.map(\.number).last == 201_801)
        #expect(year.months.allSatisfy(year.contains))
        #expect(try !year.contains(#require(year.first.advanced(by: -1))))
        #expect(try !year.contains(#require(year.last.advanced(by: 1))))
        #expect(Array(year.calendarYears) == [2017, 2018])
    }

    @Test func `a range does not run backwards`() throws {
        let year = try range(201_702, 201_801)
        #expect(MonthRange(from: year.last, through: year.first) == nil)
        #expect(MonthRange(from: year.last, through: year.last)?.count == 1)
        #expect(MonthRange(calendarYear: 0) == nil)
        #expect(MonthRange(calendarYear: 10_000) == nil)
    }

    @Test(arguments: 0..<200)
    func `an intersection has the months that both have`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let start = try #require(Month(number: 202_001))
        let ranges = try (0..<2).map { _ in
            let first = try #require(start.advanced(by: .random(in: 0...20, using: &random)))
            let last = try #require(first.advanced(by: .random(in: 0...20, using: &random)))
            return try #require(MonthRange(from: first, through: last))
        }
        let shared = ranges[0].months.filter(ranges[1].contains)
        #expect(ranges[0].intersection(ranges[1])?.months ?? [] == shared)
        #expect(ranges[1].intersection(ranges[0]) == ranges[0].intersection(ranges[1]))
    }
}

struct FiscalYearTests {
    private func day(_ number: Int) throws -> Day { try #require(Day(number: number)) }

    @Test func `a broken year holds its days and its months`() throws {
        let year = try #require(
            FiscalYear(from: day(20_240_701), through: day(20_250_630))
        )
        #expect(try year.contains(day(20_240_701)) && year.contains(day(20_250_630)))
        #expect(try !year.contains(day(20_240_630)) && !year.contains(day(20_250_701)))
        #expect(year.months.count == 12)
        #expect(!year.isCalendarYear)
    }

    @Test(arguments: [
        (20_250_101, 20_251_231, true), (20_250_102, 20_251_231, false),
        (20_250_101, 20_251_230, false), (20_240_101, 20_251_231, false),
        (20_250_101, 20_250_131, false),
    ])
    func `a calendar year is all of one year`(_ first: Int, _ last: Int, _ isOne: Bool) throws {
        let year = try #require(FiscalYear(from: day(first), through: day(last)))
        #expect(year.isCalendarYear == isOne)
    }

    @Test func `a year does not run backwards, and orders by its start`() throws {
        #expect(try FiscalYear(from: day(20_250_102), through: day(20_250_101)) == nil)
        let short = try #require(FiscalYear(from: day(20_250_101), through: day(20_250_101)))
        let long = try #require(FiscalYear(from: day(20_250_101), through: day(20_251_231)))
        #expect(short < long && short.months.count == 1)
    }
}
