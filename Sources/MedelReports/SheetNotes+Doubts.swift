import MedelCore

extension SheetNotes {
    /// Adds what asks for a second look in a budget: rows that rules concern, by the day on which
    /// the grant was decided, and administration above what the agreement allows.
    mutating func addDoubts(
        _ insats: InsatsOverview,
        _ rules: [EligibilityRule]
    ) throws(MoneyError) {
        guard let version = insats.budget?.version else { return }
        let day = insats.grant.decisions.first?.date ?? version.date
        for flag in version.flags(rules, on: day) {
            add("Att pröva, \(flag.label): \(flag.rule.text) (\(flag.rule.source))")
        }
        let max = insats.grant.terms.administrationMax
        for (place, year) in version.years.enumerated() {
            guard let share = try AdministrationShare(of: version, year: place, max: max) else {
                continue
            }
            add(administrationWords(share, year.label))
        }
    }
}
