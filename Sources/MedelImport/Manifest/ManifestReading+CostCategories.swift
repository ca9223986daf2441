import MedelCore

extension ManifestReading {
    static let costCategoryKeys = ["code", "name", "from", "through"]

    /// Reads one kostnadsslag of the catalogue.
    mutating func readCostCategory(_ entry: ManifestEntry) {
        let code = entry.required("code", entry.category)
        let name = entry.required("name", entry.text)
        let from = entry.month("from")
        let through = entry.month("through")
        if let from, let through, from > through {
            entry.note("from", .plan(.monthsReversed(from: from, through: through)))
        }
        if let code { describe(.costCategory, code.text, at: entry.place(of: "code")) }
        guard let code, let name else { return }
        let value = CostCategory(code: code, name: name, from: from, through: through)
        costCategories.append(Placed(value: value, place: entry.place))
    }

    /// Reads a kostnadsslag that the catalogue, if there is one, must have.
    mutating func readCategory(_ entry: ManifestEntry, _ key: String) -> CostCategoryCode? {
        let category = entry.category(key)
        if let category { refer(to: .costCategory, category.text, at: entry.place(of: key)) }
        return category
    }

    /// Notes budgets that count on a kostnadsslag in a year when it does not hold.
    func checkCategoryDates() {
        let known = Dictionary(
            costCategories.map { ($0.value.code, $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
        for budget in budgets where !budget.isKept {
            for (place, year) in budget.value.years.enumerated() {
                guard let months = year.months else { continue }
                let missed = budget.value.rows.filter { row in
                    row.amounts[place] != .zero
                        && row.category.flatMap { known[$0] }?.holds(in: months) == false
                }
                for code in Set(missed.compactMap(\.category)).sorted() {
                    findings.add(
                        budget.place,
                        .plan(.categoryNotHeld(code, year: year.label))
                    )
                }
            }
        }
    }
}
