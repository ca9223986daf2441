import MedelCore

extension Decision.Kind {
    /// What is decided, in a Swedish word.
    var swedish: String {
        switch self {
        case .grant: "beviljande"
        case .amend: "ändring"
        case .exception: "undantag"
        case .carryOver: "överföring"
        case .reallocate: "omfördelning"
        case .reject: "avslag"
        case .close: "avslut"
        }
    }
}

extension Decision {
    /// How the decision stands to an earlier one, in Swedish; empty when it stands alone.
    var relationWords: String {
        switch relation {
        case .none: ""
        case .replaces(let code): "ersätter \(code.text)"
        case .adds(let code): "läggs till \(code.text)"
        case .moves: "flyttar utrymme"
        }
    }

    /// The ceilings in a line.
    ///
    /// - Parameter years: the budget years that they refer to.
    /// - Returns: scopes with amounts; empty when there are none.
    func ceilingWords(years: [BudgetYear]) -> String {
        ceilings.map { ceiling in
            let vat = ceiling.includesVAT ? " inkl. moms" : ""
            return "\(ceiling.scope.title(years: years)) \(kronor(ceiling.amount))\(vat)"
        }.joined(separator: "; ")
    }

    /// What the decision gives in all: its ceiling for the whole, else those of its years, its
    /// recipients or its categories together; nil where it gives none.
    ///
    /// - Throws: `MoneyError.outOfRange` when the sum passes the bound.
    func whole() throws(MoneyError) -> Money? {
        // What is moved is on balance nothing, which is not an amount that anyone decided.
        guard relation != .moves else { return nil }
        let families: [(Ceiling.Scope) -> Bool] = [
            { $0 == .total },
            { if case .budgetYear = $0 { true } else { false } },
            { if case .calendarYear = $0 { true } else { false } },
            { if case .recipient = $0 { true } else { false } },
            { if case .category = $0 { true } else { false } },
        ]
        for isMember in families {
            let amounts = ceilings.filter { isMember($0.scope) }.map(\.amount)
            if !amounts.isEmpty { return try Money.sum(amounts) }
        }
        return nil
    }
}

extension Condition {
    /// The condition with its day, and how it stands on another day.
    func words(asOf day: Day) -> String {
        guard let due else { return text }
        return "\(text) (senast \(due)\(due < day ? ", datum passerat" : ""))"
    }
}

extension GrantTerms {
    /// Each term that is said, as a name and what it says.
    func words(_ plan: AssociationPlan) -> [(name: String, text: String)] {
        var words: [(name: String, text: String)] = []
        if let basis { words.append(("Grund", MedelReports.words(for: basis))) }
        for guideline in guidelines {
            let action =
                switch guideline.action {
                case .warn: "visas när det passeras"
                case .decide: "kräver beslut när det passeras"
                }
            words.append(
                (
                    "Riktbelopp",
                    "\(plan.words(for: guideline.category)) \(kronor(guideline.amount)), "
                        + action
                )
            )
        }
        if let tolerance {
            let limits = [
                tolerance.rate.map { "\($0) % av raden" }, tolerance.amount.map { kronor($0) },
            ]
            words.append(
                (
                    "Omfördelning utan beslut",
                    "högst " + limits.compactMap(\.self).joined(separator: " och högst ")
                        + " per rad och budgetår"
                )
            )
        }
        if let lastCostDay { words.append(("Sista dag för kostnader", "\(lastCostDay)")) }
        if let administrationMax {
            words.append(("Administration högst", "\(administrationMax) % av kostnaderna"))
        }
        return words
    }
}
