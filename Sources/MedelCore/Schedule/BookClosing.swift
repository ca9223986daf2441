/// The day each year on which an association closes its books of the year before.
///
/// Written `01-31`. A closing on 29 February is on the 28th in a year without one.
///
/// Source: SPEC 3 (association: closing date of the books), SPEC 8.
public struct BookClosing: Hashable, Sendable {
    /// The month and the day.
    public let day: DayOfYear

    /// The last day of the year itself, which holds for an association that says nothing else.
    public static let yearEnd = BookClosing(.last)

    /// Closes the books on a day of the year.
    public init(_ day: DayOfYear) { self.day = day }

    /// The first closing day on or after 31 December of a year.
    ///
    /// - Returns: nil when it falls outside the years 1 to 9999.
    public func closingDay(of year: Int) -> Day? {
        guard (1...9999).contains(year) else { return nil }
        return day.day(in: self == .yearEnd ? year : year + 1)
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
    public var description: String { day.description }

    /// Reads `01-31`.
    ///
    /// - Returns: nil for any other form, or a day that no year has.
    public init?(_ text: String) {
        guard let day = DayOfYear(text) else { return nil }
        self.init(day)
    }
}
