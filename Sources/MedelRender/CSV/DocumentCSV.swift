import MedelDocument

/// Draws a document's tables as comma separated values, one after the other.
///
/// The file for people has each part's heading and running text, titles with their group's, rows,
/// and then the remarks, the ledger state and the colophon. The file for machines has keys and rows
/// only, the row's own key first, and before it the table's when there are several; an empty line
/// stands between tables.
struct DocumentCSV {
    private let document: Document
    private let dialect: CSVDialect

    init(_ document: Document, for dialect: CSVDialect) {
        self.document = document
        self.dialect = dialect
    }

    /// The whole file.
    func bytes() -> [UInt8] {
        let fields = CSVFields(dialect: dialect)
        var out: [UInt8] = []
        if dialect.hasByteOrderMark { out.append(contentsOf: "\u{FEFF}".utf8) }
        if dialect.isForReading {
            appendParts(by: fields, to: &out)
            let heading = document.heading
            var lines = document.remarks(includingScope: false) + [heading.title]
            lines += heading.coverLines + [heading.ledgerLine]
            lines += document.colophon.map { [Colophon.title] + $0.allLines } ?? []
            fields.append(line: [], to: &out)
            for line in lines { fields.append(line: [.text(line)], to: &out) }
        } else {
            appendTables(by: fields, to: &out)
        }
        return out
    }

    private func appendTables(by fields: CSVFields, to out: inout [UInt8]) {
        let tables = document.tables
        for (place, table) in tables.enumerated() {
            if place > 0 { fields.append(line: [], to: &out) }
            let keys = ["key"] + table.columns.map(\.key)
            let header = tables.count > 1 ? ["table"] + keys : keys
            fields.append(line: header.map { .text($0) }, to: &out)
            let name: [Cell] = tables.count > 1 ? [.text(table.key)] : []
            for row in table.rows {
                fields.append(line: name + [.text(row.key)] + row.row.cells, to: &out)
            }
        }
    }

    private func appendParts(by fields: CSVFields, to out: inout [UInt8]) {
        var isFirst = true
        for section in document.sections {
            var lines = [section.title] + section.paragraphs.map(\.text)
            for table in section.tables {
                if !isFirst { fields.append(line: [], to: &out) }
                isFirst = false
                for line in lines + [table.title] where !line.isEmpty {
                    fields.append(line: [.text(line)], to: &out)
                }
                lines = []
                fields.append(line: header(of: table), to: &out)
                for row in table.rows { fields.append(line: row.row.cells, to: &out) }
                for note in table.footnotes { fields.append(line: [.text(note.text)], to: &out) }
            }
            lines.removeAll { $0.isEmpty }
            if !lines.isEmpty, !isFirst { fields.append(line: [], to: &out) }
            for line in lines { fields.append(line: [.text(line)], to: &out) }
            if !lines.isEmpty { isFirst = false }
        }
    }

    private func header(of table: Table) -> [Cell] {
        var titles = table.columns.prefix(table.leadingCount).map(\.title)
        let titlesByKey = Dictionary(uniqueKeysWithValues: table.columns.map { ($0.key, $0.title) })
        for group in table.groups {
            for key in group.columnKeys {
                let title = titlesByKey[key] ?? key
                titles.append(group.title.isEmpty ? title : "\(group.title): \(title)")
            }
        }
        return titles.map { .text($0) }
    }
}
