/// Lines that look like a table, before it is known how many amounts a row has.
struct TableDraft: Sendable {
    /// What the rows under a heading are.
    enum Section: Sendable {
        case costs
        case incomes
    }

    /// A row as it stood, with the label that was found for it.
    struct Row: Sendable {
        var label: String
        var segment: ApplicationSegment
        let section: Section
    }

    /// A line of the table, or words between two.
    enum Item: Sendable {
        case row(Row)
        case text(String, line: Int)
    }

    /// Words above the table, the nearest last.
    let headings: [String]
    /// The nearest of them, cut where columns are.
    let headingCells: [String]
    var columns: YearColumns?
    var section: Section
    var items: [Item] = []

    var rows: [Row] {
        items.compactMap { item in
            if case .row(let row) = item { return row }
            return nil
        }
    }

    /// Whether a sum of all costs has stood.
    var hasSum: Bool {
        rows.contains { $0.section == .costs && SumLabel($0.label) == .costs }
    }

    /// Whether the last row is a sum, after which nothing need follow.
    var endsWithSum: Bool { rows.last.map { SumLabel($0.label) != nil } ?? false }

    mutating func extendLastLabel(with words: String) -> Bool {
        guard case .row(var row) = items.last, SumLabel(row.label) == nil else { return false }
        guard (row.label + words).utf8.count < TableFinder.labelBytesMax else { return false }
        row.label += " " + words
        items[items.count - 1] = .row(row)
        return true
    }
}
