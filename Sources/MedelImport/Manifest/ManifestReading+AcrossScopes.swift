import MedelCore

extension ManifestReading {
    /// That each ceiling and riktbelopp can come to apply to some cost of its insats.
    ///
    /// What can never apply is an error; what only does not apply to what is described so far, such
    /// as a budget year of an insats without a budget, is a warning.
    ///
    /// Source: SPEC 3 (ceiling), 4.1.
    func checkScopes() {
        let versions = Dictionary(grouping: budgets, by: \.value.insats)
        let months = Dictionary(
            insatser.map { ($0.value.code, $0.value.months) },
            uniquingKeysWith: { first, _ in first }
        )
        for decision in decisions where !decision.isKept {
            let code = decision.value.insats
            let placed = versions[code] ?? []
            let own = placed.map(\.value)
            // A budget that cannot be read has findings of its own, and may have year or row.
            let isWhole = placed.count { !$0.isKept } >= statedBudgets[code, default: 0]
            for scope in decision.value.ceilings.map(\.scope) {
                switch scope {
                case .total, .recipient: continue
                case .budgetYear(let number):
                    if isWhole { check(year: number, of: own, decision.place) }
                case .calendarYear(let year):
                    guard let months = months[code] ?? nil else { continue }
                    check(calendarYear: year, months, decision)
                case .category(let category):
                    if isWhole { check(category, of: own, decision.place) }
                }
            }
            for guideline in decision.value.terms.guidelines where isWhole {
                check(guideline.category, of: own, decision.place)
            }
        }
    }

    private func check(year number: Int, of own: [BudgetVersion], _ place: ManifestPlace) {
        guard let count = own.map(\.years.count).max() else {
            return findings.add(place, .decision(.ceilingYearUnproven(number)))
        }
        if number > count {
            findings.add(place, .decision(.ceilingYearUnknown(number, count: count)))
        }
    }

    private func check(
        calendarYear year: Int,
        _ months: MonthRange,
        _ decision: Placed<Decision>
    ) {
        // A grant may say that costs fall later than the insats's months.
        let last = max(months.last.year, decision.value.terms.lastCostDay?.year ?? 0)
        guard year < months.first.year || year > last else { return }
        findings.add(decision.place, .decision(.ceilingOutsideInsats(year: year, months)))
    }

    private func check(
        _ category: CostCategoryCode,
        of own: [BudgetVersion],
        _ place: ManifestPlace
    ) {
        // What the catalogue does not have has a finding where it stands.
        guard costCategories.isEmpty || knows(.costCategory, category.text) else { return }
        let rows = own.flatMap(\.rows)
        guard !rows.contains(where: { $0.category == category }) else { return }
        let isMapped = mapping.values.joined().contains { $0.category == category }
        // The rules may be in the ledger only, and a row may get its category later.
        let isOpen = !hasMapping || rows.isEmpty || rows.contains { $0.category == nil }
        findings.add(
            place,
            .decision(
                isMapped || isOpen ? .categoryNotBudgeted(category) : .categoryUnknown(category)
            )
        )
    }
}
