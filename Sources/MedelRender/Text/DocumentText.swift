import MedelDocument

/// Draws a document as aligned tables for a terminal.
///
/// Columns of which nothing is known are left out and named below. An amount that is not known
/// reads *saknas*. Numbers are never cut; text that does not fit ends in …, except in the last
/// column.
struct DocumentText {
    private static let gap = "  "
    private static let widthMax = 44
    private static let lineMax = 88

    private let document: Document

    init(_ document: Document) { self.document = document }

    /// The whole text.
    func bytes() -> [UInt8] {
        let heading = document.heading
        var lines = [heading.title] + heading.coverLines + [heading.ledgerLine]
        for section in document.sections {
            if !section.title.isEmpty { lines += ["", section.title] }
            for paragraph in section.paragraphs { lines += [""] + draw(paragraph) }
            for table in section.tables {
                for block in table.blocks {
                    let titles = [table.title, block.title].filter { !$0.isEmpty }
                    lines.append("")
                    if !titles.isEmpty { lines.append(titles.joined(separator: " – ")) }
                    lines += draw(block, of: table)
                }
                lines += table.footnotes.flatMap { DisplayWidth.wrap($0.text, to: Self.lineMax) }
            }
        }
        let blank = document.tableParts.titlesWithoutAmounts
        let hidden = blank.isEmpty ? [] : ["Inget är känt om: \(blank.joined(separator: ", "))."]
        let remarks = hidden + document.remarks(includingScope: false)
        if !remarks.isEmpty { lines.append("") }
        lines += remarks
        if let colophon = document.colophon {
            lines += ["", Colophon.title] + colophon.allLines
        }
        var out: [UInt8] = []
        for line in lines {
            out.append(contentsOf: DisplayWidth.printable(line).utf8)
            out.append(0x0A)
        }
        return out
    }

    /// Running text; a command is never broken, so that it can be copied.
    private func draw(_ paragraph: Paragraph) -> [String] {
        switch paragraph.kind {
        case .body, .lead: DisplayWidth.wrap(paragraph.text, to: Self.lineMax)
        case .proposal:
            DisplayWidth.wrap(paragraph.text, to: Self.lineMax - 2).map { "┃ " + $0 }
        case .warning: DisplayWidth.wrap("Fel: " + paragraph.text, to: Self.lineMax)
        case .code: paragraph.text.split(separator: "\n").map { "  " + $0 }
        }
    }

    private func draw(_ block: Table.Block, of table: Table) -> [String] {
        let shown = table.places(in: block).filter { !table.isFolded(column: $0) }
        guard let last = shown.last else { return [] }
        let titles = shown.map { table.columns[$0].title }
        let rows = table.rows.map { row in
            shown.map { place in
                let indent = place == shown[0] ? String(repeating: "  ", count: row.level) : ""
                return indent + text(row.row.cells[place])
            }
        }
        let widths = shown.indices.map { place in
            let longest = ([titles[place]] + rows.map { $0[place] }).map(DisplayWidth.of).max() ?? 1
            let isFree = isNumber(table.columns[shown[place]]) || shown[place] == last
            return isFree ? longest : min(longest, Self.widthMax)
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
        var lines = [groupLine(table, shown, widths)].filter { !$0.isEmpty }
        lines += [line(titles, table, shown, widths), rule]
        for (row, texts) in zip(table.rows, rows) {
            if row.emphasis == .total { lines.append(rule) }
            lines.append(line(texts, table, shown, widths))
        }
        return lines
    }

    /// The titles of the groups, each above its first column.
    private func groupLine(_ table: Table, _ shown: [Int], _ widths: [Int]) -> String {
        var out = ""
        var start = 0
        for (place, column) in shown.enumerated() {
            let key = table.columns[column].key
            let isFirst =
                place == 0
                || table.group(of: key)?.columnKeys
                    != table.group(
                        of: table.columns[shown[place - 1]].key
                    )?.columnKeys
            if isFirst, let title = table.group(of: key)?.title, !title.isEmpty {
                out += String(
                    repeating: " ",
                    count: max(out.isEmpty ? 0 : 1, start - DisplayWidth.of(out))
                )
                out += title
            }
            start += widths[place] + Self.gap.count
        }
        return out
    }

    private func line(
        _ texts: [String],
        _ table: Table,
        _ shown: [Int],
        _ widths: [Int]
    ) -> String {
        var out = ""
        for (place, text) in texts.enumerated() {
            let isRight = isNumber(table.columns[shown[place]])
            let fitted = isRight ? text : DisplayWidth.fit(text, to: widths[place])
            let padding = String(
                repeating: " ",
                count: max(0, widths[place] - DisplayWidth.of(fitted))
            )
            if place > 0 { out += Self.gap }
            out += isRight ? padding + fitted : fitted + padding
        }
        while out.last == " " { out.removeLast() }
        return out
    }

    private func isNumber(_ column: Column) -> Bool {
        switch column.kind {
        case .amount, .count, .basisPoints: true
        case .text, .date: false
        }
    }

    private func text(_ cell: Cell) -> String {
        var out: [UInt8] = []
        switch cell {
        case .empty: break
        case .amount(nil): return "saknas"
        case .amount(let money?): out.append(money, in: .swedish)
        case .text(let text): return DisplayWidth.printable(text)
        case .date(let day): out.append(day)
        case .count(let count): out.append(count, in: .swedish)
        case .basisPoints(let points):
            out.append(hundredths: Int64(points), in: .swedish)
            out.append(contentsOf: "\u{A0}%".utf8)
        }
        return String(decoding: out, as: UTF8.self)
    }
}

extension Table {
    /// The places of a page's columns, the leading ones first.
    func places(in block: Block) -> [Int] {
        var places = Array(0..<leadingCount)
        var start = leadingCount
        for (number, group) in groups.enumerated() {
            if block.groups.contains(number) { places += start..<start + group.columnKeys.count }
            start += group.columnKeys.count
        }
        return places
    }

    /// The group that a column belongs to, nil for a leading one.
    func group(of key: String) -> Group? { groups.first { $0.columnKeys.contains(key) } }
}
