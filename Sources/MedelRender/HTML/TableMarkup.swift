import MedelCore
import MedelDocument

/// Draws a table of a document as one or more tables of a page.
///
/// On the screen each block is one table that can be scrolled sideways; in print it is as many as
/// the paper needs. Amounts are whole kronor, with the exact amount for programs beside them.
struct TableMarkup {
    let table: Table

    /// What the table is called when neither it nor its blocks have a name.
    let fallbackTitle: String

    /// What makes the names of the page's regions unique.
    let number: Int

    /// Whether a block needs paper across.
    var isWide: Bool {
        let widths = PrintedWidths(table)
        return table.blocks.contains { block in
            widths.sum(PagePart(block, of: table).places) > PagePart.Paper.upright.rawValue
        }
    }

    /// Writes the tables and the remarks that concern only them.
    func append(to out: inout [UInt8]) {
        let widths = PrintedWidths(table)
        for (place, block) in table.blocks.enumerated() {
            let whole = PagePart(block, of: table)
            guard !whole.places.isEmpty else { continue }
            let parts = whole.split(table, widths)
            let name = "tabell-\(number)-\(place + 1)"
            out.append(markup: "<div class=\"scroll")
            if parts.count > 1 { out.append(markup: " whole") }
            out.append(markup: "\" role=\"region\" tabindex=\"0\"")
            out.append(attribute: "aria-labelledby", name)
            out.append(markup: ">\n")
            append(whole, block, name: name, to: &out)
            out.append(markup: "</div>\n")
            guard parts.count > 1 else { continue }
            out.append(markup: "<div class=\"paper\">\n")
            for part in parts { append(part, block, name: nil, to: &out) }
            out.append(markup: "</div>\n")
        }
        guard !table.footnotes.isEmpty else { return }
        out.append(markup: "<div class=\"footnotes\">\n")
        for note in table.footnotes {
            out.append(element: "p", note.text)
            out.append(UInt8(ascii: "\n"))
        }
        out.append(markup: "</div>\n")
    }

    private func append(
        _ part: PagePart,
        _ block: Table.Block,
        name: String?,
        to out: inout [UInt8]
    ) {
        // A table that fits on a page is not divided between two.
        out.append(markup: table.rows.count <= 24 ? "<table class=\"short\">" : "<table>")
        out.append(markup: "\n<caption")
        if let name { out.append(attribute: "id", name) }
        out.append(UInt8(ascii: ">"))
        let titles = [table.title, block.title].filter { !$0.isEmpty }
        if titles.isEmpty {
            out.append(element: "span", classed: "heard", fallbackTitle)
        } else {
            out.append(escaped: titles.joined(separator: " – "))
        }
        if part.places.contains(where: { table.columns[$0].kind == .amount }) {
            out.append(markup: " <span class=\"unit\">Belopp i kronor</span>")
        }
        out.append(markup: "</caption>\n")
        appendHeader(part, to: &out)
        out.append(markup: "<tbody>\n")
        let firsts = Set(part.groups(of: table).compactMap(\.first))
        for row in table.rows { append(row, part, firsts, to: &out) }
        out.append(markup: "</tbody>\n</table>\n")
    }

    /// One row of titles, or two when groups have titles of their own.
    private func appendHeader(_ part: PagePart, to out: inout [UInt8]) {
        let groups = part.groups(of: table)
        let titles = groups.map { group in
            group.first.flatMap { table.group(of: table.columns[$0].key)?.title } ?? ""
        }
        let hasTitles = titles.contains { !$0.isEmpty }
        if part.leadingCount > 0 {
            out.append(markup: "<colgroup")
            out.append(attribute: "span", "\(part.leadingCount)")
            out.append(markup: "></colgroup>")
        }
        for group in groups {
            out.append(markup: "<colgroup")
            out.append(attribute: "span", "\(group.count)")
            out.append(markup: "></colgroup>")
        }
        out.append(markup: "\n<thead>\n<tr>")
        for (order, place) in part.places.prefix(part.leadingCount).enumerated() {
            appendTitle(place, isFirst: false, isName: order == 0, rows: hasTitles ? 2 : 1, &out)
        }
        for (group, title) in zip(groups, titles) {
            guard hasTitles, !title.isEmpty else {
                for place in group {
                    let isFirst = place == group.first
                    appendTitle(place, isFirst: isFirst, rows: hasTitles ? 2 : 1, &out)
                }
                continue
            }
            out.append(markup: "<th scope=\"colgroup\" class=\"group first\"")
            out.append(attribute: "colspan", "\(group.count)")
            out.append(UInt8(ascii: ">"))
            out.append(escaped: title)
            out.append(markup: "</th>")
        }
        out.append(markup: "</tr>\n")
        if hasTitles {
            out.append(markup: "<tr>")
            for (group, title) in zip(groups, titles) where !title.isEmpty {
                for place in group { appendTitle(place, isFirst: place == group.first, &out) }
            }
            out.append(markup: "</tr>\n")
        }
        out.append(markup: "</thead>\n")
    }

    private func appendTitle(
        _ place: Int,
        isFirst: Bool,
        isName: Bool = false,
        rows: Int = 1,
        _ out: inout [UInt8]
    ) {
        let column = table.columns[place]
        out.append(markup: "<th scope=\"col\"")
        if rows > 1 { out.append(attribute: "rowspan", "\(rows)") }
        let classes = [
            column.kind.isNumber ? "n" : "", isFirst ? "first" : "", isName ? "lead-in" : "",
        ].filter { !$0.isEmpty }
        if !classes.isEmpty {
            out.append(attribute: "class", classes.joined(separator: " "))
        }
        if column.kind == .text {
            out.append(attribute: "style", "--wide:\(widthOnScreen(place))ch")
        }
        out.append(UInt8(ascii: ">"))
        out.append(escaped: column.title)
        out.append(markup: "</th>")
    }

    /// The least width of a column of text in digits: a short one entire, a long one on some lines,
    /// fewer to the left so that the amounts are near.
    private func widthOnScreen(_ place: Int) -> Int {
        let lengths = table.rows.lazy.map { row in
            if case .text(let text) = row.row.cells[place] { DisplayWidth.of(text) } else { 0 }
        }
        let longest = lengths.max() ?? 0
        if longest <= 18 { return longest + 1 }
        if place == 0 { return min(30, longest) }
        return place < table.leadingCount ? 18 : min(44, 22 + longest / 8)
    }

    private func append(
        _ row: TableRow,
        _ part: PagePart,
        _ firsts: Set<Int>,
        to out: inout [UInt8]
    ) {
        switch row.emphasis {
        case .body: out.append(markup: "<tr>")
        case .heading: out.append(markup: "<tr class=\"head\">")
        case .subtotal: out.append(markup: "<tr class=\"sub\">")
        case .total: out.append(markup: "<tr class=\"total\">")
        case .memo: out.append(markup: "<tr class=\"memo\">")
        }
        for (order, place) in part.places.enumerated() {
            let cell = row.row.cells[place]
            if order == 0, part.leadingCount > 0 {
                out.append(markup: "<th scope=\"row\"")
                if row.level > 0 {
                    out.append(attribute: "class", "l\(min(3, row.level))")
                }
                out.append(UInt8(ascii: ">"))
                out.append(cell: cell)
                out.append(markup: "</th>")
            } else {
                let classes = classes(cell, place, isFirst: firsts.contains(place))
                out.append(markup: "<td")
                if !classes.isEmpty { out.append(attribute: "class", classes) }
                out.append(UInt8(ascii: ">"))
                out.append(cell: cell)
                out.append(markup: "</td>")
            }
        }
        out.append(markup: "</tr>\n")
    }

    private func classes(_ cell: Cell, _ place: Int, isFirst: Bool) -> String {
        let column = table.columns[place]
        var classes = column.kind.isNumber ? ["n"] : []
        if isFirst { classes.append("first") }
        if cell == .amount(nil) { classes.append("u") }
        if case .amount(let money?) = cell, money < .zero, table.warnedKeys.contains(column.key) {
            classes.append("below")
        }
        return classes.joined(separator: " ")
    }
}

extension [UInt8] {
    /// Writes the inside of a document's cell.
    fileprivate mutating func append(cell: Cell) {
        switch cell {
        case .empty: break
        case .amount(nil): appendUnknown()
        case .amount(let money?):
            append(markup: "<data")
            append(attribute: "value", AmountText.machine.text(money))
            append(UInt8(ascii: ">"))
            append(contentsOf: AmountText.kronor.text(money).utf8)
            append(markup: "</data>")
        case .text(let text): append(unbroken: text)
        case .date(let day): append(time: day)
        case .count(let count): append(count, in: .swedish)
        case .basisPoints(let points):
            append(hundredths: Int64(points), in: .swedish)
            append(markup: "\u{A0}%")
        }
    }
}
