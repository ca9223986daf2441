/// What the association's own book says of its equity from a calendar year on, up to a day.
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

    /// The first calendar year: the one asked for, or the latest before it that the book has.
    public let year: Int

    /// Eget kapital when years began, that year and later ones, as far as the book says.
    public let openings: [Int: Money]

    /// The result of what is booked so far in the first year; nil when nothing is known.
    public let result: Money?

    /// Why there is nothing; nil when the book says.
    public let absence: Absence?

    /// States what the book says.
    ///
    /// - Parameters:
    ///   - year: the first calendar year.
    ///   - opening: how it began; nil when the book does not say.
    ///   - result: what is booked of it so far; nil when nothing is known.
    ///   - later: how later years began, as far as the book says.
    public init(year: Int, opening: Money?, result: Money?, later: [Int: Money] = [:]) {
        self.year = year
        var openings = later
        openings[year] = opening
        self.openings = openings
        self.result = result
        absence = nil
    }

    /// States that the book does not say.
    public init(year: Int, missing absence: Absence) {
        self.year = year
        openings = [:]
        result = nil
        self.absence = absence
    }

    /// Eget kapital vid det första årets början; nil when it is not known.
    public var opening: Money? { openings[year] }
}
