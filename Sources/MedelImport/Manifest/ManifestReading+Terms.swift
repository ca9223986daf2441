import MedelCore

/// Yes or no, in the manifest's words.
enum Answer: String, CaseIterable {
    case yes
    case no
}

extension ManifestReading {
    /// The terms of a grant beside its ceilings.
    mutating func readTerms(of insats: InsatsCode, _ entry: ManifestEntry) -> GrantTerms {
        GrantTerms(
            basis: readBasis(of: insats, entry),
            guidelines: entry.entries("guidelines", keys: ["category", "amount", "action"])
                .compactMap { readGuideline($0) },
            tolerance: readTolerance(entry),
            lastCostDay: entry.day("lastCostDay"),
            administrationMax: entry.rate("administrationMax")
        )
    }

    /// Conditions are texts, or texts with a day: `{ text: …, due: 2025-04-30 }`.
    func readConditions(_ entry: ManifestEntry) -> [Condition] {
        guard !entry.isText("conditions") else {
            return entry.texts("conditions").map { Condition($0) }
        }
        return entry.list("conditions").compactMap { node in
            if case .text = node { return entry.text(of: node).map { Condition($0) } }
            guard let item = entry.entry(of: node, keys: ["text", "due"]) else { return nil }
            let due = item.day("due")
            return item.required("text", item.text).map { Condition($0, due: due) }
        }
    }

    /// Reads `whole`, `share 50`, `rows lon po` or `last`.
    private mutating func readBasis(
        of insats: InsatsCode,
        _ entry: ManifestEntry
    ) -> FundingBasis? {
        let basis = entry.value("basis", { .value(.badBasis($0)) }, fundingBasis)
        if case .rows(let rows) = basis {
            for row in rows {
                rowReferences.append(
                    RowReference(insats: insats, row: row, place: entry.place(of: "basis"))
                )
            }
        }
        return basis
    }

    private mutating func readGuideline(_ entry: ManifestEntry) -> Guideline? {
        let category = entry.required("category") { readCategory(entry, $0) }
        let amount = entry.required("amount", entry.amount)
        let action: Guideline.Action? = entry.required("action") { entry.choice($0) }
        guard let category, let amount, let action else { return nil }
        return Guideline(category: category, amount: amount, action: action)
    }

    private func readTolerance(_ entry: ManifestEntry) -> RowTolerance? {
        guard entry.has("tolerance"),
            let item = entry.entry("tolerance", keys: ["percent", "amount"])
        else { return nil }
        let rate = item.rate("percent")
        let amount = item.amount("amount")
        if let amount, amount < .zero { item.note("amount", .figure(.toleranceNegative)) }
        guard let tolerance = RowTolerance(rate: rate, amount: amount) else {
            entry.note("tolerance", .decision(.toleranceEmpty))
            return nil
        }
        return tolerance
    }
}

private func fundingBasis(_ text: String) -> FundingBasis? {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    switch (words.first, words.count) {
    case ("whole", 1): return .wholeCost
    case ("last", 1): return .lastAfterOther
    case ("share", 2):
        guard let rate = Rate(percent: words[1]), rate > .zero else { return nil }
        return .share(rate)
    case ("rows", 2...):
        let codes = words.dropFirst().compactMap { BudgetRowCode($0) }
        guard codes.count == words.count - 1, Set(codes).count == codes.count else { return nil }
        return .rows(codes)
    default: return nil
    }
}

/// SHA-256 in sixty-four hexadecimal digits.
func fileDigest(_ text: String) -> String? {
    let isHex = text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
    return text.utf8.count == 64 && isHex ? text : nil
}
