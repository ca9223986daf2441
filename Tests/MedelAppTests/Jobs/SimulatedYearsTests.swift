import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelStore
import TestSupport
import Testing

/// Years of a timer in seconds: the clock is an argument.
@Suite struct SimulatedYearsTests {
    private static let hour: Int64 = 3_600
    private static let day: Int64 = 86_400

    /// The moments at which the timer goes off, in order of going off.
    ///
    /// Once a day, every hour through the night before and after what is delicate, a second
    /// before and after midnight there; forty days of downtime over a year end, and a clock that is
    /// set back a day.
    private static func moments(closing: BookClosing) throws -> [Timestamp] {
        var seconds: [Int64] = []
        var delicate = try [
            "2023-03-26", "2023-10-29", "2024-02-29", "2024-03-31", "2024-10-27", "2025-03-30",
            "2025-10-26",
        ].map { try #require(Day(iso: $0)) }
        delicate += (2022...2025).compactMap { closing.closingDay(of: $0) }
        for day in delicate {
            let start = try #require(day.startInStockholm).secondsSince1970
            for hour in -6..<30 { seconds.append(start + Int64(hour) * Self.hour) }
            for midnight in [start, start + Self.day] { seconds += [midnight - 1, midnight + 1] }
        }
        let first = try #require(Timestamp(iso: "2023-01-01T03:17:00Z")).secondsSince1970
        for number in 0..<Int64(3 * 366 + 60) { seconds.append(first + number * Self.day) }
        let down = try ["2024-12-20T00:00:00Z", "2025-01-29T00:00:00Z"].map {
            try #require(Timestamp(iso: $0)).secondsSince1970
        }
        seconds = Set(seconds).sorted().filter { $0 < down[0] || $0 >= down[1] }
        let turn = try #require(closing.dueTime(of: 2023)).secondsSince1970 + 2 * Self.hour
        let place = seconds.firstIndex { $0 > turn } ?? seconds.count
        let again = seconds[..<place].suffix(while: { $0 > turn - Self.day })
        seconds.insert(contentsOf: again, at: place)
        return seconds.compactMap { Timestamp(secondsSince1970: $0) }
    }

    @Test(arguments: ["12-31", "02-29", "03-30"])
    func `each year gets one set at its time, none is missing and none is made twice`(
        _ text: String
    ) throws {
        let closing = try #require(BookClosing(text))
        try JobStage.run(closing: text) { stage in
            try stage.read(2022)
            var unread = [2023, 2024, 2025]
            var madeAt: [Int: Timestamp] = [:]
            var before: Timestamp?
            for now in try Self.moments(closing: closing) {
                if let year = unread.first, now.day.number > Int32(year * 10_000 + 1215) {
                    try stage.read(year)
                    unread.removeFirst()
                }
                for outcome in try stage.runDue(at: now.description) {
                    guard case .finished(let result) = outcome.end else {
                        Issue.record("\(outcome.words) at \(now)")
                        continue
                    }
                    let year = outcome.key.year
                    #expect(result.outcome == (madeAt[year] == nil ? .made : .unchanged))
                    if madeAt[year] == nil {
                        madeAt[year] = now
                        let due = try #require(closing.dueTime(of: year))
                        #expect(now >= due)
                        // Made by the first moment that could; only the very first has none before.
                        if let before { #expect(before < due, "\(year) at \(now)") }
                    }
                }
                before = now
            }
            let last = try #require(before)
            let years = (2022...2025).filter { closing.dueTime(of: $0).map { $0 <= last } ?? false }
            #expect(years.count >= 3)
            #expect(madeAt.keys.sorted() == years)
            #expect(try stage.sets() == years.map { "arsredovisning-\($0)" })
            let finished = try stage.test.ledger.jobRuns().filter { $0.result != nil }.map(\.key)
            #expect(Set(finished).count == finished.count)
            #expect(try stage.test.ledger.jobRuns().count == finished.count)
        }
    }
}

extension ArraySlice {
    /// The elements at the end that all fulfil something.
    fileprivate func suffix(while holds: (Element) -> Bool) -> ArraySlice {
        self[(lastIndex { !holds($0) }.map { $0 + 1 } ?? startIndex)...]
    }
}
