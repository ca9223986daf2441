/// An amount that belongs to a calendar year.
public struct YearAmount: Hashable, Sendable {
    /// The calendar year.
    public let year: Int

    /// The amount.
    public let amount: Money

    /// Joins a year and its amount.
    public init(year: Int, amount: Money) {
        self.year = year
        self.amount = amount
    }
}

extension Spread {
    /// What all rows together have in each month, in order of time.
    ///
    /// - Throws: `MoneyError.outOfRange` when a month's sum passes the bound.
    public func monthTotals() throws(MoneyError) -> [Money] {
        var totals: [Money] = []
        for month in 0..<months.count {
            totals.append(try Money.sum(cells.lazy.map { $0[month] }))
        }
        return totals
    }

    /// What all rows together have in the months that both ranges contain; zero when none.
    ///
    /// - Throws: `MoneyError.outOfRange` when the sum passes the bound.
    public func total(in range: MonthRange) throws(MoneyError) -> Money {
        try Money.sum(cells.lazy.map { $0[places(in: range)] }.joined())
    }

    /// What one row has in the months that both ranges contain; zero when none.
    ///
    /// - Parameters:
    ///   - row: the row's place, from zero.
    ///   - range: the months asked for.
    /// - Returns: the sum of the row's cells in those months.
    /// - Throws: `MoneyError.outOfRange` when the sum passes the bound.
    public func total(ofRow row: Int, in range: MonthRange) throws(MoneyError) -> Money {
        try Money.sum(cells[row][places(in: range)])
    }

    /// The calendar years that a budget touches, each with its sum, in order of time.
    ///
    /// - Parameter budgetYears: the spreads of one budget; months that overlap add up.
    /// - Returns: one sum for each year from the first to the last.
    /// - Throws: `MoneyError.outOfRange` when a year's sum passes the bound.
    public static func calendarYears(
        _ budgetYears: [Spread]
    ) throws(MoneyError) -> [YearAmount] {
        var years: Set<Int> = []
        for spread in budgetYears {
            years.formUnion(spread.months.first.year...spread.months.last.year)
        }
        var sums: [YearAmount] = []
        for year in years.sorted() {
            guard let range = MonthRange(calendarYear: year) else { continue }
            var parts: [Money] = []
            for spread in budgetYears { parts.append(try spread.total(in: range)) }
            sums.append(YearAmount(year: year, amount: try Money.sum(parts)))
        }
        return sums
    }

    private func places(in range: MonthRange) -> Range<Int> {
        guard let shared = months.intersection(range) else { return 0..<0 }
        let start = months.first.distance(to: shared.first)
        return start..<(start + shared.count)
    }
}
