import MedelCore

/// What each column of a table's figures is: a year, the row's total, or something else.
struct ColumnLayout {
    /// What a row's figures were read as.
    struct Cells {
        var amounts: [Money?] = []
        var doubts: [ApplicationDoubt] = []
        /// Figures before the amounts that belong to the label.
        var lead = ""
    }

    /// How many figures a row has.
    let count: Int
    /// The places of the columns that are proposed.
    let years: [Int]
    /// The place of each row's own total.
    let totalPlace: Int?
    /// The names of columns that are left out, by place.
    let others: [Int: String]
    /// Whether a column was taken for the total because it is one, without a heading that says so.
    let totalIsGuessed: Bool
    /// Whether the amount is a number times a price.
    let isProduct: Bool
    /// What the heading calls the columns, when it names every one.
    let names: [String]

    init(_ rows: [TableDraft.Row], _ draft: TableDraft, count: Int) {
        self.count = count
        names = Self.names(draft.headingCells, count)
        if let columns = draft.columns {
            let known = Dictionary(uniqueKeysWithValues: columns.others.map { ($0.place, $0.name) })
            totalPlace = columns.totalPlace
            others = known
            totalIsGuessed = false
            isProduct = false
            years = (0..<count).filter { known[$0] == nil && $0 != columns.totalPlace }
            return
        }
        let cells = Self.figures(rows, count)
        if let place = ColumnRole.amount(names, cells) {
            totalPlace = nil
            let names = names
            others = Dictionary(
                uniqueKeysWithValues: (0..<count).filter { $0 != place }
                    .map { ($0, names.isEmpty ? "" : names[$0]) }
            )
            totalIsGuessed = false
            isProduct = count == 3
            years = [place]
            return
        }
        isProduct = false
        others = [:]
        let isTotal = Self.lastIsTotal(cells, rows.count)
        totalIsGuessed = isTotal
        totalPlace = isTotal ? count - 1 : nil
        years = Array(0..<(isTotal ? count - 1 : count))
    }

    /// Reads a row's figures.
    ///
    /// A sum may have one figure only: under the column it adds up, or over all years.
    func read(_ segment: ApplicationSegment, isSum: Bool) -> Cells {
        var cells = Cells()
        switch segment.run.read(count, in: segment.unit) {
        case .amounts(let read, let found, let figures):
            cells = Cells(amounts: read, doubts: found, lead: figures)
        case .otherCount(let found):
            if isSum, count > 1,
                case .amounts(let one, let doubts, let lead) =
                    segment.run.read(1, in: segment.unit)
            {
                return Cells(amounts: one, doubts: doubts, lead: lead)
            }
            cells.doubts = [.amountCount(expected: count, found: found)]
            return cells
        }
        let shares = segment.run.shares
        if !isSum, !shares.isEmpty { cells.doubts.append(.otherFigures(shares)) }
        guard cells.amounts.count == count else { return cells }
        let all = cells.amounts
        cells.amounts = years.map { all[$0] }
        if let totalPlace { cells.doubts += Self.totalDoubt(cells.amounts, all[totalPlace]) }
        if !isSum, !others.isEmpty {
            let words = others.sorted { $0.key < $1.key }.map { place, name in
                [name, Self.words(all[place], name, segment.unit)].filter { !$0.isEmpty }
                    .joined(separator: " ")
            }
            cells.doubts.append(.otherFigures(words.joined(separator: ", ")))
            if isProduct, let place = years.first, !ColumnRole.isProduct(all, place) {
                cells.doubts.append(.product)
            }
        }
        return cells
    }

    /// A figure as it was written: a number of things is not counted in kronor.
    private static func words(_ amount: Money?, _ name: String, _ unit: WrittenUnit) -> String {
        guard let amount else { return "?" }
        let isNumber = ColumnRole(name) == .quantity && amount.ore % unit.ore == 0
        guard isNumber else { return amount.inApplication }
        return String(amount.ore / unit.ore)
    }

    /// The heading's cells when there is one for each column, with or without one over the labels.
    private static func names(_ cells: [String], _ count: Int) -> [String] {
        if cells.count == count { return cells }
        return cells.count == count + 1 ? Array(cells.dropFirst()) : []
    }

    /// The rows that have as many amounts as most have.
    private static func figures(_ rows: [TableDraft.Row], _ count: Int) -> [[Money]] {
        rows.compactMap { row in
            guard case .amounts(let read, _, _) = row.segment.run.read(count, in: row.segment.unit)
            else { return nil }
            let amounts = read.compactMap(\.self)
            return amounts.count == count ? amounts : nil
        }
    }

    /// Whether the last of three or more amounts is the sum of the others on every row.
    private static func lastIsTotal(_ rows: [[Money]], _ rowCount: Int) -> Bool {
        guard rows.count == rowCount, let count = rows.first?.count, count > 2 else { return false }
        let isTotal = rows.allSatisfy { row in
            row.last.map { (try? Money.sum(Array(row.dropLast()))) == $0 } ?? false
        }
        return isTotal && rows.count { $0.last != .zero } > 2
    }

    private static func totalDoubt(_ amounts: [Money?], _ total: Money?) -> [ApplicationDoubt] {
        let parts = amounts.compactMap(\.self)
        guard let total, parts.count == amounts.count, let sum = try? Money.sum(parts),
            sum != total
        else { return [] }
        return [.rowTotal(printed: total, computed: sum)]
    }
}
