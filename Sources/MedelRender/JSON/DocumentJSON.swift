import MedelDocument

/// Draws a document as one JSON object.
///
/// A sheet, which has one table, is `title association asOf ledgerVersion head columns rows notes`.
/// A document with several tables has `tables` in the place of columns and rows. Parts with a name
/// or running text stand in `sections` before them, which name their tables. The lines that narrow
/// the document come first among the notes, what its terms mean last. A colophon is the last
/// member, on a line of its own, as are `ledgerVersion` and `head`: what is left without those three
/// lines is the canonical form.
///
/// Source: STORE 4.4, 5; RFC 8259.
struct DocumentJSON {
    private let document: Document

    init(_ document: Document) { self.document = document }

    /// The whole object.
    func bytes() -> [UInt8] { bytes(isCanonical: false) }

    /// The object without what may differ between ledger states with the same figures.
    func canonicalBytes() -> [UInt8] { bytes(isCanonical: true) }

    private func bytes(isCanonical: Bool) -> [UInt8] {
        var out = Array("{".utf8)
        out.appendJSON(document.heading, includingLedgerState: !isCanonical)
        if document.hasNamedParts { appendSections(to: &out) }
        let tables = document.tables
        if tables.count == 1 {
            out.append(contentsOf: ",\n".utf8)
            append(tables[0], titledBy: "tableTitle", to: &out)
        } else {
            out.append(contentsOf: ",\n\"tables\":[".utf8)
            for (place, table) in tables.enumerated() {
                out.append(contentsOf: (place == 0 ? "\n{" : ",\n{").utf8)
                out.append(contentsOf: "\"key\":".utf8)
                out.appendJSON(table.key)
                out.append(contentsOf: ",\n".utf8)
                append(table, titledBy: "title", to: &out)
                out.append(UInt8(ascii: "}"))
            }
            out.append(contentsOf: "\n]".utf8)
        }
        out.append(contentsOf: ",\n".utf8)
        out.appendJSON("notes", document.remarks(includingScope: true))
        if let colophon = document.colophon, !isCanonical { out.appendJSON(colophon) }
        out.append(contentsOf: "}\n".utf8)
        return out
    }

    private func appendSections(to out: inout [UInt8]) {
        out.append(contentsOf: ",\n\"sections\":[".utf8)
        for (place, section) in document.sections.enumerated() {
            out.append(contentsOf: (place == 0 ? "\n" : ",\n").utf8)
            out.append(contentsOf: "{\"key\":".utf8)
            out.appendJSON(section.key)
            out.append(contentsOf: ",\"title\":".utf8)
            out.appendJSON(section.title)
            out.append(contentsOf: ",\"paragraphs\":[".utf8)
            for (place, paragraph) in section.paragraphs.enumerated() {
                out.append(contentsOf: (place == 0 ? "\n" : ",\n").utf8)
                out.append(contentsOf: "{\"kind\":".utf8)
                out.appendJSON(paragraph.kind.rawValue)
                out.append(contentsOf: ",\"text\":".utf8)
                out.appendJSON(paragraph.text)
                out.append(UInt8(ascii: "}"))
            }
            out.append(contentsOf: "],\"tables\":[".utf8)
            for (place, table) in section.tables.enumerated() {
                if place > 0 { out.append(UInt8(ascii: ",")) }
                out.appendJSON(table.key)
            }
            out.append(contentsOf: "]}".utf8)
        }
        out.append(contentsOf: "\n]".utf8)
    }

    private func append(_ table: Table, titledBy name: String, to out: inout [UInt8]) {
        if !table.title.isEmpty {
            out.appendJSON(name)
            out.append(UInt8(ascii: ":"))
            out.appendJSON(table.title)
            out.append(contentsOf: ",\n".utf8)
        }
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
        guard !table.footnotes.isEmpty else { return }
        out.append(contentsOf: ",\n".utf8)
        out.appendJSON("footnotes", table.footnotes.map(\.text))
    }
}

extension Document {
    /// Whether there is more to the parts than their tables.
    fileprivate var hasNamedParts: Bool {
        sections.contains { !$0.key.isEmpty || !$0.title.isEmpty || !$0.paragraphs.isEmpty }
    }

    /// The remarks as lines, then what the terms mean.
    func remarks(includingScope: Bool) -> [String] {
        (includingScope ? heading.scope : [])
            + sections.flatMap(\.charts).map(\.summary).filter { !$0.isEmpty }
            + notes.map(\.text)
            + definitions.map { "\($0.term): \($0.text)" }
    }
}
