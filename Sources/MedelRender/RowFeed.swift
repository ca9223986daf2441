import MedelDocument

/// The rows of a listing with their sums, as every form reads them.
struct RowFeed {
    private let columns: [Column]
    private var pages: any RowPages
    private(set) var totals: Totals

    init(_ listing: Listing) {
        columns = listing.columns
        pages = listing.pages
        totals = Totals(of: listing.columns)
    }

    /// The next rows, already summed; nil after the last.
    mutating func next() throws -> [Row]? {
        guard let page = try pages.next() else { return nil }
        for row in page {
            totals.add(row)
            for (cell, column) in zip(row.cells, columns) {
                precondition(column.accepts(cell), "a cell is of its column's kind")
            }
        }
        return page
    }
}
