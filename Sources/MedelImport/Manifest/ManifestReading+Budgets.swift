import MedelCore

extension ManifestReading {
    private static let budgetKeys = [
        "kind", "date", "years", "rows", "source", "assumed", "remark",
    ]
    private static let rowKeys = ["code", "category", "label", "recipient", "amounts"]

    mutating func readBudgets(of insats: InsatsCode, months: MonthRange?, _ entry: ManifestEntry) {
        for item in entry.entries("budgets", keys: Self.budgetKeys) {
            readBudget(of: insats, months: months, item)
        }
    }

    private mutating func readBudget(
        of insats: InsatsCode,
        months: MonthRange?,
        _ entry: ManifestEntry
    ) {
        let kind: BudgetVersion.Kind? = entry.required("kind") { entry.choice($0) }
        let date = entry.required("date", entry.day)
        for key in ["years", "rows"] where entry.list(key).isEmpty {
            entry.note(key, .shape(.missingKey(key)))
        }
        let years = readYears(entry, inside: months)
        let rows = readRows(entry, yearCount: entry.list("years").count)
        let notes = entry.notes()
        guard let kind, let date, let years, let rows else { return }
        budgetCounts[insats, default: 0] += 1
        let value = BudgetVersion(
            insats: insats,
            number: budgetCounts[insats] ?? 1,
            kind: kind,
            date: date,
            years: years,
            rows: rows,
            notes: notes
        )
        describe(.budget, "\(insats) \(kind) \(date)", at: entry.place)
        budgets.append(Placed(value: value, place: entry.place))
    }

    /// The budget years; nil when one cannot be read, since amounts are counted by them.
    private func readYears(
        _ budget: ManifestEntry,
        inside insatsMonths: MonthRange?
    ) -> [BudgetYear]? {
        var years: [BudgetYear] = []
        for entry in budget.entries("years", keys: ["label", "from", "through"]) {
            let label = entry.required("label", entry.text)
            let months = entry.months()
            guard let label else { continue }
            if let months, let insatsMonths,
                months.first < insatsMonths.first || months.last > insatsMonths.last
            {
                findings.add(entry.place, .plan(.yearOutsideInsats(label, insatsMonths)))
            }
            years.append(BudgetYear(label: label, months: months))
        }
        noteOverlaps(of: years, in: budget)
        return years.count == budget.list("years").count ? years : nil
    }

    /// Notes budget years that begin before an earlier one has ended.
    private func noteOverlaps(of years: [BudgetYear], in budget: ManifestEntry) {
        let placed = years.compactMap { year in year.months.map { (year.label, $0) } }
            .sorted { ($0.1.first, $0.1.last) < ($1.1.first, $1.1.last) }
        guard var latest = placed.first else { return }
        for year in placed.dropFirst() {
            if year.1.first <= latest.1.last {
                budget.note("years", .plan(.yearsOverlap(latest.0, year.0)))
            }
            if year.1.last > latest.1.last { latest = year }
        }
    }

    /// The rows; nil when one cannot be read.
    private mutating func readRows(_ budget: ManifestEntry, yearCount: Int) -> [BudgetRow]? {
        var rows: [BudgetRow] = []
        var firstPlaces: [BudgetRowCode: ManifestPlace] = [:]
        for entry in budget.entries("rows", keys: Self.rowKeys) {
            let code = entry.required("code") { key in
                entry.value(key, { .value(.badRowCode($0)) }, { BudgetRowCode($0) })
            }
            let label = entry.required("label", entry.text)
            let category = entry.category("category")
            let recipient = entry.ownerCode("recipient")
            if !entry.has("amounts") { entry.note("amounts", .shape(.missingKey("amounts"))) }
            let amounts = entry.amounts("amounts")
            if entry.has("amounts"), amounts.count != yearCount {
                entry.note(
                    "amounts",
                    .plan(.amountCount(expected: yearCount, found: amounts.count))
                )
            }
            if let recipient {
                refer(to: .recipient, recipient.text, at: entry.place(of: "recipient"))
            }
            if let code, let first = firstPlaces[code] {
                entry.note("code", .plan(.duplicate(.row, code.text, first: first)))
            }
            let read = amounts.compactMap(\.self)
            guard let code, let label, read.count == yearCount, amounts.count == yearCount else {
                continue
            }
            firstPlaces[code] = firstPlaces[code] ?? entry.place
            rows.append(
                BudgetRow(
                    code: code,
                    category: category,
                    label: label,
                    recipient: recipient,
                    amounts: read
                )
            )
        }
        return rows.count == budget.list("rows").count ? rows : nil
    }
}
