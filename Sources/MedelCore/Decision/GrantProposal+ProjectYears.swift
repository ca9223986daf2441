extension GrantProposal {
    /// A budget year of an application that a ceiling can be decided for.
    public struct ProjectYear: Hashable, Sendable {
        /// The year as the budget calls it.
        public let label: String

        /// Its months.
        public let months: MonthRange

        /// What the association would pay of it; unknown where other sources have promised
        /// amounts by calendar year, which nobody has said how to lay on budget years.
        public let sought: Figure
    }

    /// The budget years, where they are no calendar years and a ceiling per calendar year would
    /// split one.
    ///
    /// - Returns: none where each budget year lies in a calendar year of its own, and where months
    ///   are not known.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    ///
    /// Source: SPEC 3 (ceiling: one per project year is never split).
    public func projectYears() throws(MoneyError) -> [ProjectYear] {
        let months = layout.version.years.compactMap(\.months)
        let touched = months.flatMap { Array($0.calendarYears) }
        guard months.count == layout.version.years.count,
            touched.count > months.count || Set(touched).count < touched.count
        else { return [] }
        let sources = insats.overview.snapshot.plan.fundingSources.filter {
            $0.insats == insats.insats.code && $0.isBesideAssociation
        }
        var costs: [Int: Figure] = [:]
        var years: [ProjectYear] = []
        for (place, year) in layout.version.years.enumerated() {
            guard let range = year.months else { continue }
            let number = place + 1
            let applied = try layout.figure(.budgetYear(number))
            costs[number] = applied
            var others: [Figure] = []
            for source in sources {
                others.append(try paid(by: source, number: number, costs: costs, Set(touched)))
            }
            years.append(
                ProjectYear(
                    label: year.label,
                    months: range,
                    sought: try .difference(applied, minus: Figure.sum(others))
                )
            )
        }
        return years
    }

    /// What a source pays of a budget year.
    private func paid(
        by source: FundingSource,
        number: Int,
        costs: [Int: Figure],
        _ calendarYears: Set<Int>
    ) throws(MoneyError) -> Figure {
        guard !source.amounts.isEmpty else {
            // Without stated amounts only the order of the years matters, so that theirs serve.
            return try SourceShare(source, in: number, costs: costs).figure
        }
        let own = source.amounts.filter { calendarYears.contains($0.year) && $0.amount != .zero }
        if own.isEmpty { return .notApplicable }
        guard layout.version.years.count == 1 else { return Figure(.unknown) }
        return Figure(try Money.sum(own.map(\.amount)))
    }
}
