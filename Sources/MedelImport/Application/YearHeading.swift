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

    /// Whether a heading names one year and nothing else but what is counted: `Budget 2026`.
    static func isYear(_ tokens: [ApplicationToken]) -> Bool {
        let years = tokens.filter { $0.year != nil || $0.figure?.calendarYear != nil }
        let others = tokens.filter { $0.year == nil && $0.figure?.calendarYear == nil }
        return years.count == 1
            && others.allSatisfy { token in
                token.core.isEmpty || isHeadingWord(token.core) || isUnit(token)
                    || RowLabel.isIncomeHeading(token.core)
            }
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

    /// Whether a heading says that amounts are thousands: `(1000 kr)`, `Belopp i 1 000 kr`.
    static func isThousands(_ tokens: [ApplicationToken]) -> Bool {
        guard tokens.count <= 10 else { return false }
        let words = tokens.map(\.core)
        for place in words.indices {
            let end: Int
            if words[place] == "1000" {
                end = place + 1
            } else if words[place] == "1", words.dropFirst(place + 1).first == "000" {
                end = place + 2
            } else {
                continue
            }
            guard words.indices.contains(end), ["kr", "kronor", "sek"].contains(words[end]) else {
                continue
            }
            let others = tokens.indices.filter { !(place...end).contains($0) }.map { tokens[$0] }
            let isLed = tokens[place].text.hasPrefix("(") || place > 0 && words[place - 1] == "i"
            return isLed
                && others.allSatisfy { token in
                    token.figure == nil || token.figure?.calendarYear != nil
                }
        }
        return false
    }

    /// Whether a word can stand in a heading with a year.
    static func isHeadingWord(_ core: String) -> Bool {
        names.contains(core) || fillers.contains(core)
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
