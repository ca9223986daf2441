/// The day each year on which an association closes its books of the year before.
///
/// Written `01-31`. A closing on 29 February is on the 28th in a year without one.
///
/// Source: SPEC 3 (association: closing date of the books), SPEC 8.
public struct BookClosing: Hashable, Sendable {
    /// The month, 1 to 12.
    public let monthOfYear: Int

    /// The day of the month, from 1; the 29th in February at most.
    public let dayOfMonth: Int

    /// The last day of the year itself, which holds for an association that says nothing else.
    public static let yearEnd = BookClosing(uncheckedMonth: 12, day: 31)

    /// Accepts a month and a day that some year has.
    ///
    /// - Returns: nil for a day that no year has, such as 30 February.
    public init?(month: Int, day: Int) {
        // 2000 was a leap year, and has every day that any year has.
        guard Day(year: 2000, month: month, day: day) != nil else { return nil }
        self.init(uncheckedMonth: month, day: day)
    }

    private init(uncheckedMonth month: Int, day: Int) {
        monthOfYear = month
        dayOfMonth = day
    }

    /// The first closing day on or after 31 December of a year.
    ///
    /// - Returns: nil when it falls outside the years 1 to 9999.
    public func closingDay(of year: Int) -> Day? {
        guard (1...9999).contains(year) else { return nil }
        let isYearEnd = self == .yearEnd
        let closingYear = isYearEnd ? year : year + 1
        return Day(year: closingYear, month: monthOfYear, day: dayOfMonth)
            ?? (monthOfYear == 2 ? Day(year: closingYear, month: 2, day: 28) : nil)
    }

    /// The first second after the closing day, on a clock in Sweden.
    ///
    /// - Returns: nil when it falls outside the years 1 to 9999.
    public func dueTime(of year: Int) -> Timestamp? {
        closingDay(of: year)?.advanced(by: 1)?.startInStockholm
    }
}

extension BookClosing: CustomStringConvertible {
    /// The month and the day: `01-31`.
    public var description: String { padded(monthOfYear, to: 2) + "-" + padded(dayOfMonth, to: 2) }

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
