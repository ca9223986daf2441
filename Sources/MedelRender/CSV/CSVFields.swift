import MedelDocument

/// Writes fields as comma separated values with CRLF at the end of every line.
///
/// A spreadsheet takes a field that begins with `=`, `+`, `-`, `@` or a control character for a
/// formula, quoted or not. In the file for people such *text* gets an apostrophe in front; amounts
/// and other numbers never do. In the file for machines text stands as it is.
struct CSVFields {
    let dialect: CSVDialect

    /// Writes a line; no cells give an empty one.
    func append(line cells: [Cell], to out: inout [UInt8]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { out.append(dialect.separator) }
            append(cell, to: &out)
        }
        out.append(0x0D)
        out.append(0x0A)
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
}
