import MedelCore

extension ManifestReading {
    static let budgetKeys = [
        "kind", "date", "decision", "years", "rows", "source", "assumed", "remark",
    ]
    private static let rowKeys =
        ["code", "category", "label", "recipient"] + contentKeys + ["roundTo", "rounding"]

    mutating func readBudgets(of insats: InsatsCode, months: MonthRange?, _ entry: ManifestEntry) {
        statedBudgets[insats, default: 0] += entry.list("budgets").count
        for item in entry.entries("budgets", keys: Self.budgetKeys) {
            readBudget(of: insats, months: months, item)
        }
    }

    mutating func readBudget(
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
        let decision = entry.value("decision", { .value(.badCode($0)) }, { DecisionCode($0) })
        if let decision { refer(to: .decision, decision.text, at: entry.place(of: "decision")) }
        guard let kind, let date, let years, let rows else { return }
        describe(.budget, "\(insats) \(kind) \(date)", at: entry.place)
        budgetDrafts.append(
            BudgetDraft(
                insats: insats,
                kind: kind,
                date: date,
                years: years,
                rows: rows,
                notes: notes,
                decision: decision,
                place: entry.place,
                decisionPlace: entry.place(of: "decision")
            )
        )
    }

    /// Computes the rows of every budget, when all files and with them all PO rates are read.
    mutating func computeBudgets(with rates: PORateTable) {
        let rates = PORateTable(poRates).completed(by: rates)
        for draft in budgetDrafts {
            let evaluation = BudgetEvaluation(
                draft.rows.map(\.plan),
                years: draft.years,
                rates: rates
            )
            for fault in evaluation.faults {
                let place = draft.rows.first { $0.plan.code == fault.row }?.place ?? draft.place
                findings.add(place, .budget(.rule(fault.reason)))
            }
            guard let rows = evaluation.rows else { continue }
            for (row, plan) in zip(rows, draft.rows) where row.isIncomeAboveZero {
                findings.add(plan.place, .budget(.incomeAboveZero(row.category?.text ?? "")))
            }
            budgetCounts[draft.insats, default: 0] += 1
            let value = BudgetVersion(
                insats: draft.insats,
                number: budgetCounts[draft.insats] ?? 1,
                kind: draft.kind,
                date: draft.date,
                years: draft.years,
                rows: rows,
                notes: draft.notes,
                rates: evaluation.rates,
                decision: draft.decision
            )
            budgets.append(Placed(value: value, place: draft.place))
        }
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
    private mutating func readRows(
        _ budget: ManifestEntry,
        yearCount: Int
    ) -> [BudgetDraft.Row]? {
        var rows: [BudgetDraft.Row] = []
        var firstPlaces: [BudgetRowCode: ManifestPlace] = [:]
        for entry in budget.entries("rows", keys: Self.rowKeys) {
            let code = entry.required("code") { key in
                entry.value(key, { .value(.badRowCode($0)) }, { BudgetRowCode($0) })
            }
            let label = entry.required("label", entry.text)
            let category = readCategory(entry, "category")
            let recipient = entry.ownerCode("recipient")
            let content = readContent(entry, yearCount: yearCount)
            if let recipient {
                refer(to: .recipient, recipient.text, at: entry.place(of: "recipient"))
            }
            if let code, let first = firstPlaces[code] {
                entry.note("code", .plan(.duplicate(.row, code.text, first: first)))
                continue
            }
            guard let code, let label, let content else { continue }
            firstPlaces[code] = entry.place
            let plan = BudgetRowPlan(
                code: code,
                category: category,
                label: label,
                recipient: recipient,
                content: content
            )
            let key = Self.contentKeys.first { entry.has($0) } ?? "code"
            rows.append(BudgetDraft.Row(plan: plan, place: entry.place(of: key)))
        }
        return rows.count == budget.list("rows").count ? rows : nil
    }

    /// Where a row's amounts come from; nil when that cannot be read.
    private func readContent(_ row: ManifestEntry, yearCount: Int) -> BudgetRowPlan.Content? {
        let keys = Self.contentKeys.filter { row.has($0) }
        guard let key = keys.first else {
            findings.add(row.place, .budget(.contentMissing(known: Self.contentKeys)))
            return nil
        }
        if keys.count > 1 { row.note(key, .budget(.contentRepeated(keys))) }
        guard key == "amounts" else {
            let content = readRule(row, key: key, yearCount: yearCount)
            return keys.count > 1 ? nil : content
        }
        for key in ["roundTo", "rounding"] where row.has(key) {
            row.note(key, .budget(.roundingWithoutRule))
        }
        let amounts = row.amounts("amounts")
        if amounts.count != yearCount {
            row.note("amounts", .plan(.amountCount(expected: yearCount, found: amounts.count)))
        }
        let read = amounts.compactMap(\.self)
        guard read.count == yearCount, amounts.count == yearCount, keys.count == 1 else {
            return nil
        }
        return .amounts(read)
    }
}

/// A budget as it was read, before its rules are computed.
struct BudgetDraft {
    /// A row and where its content stands.
    struct Row {
        let plan: BudgetRowPlan
        let place: ManifestPlace
    }

    let insats: InsatsCode
    let kind: BudgetVersion.Kind
    let date: Day
    let years: [BudgetYear]
    let rows: [Row]
    let notes: [SourceNote]
    let decision: DecisionCode?
    let place: ManifestPlace
    let decisionPlace: ManifestPlace
}
