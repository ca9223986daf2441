import MedelCore

/// Tables with one year each and the same rows, set side by side.
struct MergedTables {
    let budget: ApplicationBudget
    let others: [ApplicationBudget]
    /// The tables that it was put together of.
    let parts: [ApplicationBudget]

    /// Takes tables that belong together.
    ///
    /// - Returns: nil when no two do.
    init?(_ tables: [ApplicationBudget]) {
        guard let first = tables.first(where: { $0.years.count == 1 && $0.rows.count > 1 }) else {
            return nil
        }
        let labels = first.rows.map { ApplicationWords.folded($0.label) }
        var same = tables.filter { table in
            table.years.count == 1 && table.rows.map { ApplicationWords.folded($0.label) } == labels
                && table.incomes.count == first.incomes.count
        }
        let total = Self.takeTotal(&same)
        same = same.filter { !$0.tableDoubts.contains(.yearUnknown) }
        let years = same.flatMap(\.years)
        guard same.count > 1, Set(years.map(\.label)).count == years.count else { return nil }
        let agrees = total.map { Self.isSum($0, of: same) }
        let doubts = total.map { [TableDoubt.totalTable(line: $0.line, agrees: agrees == true)] }
        let parts = same + [total].compactMap(\.self)
        self.parts = parts
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
            tableDoubts: [.mergedTables] + (doubts ?? []),
            verdict: agrees == false ? .differs : Self.verdict(same.map(\.verdict))
        )
        let lines = Set(parts.map(\.line))
        others = tables.filter { !lines.contains($0.line) }
    }

    /// Takes away a table that adds up the others: by its amounts, or by years that hold theirs.
    private static func takeTotal(_ tables: inout [ApplicationBudget]) -> ApplicationBudget? {
        guard tables.count > 2 else { return nil }
        let found = tables.indices.reversed().first { place in
            var others = tables
            let table = others.remove(at: place)
            let isNamedYear = Int(table.years[0].label) != nil
            let haveNamedYears = others.allSatisfy { Int($0.years[0].label) != nil }
            return isSum(table, of: others) || !isNamedYear && haveNamedYears
        }
        return found.map { tables.remove(at: $0) }
    }

    private static func isSum(_ table: ApplicationBudget, of others: [ApplicationBudget]) -> Bool {
        table.rows.indices.allSatisfy { place in
            let parts = others.compactMap { $0.rows[place].known?.first }
            return parts.count == others.count
                && (try? Money.sum(parts)) == table.rows[place].known?.first
        }
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
            .differs, .notCompared, .noSum, .partly, .agreesOverYears, .agreesWithoutIncome,
        ]
        for worst in verdicts where parts.contains(worst) {
            return worst == .noSum && parts.contains(.agrees) ? .partly : worst
        }
        return .agrees
    }
}
