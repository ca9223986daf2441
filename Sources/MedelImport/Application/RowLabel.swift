/// What the words before a row's amounts say.
enum RowLabel {
    /// The label without leaders, bullets and a currency before the amount.
    static func cleaned(_ words: String) -> String {
        var text = Substring(words)
        while let first = text.first, " •·▪-–—*:;,".contains(first) || first == "\u{F0B7}" {
            text = text.dropFirst()
        }
        while true {
            while let last = text.last, " :;,-–—=\t".contains(last) { text = text.dropLast() }
            let lead = text.dropLast(text.lowercased().hasSuffix(" sek") ? 4 : 3)
            let isCurrency = ["kr", "sek"].contains(text.dropFirst(lead.count + 1).lowercased())
            // `á 8 000 kr` is a price of one thing and belongs to the label.
            guard isCurrency, lead.last?.isNumber == false else { break }
            text = lead
        }
        return String(text)
    }

    /// Where the label begins when a heading stands on the same line; nil when none does.
    ///
    /// - Parameters:
    ///   - tokens: the words before the amounts.
    ///   - isFirst: whether no row of the table has been met.
    /// - Returns: the place of the label's first word.
    static func cut(_ tokens: ArraySlice<ApplicationToken>, isFirst: Bool) -> Int? {
        guard isFirst, let last = tokens.indices.last else { return nil }
        let near = max(tokens.startIndex, last - 24)...last
        let isLong = tokens.count > TableFinder.labelWordsMax
        if let heading = near.last(where: { isHeading(tokens[$0]) }),
            isLong || heading == tokens.startIndex
        {
            let rest = heading + 1..<tokens.endIndex
            if let start = rest.first(where: { beginsLabel(tokens[$0]) }) { return start }
        }
        guard isLong else { return nil }
        let ends = near.last { place in
            place < last && (tokens[place].text.hasSuffix(".") || tokens[place].text.hasSuffix(":"))
                && tokens[place].text.count > 3
        }
        guard let ends, last - ends <= 12 else { return nil }
        return ends + 1
    }

    /// Whether a row says what is part of the row above: `varav handledare`.
    static func isPartOfRowAbove(_ label: String) -> Bool {
        label.split(separator: " ").first.map { word in
            ["varav", "darav"].contains(ApplicationWords.core(word))
        } ?? false
    }

    /// Whether words say that an amount is for one month.
    static func isPerMonth(_ words: String) -> Bool {
        let folded = ApplicationWords.folded(words)
        return ["per manad", "/man", "per man ", "manadskostnad", "manatlig"]
            .contains { (folded + " ").contains($0) }
    }

    /// Whether words cannot end a label, so that the next line goes on.
    static func goesOn(_ words: String) -> Bool {
        guard let last = words.split(separator: " ").last else { return false }
        if words.hasSuffix(",") || words.hasSuffix("/") || words.hasSuffix("&") { return true }
        return ["och", "samt", "inkl", "inklusive", "eller", "av", "till", "för", "med"]
            .contains(last.lowercased())
    }

    /// Whether a table's first row begins on the line above, among headings.
    static func isBroken(_ above: String, _ label: String) -> Bool {
        let words = above.split(separator: " ")
        guard words.count <= 8, above.first?.isUppercase == true, !above.hasSuffix("."),
            !above.hasSuffix(":"), !TableEvidence.isBudgetHeading(above),
            CategoryProposal(of: above).isKnown
        else { return false }
        return label.first?.isLowercase == true || goesOn(above)
    }

    private static func isHeading(_ token: ApplicationToken) -> Bool {
        token.isCapitalised && token.isText
            && ApplicationWords.budgetHeadings.contains { token.core.hasPrefix($0) }
            && !token.core.hasPrefix("intakt")
    }

    private static func beginsLabel(_ token: ApplicationToken) -> Bool {
        guard token.isText, token.isCapitalised else { return false }
        return CategoryProposal.knows(token.core) || isIncomeHeading(token.core)
            || SumLabel.isSumWord(token.core)
    }

    /// Whether a heading's word is about incomes.
    static func isIncomeHeading(_ core: String) -> Bool {
        ["intakt", "inkomst", "finansiar", "finansiering"].contains { core.hasPrefix($0) }
    }

    /// Whether a row is an income by its label.
    static func isIncome(_ label: String) -> Bool {
        let words = label.split { !($0.isLetter || $0.isNumber) }.map { ApplicationWords.core($0) }
        guard let first = words.first else { return false }
        let stems = [
            "intakt", "inkomst", "medfinans", "egeninsats", "egenfinans", "lonebidrag",
            "statsbidrag", "projektbidrag",
        ]
        if stems.contains(where: { first.hasPrefix($0) }) { return true }
        let second = words.dropFirst().first ?? ""
        if first == "bidrag", second == "fran" || second == "av" { return true }
        if first == "egen" || first == "egna",
            second.hasPrefix("insats") || second.hasPrefix("medel")
        {
            return true
        }
        let asks = isAsking(first)
        let isName = words.count <= 4 && isAssociation(label)
        return isName
            || asks && (isAssociation(label) || words.contains("belopp") || words.contains("medel"))
    }

    /// Whether the label names what the association is asked for, and no other financier.
    static func isAppliedFor(_ label: String) -> Bool {
        var words = label.split { !($0.isLetter || $0.isNumber) }
            .map { ApplicationWords.core($0) }[...]
        while let first = words.first, SumLabel.isSumWord(first) { words.removeFirst() }
        guard let first = words.first, words.count <= 8, isAsking(first) else { return false }
        if isAssociation(label) { return true }
        guard !words.contains("fran"), !words.contains("av"), !words.contains("hos") else {
            return false
        }
        return words.count == 1 && first != "ansokan"
            || words.contains { ["belopp", "medel", "bidrag", "summa"].contains($0) }
    }

    private static func isAsking(_ core: String) -> Bool {
        ["sokt", "soks", "ansok", "begar"].contains { core.hasPrefix($0) }
    }

    /// Whether the label names the association itself.
    static func isAssociation(_ label: String) -> Bool {
        label.split { !$0.isLetter }.map { ApplicationWords.core($0) }.contains { word in
            word.hasPrefix("samordningsf") || word.hasPrefix("finsam") || word == "forbundet"
        }
    }
}
