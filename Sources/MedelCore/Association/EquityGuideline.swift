/// A step of what counts as a reasonable equity, as the association has been told.
///
/// None are shipped: the steps of the recommendation of 2013-10-02 are not confirmed.
///
/// Source: GUIDE 2.5, SPEC 3 (equity guideline table).
public struct EquityGuideline: Hashable, Sendable {
    /// The first calendar year that the step holds for.
    public let year: Int

    /// The step holds for contributions up to this amount a year; nil for any above.
    public let contributionsMax: Money?

    /// The most that equity should be of the year's contributions; nil without such a limit.
    public let share: Rate?

    /// The most that equity should be; nil without such a limit.
    public let amount: Money?

    /// Who says so.
    public let source: String

    /// Describes a step.
    public init(
        from year: Int,
        contributionsMax: Money?,
        share: Rate?,
        amount: Money?,
        source: String
    ) {
        self.year = year
        self.contributionsMax = contributionsMax
        self.share = share
        self.amount = amount
        self.source = source
    }

    /// The most that equity should be with those contributions: the smaller of the two limits.
    ///
    /// - Returns: nil when the step sets no limit.
    public func equityMax(contributions: Money) -> Money? {
        let part = share.map { contributions.share($0, rounding: .halfAwayFromZero) }
        guard let part, let amount else { return part ?? amount }
        return min(part, amount)
    }
}

extension [EquityGuideline] {
    /// The step that holds for a year's contributions.
    ///
    /// The steps of the latest year not after the one asked for count; among them the one with the
    /// lowest bound that the contributions are within.
    public func step(year: Int, contributions: Money) -> EquityGuideline? {
        let known = filter { $0.year <= year }
        guard let latest = known.map(\.year).max() else { return nil }
        return known.filter { step in
            step.year == latest && step.contributionsMax.map { contributions <= $0 } ?? true
        }.min { left, right in
            switch (left.contributionsMax, right.contributionsMax) {
            case (let left?, let right?): left < right
            case (.some, nil): true
            case (nil, _): false
            }
        }
    }
}
