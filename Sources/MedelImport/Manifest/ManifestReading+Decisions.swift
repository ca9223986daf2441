import MedelCore

extension ManifestReading {
    static let decisionKeys = [
        "code", "kind", "relation", "date", "paragraph", "diaryNumber", "financing", "ceilings",
        "conditions", "basis", "guidelines", "tolerance", "lastCostDay", "administrationMax",
        "delegated", "minutes",
    ]

    mutating func readDecisions(of insats: InsatsCode, _ entry: ManifestEntry) {
        for item in entry.entries("decisions", keys: Self.decisionKeys) {
            readDecision(of: insats, item)
        }
    }

    mutating func readDecision(of insats: InsatsCode, _ entry: ManifestEntry) {
        let code = entry.required("code") { key in
            entry.value(key, { .value(.badCode($0)) }, { DecisionCode($0) })
        }
        let kind: Decision.Kind? = entry.required("kind") { entry.choice($0) }
        let date = entry.required("date", entry.day)
        let paragraph = entry.required("paragraph", entry.text)
        let relation = readRelation(entry)
        let ceilings = readCeilings(entry, moves: relation == .moves)
        let conditions = readConditions(entry)
        let terms = readTerms(of: insats, entry)
        let isDelegated: Answer? = entry.choice("delegated")
        let minutes = entry.value("minutes", { .value(.badDigest($0)) }, fileDigest)
        if let code { describe(.decision, code.text, at: entry.place(of: "code")) }
        if let kind, let relation { check(kind, relation, ceilings, entry) }
        guard let code, let kind, let date, let paragraph, let relation else { return }
        let value = Decision(
            code: code,
            insats: insats,
            kind: kind,
            relation: relation,
            date: date,
            paragraph: paragraph,
            diaryNumber: entry.text("diaryNumber") ?? "",
            ceilings: ceilings,
            financing: entry.text("financing") ?? "",
            conditions: conditions,
            terms: terms,
            isDelegated: isDelegated == .yes,
            minutes: minutes
        )
        decisions.append(Placed(value: value, place: entry.place))
    }

    /// How the decision stands to an earlier one; nil when that cannot be read.
    private mutating func readRelation(_ entry: ManifestEntry) -> Decision.Relation? {
        guard let text = entry.text("relation") else {
            return entry.has("relation") ? nil : Decision.Relation.none
        }
        let words = text.split(separator: " ")
        if words == ["moves"] { return .moves }
        guard words.count == 2, let earlier = DecisionCode(String(words[1])),
            words[0] == "replaces" || words[0] == "adds"
        else {
            entry.note("relation", .value(.badRelation(text)))
            return nil
        }
        refer(to: .decision, earlier.text, at: entry.place(of: "relation"))
        return words[0] == "adds" ? .adds(earlier) : .replaces(earlier)
    }

    /// Whether a decision of that kind may stand so to an earlier one, with those ceilings.
    private func check(
        _ kind: Decision.Kind,
        _ relation: Decision.Relation,
        _ ceilings: [Ceiling],
        _ entry: ManifestEntry
    ) {
        switch (kind, relation) {
        case (.amend, .none), (.exception, .none), (.carryOver, .none), (.reallocate, .none):
            entry.note("kind", .decision(.relationMissing(kind)))
        case (.grant, .moves), (.amend, .moves), (.exception, .moves),
            (.carryOver, .replaces), (.carryOver, .adds),
            (.reallocate, .replaces), (.reallocate, .adds),
            (.reject, .replaces), (.reject, .adds), (.reject, .moves),
            (.close, .replaces), (.close, .adds), (.close, .moves):
            entry.note("relation", .decision(.relationNotAllowed(kind)))
        case (.grant, .none), (.grant, .replaces), (.grant, .adds), (.amend, .replaces),
            (.amend, .adds), (.exception, .replaces), (.exception, .adds), (.carryOver, .moves),
            (.reallocate, .moves), (.reject, .none), (.close, .none):
            break
        }
        let isEmpty = entry.list("ceilings").isEmpty
        switch kind {
        case .grant, .amend, .exception, .carryOver, .reallocate:
            if isEmpty { entry.note("ceilings", .decision(.ceilingsMissing(kind))) }
        case .reject, .close:
            if !isEmpty { entry.note("ceilings", .decision(.ceilingsNotAllowed(kind))) }
        }
        guard relation == .moves, ceilings.count == entry.list("ceilings").count else { return }
        guard let sum = try? Money.sum(ceilings.map(\.amount)) else {
            entry.note("ceilings", .decision(.movesNotZero(Money.max)))
            return
        }
        if sum != .zero { entry.note("ceilings", .decision(.movesNotZero(sum))) }
    }

    private mutating func readCeilings(_ decision: ManifestEntry, moves: Bool) -> [Ceiling] {
        var ceilings: [Ceiling] = []
        var scopes: Set<Ceiling.Scope> = []
        for entry in decision.entries("ceilings", keys: ["scope", "amount", "vat"]) {
            let scope = entry.required("scope") { key in
                entry.value(key, { .value(.badScope($0)) }, ceilingScope)
            }
            let amount = entry.required("amount", entry.amount)
            let vat: StatedVAT? = entry.choice("vat")
            if case .recipient(let code) = scope {
                refer(to: .recipient, code.text, at: entry.place(of: "scope"))
            }
            if case .category(let code) = scope {
                refer(to: .costCategory, code.text, at: entry.place(of: "scope"))
            }
            if let amount, amount < .zero, !moves {
                entry.note("amount", .decision(.ceilingNegative))
            }
            guard let scope, let amount else { continue }
            if !scopes.insert(scope).inserted {
                entry.note("scope", .decision(.ceilingRepeated(entry.text("scope") ?? "")))
            }
            ceilings.append(
                Ceiling(scope: scope, amount: amount, includesVAT: vat == .included)
            )
        }
        return ceilings
    }
}

/// Reads `total`, `budgetYear 1`, `calendarYear 2017`, `recipient CODE` or `category CODE`.
private func ceilingScope(_ text: String) -> Ceiling.Scope? {
    let words = text.split(separator: " ").map(String.init)
    if words == ["total"] { return .total }
    guard words.count == 2 else { return nil }
    switch words[0] {
    case "budgetYear":
        return Int(words[1]).flatMap { (1...100).contains($0) ? .budgetYear($0) : nil }
    case "calendarYear": return manifestYear(words[1]).map { .calendarYear($0) }
    case "recipient": return OwnerCode(words[1]).map { .recipient($0) }
    case "category": return CostCategoryCode(words[1]).map { .category($0) }
    default: return nil
    }
}
