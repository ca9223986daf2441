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
    let columns: YearColumns?
    private(set) var items: [Item] = []
    private(set) var rowCount = 0
    /// Whether a sum of all costs has stood.
    private(set) var hasSum = false
    /// Whether the last row is a sum, after which nothing need follow.
    private(set) var endsWithSum = false

    init(headings: [String], headingCells: [String], columns: YearColumns?) {
        self.headings = headings
        self.headingCells = headingCells
        self.columns = columns
    }

    var rows: [Row] {
        items.compactMap { item in
            if case .row(let row) = item { return row }
            return nil
        }
    }

    mutating func append(_ row: Row) {
        items.append(.row(row))
        rowCount += 1
        let sum = SumLabel(row.label)
        endsWithSum = sum != nil && sum != .applied
        if row.section == .costs, sum == .costs { hasSum = true }
    }

    mutating func append(_ words: String, line: Int) { items.append(.text(words, line: line)) }

    /// Takes a unit that stands below the rows, when nothing else says one.
    mutating func declare(_ unit: WrittenUnit) {
        guard !rows.contains(where: { $0.segment.isUnitDeclared || $0.segment.run.hasUnit }) else {
            return
        }
        items = items.map { item in
            guard case .row(var row) = item else { return item }
            row.segment.unit = unit
            row.segment.isUnitDeclared = true
            return .row(row)
        }
    }

    /// Adds words to the label of the row that was met last.
    ///
    /// - Returns: false when there is none that goes on.
    mutating func extendLastLabel(with words: String) -> Bool {
        guard case .row(var row) = items.last, !endsWithSum else { return false }
        guard (row.label + words).utf8.count < TableFinder.labelBytesMax else { return false }
        row.label += " " + words
        items[items.count - 1] = .row(row)
        return true
    }
}
