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
            let booked = result.map { " Bokfört resultat \(year) hittills är \(kronor($0))." } ?? ""
            words.append("Eget kapital vid ingången av \(year) var \(kronor(opening)).\(booked)")
        }
        let shown = chain.filter { $0.year >= first }
        let expected = shown.filter { openings[$0.year] == nil }
        guard let next = expected.first else { return words }
        if next.opening.amount == nil {
            let gap = chain.last { $0.year < next.year && $0.basis == .missing }
            let why = gap.map { ": varken budget eller plan är beslutad för \($0.year)" } ?? ""
            words.append("Ingående eget kapital \(next.year) är inte känt\(why).")
        } else {
            let years = expected.map { "\($0.year)" }.joined(separator: " och ")
            words.append(
                "Ingående eget kapital \(years) är väntat: det föregående årets ingående med "
                    + "resultatet enligt budget eller plan."
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
