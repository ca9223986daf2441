import MedelDocument

/// Draws a listing as comma separated values with CRLF at the end of every line.
///
/// The file for people has titles, rows, sums, and then an empty line, the remarks and the ledger
/// state. The file for machines has keys and rows only.
struct CSVRenderer: StreamRenderer {
    private let listing: Listing
    private let dialect: CSVDialect
    private let fields: CSVFields

    init(_ listing: Listing, for dialect: CSVDialect) {
        self.listing = listing
        self.dialect = dialect
        fields = CSVFields(dialect: dialect)
    }

    func begin(_ out: inout [UInt8]) {
        if dialect.hasByteOrderMark { out.append(contentsOf: "\u{FEFF}".utf8) }
        fields.append(
            line: listing.columns.map { .text(dialect.isForReading ? $0.title : $0.key) },
            to: &out
        )
    }

    func append(_ row: Row, to out: inout [UInt8]) {
        fields.append(line: row.cells, to: &out)
    }

    func end(totals: [Cell]?, notes: [Note], _ out: inout [UInt8]) {
        guard dialect.isForReading else { return }
        if var totals {
            if listing.columns[0].isSummed == false { totals[0] = .text("Summa") }
            fields.append(line: totals, to: &out)
        }
        fields.append(line: [], to: &out)
        let heading = listing.heading
        let lines = notes.map(\.text) + [heading.title] + heading.coverLines
        for line in lines + [heading.ledgerLine] {
            fields.append(line: [.text(line)], to: &out)
        }
    }
}
