import MedelCore

extension ManifestReading {
    /// A decision that spends during the year says how (KL 11:15); a row that a grant is limited to
    /// is in a budget.
    func checkFinancing() {
        let months = Dictionary(
            insatser.map { ($0.value.code, $0.value.months) },
            uniquingKeysWith: { first, _ in first }
        )
        let versions = Dictionary(grouping: budgets.map(\.value), by: \.insats)
        let all = decisions.map(\.value)
        for decision in decisions where decision.value.financing.isEmpty && !decision.isKept {
            let value = decision.value
            let years = versions[value.insats]?.last?.years ?? []
            let first = value.firstYearSpent(months: months[value.insats] ?? nil, years: years)
            guard let first, value.date.year >= first, value.adds(to: all) else { continue }
            findings.add(decision.place, .decision(.financingMissing(year: value.date.year)))
        }
        for reference in rowReferences {
            let rows = versions[reference.insats]?.flatMap(\.rows).map(\.code) ?? []
            guard !rows.contains(reference.row) else { continue }
            findings.add(reference.place, .decision(.basisRowUnknown(reference.row)))
        }
    }

    /// A budget's costs should not pass its revenues (KL 11:5).
    func checkBudgets() {
        let amounts = areaBudgets.map(\.value)
        let told = Dictionary(
            associationBudgets.map { ($0.value.year, $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
        for year in Set(amounts.map(\.year)).sorted() {
            let original = amounts.filter { $0.year == year && $0.kind == .original }
            guard original.contains(where: { $0.line == .income }),
                let place = placeOfBudget(of: year),
                let deficit = try? Money.sum(
                    original.map { $0.line == .income ? -$0.amount : $0.amount }
                ), deficit > .zero
            else { continue }
            let hasMotive = told[year].map { !$0.motive.isEmpty } ?? false
            findings.add(
                place,
                .plan(.budgetDeficit(year: year, deficit: deficit, hasMotive: hasMotive))
            )
        }
    }
}

extension ManifestReading {
    /// Where the budget of a year is read; nil when a ledger alone has it.
    private func placeOfBudget(of year: Int) -> ManifestPlace? {
        areaBudgets.first { $0.value.year == year && !$0.isKept }?.place
            ?? associationBudgets.first { $0.value.year == year && !$0.isKept }?.place
    }

    /// Instalments do not come to more than what has been decided.
    func checkInstalments() {
        for contribution in contributions {
            let value = contribution.value
            guard let sum = try? Money.sum(value.payments.map(\.signed)), sum > value.amount
            else { continue }
            findings.add(
                contribution.place,
                .plan(.instalmentsExceed(value.member, year: value.year, sum, value.amount))
            )
        }
    }
}

extension Decision {
    /// The first calendar year that the ceilings give room in; nil while months are not known.
    fileprivate func firstYearSpent(months: MonthRange?, years: [BudgetYear]) -> Int? {
        ceilings.filter { $0.amount > .zero }.compactMap { ceiling -> Int? in
            switch ceiling.scope {
            case .calendarYear(let year): year
            case .budgetYear(let number):
                years.indices.contains(number - 1) ? years[number - 1].months?.first.year : nil
            case .total, .recipient, .category: months?.first.year
            }
        }.min()
    }

    /// Whether the decision gives more than what it replaces; moved room sums to zero.
    fileprivate func adds(to decisions: [Decision]) -> Bool {
        switch relation {
        case .moves: return false
        case .none, .adds: return ceilings.contains { $0.amount > .zero }
        case .replaces(let code):
            guard let earlier = decisions.first(where: { $0.code == code }) else { return true }
            let before = Dictionary(
                earlier.ceilings.map { ($0.scope, $0.amount) },
                uniquingKeysWith: { first, _ in first }
            )
            return ceilings.contains { $0.amount > before[$0.scope] ?? .zero }
        }
    }
}
