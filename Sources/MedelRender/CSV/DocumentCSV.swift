import MedelDocument

/// Draws a document's tables as comma separated values, one after the other.
///
/// The file for people has titles with their group's, rows, and then the remarks and the ledger
/// state. The file for machines has keys and rows only, the row's own key first.
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
        for (place, table) in document.tables.enumerated() {
            if place > 0 { fields.append(line: [], to: &out) }
            fields.append(line: header(of: table), to: &out)
            for row in table.rows {
                let key: [Cell] = dialect.isForReading ? [] : [.text(row.key)]
                fields.append(line: key + row.row.cells, to: &out)
            }
        }
        guard dialect.isForReading else { return out }
        fields.append(line: [], to: &out)
        let heading = document.heading
        let lines =
            document.remarks(includingScope: false) + [heading.title] + heading.coverLines
            + [heading.ledgerLine]
        for line in lines { fields.append(line: [.text(line)], to: &out) }
        return out
    }

    private func header(of table: Table) -> [Cell] {
        guard dialect.isForReading else {
            return [.text("key")] + table.columns.map { .text($0.key) }
        }
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
