/// A month and a day that comes back each year, such as 31 January.
public struct DayOfYear: Hashable, Sendable {
    /// The month, 1 to 12.
    public let month: Int

    /// The day of the month, from 1; the 29th in February at most.
    public let day: Int

    /// Accepts a month and a day that some year has.
    ///
    /// - Returns: nil for a day that no year has, such as 30 February.
    public init?(month: Int, day: Int) {
        // 2000 was a leap year, and has every day that any year has.
        guard Day(year: 2000, month: month, day: day) != nil else { return nil }
        self.init(uncheckedMonth: month, day: day)
    }

    /// 31 December.
    public static let last = DayOfYear(uncheckedMonth: 12, day: 31)

    private init(uncheckedMonth month: Int, day: Int) {
        self.month = month
        self.day = day
    }

    /// The day in a year; 28 February for the 29th where the year has none.
    ///
    /// - Returns: nil outside the years 1 to 9999.
    public func day(in year: Int) -> Day? {
        Day(year: year, month: month, day: day)
            ?? (month == 2 ? Day(year: year, month: 2, day: 28) : nil)
    }
}

extension DayOfYear: Comparable {
    /// Orders as in a leap year.
    public static func < (left: DayOfYear, right: DayOfYear) -> Bool {
        (left.month, left.day) < (right.month, right.day)
    }
}

extension DayOfYear: CustomStringConvertible {
    /// The month and the day: `01-31`.
    public var description: String { padded(month, to: 2) + "-" + padded(day, to: 2) }

    /// Reads `01-31`.
    ///
    /// - Returns: nil for any other form, or a day that no year has.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == 0x2D, let month = Int(digits: bytes[0..<2]),
            let day = Int(digits: bytes[3..<5])
        else { return nil }
        self.init(month: month, day: day)
    }
}
