import MedelCore

extension EquityStanding {
    /// Whether the book says anything of a year, or should and does not.
    func tells(of planned: PlanYear) -> Bool {
        planned.year == year && (result != nil || absence != nil)
    }

    /// Where opening equity is from, when it is not simply what the book says.
    ///
    /// - Parameters:
    ///   - chain: the years from the first one of the book's to the last one shown.
    ///   - first: the first year that is shown.
    /// - Returns: sentences; none when the book says how every year began.
    func words(for chain: [PlanYear], from first: Int) -> [String] {
        switch absence {
        case .nothingBooked:
            return [
                "Eget kapital är inte känt: förbundets bok är inte inläst för \(first) eller "
                    + "något år före. Läs in den med medel import."
            ]
        case .templatesMissing:
            return [
                "Eget kapital är inte känt: ingen kontoplan är antagen. Anta en med medel template "
                    + "adopt."
            ]
        case nil: break
        }
        guard let opening else {
            return ["Ingående eget kapital \(year) är inte känt: boken har ingen ingående balans."]
        }
        var words: [String] = []
        if year < first {
            let booked = result.map { " Bokfört resultat \(year) hittills är \(kronor($0))." }
            words.append(
                "Eget kapital vid ingången av \(year) var \(kronor(opening)).\(booked ?? "")"
            )
        }
        let expected = chain.filter { $0.year >= first && openings[$0.year] == nil }
            .filter { $0.opening.amount != nil }.map(\.year)
        if let next = expected.first, let last = expected.last {
            let years = next == last ? "\(next)" : "\(next)–\(last)"
            words.append(
                "Ingående eget kapital \(years) är väntat: året före med resultatet enligt budget "
                    + "eller plan."
            )
        }
        return words
    }
}

extension Overview {
    /// The years of a plan, from the first one that the book says how it began.
    func planYears(
        from standing: EquityStanding,
        through last: Int
    ) throws(MoneyError) -> [PlanYear] {
        try planYears(min(standing.year, last)...last, openings: standing.openings)
    }
}

extension Snapshot {
    /// The last month of a year that imports of the association's own book cover.
    func lastBooked(in year: Int) -> Month? {
        coverage[.association]?.filter { $0.year == year }.max()
    }
}

extension AssociationPlan {
    /// That no budget or plan of a year is decided by a day.
    func gap(_ year: Int, asOf day: Day) -> SheetRefusal.YearGap {
        let decided =
            areaBudgets.map { (year: $0.year, day: $0.decidedOn) }
            + associationBudgets.flatMap { budget in
                budget.plan.map { (year: $0.year, day: budget.decidedOn) }
            }
        return SheetRefusal.YearGap(
            year: year,
            known: Set(decided.map(\.year)).sorted(),
            asOf: day,
            later: decided.filter { $0.year == year && $0.day > day }.map(\.day).min()
        )
    }
}
