/// A picture of some rows and columns of a table.
public struct Chart: Hashable, Sendable {
    /// What the picture looks like.
    public enum Kind: String, CaseIterable, Sendable {
        /// Lying bars, a group for each row.
        case bars
        /// Standing bars, a group for each row.
        case columns
    }

    /// What the picture looks like.
    public let kind: Kind

    /// What it shows, in Swedish.
    public let title: String

    /// What can be seen in it, in words, for those who do not see it.
    public let summary: String

    /// The key of the table.
    public let tableKey: String

    /// The key of the column that names the rows.
    public let labelKey: String

    /// The keys of the rows, in the table's order.
    public let rowKeys: [String]

    /// The keys of the columns, each a series unless the picture goes across one row.
    public let seriesKeys: [String]

    /// For a picture across one row: for each group of the table that is in it, the keys of its
    /// columns, one for each series; empty for a picture of rows.
    public let groups: [[String]]

    /// Whether a picture across one row names each bar by its column's title and not by its
    /// group's.
    public let isNamedByColumns: Bool

    /// Describes a picture.
    public init(
        kind: Kind,
        title: String,
        summary: String,
        tableKey: String,
        labelKey: String,
        rowKeys: [String],
        seriesKeys: [String]
    ) {
        self.kind = kind
        self.title = title
        self.summary = summary
        self.tableKey = tableKey
        self.labelKey = labelKey
        self.rowKeys = rowKeys
        self.seriesKeys = seriesKeys
        groups = []
        isNamedByColumns = false
    }

    /// Describes a picture of one row, a bar for each of some columns.
    ///
    /// - Parameters:
    ///   - kind: what it looks like.
    ///   - title: what it shows.
    ///   - summary: what can be seen in it.
    ///   - tableKey: the key of the table.
    ///   - labelKey: the key of the column that names the row.
    ///   - rowKey: the key of the row.
    ///   - columnKeys: the keys of the columns, in order.
    public init(
        kind: Kind,
        title: String,
        summary: String,
        tableKey: String,
        labelKey: String,
        rowKey: String,
        columnKeys: [String]
    ) {
        self.kind = kind
        self.title = title
        self.summary = summary
        self.tableKey = tableKey
        self.labelKey = labelKey
        rowKeys = [rowKey]
        seriesKeys = columnKeys
        groups = columnKeys.map { [$0] }
        isNamedByColumns = true
    }

    /// Describes a picture of one row, whose groups of columns stand beside each other in it.
    ///
    /// - Parameters:
    ///   - kind: what it looks like.
    ///   - title: what it shows.
    ///   - summary: what can be seen in it.
    ///   - tableKey: the key of the table.
    ///   - labelKey: the key of the column that names the row.
    ///   - rowKey: the key of the row.
    ///   - groups: the keys of columns, as many for each of the table's groups, in one order.
    public init(
        kind: Kind,
        title: String,
        summary: String,
        tableKey: String,
        labelKey: String,
        rowKey: String,
        groups: [[String]]
    ) {
        precondition(Set(groups.map(\.count)).count == 1, "every group has every series")
        self.kind = kind
        self.title = title
        self.summary = summary
        self.tableKey = tableKey
        self.labelKey = labelKey
        rowKeys = [rowKey]
        seriesKeys = groups.flatMap { $0 }
        self.groups = groups
        isNamedByColumns = false
    }

    /// Whether every row and column is in the table, the rows in order without gaps.
    func fits(_ table: Table) -> Bool {
        let places = rowKeys.compactMap { table.place(ofRow: $0) }
        guard places.count == rowKeys.count, let first = places.first else { return false }
        let isRun = places == Array(first..<first + places.count)
        return isRun
            && (seriesKeys + [labelKey]).allSatisfy { table.place(ofColumn: $0) != nil }
    }
}
