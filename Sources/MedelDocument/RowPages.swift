/// Where a listing's rows come from, a page at a time, so that millions of them need little memory.
public protocol RowPages {
    /// Fetches the next rows in order.
    ///
    /// - Returns: nil after the last page; an empty page is allowed and is not the end.
    /// - Throws: what the source throws; the listing is then not written at all.
    mutating func next() throws -> [Row]?
}

/// Rows that are already in memory, as one page.
public struct SinglePage: RowPages, Sendable {
    private var rows: [Row]?

    /// Holds the rows.
    public init(_ rows: [Row]) { self.rows = rows }

    /// The rows the first time, then nil.
    public mutating func next() -> [Row]? {
        defer { rows = nil }
        return rows
    }
}
