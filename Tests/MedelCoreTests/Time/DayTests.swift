import Foundation
import MedelCore
import TestSupport
import Testing

struct DayTests {
    @Test(arguments: [
        (2000, 29), (1900, 28), (2024, 29), (2023, 28), (2100, 28), (4, 29), (100, 28), (400, 29),
        (9999, 28),
    ])
    func `February has as many days as the Gregorian rule says`(_ year: Int, _ last: Int) {
        #expect(Day(year: year, month: 2, day: last) != nil)
        #expect(Day(year: year, month: 2, day: last + 1) == nil)
        #expect(Month(year: year, month: 2)?.lastDay.dayOfMonth == last)
    }

    @Test(arguments: [
        (0, 1, 1), (10_000, 1, 1), (2025, 0, 1), (2025, 13, 1), (2025, 1, 0), (2025, 1, 32),
        (2025, 4, 31), (-1, 1, 1), (Int.max, 1, 1), (Int.min, 1, 1), (2025, 1, Int.max),
    ])
    func `a date outside the calendar is refused`(_ year: Int, _ month: Int, _ day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        0, -20_250_101, 20_250_230, 20_251_301, 101, 99_999_999, 100_000_101, Int.max, Int.min,
    ])
    func `a number that is no date is refused`(_ number: Int) {
        #expect(Day(number: number) == nil)
    }

    @Test func `every day from 1900 to 2100 survives each round trip and follows the last`() throws
    {
        var day = try #require(Day(year: 1900, month: 1, day: 1))
        let last = try #require(Day(year: 2100, month: 12, day: 31))
        var count = day.daysSince1970
        var faults = 0
        while day < last {
            let isSame =
                Day(iso: day.description) == day && Day(number: Int(day.number)) == day
                && day.daysSince1970 == count && day.month.firstDay <= day
                && day <= day.month.lastDay
                && day.month == Month(year: day.year, month: day.monthOfYear)
            let next = try #require(day.advanced(by: 1))
            let isNext = next > day && next.advanced(by: -1) == day
            if !isSame || !isNext { faults += 1 }
            day = next
            count += 1
        }
        #expect(faults == 0)
        #expect(count == last.daysSince1970)
    }

    @Test(arguments: 0..<200)
    func `days are counted as Foundation counts them`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        // After 1582, since Foundation's calendar is Julian before.
        let count = Int.random(in: -141_000...2_932_896, using: &random)
        let epoch = try #require(Day(year: 1970, month: 1, day: 1))
        let day = try #require(epoch.advanced(by: count))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let parts = calendar.dateComponents(
            [.year, .month, .day],
            from: Date(timeIntervalSince1970: Double(count) * 86_400)
        )
        #expect(
            [day.year, day.monthOfYear, day.dayOfMonth] == [parts.year, parts.month, parts.day]
        )
    }

    @Test func `the calendar ends at the years 1 and 9999`() throws {
        let first = try #require(Day(year: 1, month: 1, day: 1))
        let last = try #require(Day(year: 9999, month: 12, day: 31))
        #expect(first.advanced(by: -1) == nil)
        #expect(last.advanced(by: 1) == nil)
        #expect(first.advanced(by: last.daysSince1970 - first.daysSince1970) == last)
        #expect(last.advanced(by: Int.max) == nil)
        #expect(first.advanced(by: Int.min) == nil)
    }

    @Test(arguments: [
        "", "2017-2-01", "2017-02-1", "2017-02-30", "20170201", "2017-02-01 ", "+017-02-01",
        "2017/02/01", "2017-02-0a", "²017-02-01",
    ])
    func `only ISO dates that exist are read`(_ text: String) {
        #expect(Day(iso: text) == nil)
    }
}
