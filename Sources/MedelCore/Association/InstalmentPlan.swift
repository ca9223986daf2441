/// On which days of a year the members' contributions fall due, and how much of them each day.
///
/// Held against contributions that nobody has registered instalments of: it says when the money is
/// expected, never that it was asked for or is late.
///
/// Source: SPEC 3 (association: instalment plan).
public struct InstalmentPlan: Hashable, Sendable {
    /// A part of a contribution.
    public struct Part: Hashable, Sendable {
        /// When it falls due.
        public let due: DayOfYear

        /// How much of the contribution it is.
        public let share: Rate

        /// Describes a part.
        public init(due: DayOfYear, share: Rate) {
            self.due = due
            self.share = share
        }
    }

    /// The parts in order of day.
    public let parts: [Part]

    /// Accepts parts above zero that sum to the whole, each on a day of its own.
    ///
    /// - Returns: nil for other parts, and for none.
    public init?(_ parts: [Part]) {
        guard parts.allSatisfy({ $0.share > .zero }),
            parts.reduce(0, { $0 + $1.share.basisPoints }) == Rate.basisPointsMax,
            Set(parts.map(\.due)).count == parts.count
        else { return nil }
        self.parts = parts.sorted { $0.due < $1.due }
    }

    /// What a contribution is expected to bring on each day; the parts sum to it exactly.
    ///
    /// - Returns: a part of the amount for each day, in order; none outside the years 1 to 9999.
    public func expected(_ amount: Money, year: Int) -> [(due: Day, amount: Money)] {
        let days = parts.compactMap { $0.due.day(in: year) }
        // The shares are above zero, so there is always something to split by.
        let amounts = try? amount.split(weights: parts.map(\.share.basisPoints), unit: .krona)
        guard let amounts, days.count == amounts.count else { return [] }
        return zip(days, amounts).map { (due: $0, amount: $1) }
    }
}
