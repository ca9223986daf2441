import MedelCore

/// A draft whose rows have been read with the number of amounts that the table has.
struct TableReading {
    /// A row, or a sum, in the order of the table.
    enum Entry {
        case row(ApplicationRow, isIncome: Bool)
        case sum(Sum)
    }

    /// A sum as the table prints it.
    struct Sum {
        let label: String
        let kind: SumLabel
        let line: Int
        let amounts: [Money?]
        /// Whether it stands among incomes.
        let isIncome: Bool
        let written: String
    }

    private(set) var entries: [Entry] = []
    private(set) var unplaced: [UnplacedLine] = []
    /// How many years the table has.
    let count: Int
    /// What each column of figures is.
    let layout: ColumnLayout
    let columns: YearColumns?
    let headings: [String]
    let line: Int
    let unitIsSaid: Bool

    init(_ draft: TableDraft) {
        let groups = Self.withYearsInLabels(Self.groups(of: draft), draft)
        let rows = groups.compactMap { $0.row }
        let perRow = Self.count(of: rows, columns: draft.columns)
        layout = ColumnLayout(rows, draft, count: perRow)
        count = layout.years.count
        columns = draft.columns
        headings = draft.headings
        line = draft.rows.first?.segment.place.line ?? 0
        unitIsSaid = draft.rows.contains { row in
            row.segment.isUnitDeclared || row.segment.run.hasUnit
        }
        for group in groups {
            switch group {
            case .text(let text, let line): add(text, line)
            case .row(let row): add(row)
            }
        }
        // What stands below the last row is part of the table only if an amount was lost there.
        let last = draft.rows.last?.segment.place.line ?? 0
        unplaced.removeAll { line in
            let isLost = line.hasDigits && line.text.split(separator: " ").count < 12
            return line.line >= last && (!isLost || line.line > last + 2)
        }
    }

    /// Whether a heading says that amounts are for a month.
    var isPerMonth: Bool {
        (headings.suffix(2)
            + layout.years.compactMap { place in
                layout.names.indices.contains(place) ? layout.names[place] : nil
            })
            .contains { $0.split(separator: " ").count < 9 && RowLabel.isPerMonth($0) }
    }

    private enum Group {
        case row(TableDraft.Row)
        case text(String, Int)

        var row: TableDraft.Row? {
            if case .row(let row) = self { return row }
            return nil
        }
    }

    /// Rows with the figures of unlabelled lines below them, as cells that stand on lines of
    /// their own, while the row has too few.
    private static func groups(of draft: TableDraft) -> [Group] {
        let wanted = draft.columns?.count ?? cellsPerLabel(draft)
        var groups: [Group] = []
        for item in draft.items {
            switch item {
            case .text(let text, let line): groups.append(.text(text, line))
            case .row(let row):
                if row.label.isEmpty, case .row(var before)? = groups.last {
                    var run = before.segment.run
                    run.append(row.segment.run)
                    let isBroken = run.joinedCount == before.segment.run.joinedCount
                    if isBroken || run.joinedCount <= wanted {
                        before.segment.run = run
                        groups[groups.count - 1] = .row(before)
                        continue
                    }
                }
                groups.append(.row(row))
            }
        }
        return groups
    }

    /// `Löner 2025 600 000` on every row: the year is the label's own.
    private static func withYearsInLabels(_ groups: [Group], _ draft: TableDraft) -> [Group] {
        let rows = groups.compactMap(\.row).filter { SumLabel($0.label) == nil }
        guard draft.columns == nil, rows.count > 1,
            rows.allSatisfy({ row in
                row.segment.run.tokens.first?.figure?.calendarYear != nil
                    && row.segment.run.joinedCount == 2
            })
        else { return groups }
        return groups.map { group in
            guard case .row(var row) = group, SumLabel(row.label) == nil else { return group }
            row.label += " " + (row.segment.run.tokens.first?.text ?? "")
            row.segment.moveFirstToLabel()
            return .row(row)
        }
    }

    /// How many amounts stand under a label when nearly every label has as many.
    private static func cellsPerLabel(_ draft: TableDraft) -> Int {
        var counts: [Int] = []
        for row in draft.rows {
            let count = row.segment.run.joinedCount
            if row.label.isEmpty, let last = counts.indices.last {
                counts[last] += count
            } else {
                counts.append(count)
            }
        }
        guard let (common, times) = mostCommon(counts), times * 5 >= counts.count * 4 else {
            return 1
        }
        return common
    }

    private static func mostCommon(_ counts: [Int]) -> (value: Int, times: Int)? {
        let times = Dictionary(grouping: counts, by: \.self).mapValues(\.count)
        return times.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
            .map { (value: $0.key, times: $0.value) }
    }

    private static func count(of rows: [TableDraft.Row], columns: YearColumns?) -> Int {
        if let columns { return columns.count }
        let counts = rows.map(\.segment.run.joinedCount).filter { $0 > 0 }
        return min(mostCommon(counts)?.value ?? 1, 12)
    }

    private mutating func add(_ text: String, _ line: Int) {
        let hasDigits = text.contains(where: \.isASCIIDigit)
        unplaced.append(UnplacedLine(line: line, text: text, hasDigits: hasDigits))
    }

    private mutating func add(_ row: TableDraft.Row) {
        let segment = row.segment
        let line = segment.place.line
        if RowLabel.isPartOfRowAbove(row.label) {
            return add(row.label + " " + segment.run.text, line)
        }
        let read = layout.read(segment, isSum: SumLabel(row.label) != nil)
        var doubts = read.doubts
        let amounts = read.amounts
        let lead = read.lead
        let isIncomeSection = row.section == .incomes
        let label = row.label.isEmpty ? "(utan text)" : row.label + lead
        if let kind = SumLabel(row.label) {
            // A sum whose years are not its own total says nothing for sure.
            let isSure = !doubts.contains { $0.isAboutReading || $0.isOtherTotal }
            let sums = isSure ? amounts : []
            if !doubts.isEmpty { add(label + " " + segment.run.text, line) }
            entries.append(
                .sum(
                    Sum(
                        label: label,
                        kind: kind,
                        line: line,
                        amounts: sums,
                        isIncome: isIncomeSection,
                        written: segment.run.text
                    )
                )
            )
            // Among the financing it is an income too.
            guard kind == .applied, isIncomeSection else { return }
        }
        if row.label.isEmpty { doubts.append(.noLabel) }
        if RowLabel.isPerMonth(row.label), !row.label.contains(where: \.isASCIIDigit) {
            doubts.append(.perMonth)
        }
        if segment.isRough { doubts.append(.approximate) }
        if !segment.remark.isEmpty { doubts.append(.remark(segment.remark.words)) }
        if segment.run.isYear, let year = segment.run.tokens.first?.figure?.calendarYear {
            doubts.append(.yearOrAmount(year))
        }
        if Self.hasStroke(segment.label) { doubts.append(.strokeBefore) }
        let known = amounts.compactMap(\.self)
        if segment.unit == .krona,
            known.contains(where: { $0 != .zero && $0.ore.magnitude < 100_000 })
        {
            doubts.append(.smallAmount)
        }
        let isIncome =
            isIncomeSection || RowLabel.isIncome(row.label)
            || !known.isEmpty && known.allSatisfy { $0 < .zero }
        if !isIncome, equalsRowsAbove(known) { doubts.append(.mayBeSum) }
        entries.append(
            .row(
                isIncome
                    ? income(label, line, amounts, doubts, row)
                    : cost(label, line, amounts, doubts, row),
                isIncome: isIncome
            )
        )
    }

    /// Whether amounts are those of all costs so far, which are more than one.
    private func equalsRowsAbove(_ amounts: [Money]) -> Bool {
        let above = entries.compactMap { entry -> [Money]? in
            if case .row(let row, isIncome: false) = entry { return row.known }
            return nil
        }
        guard above.count > 1, amounts.count == count, amounts.contains(where: { $0 != .zero }),
            above.allSatisfy({ $0.count == count })
        else { return false }
        return amounts.indices.allSatisfy { place in
            (try? Money.sum(above.map { $0[place] })) == amounts[place]
        }
    }

    private func cost(
        _ label: String,
        _ line: Int,
        _ amounts: [Money?],
        _ doubts: [ApplicationDoubt],
        _ row: TableDraft.Row
    ) -> ApplicationRow {
        let proposal = CategoryProposal(of: row.label)
        let isNegative = amounts.contains { $0.map { $0 < .zero } ?? false }
        return ApplicationRow(
            label: label,
            line: line,
            amounts: amounts,
            category: proposal.category,
            standsApart: false,
            written: row.segment.run.text,
            doubts: doubts + (isNegative ? [.sign] : []) + proposal.doubts
        )
    }

    /// An income, its amounts below zero however it was printed.
    private func income(
        _ label: String,
        _ line: Int,
        _ amounts: [Money?],
        _ doubts: [ApplicationDoubt],
        _ row: TableDraft.Row
    ) -> ApplicationRow {
        let standsApart = row.section == .incomes
        let isNamed = standsApart || RowLabel.isIncome(row.label)
        let isMixed =
            amounts.contains { ($0 ?? .zero) > .zero }
            && amounts.contains { ($0 ?? .zero) < .zero }
        let isAssociation = RowLabel.isAssociation(row.label) || RowLabel.isAppliedFor(row.label)
        let code = isAssociation ? "INTAKT_FORBUND" : "INTAKT_OVRIG"
        return ApplicationRow(
            label: label,
            line: line,
            amounts: isMixed ? amounts : amounts.map { $0.map { $0 > .zero ? -$0 : $0 } },
            category: CostCategoryCode(code),
            standsApart: standsApart,
            written: row.segment.run.text,
            doubts: doubts + (isMixed || !isNamed ? [.sign] : [])
        )
    }

    private static func hasStroke(_ label: [ApplicationToken]) -> Bool {
        if case .dash = label.last?.kind { return true }
        return false
    }
}

extension ApplicationDoubt {
    /// Whether amounts are missing or not sure.
    var isAboutReading: Bool {
        switch self {
        case .unreadable, .amountCount, .noAmount: true
        case .ambiguousGroups, .figureAfter, .strokeAsNought, .yearOrAmount, .noCategory,
            .severalCategories,
            .eligibility, .sign, .strokeBefore, .smallAmount, .rowTotal, .remark, .noLabel,
            .runningText, .otherFigures, .product, .mayBeSum,
            .approximate, .perMonth:
            false
        }
    }
}
