extension OpeningPosition {
    /// An amount of the position as uses that ceilings count.
    ///
    /// A position is of a calendar year and says no month. Its amount is laid in equal parts over
    /// the months of the year that are in a budget year, else over all twelve; ceilings for the
    /// whole, for calendar years and for recipients then count it to the öre.
    ///
    /// - Parameters:
    ///   - amount: which of the amounts, such as what was approved.
    ///   - years: the budget years of the insats.
    /// - Returns: a use for each month with an amount; together they are the amount.
    ///
    /// Source: SPEC 3 (opening position: ceilings count from it).
    public func uses(
        _ amount: KeyPath<OpeningPosition, Money>,
        years: [BudgetYear]
    ) -> [CeilingUse] {
        guard let whole = MonthRange(calendarYear: year) else { return [] }
        let budgeted = whole.months.filter { month in
            years.contains { $0.months?.contains(month) ?? false }
        }
        let months = budgeted.isEmpty ? whole.months : budgeted
        let weights = Array(repeating: 1, count: months.count)
        guard let parts = try? self[keyPath: amount].split(weights: weights) else { return [] }
        return zip(months, parts).filter { $1 != .zero }.map { month, part in
            CeilingUse(month: month, category: nil, recipient: recipient, amount: part)
        }
    }
}
