import MedelDocument

/// Draws a listing as comma separated values with CRLF at the end of every line.
///
/// The file for people has titles, rows, sums, and then an empty line, the remarks and the ledger
/// state. The file for machines has keys and rows only.
///
/// A spreadsheet takes a field that begins with `=`, `+`, `-`, `@` or a control character for a
/// formula, quoted or not. In the file for people such *text* gets an apostrophe in front; amounts
/// and other numbers never do. In the file for machines text stands as it is.
struct CSVRenderer: StreamRenderer {
    private let listing: Listing
    private let dialect: CSVDialect

    init(_ listing: Listing, for dialect: CSVDialect) {
        self.listing = listing
        self.dialect = dialect
    }

    func begin(_ out: inout [UInt8]) {
        if dialect.hasByteOrderMark { out.append(contentsOf: "\u{FEFF}".utf8) }
        for (place, column) in listing.columns.enumerated() {
            if place > 0 { out.append(dialect.separator) }
            append(dialect.isForReading ? column.title : column.key, to: &out)
        }
        endLine(&out)
    }

    func append(_ row: Row, to out: inout [UInt8]) {
        append(row.cells, to: &out)
    }

    func end(totals: [Cell]?, notes: [Note], _ out: inout [UInt8]) {
        guard dialect.isForReading else { return }
        if var totals {
            if listing.columns[0].isSummed == false { totals[0] = .text("Summa") }
            append(totals, to: &out)
        }
        endLine(&out)
        let heading = listing.heading
        let lines = notes.map(\.text) + [heading.title] + heading.coverLines
        for line in lines + [heading.ledgerLine] {
            append(line, to: &out)
            endLine(&out)
        }
    }

    private func append(_ cells: [Cell], to out: inout [UInt8]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { out.append(dialect.separator) }
            append(cell, to: &out)
        }
        endLine(&out)
    }

    private func append(_ cell: Cell, to out: inout [UInt8]) {
        switch cell {
        case .empty, .amount(nil): break
        case .amount(let money?): out.append(money, in: dialect.notation)
        case .text(let text): append(text, to: &out)
        case .date(let day): out.append(day)
        case .count(let count): out.append(count, in: dialect.notation)
        case .basisPoints(let points) where dialect.isForReading:
            out.append(hundredths: Int64(points), in: dialect.notation)
            out.append(UInt8(ascii: "%"))
        case .basisPoints(let points): out.append(points, in: dialect.notation)
        }
    }

    /// Writes text, in quotes when it holds a separator, a quote, a line break or outer blanks.
    private func append(_ text: String, to out: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        let apostrophe = dialect.isForReading && looksLikeFormula(text)
        let mustQuote = needsQuotes(text)
        if mustQuote { out.append(quote) }
        if apostrophe { out.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == quote { out.append(quote) }
            out.append(byte)
        }
        if mustQuote { out.append(quote) }
    }

    private func needsQuotes(_ text: String) -> Bool {
        let bytes = text.utf8
        if bytes.first == 0x20 || bytes.last == 0x20 { return true }
        return bytes.contains { byte in
            byte < 0x20 || byte == UInt8(ascii: "\"") || byte == dialect.separator
        }
    }

    private func looksLikeFormula(_ text: String) -> Bool {
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "＝", "＋", "－", "＠": true
        case let first?: first.properties.generalCategory == .control
        case nil: false
        }
    }

    private func endLine(_ out: inout [UInt8]) {
        out.append(0x0D)
        out.append(0x0A)
    }
}
