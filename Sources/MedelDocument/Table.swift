/// A table whose rows are all in memory, with formulas where cells follow from other cells.
public struct Table: Hashable, Sendable {
    /// Columns beside each other under one title, such as a calendar year's.
    public struct Group: Hashable, Sendable {
        /// The title above the columns; empty for columns that stand by themselves.
        public let title: String

        /// The keys of the columns, in order.
        public let columnKeys: [String]

        /// Joins columns.
        public init(title: String, columnKeys: [String]) {
            self.title = title
            self.columnKeys = columnKeys
        }
    }

    /// Groups that are shown together, with the leading columns, on a page of their own.
    public struct Block: Hashable, Sendable {
        /// The name of the page.
        public let title: String

        /// The groups, by their place in the table's list.
        public let groups: [Int]

        /// Names a page.
        public init(title: String, groups: [Int]) {
            self.title = title
            self.groups = groups
        }
    }

    /// The name that machines know the table by.
    public let key: String

    /// What stands above the table; empty when the heading of the part says enough.
    public let title: String

    /// The columns, from left to right.
    public let columns: [Column]

    /// How many columns at the left name a row and are repeated on every page.
    public let leadingCount: Int

    /// The columns after the leading ones, all of them, in order.
    public let groups: [Group]

    /// The pages; together they hold every group once.
    public let blocks: [Block]

    /// The rows, in order.
    public let rows: [TableRow]

    /// The keys of columns where an amount below zero is a warning, such as what is left.
    public let warnedKeys: Set<String>

    /// The keys of columns that people need only now and then, such as one that repeats another.
    public let detailKeys: Set<String>

    /// The remarks right below the table, which concern only it.
    public let footnotes: [Note]

    /// Puts a table together.
    ///
    /// - Parameters:
    ///   - key: the name that machines know it by, ASCII letters, digits, underscores and points.
    ///   - title: what stands above it, in Swedish.
    ///   - columns: columns with different keys.
    ///   - leadingCount: how many columns name a row.
    ///   - groups: the other columns, in their order.
    ///   - blocks: the pages; empty for one page with everything.
    ///   - warnedKeys: the columns where an amount below zero is a warning.
    ///   - detailKeys: the columns that are folded away at first.
    ///   - rows: rows with different keys, whose formulas give the values that they stand beside.
    ///   - footnotes: the remarks right below it.
    public init(
        key: String,
        title: String = "",
        columns: [Column],
        leadingCount: Int,
        groups: [Group],
        blocks: [Block] = [],
        warnedKeys: Set<String> = [],
        detailKeys: Set<String> = [],
        rows: [TableRow],
        footnotes: [Note] = []
    ) {
        self.key = key
        self.title = title
        self.columns = columns
        self.leadingCount = leadingCount
        self.groups = groups
        self.blocks = blocks.isEmpty ? [Block(title: "", groups: Array(groups.indices))] : blocks
        self.warnedKeys = warnedKeys
        self.detailKeys = detailKeys
        self.rows = rows
        self.footnotes = footnotes
        precondition(Set(columns.map { $0.key.lowercased() }).count == columns.count, "keys differ")
        precondition(Set(rows.map(\.key)).count == rows.count, "row keys differ")
        let grouped = groups.flatMap(\.columnKeys)
        precondition(
            grouped == columns.dropFirst(leadingCount).map(\.key),
            "groups hold the columns after the leading ones, in order"
        )
        precondition(
            self.blocks.flatMap(\.groups).sorted() == Array(groups.indices),
            "pages hold every group once"
        )
        for row in rows {
            precondition(row.row.cells.count == columns.count, "a row has a cell for each column")
            for (column, cell) in zip(columns, row.row.cells) {
                precondition(column.accepts(cell), "a cell is of its column's kind")
            }
        }
        precondition(formulasHold, "a formula gives the value that it stands beside")
    }

    /// The place of a column.
    public func place(ofColumn key: String) -> Int? { columns.firstIndex { $0.key == key } }

    /// The place of a row.
    public func place(ofRow key: String) -> Int? { rows.firstIndex { $0.key == key } }

    /// Whether nothing is known in a column: it has no value in any row.
    public func isBlank(column place: Int) -> Bool {
        rows.allSatisfy { row in
            switch row.row.cells[place] {
            case .empty, .amount(nil): true
            case .amount, .text, .date, .count, .basisPoints: false
            }
        }
    }

    /// Whether a column is folded away at first: a detail, or one of which nothing is known.
    public func isFolded(column place: Int) -> Bool {
        guard place >= leadingCount else { return false }
        return detailKeys.contains(columns[place].key) || isBlank(column: place)
    }
}
