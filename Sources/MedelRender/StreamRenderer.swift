import MedelDocument

/// A form that is bytes in one go: a beginning, a piece for each row, and an end.
protocol StreamRenderer {
    /// Writes what stands before the first row.
    mutating func begin(_ out: inout [UInt8])

    /// Writes a row.
    mutating func append(_ row: Row, to out: inout [UInt8])

    /// Writes what stands after the last row.
    ///
    /// - Parameters:
    ///   - totals: one cell for each column; nil when no column is summed.
    ///   - notes: the listing's remarks and those on its sums.
    ///   - out: where to.
    mutating func end(totals: [Cell]?, notes: [Note], _ out: inout [UInt8])
}

/// How much is gathered before the sink is called.
private let chunkBytes = 65_536

/// Draws a listing piece by piece; memory does not grow with the number of rows.
func stream(
    _ listing: Listing,
    by form: some StreamRenderer,
    to sink: ByteSink
) throws {
    var form = form
    var feed = RowFeed(listing)
    var out: [UInt8] = []
    out.reserveCapacity(chunkBytes + 4_096)
    form.begin(&out)
    while let page = try feed.next() {
        for row in page {
            form.append(row, to: &out)
            guard out.count >= chunkBytes else { continue }
            try sink(out)
            out.removeAll(keepingCapacity: true)
        }
    }
    let totals = feed.totals.exist ? try feed.totals.cells() : nil
    form.end(totals: totals, notes: listing.notes + feed.totals.notes, &out)
    if !out.isEmpty { try sink(out) }
}
