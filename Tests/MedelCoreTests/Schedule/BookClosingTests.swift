import Foundation
import MedelCore
import TestSupport
import Testing

struct BookClosingTests {
    @Test(arguments: ["01-01", "01-31", "02-28", "02-29", "06-30", "12-30", "12-31"])
    func `a closing is written as month and day and read back`(_ text: String) throws {
        #expect(try #require(BookClosing(text)).description == text)
    }

    @Test(arguments: [
        "", "1-31", "01-1", "00-10", "13-01", "01-00", "01-32", "02-30", "04-31", "01/31", "0131",
        "01-31 ", "-1-01", "+1-01", "2025-01-31", "٠١-٣١",
    ])
    func `other forms and days that no year has are refused`(_ text: String) {
        #expect(BookClosing(text) == nil)
    }

    struct Case: Sendable {
        let closing: String
        let year: Int
        let day: String?

        init(_ closing: String, _ year: Int, _ day: String?) {
            self.closing = closing
            self.year = year
            self.day = day
        }
    }

    @Test(arguments: [
        Case("12-31", 2025, "2025-12-31"), Case("01-01", 2025, "2026-01-01"),
        Case("01-31", 2025, "2026-01-31"), Case("12-30", 2025, "2026-12-30"),
        Case("02-29", 2023, "2024-02-29"), Case("02-29", 2024, "2025-02-28"),
        Case("02-29", 2099, "2100-02-28"), Case("02-29", 1999, "2000-02-29"),
        Case("02-28", 2023, "2024-02-28"), Case("12-31", 9999, "9999-12-31"),
        Case("01-31", 9999, nil), Case("01-31", 0, nil), Case("12-31", 10_000, nil),
        Case("12-31", 1, "0001-12-31"), Case("01-31", Int.max, nil), Case("01-31", Int.min, nil),
    ])
    func `the books of a year close on the first such day from its last`(_ test: Case) throws {
        let closing = try #require(BookClosing(test.closing))
        #expect(closing.closingDay(of: test.year)?.description == test.day)
    }

    @Test(arguments: [
        ("12-31", 2025, "2025-12-31T23:00:00Z"), ("01-31", 2025, "2026-01-31T23:00:00Z"),
        // The day before, of and after clocks go forward, and the same when they go back.
        ("03-28", 2024, "2025-03-28T23:00:00Z"), ("03-29", 2024, "2025-03-29T23:00:00Z"),
        ("03-30", 2024, "2025-03-30T22:00:00Z"), ("10-24", 2024, "2025-10-24T22:00:00Z"),
        ("10-25", 2024, "2025-10-25T22:00:00Z"), ("10-26", 2024, "2025-10-26T23:00:00Z"),
        ("02-29", 2023, "2024-02-29T23:00:00Z"), ("02-29", 2024, "2025-02-28T23:00:00Z"),
        ("12-31", 9998, "9998-12-31T23:00:00Z"),
    ])
    func `a year is due from the first second after its closing day in Sweden`(
        _ closing: String,
        _ year: Int,
        _ due: String
    ) throws {
        #expect(try #require(BookClosing(closing)).dueTime(of: year)?.description == due)
    }

    @Test func `nothing is due after the end of time`() throws {
        #expect(BookClosing.yearEnd.dueTime(of: 9999) == nil)
    }

    @Test(arguments: 0..<200)
    func `a day begins in Sweden when Foundation says so`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let year = Int.random(in: 1997...2037, using: &random)
        let first = try #require(Day(year: year, month: 1, day: 1))
        let day = try #require(first.advanced(by: .random(in: 0...364, using: &random)))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "Europe/Stockholm"))
        let parts = DateComponents(year: day.year, month: day.monthOfYear, day: day.dayOfMonth)
        let date = try #require(calendar.date(from: parts))
        #expect(day.startInStockholm?.secondsSince1970 == Int64(date.timeIntervalSince1970))
    }
}
