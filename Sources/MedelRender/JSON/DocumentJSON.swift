import MedelDocument

/// Draws a document as one JSON object.
///
/// A sheet, which has one table, is `title association asOf ledgerVersion head columns rows notes`.
/// A document with several tables has `tables` in the place of columns and rows. The lines that
/// narrow the document come first among the notes, what its terms mean last.
///
/// Source: STORE 4.4; RFC 8259.
struct DocumentJSON {
    private let document: Document

    init(_ document: Document) { self.document = document }

    /// The whole object.
    func bytes() -> [UInt8] {
        var out = Array("{".utf8)
        out.appendJSON(document.heading)
        let tables = document.tables
        if tables.count == 1 {
            out.append(contentsOf: ",\n".utf8)
            append(tables[0], to: &out)
        } else {
            out.append(contentsOf: ",\n\"tables\":[".utf8)
            for (place, table) in tables.enumerated() {
                out.append(contentsOf: (place == 0 ? "\n{" : ",\n{").utf8)
                out.append(contentsOf: "\"key\":".utf8)
                out.appendJSON(table.key)
                out.append(contentsOf: ",\n".utf8)
                append(table, to: &out)
                out.append(UInt8(ascii: "}"))
            }
            out.append(contentsOf: "\n]".utf8)
        }
        out.append(contentsOf: ",\n".utf8)
        out.appendJSON(notes: document.remarks(includingScope: true))
        return out
    }

    private func append(_ table: Table, to out: inout [UInt8]) {
        out.appendJSON(table.columns)
        out.append(contentsOf: ",\n\"rows\":[".utf8)
        for (number, row) in table.rows.enumerated() {
            out.append(contentsOf: (number == 0 ? "\n" : ",\n").utf8)
            out.append(contentsOf: "{\"key\":".utf8)
            out.appendJSON(row.key)
            out.append(contentsOf: ",\"values\":{".utf8)
            for (place, cell) in row.row.cells.enumerated() {
                if place > 0 { out.append(UInt8(ascii: ",")) }
                out.appendJSON(table.columns[place].key)
                out.append(UInt8(ascii: ":"))
                out.appendJSON(cell)
            }
            out.append(contentsOf: "}}".utf8)
        }
        out.append(contentsOf: "\n]".utf8)
    }
}

extension Document {
    /// The remarks as lines, then what the terms mean.
    func remarks(includingScope: Bool) -> [String] {
        (includingScope ? heading.scope : [])
            + sections.flatMap(\.charts).map(\.summary).filter { !$0.isEmpty }
            + notes.map(\.text)
            + definitions.map { "\($0.term): \($0.text)" }
    }
}
