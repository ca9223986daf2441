import MedelCore

/// Tells which of the tables that were found is the budget.
struct TableSelection {
    /// The budget; nil when no table is one.
    private(set) var budget: ApplicationBudget?

    /// A table with a total for each year and nothing else.
    private(set) var lump: ApplicationLump?

    /// Tables that look like budgets too.
    private(set) var others: [ApplicationBudget] = []

    /// Amounts of what was no table.
    private(set) var mentions: [ApplicationMention] = []
    /// Every table as it was read, before tables of one year each were put together.
    private(set) var read: [ApplicationBudget] = []
    /// The tables that the budget was put together of.
    private(set) var parts: [ApplicationBudget] = []

    init(_ drafts: [TableDraft]) {
        var tables: [ApplicationBudget] = []
        for draft in drafts {
            if let transposed = TransposedTable(draft) {
                if let found = transposed.lump {
                    lump = lump ?? found
                } else {
                    tables.append(transposed.budget)
                }
                continue
            }
            let reading = TableReading(draft)
            let evidence = TableEvidence(reading)
            if evidence.isBudget {
                tables.append(ApplicationBudget(reading))
            } else {
                mentions += draft.rows.filter { $0.segment.isStrong }
                    .map { row in
                        ApplicationMention(
                            row.segment,
                            after: [],
                            isUnderHeading: draft.headings.contains(
                                where: TableEvidence.isBudgetHeading
                            )
                        )
                    }
            }
        }
        let merged = MergedTables(tables)
        let all = tables
        if let merged { tables = [merged.budget] + merged.others }
        // The fullest table that is no outcome, and of two the one that its sums confirm.
        let rank = { (table: ApplicationBudget) in
            (
                Self.isOutcome(table.heading) ? 0 : 1, table.rows.count,
                table.verdict == .agrees ? 1 : 0
            )
        }
        guard var best = tables.indices.first else { return }
        for place in tables.indices where rank(tables[place]) > rank(tables[best]) { best = place }
        budget = tables[best]
        read = all
        parts = best == 0 ? merged?.parts ?? [tables[best]] : [tables[best]]
        tables.remove(at: best)
        others = tables
    }

    /// Whether a heading says that a table is about what was: `Utfall 2024`.
    private static func isOutcome(_ heading: String) -> Bool {
        let words = heading.split { !$0.isLetter }.map { ApplicationWords.core($0) }
        return words.count < 6 && words.contains { ApplicationWords.otherColumns.contains($0) }
    }
}

/// What speaks for a table being a budget.
struct TableEvidence {
    let isBudget: Bool

    init(_ reading: TableReading) {
        var known = 0
        var costs = 0
        var hasSum = false
        var incomes = 0
        for entry in reading.entries {
            switch entry {
            case .row(let row, isIncome: false):
                costs += 1
                if row.category != nil { known += 1 }
            case .row: incomes += 1
            case .sum: hasSum = true
            }
        }
        let hasHeading = reading.headings.contains { Self.isBudgetHeading($0) }
        var points = 0
        if hasHeading { points += 2 }
        if reading.columns != nil { points += 1 }
        if hasSum { points += 1 }
        if reading.unitIsSaid { points += 1 }
        if known > 1 { points += 1 }
        if known * 2 >= costs { points += 1 }
        let isAboutMoney = known > 1 || hasHeading || reading.unitIsSaid
        let hasRows = costs > 1 || costs == 1 && (hasSum || incomes > 0) && known > 0
        isBudget = hasRows && isAboutMoney && points > 2
    }

    static func isBudgetHeading(_ text: String) -> Bool {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count <= 14 else { return false }
        return words.contains { word in
            let core = ApplicationWords.core(word)
            return ApplicationWords.budgetHeadings.contains { core.hasPrefix($0) }
        }
    }
}

extension ApplicationBudget {
    /// Takes a table as a budget.
    init(_ reading: TableReading) {
        let comparison = SumComparison(reading)
        let verdict = comparison.verdict()
        var rows: [ApplicationRow] = []
        var incomes: [ApplicationRow] = []
        for entry in reading.entries {
            switch entry {
            case .row(let row, isIncome: false): rows.append(row)
            case .row(let row, isIncome: true): incomes.append(row)
            case .sum: continue
            }
        }
        var doubts: [TableDoubt] = []
        let years = Self.years(of: reading, &doubts)
        let repeated = Self.repeated(rows)
        if !repeated.isEmpty { doubts.append(.repeatedRows(repeated)) }
        if reading.isPerMonth { doubts.append(.perMonth) }
        if reading.layout.totalIsGuessed { doubts.append(.totalColumn) }
        let others = reading.layout.others.sorted { $0.key < $1.key }.map(\.value)
        if !others.isEmpty { doubts.append(.otherColumns(others.filter { !$0.isEmpty })) }
        self.init(
            heading: reading.headings.last ?? "",
            line: reading.line,
            years: years,
            rows: verdict == .agrees ? rows : rows.map(Self.doubted),
            incomes: incomes,
            sums: comparison.sums,
            unplaced: reading.unplaced,
            tableDoubts: doubts,
            verdict: verdict
        )
    }

    /// `Projektledare 1 650 000` can be one post and 650 000 when no sum says otherwise.
    private static func doubted(_ row: ApplicationRow) -> ApplicationRow {
        let groups = row.written.split(separator: " ", omittingEmptySubsequences: false)
        guard row.category?.text == "LON", row.amounts.count == 1, groups.count == 3,
            groups[0].count == 1, groups[1].count == 3,
            groups.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) })
        else { return row }
        return ApplicationRow(
            label: row.label,
            line: row.line,
            amounts: row.amounts,
            category: row.category,
            standsApart: row.standsApart,
            written: row.written,
            doubts: row.doubts + [.ambiguousGroups(row.written)]
        )
    }

    /// Labels that more than one row has, which may be of different years.
    private static func repeated(_ rows: [ApplicationRow]) -> [String] {
        var seen: Set<String> = []
        var repeated: [String] = []
        for row in rows where row.label.contains(where: \.isLetter) {
            let isNew = seen.insert(ApplicationWords.folded(row.label)).inserted
            if !isNew, !repeated.contains(row.label) { repeated.append(row.label) }
        }
        return repeated
    }

    private static func years(
        of reading: TableReading,
        _ doubts: inout [TableDoubt]
    ) -> [Year] {
        if let columns = reading.columns, columns.years.count == reading.count {
            let terms = columns.years.filter(\.isTerm).map(\.label)
            if !terms.isEmpty { doubts.append(.monthsUnknown(terms)) }
            return columns.years.map { Year(label: $0.label, months: $0.months) }
        }
        guard reading.count == 1 else {
            let names = reading.layout.names
            doubts.append(.columnsUnknown(reading.count, names: names))
            return (1...max(1, reading.count)).map { Year(label: "Kolumn \($0)", months: nil) }
        }
        if let year = onlyYear(reading.headings) {
            if year.isTerm { doubts.append(.monthsUnknown([year.label])) }
            return [Year(label: year.label, months: year.months)]
        }
        doubts.append(.yearUnknown)
        return [Year(label: "Ett år", months: nil)]
    }

    /// The year of a heading such as `Budget 2025`; nil when there are none or several.
    private static func onlyYear(_ headings: [String]) -> WrittenYear? {
        for heading in headings.reversed() where heading.split(separator: " ").count <= 8 {
            let tokens = ApplicationTokenizer.tokens(heading)
            let years = tokens.compactMap { token in
                token.year
                    ?? token.figure?.calendarYear.map {
                        WrittenYear(kind: .calendar($0), label: String($0))
                    }
            }
            if years.count == 1 { return years[0] }
            if years.count > 1 { return nil }
        }
        return nil
    }
}
