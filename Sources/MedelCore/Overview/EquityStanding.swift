/// What the association's own book says of its equity in a calendar year, up to a day.
///
/// Source: GUIDE 2.5, 7 (R6).
public struct EquityStanding: Hashable, Sendable {
    /// Why the book does not say.
    public enum Absence: Hashable, Sendable {
        /// The association's book has nothing of the year.
        case nothingBooked
        /// No chart of accounts or layout is adopted that says which accounts are equity.
        case templatesMissing
    }

    /// The calendar year.
    public let year: Int

    /// Eget kapital vid årets början; nil when it is not known.
    public let opening: Money?

    /// The result of what is booked so far; nil when nothing is known.
    public let result: Money?

    /// Why there is nothing; nil when the book says.
    public let absence: Absence?

    /// States what the book says.
    public init(year: Int, opening: Money?, result: Money?) {
        self.year = year
        self.opening = opening
        self.result = result
        absence = nil
    }

    /// States that the book does not say.
    public init(year: Int, missing absence: Absence) {
        self.year = year
        opening = nil
        result = nil
        self.absence = absence
    }
}
