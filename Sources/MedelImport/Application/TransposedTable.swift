import MedelCore

/// A table with years as rows and kinds of cost as columns.
struct TransposedTable {
    let budget: ApplicationBudget
    /// The amounts by year when there is only one column.
    let lump: ApplicationLump?

    /// Takes a draft whose rows are named by years.
    ///
    /// - Returns: nil for any other table, or when the heading does not name every column.
    init?(_ draft: TableDraft) {
        var years: [(year: WrittenYear, amounts: [Money])] = []
        var bottom: (label: String, line: Int, amounts: [Money])?
        let rows = draft.rows
        guard rows.count > 1, draft.columns == nil else { return nil }
        let named = rows.compactMap { Self.year(of: $0) }
        guard named.count >= 2, named.count >= rows.count - 1 else { return nil }
        guard Set(named.map(\.year.kind)).count == named.count else { return nil }
        let isAboutMoney =
            draft.headings.contains { TableEvidence.isBudgetHeading($0) }
            || rows.contains { $0.segment.isUnitDeclared || $0.segment.run.hasUnit }
        guard isAboutMoney, rows.contains(where: \.segment.isStrong) else { return nil }
        let count = named[0].run.joinedCount
        for row in rows {
            let isYear = Self.year(of: row)
            let run = isYear?.run ?? row.segment.run
            guard case .amounts(let read, _, _) = run.read(count, in: row.segment.unit) else {
                return nil
            }
            let amounts = read.compactMap(\.self)
            guard amounts.count == count else { return nil }
            if let isYear {
                years.append((year: isYear.year, amounts: amounts))
            } else {
                guard SumLabel(row.label) != nil else { return nil }
                bottom = (row.label, row.segment.place.line, amounts)
            }
        }
        let labels = Self.columnNames(draft.headingCells, count)
        if count == 1 {
            let text = rows.map { $0.label + " " + $0.segment.run.text }.joined(separator: "; ")
            lump = ApplicationLump(
                years: years.map { ApplicationBudget.Year(label: $0.year.label, months: nil) },
                amounts: years.map { $0.amounts[0] },
                text: text,
                line: rows[0].segment.place.line
            )
        } else {
            lump = nil
        }
        guard let labels = count == 1 ? ["Belopp"] : labels else { return nil }
        budget = Self.budget(draft, labels, years, bottom)
    }

    private static func budget(
        _ draft: TableDraft,
        _ labels: [String],
        _ years: [(year: WrittenYear, amounts: [Money])],
        _ bottom: (label: String, line: Int, amounts: [Money])?
    ) -> ApplicationBudget {
        let line = draft.rows[0].segment.place.line
        var rows: [ApplicationRow] = []
        var sums: [PrintedSum] = []
        for (place, label) in labels.enumerated() {
            let amounts = years.map { $0.amounts[place] }
            if SumLabel(label) != nil {
                let computed = years.map { year in
                    let parts = labels.indices.filter { SumLabel(labels[$0]) == nil }
                    return try? Money.sum(parts.map { year.amounts[$0] })
                }
                let known = computed.compactMap(\.self)
                let outcome: PrintedSum.Outcome =
                    known.count < computed.count
                    ? .notCompared : known == amounts ? .agreesWithAll : .differs(computed: known)
                sums.append(
                    PrintedSum(
                        label: label,
                        line: line,
                        amounts: amounts,
                        outcome: outcome,
                        written: amounts.inApplication
                    )
                )
                continue
            }
            let proposal = CategoryProposal(of: label)
            rows.append(
                ApplicationRow(
                    label: label,
                    line: line,
                    amounts: amounts,
                    category: proposal.category,
                    standsApart: false,
                    written: amounts.map(AmountText.kronor.text).joined(separator: "; "),
                    doubts: proposal.doubts
                )
            )
        }
        if let bottom { sums.append(compare(bottom, years.map(\.amounts))) }
        let isWrong = sums.contains(where: \.isDifference)
        let hasAll = sums.contains { $0.outcome == .agreesWithAll }
        return ApplicationBudget(
            heading: draft.headings.dropLast().last ?? "",
            line: line,
            years: years.map { ApplicationBudget.Year(label: $0.year.label, months: nil) },
            rows: rows,
            incomes: [],
            sums: sums,
            unplaced: [],
            tableDoubts: [.transposed],
            verdict: isWrong ? .differs : hasAll ? .agrees : sums.isEmpty ? .noSum : .partly
        )
    }

    /// The row of sums under the years: each column over all years.
    private static func compare(
        _ bottom: (label: String, line: Int, amounts: [Money]),
        _ years: [[Money]]
    ) -> PrintedSum {
        let computed = bottom.amounts.indices.map { place in
            try? Money.sum(years.map { $0[place] })
        }
        let known = computed.compactMap(\.self)
        let outcome: PrintedSum.Outcome =
            known.count < computed.count
            ? .notCompared
            : known == bottom.amounts ? .agreesWithPart : .differs(computed: known)
        return PrintedSum(
            label: bottom.label,
            line: bottom.line,
            amounts: bottom.amounts,
            outcome: outcome,
            written: bottom.amounts.inApplication
        )
    }

    /// The year that a row is for, and its amounts.
    private static func year(of row: TableDraft.Row) -> (year: WrittenYear, run: FigureRun)? {
        let label = row.segment.label.filter { !$0.core.isEmpty }
        if label.count == 1, let year = label[0].year { return (year, row.segment.run) }
        if label.count == 1, label[0].isText,
            let found = ApplicationTokenizer.tokens(label[0].core)
                .first?.figure?.calendarYear
        {
            return (WrittenYear(kind: .calendar(found), label: String(found)), row.segment.run)
        }
        let words = label.map(\.core)
        guard words.isEmpty || words.allSatisfy({ ["ar", "budget", "for"].contains($0) }),
            let first = row.segment.run.tokens.first?.figure?.calendarYear,
            row.segment.run.tokens.count > 1
        else { return nil }
        let rest = FigureRun(Array(row.segment.run.tokens.dropFirst()))
        return (WrittenYear(kind: .calendar(first), label: String(first)), rest)
    }

    /// The heading's cells, without the one over the years.
    private static func columnNames(_ cells: [String], _ count: Int) -> [String]? {
        if cells.count == count { return cells }
        return cells.count == count + 1 ? Array(cells.dropFirst()) : nil
    }
}
