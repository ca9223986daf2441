import MedelDocument

/// Draws a listing as one page, piece by piece; memory does not grow with the number of rows.
///
/// Amounts have kronor and öre. The first column names the row.
///
/// Source: SPEC 7 (Forms); WCAG 2.2 AA.
struct ListingHTML: StreamRenderer {
    private let listing: Listing
    private let frame: PageFrame

    init(_ listing: Listing) {
        self.listing = listing
        let characterCount = listing.columns.reduce(0) { $0 + min(24, $1.width) + 2 }
        frame = PageFrame(heading: listing.heading, isWide: characterCount > 100)
    }

    func begin(_ out: inout [UInt8]) {
        frame.begin(&out)
        out.append(markup: "<main>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" ")
        out.append(markup: "aria-labelledby=\"tabell\">\n<table>\n<caption id=\"tabell\">")
        out.append(element: "span", classed: "heard", listing.heading.title)
        if listing.columns.contains(where: { $0.kind == .amount }) {
            out.append(markup: "<span class=\"unit\">Belopp i kronor</span>")
        }
        out.append(markup: "</caption>\n<thead>\n<tr>")
        for (place, column) in listing.columns.enumerated() {
            out.append(markup: "<th scope=\"col\"")
            let classes = [column.kind.isNumber ? "n" : "", place == 0 ? "lead-in" : ""]
                .filter { !$0.isEmpty }
            if !classes.isEmpty {
                out.append(attribute: "class", classes.joined(separator: " "))
            }
            if column.kind == .text, column.width > 12 {
                out.append(attribute: "style", "--wide:\(min(30, column.width * 3 / 4))ch")
            }
            out.append(UInt8(ascii: ">"))
            out.append(escaped: column.title)
            out.append(markup: "</th>")
        }
        out.append(markup: "</tr>\n</thead>\n<tbody>\n")
    }

    func append(_ row: Row, to out: inout [UInt8]) {
        append(row.cells, to: &out)
    }

    func end(totals: [Cell]?, notes: [Note], _ out: inout [UInt8]) {
        out.append(markup: "</tbody>\n")
        if var totals {
            if !listing.columns[0].isSummed { totals[0] = .text("Summa") }
            out.append(markup: "<tfoot class=\"total\">\n")
            append(totals, to: &out)
            out.append(markup: "</tfoot>\n")
        }
        out.append(markup: "</table>\n</div>\n")
        if !notes.isEmpty {
            out.append(markup: "<section class=\"remarks\" aria-labelledby=\"anmarkningar\">\n")
            out.append(markup: "<h2 id=\"anmarkningar\">Anmärkningar</h2>\n<ul>\n")
            for note in notes {
                out.append(element: "li", note.text)
                out.append(UInt8(ascii: "\n"))
            }
            out.append(markup: "</ul>\n</section>\n")
        }
        out.append(markup: "</main>\n")
        frame.end(nil, &out)
    }

    private func append(_ cells: [Cell], to out: inout [UInt8]) {
        out.append(markup: "<tr>")
        for (place, cell) in cells.enumerated() {
            if place == 0 {
                out.append(markup: "<th scope=\"row\"")
                if listing.columns[0].kind.isNumber { out.append(markup: " class=\"n\"") }
                out.append(UInt8(ascii: ">"))
            } else if cell == .amount(nil) {
                out.append(markup: "<td class=\"n u\">")
            } else if listing.columns[place].kind.isNumber {
                out.append(markup: "<td class=\"n\">")
            } else {
                out.append(markup: "<td>")
            }
            append(cell, to: &out)
            out.append(markup: place == 0 ? "</th>" : "</td>")
        }
        out.append(markup: "</tr>\n")
    }

    private func append(_ cell: Cell, to out: inout [UInt8]) {
        switch cell {
        case .empty: break
        case .amount(nil): out.appendUnknown()
        case .amount(let money?): out.append(money, in: .swedish)
        case .text(let text): out.append(unbroken: text)
        case .date(let day): out.append(time: day)
        case .count(let count): out.append(count, in: .swedish)
        case .basisPoints(let points):
            out.append(hundredths: Int64(points), in: .swedish)
            out.append(markup: "\u{A0}%")
        }
    }
}
