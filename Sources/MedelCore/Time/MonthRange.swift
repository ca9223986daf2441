/// One or more whole months in a row, such as a budget year from February to January.
public struct MonthRange: Hashable, Sendable {
    /// The first month.
    public let first: Month

    /// The last month, never before the first.
    public let last: Month

    /// Accepts a first and a last month, both included.
    ///
    /// - Returns: nil when the last is before the first.
    public init?(from first: Month, through last: Month) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// Takes months that are known to be in order.
    init(unchecked first: Month, through last: Month) {
        self.first = first
        self.last = last
    }

    /// How many months there are, at least one.
    public var count: Int { first.distance(to: last) + 1 }

    /// Every month in order of time.
    public var months: [Month] {
        let start = first.year * 12 + first.monthOfYear - 1
        return (0..<count).map { Month(unchecked: start + $0) }
    }

    /// The calendar years that have a month in the range, in order of time.
    public var calendarYears: ClosedRange<Int> { first.year...last.year }

    /// Whether the month lies in the range.
    public func contains(_ month: Month) -> Bool { first <= month && month <= last }

    /// The months that both ranges have, nil when there are none.
    public func intersection(_ other: MonthRange) -> MonthRange? {
        MonthRange(from: Swift.max(first, other.first), through: Swift.min(last, other.last))
    }

    /// The twelve months of a calendar year.
    public init?(calendarYear year: Int) {
        guard let first = Month(year: year, month: 1), let last = Month(year: year, month: 12)
        else { return nil }
        self.init(from: first, through: last)
    }
}

extension MonthRange {
    /// Months in order as ranges without gaps.
    static func runs(of months: [Month]) -> [MonthRange] {
        var ranges: [MonthRange] = []
        for month in months {
            if let last = ranges.last, last.last.distance(to: month) == 1 {
                ranges[ranges.count - 1] = MonthRange(unchecked: last.first, through: month)
            } else {
                ranges.append(MonthRange(unchecked: month, through: month))
            }
        }
        return ranges
    }
}
