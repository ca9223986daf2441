/// Tables with one year each and the same rows, set side by side.
struct MergedTables {
    let budget: ApplicationBudget
    let others: [ApplicationBudget]

    /// Takes tables that belong together.
    ///
    /// - Returns: nil when no two do.
    init?(_ tables: [ApplicationBudget]) {
        guard let first = tables.first(where: { $0.years.count == 1 && $0.rows.count > 1 }) else {
            return nil
        }
        let labels = first.rows.map { ApplicationWords.folded($0.label) }
        let same = tables.filter { table in
            table.years.count == 1 && table.rows.map { ApplicationWords.folded($0.label) } == labels
                && table.incomes.count == first.incomes.count
                && !table.tableDoubts.contains(.yearUnknown)
        }
        let years = same.flatMap(\.years)
        guard same.count > 1, Set(years.map(\.label)).count == years.count else { return nil }
        let lines = Set(same.map(\.line))
        budget = ApplicationBudget(
            heading: first.heading,
            line: first.line,
            years: years,
            rows: labels.indices.map { place in Self.joined(same.map { $0.rows[place] }) },
            incomes: first.incomes.indices.map { place in
                Self.joined(same.map { $0.incomes[place] })
            },
            sums: same.flatMap(\.sums),
            unplaced: same.flatMap(\.unplaced),
            tableDoubts: [.mergedTables],
            verdict: Self.verdict(same.map(\.verdict))
        )
        others = tables.filter { !lines.contains($0.line) }
    }

    private static func joined(_ rows: [ApplicationRow]) -> ApplicationRow {
        let first = rows[0]
        var doubts: [ApplicationDoubt] = []
        for doubt in rows.flatMap(\.doubts) where !doubts.contains(doubt) { doubts.append(doubt) }
        let isRead = rows.allSatisfy { $0.amounts.count == 1 }
        return ApplicationRow(
            label: first.label,
            line: first.line,
            amounts: isRead ? rows.flatMap(\.amounts) : [],
            category: first.category,
            standsApart: first.standsApart,
            written: rows.map(\.written).joined(separator: " / "),
            doubts: doubts
        )
    }

    /// Agrees only when every part does; else what is worst.
    private static func verdict(_ parts: [SumVerdict]) -> SumVerdict {
        let verdicts: [SumVerdict] = [
            .differs, .notCompared, .noSum, .partly, .agreesWithoutIncome,
        ]
        for worst in verdicts where parts.contains(worst) {
            return worst == .noSum && parts.contains(.agrees) ? .partly : worst
        }
        return .agrees
    }
}
