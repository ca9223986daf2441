/// A räkenskapsår: the days that one set of books covers; may differ from the calendar year.
///
/// Source: LKBR 1:5 (the association's own is the calendar year), BFL 3 kap., SIE 4C #RAR.
public struct FiscalYear: Hashable, Sendable {
    /// The first day.
    public let start: Day

    /// The last day, never before the first.
    public let end: Day

    /// Accepts a first and a last day, both included.
    ///
    /// - Returns: nil when the last is before the first.
    public init?(from start: Day, through end: Day) {
        guard start <= end else { return nil }
        self.start = start
        self.end = end
    }

    /// The calendar year that contains a day.
    public init(calendarYearOf day: Day) {
        start = Day(uncheckedYear: day.year, month: 1, day: 1)
        end = Day(uncheckedYear: day.year, month: 12, day: 31)
    }

    /// The year as many years later, earlier when negative, from the same month and day.
    ///
    /// - Returns: nil outside the years 1 to 9999.
    public func shifted(byYears count: Int) -> FiscalYear? {
        guard let first = start.month.advanced(by: count * 12),
            let last = end.month.advanced(by: count * 12)
        else { return nil }
        let endsMonth = end == end.month.lastDay
        let firstDay = min(start.dayOfMonth, first.lastDay.dayOfMonth)
        let lastDay = endsMonth ? last.lastDay.dayOfMonth : min(end.dayOfMonth, 28)
        guard let start = Day(year: first.year, month: first.monthOfYear, day: firstDay),
            let end = Day(year: last.year, month: last.monthOfYear, day: lastDay)
        else { return nil }
        return FiscalYear(from: start, through: end)
    }

    /// Whether the two years share a day.
    public func overlaps(_ other: FiscalYear) -> Bool {
        start <= other.end && other.start <= end
    }

    /// Every month that has a day in the year, whole or in part.
    public var months: MonthRange { MonthRange(unchecked: start.month, through: end.month) }

    /// Whether the year is a calendar year from 1 January to 31 December.
    public var isCalendarYear: Bool {
        start == start.month.firstDay && start.monthOfYear == 1 && months.count == 12
            && end == end.month.lastDay
    }

    /// Whether the day lies in the year.
    public func contains(_ day: Day) -> Bool { start <= day && day <= end }
}

extension FiscalYear: Comparable {
    /// Orders by first day, then by last.
    public static func < (left: FiscalYear, right: FiscalYear) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
