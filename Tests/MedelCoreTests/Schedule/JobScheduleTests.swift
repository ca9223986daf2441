import Foundation
import MedelCore
import TestSupport
import Testing

struct JobScheduleTests {
    private static func moment(_ text: String) throws -> Timestamp {
        try #require(Timestamp(iso: text))
    }

    private static func schedule(
        _ closing: BookClosing,
        _ years: [Int],
        version: Int = 7,
        done: [JobKey] = []
    ) -> JobSchedule {
        JobSchedule(closing: closing, bookYears: years, ledgerVersion: version, done: done)
    }

    @Test(
        arguments: [
            ("2025-12-31T22:59:59Z", []), ("2025-12-31T23:00:00Z", [2025]),
            ("2025-12-31T23:00:01Z", [2025]), ("2026-06-01T00:00:00Z", [2025]),
        ] as [(String, [Int])]
    )
    func `year end is not due at 23.59.59 and due at midnight`(
        _ now: String,
        _ years: [Int]
    ) throws {
        let due = Self.schedule(.yearEnd, [2025]).dueRuns(at: try Self.moment(now))
        #expect(due == years.map { JobKey(.annualReport, year: $0, ledgerVersion: 7) })
    }

    @Test func `every closed year without a finished run is due, oldest first`() throws {
        let done = [
            JobKey(.annualReport, year: 2023, ledgerVersion: 7),
            JobKey(.annualReport, year: 2024, ledgerVersion: 6),
        ]
        let schedule = Self.schedule(.yearEnd, [2025, 2022, 2024, 2023, 2024], done: done)
        let due = schedule.dueRuns(at: try Self.moment("2025-07-01T00:00:00Z"))
        #expect(due.map(\.year) == [2022, 2024])
        #expect(due.allSatisfy { $0.ledgerVersion == 7 })
    }

    @Test func `a clock set back undoes nothing and repeats nothing`() throws {
        let key = JobKey(.annualReport, year: 2025, ledgerVersion: 7)
        let schedule = Self.schedule(.yearEnd, [2025], done: [key])
        for now in ["2026-01-01T00:00:00Z", "2025-12-31T00:00:00Z", "2026-01-02T00:00:00Z"] {
            let now = try Self.moment(now)
            #expect(schedule.dueRuns(at: now) == [])
        }
    }

    @Test(arguments: [
        ("12-31", "2025-12-31T22:59:59Z", 2025, "2025-12-31T23:00:00Z"),
        ("12-31", "2025-12-31T23:00:00Z", 2026, "2026-12-31T23:00:00Z"),
        ("01-31", "2026-01-01T00:00:00Z", 2025, "2026-01-31T23:00:00Z"),
        ("12-30", "2026-01-01T00:00:00Z", 2025, "2026-12-30T23:00:00Z"),
        ("12-30", "2025-12-30T22:59:59Z", 2024, "2025-12-30T23:00:00Z"),
        ("02-29", "2024-03-01T00:00:00Z", 2024, "2025-02-28T23:00:00Z"),
    ])
    func `the next year to close is told, postings or not`(
        _ closing: String,
        _ now: String,
        _ year: Int,
        _ time: String
    ) throws {
        let schedule = Self.schedule(try #require(BookClosing(closing)), [])
        let next = try #require(schedule.nextDue(after: try Self.moment(now)))
        #expect(next.year == year)
        #expect(next.time == (try Self.moment(time)))
    }

    @Test(arguments: ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "9999-01-31T23:00:00Z"])
    func `the first and the last year have their ends`(_ now: String) throws {
        let schedule = Self.schedule(.yearEnd, [1, 9999])
        let now = try Self.moment(now)
        #expect(schedule.dueRuns(at: now).map(\.year) == (now.day.year == 1 ? [] : [1]))
        #expect(schedule.nextDue(after: now)?.year == (now.day.year == 1 ? 1 : nil))
    }

    @Test(arguments: 0..<200)
    func `what is due is what a walk from day to day finds`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let naive = try NaiveCalendar(&random)
        let years = (0..<6).map { _ in Int.random(in: 2000...2030, using: &random) }
        let done = years.filter { _ in Bool.random(using: &random) }.map {
            JobKey(.annualReport, year: $0, ledgerVersion: .random(in: 3...4, using: &random))
        }
        let schedule = Self.schedule(naive.closing, years, version: 4, done: done)
        // The moments around a closing are where it is decided, so most are taken from there.
        for _ in 0..<20 {
            let year = try #require(years.randomElement(using: &random))
            let near = try #require(naive.closing.dueTime(of: year)).secondsSince1970
            let shift = [
                -3_601, -1, 0, 1, 3_600, .random(in: -40_000_000...40_000_000, using: &random),
            ]
            let seconds = near + Int64(try #require(shift.randomElement(using: &random)))
            let now = try #require(Timestamp(secondsSince1970: seconds))
            let expected = Set(years).sorted().filter { naive.isClosed($0, at: now) }
                .map { JobKey(.annualReport, year: $0, ledgerVersion: 4) }
                .filter { !done.contains($0) }
            #expect(schedule.dueRuns(at: now) == expected, "\(naive.closing) \(now)")
        }
    }
}

/// The rule once more, by walking from day to day on Foundation's calendar of Stockholm.
private struct NaiveCalendar {
    let closing: BookClosing
    private let calendar: Calendar

    init(_ random: inout SeededGenerator) throws {
        let first = try #require(Day(year: 2024, month: 1, day: 1))
        let any = try #require(first.advanced(by: .random(in: 0...365, using: &random)))
        let leapDay = try #require(DayOfYear(month: 2, day: 29))
        let day = try #require(DayOfYear(month: any.monthOfYear, day: any.dayOfMonth))
        closing = BookClosing(Int.random(in: 0..<5, using: &random) == 0 ? leapDay : day)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "Europe/Stockholm"))
        self.calendar = calendar
    }

    /// Whether a day later than the year's closing day shows on the wall at a moment.
    func isClosed(_ year: Int, at now: Timestamp) -> Bool {
        let date = Date(timeIntervalSince1970: Double(now.secondsSince1970))
        let today = calendar.dateComponents([.year, .month, .day], from: date)
        let number = Self.number(today.year, today.month, today.day)
        var (year, month, day) = (year, 12, 31)
        while true {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let isEarly = closing.day.month == 2 && closing.day.day == 29 && !isLeap
            if month == closing.day.month, day == closing.day.day - (isEarly ? 1 : 0) {
                return number > Self.number(year, month, day)
            }
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            day += 1
            if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    }

    private static func number(_ year: Int?, _ month: Int?, _ day: Int?) -> Int {
        (year ?? 0) * 10_000 + (month ?? 0) * 100 + (day ?? 0)
    }
}
