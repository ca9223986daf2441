/// One long table whose rows are streamed, such as a general ledger.
public struct Listing {
    /// What stands above the table.
    public let heading: Heading

    /// The columns, at least one, from left to right.
    public let columns: [Column]

    /// The remarks below the table.
    public let notes: [Note]

    /// The rows, in order; a copy of the source is read once for each time the listing is drawn.
    public let pages: any RowPages

    /// Puts a listing together.
    ///
    /// - Parameters:
    ///   - heading: what stands above the table.
    ///   - columns: one to 1 000 columns with different keys.
    ///   - notes: the remarks below the table.
    ///   - pages: the rows, with one cell for each column.
    public init(heading: Heading, columns: [Column], notes: [Note] = [], pages: any RowPages) {
        precondition((1...1_000).contains(columns.count), "a listing has 1 to 1 000 columns")
        let keys = Set(columns.map { $0.key.lowercased() })
        precondition(keys.count == columns.count, "keys differ, also when case is ignored")
        self.heading = heading
        self.columns = columns
        self.notes = notes
        self.pages = pages
    }
}
