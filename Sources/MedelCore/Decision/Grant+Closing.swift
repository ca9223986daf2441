extension Grant {
    /// What there is to spread over.
    struct SpreadBasis {
        let months: MonthRange?
        let years: [BudgetYear]
        let recipients: [OwnerCode]
    }

    /// What of a scope's amount was decided for the years after one; nothing where it is not known
    /// how the amount lies.
    func released(
        _ scope: OverviewLine.Scope,
        _ amount: Money,
        after last: Int,
        _ basis: SpreadBasis
    ) throws(MoneyError) -> Money {
        switch scope {
        case .calendarYear(let year): return year > last ? amount : .zero
        case .budgetYear(let number):
            guard basis.years.indices.contains(number - 1),
                let months = basis.years[number - 1].months,
                let later = Self.months(after: last, of: months)
            else { return .zero }
            return try spread(amount, over: months, in: later).amount ?? .zero
        case .total:
            let ends =
                basis.years.compactMap(\.months).map(\.last.year)
                + [basis.months].compactMap(\.self).map(\.last.year) + calendarYears.keys
            guard let end = ends.max(), end > last else { return .zero }
            var amounts: [Money] = []
            for year in last + 1...end {
                let figure = try decided(
                    .calendarYear(year),
                    months: basis.months,
                    years: basis.years,
                    recipients: basis.recipients
                )
                amounts.append(figure.amount ?? .zero)
            }
            return try Money.sum(amounts)
        }
    }

    /// The months of a range that are of later years; nil when there are none.
    private static func months(after year: Int, of range: MonthRange) -> MonthRange? {
        let first = range.months.first { $0.year > year }
        return first.flatMap { MonthRange(from: $0, through: range.last) }
    }
}
