/// A table's heading with one year and what its amounts are counted in: `Budget 2025 tkr`.
enum YearHeading {
    /// Whether a line is such a heading and no row of two thousand kronor.
    static func isYearAndUnit(_ tokens: [ApplicationToken]) -> Bool {
        let years = tokens.filter { $0.figure?.calendarYear != nil }
        guard years.count == 1, tokens.count <= 8, tokens.contains(where: isUnit) else {
            return false
        }
        let words = tokens.filter { !$0.core.isEmpty && $0.figure?.calendarYear == nil }
            .filter { !isUnit($0) }
        return words.contains { names.contains($0.core) }
            && words.allSatisfy { names.contains($0.core) || fillers.contains($0.core) }
    }

    /// Whether the unit after a year is what a table's amounts are counted in.
    static func declaresUnit(_ tokens: [ApplicationToken], at place: Int) -> Bool {
        guard place > 0, tokens[place - 1].figure?.calendarYear != nil, tokens.count <= 14 else {
            return false
        }
        if tokens[place].text.hasPrefix("(") || isYearAndUnit(tokens) { return true }
        guard let found = YearColumns.find(in: tokens) else { return false }
        let after = tokens[found.places.upperBound...]
        return !after.contains { $0.figure != nil }
    }

    private static func isUnit(_ token: ApplicationToken) -> Bool {
        ApplicationTokenizer.unit(token.core) != nil
    }

    /// Incomes are not among them: `Intäkter 2025 kr` may be a row.
    private static let names: Set<String> = [
        "budget", "kostnadsbudget", "projektbudget", "insatsbudget", "kostnad", "kostnader",
        "kostnadskalkyl", "kalkyl", "ekonomi", "utgifter", "budgetar",
    ]

    private static let fillers: Set<String> = [
        "for", "ar", "i", "belopp", "sokt", "ansokt", "total", "per", "insatsen", "projektet",
    ]
}
