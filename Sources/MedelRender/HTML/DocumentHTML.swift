import MedelCore
import MedelDocument

/// Draws a document as one page that needs nothing else: no script, no other file.
///
/// It is read on a screen of any width, by ear, and on paper. Columns of which nothing is known and
/// those that repeat others are left out and named below.
///
/// Source: SPEC 7 (Forms); WCAG 2.2 AA.
struct DocumentHTML {
    private let document: Document
    private let markups: [TableMarkup]

    init(_ document: Document) {
        self.document = document
        markups = document.sections.flatMap { section in
            section.tables.map { (section, $0) }
        }.enumerated().map { number, part in
            TableMarkup(
                table: part.1,
                fallbackTitle: part.0.title.isEmpty ? document.heading.title : part.0.title,
                number: number + 1
            )
        }
    }

    /// The whole page.
    func bytes() -> [UInt8] {
        var out: [UInt8] = []
        let sections = document.sections
        let frame = PageFrame(
            heading: document.heading,
            isWide: sections.count < 2 && markups.contains(where: \.isWide)
        )
        frame.begin(&out)
        if sections.count > 2 { appendContents(to: &out) }
        out.append(markup: "<main>\n")
        for (number, section) in sections.enumerated() {
            append(section, number: number, to: &out)
        }
        appendRemarks(to: &out)
        out.append(markup: "</main>\n")
        frame.end(document.colophon, &out)
        return out
    }

    /// Where a part is found in the page: by its key, which stays the same from year to year.
    private func anchor(_ number: Int) -> String {
        let key = document.sections[number].key
        return key.isEmpty ? "del-\(number + 1)" : "avsnitt-\(key)"
    }

    private func appendContents(to out: inout [UInt8]) {
        out.append(markup: "<nav aria-labelledby=\"innehall\">\n")
        out.append(markup: "<h2 id=\"innehall\">Innehåll</h2>\n<ol>\n")
        for (number, section) in document.sections.enumerated() where !section.title.isEmpty {
            out.append(markup: "<li><a")
            out.append(attribute: "href", "#" + anchor(number))
            out.append(UInt8(ascii: ">"))
            out.append(escaped: section.title)
            out.append(markup: "</a></li>\n")
        }
        out.append(markup: "</ol>\n</nav>\n")
    }

    private func append(_ section: Section, number: Int, to out: inout [UInt8]) {
        let anchor = anchor(number)
        let own = markups.filter { markup in
            section.tables.contains { $0.key == markup.table.key }
        }
        let isWide = document.sections.count > 1 && own.contains(where: \.isWide)
        let classes = (section.beginsPage ? ["begins"] : []) + (isWide ? ["wide"] : [])
        out.append(markup: "<section")
        out.append(attribute: "id", anchor)
        if !classes.isEmpty {
            out.append(attribute: "class", classes.joined(separator: " "))
        }
        if !section.title.isEmpty {
            out.append(attribute: "aria-labelledby", anchor + "-rubrik")
            out.append(markup: ">\n<h2")
            out.append(attribute: "id", anchor + "-rubrik")
            out.append(UInt8(ascii: ">"))
            out.append(escaped: section.title)
            out.append(markup: "</h2>\n")
        } else {
            out.append(markup: ">\n")
        }
        for paragraph in section.paragraphs { append(paragraph, to: &out) }
        for markup in own {
            markup.append(to: &out)
            let charts = section.charts.enumerated().filter {
                $0.element.tableKey == markup.table.key
            }
            for (place, chart) in charts {
                let name = markup.number * 100 + place
                ChartMarkup(chart, of: markup.table, number: name)?.append(to: &out)
            }
        }
        out.append(markup: "</section>\n")
    }

    private func append(_ paragraph: Paragraph, to out: inout [UInt8]) {
        switch paragraph.kind {
        case .body: out.append(element: "p", paragraph.text)
        case .lead: out.append(element: "p", classed: "lead", paragraph.text)
        case .proposal: out.append(element: "p", classed: "proposal", paragraph.text)
        case .warning:
            out.append(markup: "<p class=\"warning\"><strong>Fel:</strong> ")
            out.append(escaped: paragraph.text)
            out.append(markup: "</p>")
        case .code:
            out.append(markup: "<pre>")
            out.append(element: "code", paragraph.text)
            out.append(markup: "</pre>")
        }
        out.append(UInt8(ascii: "\n"))
    }

    private func appendRemarks(to out: inout [UInt8]) {
        let lines = displayRemarks + document.notes.map(\.text)
        if !lines.isEmpty {
            out.append(markup: "<section class=\"remarks\" aria-labelledby=\"anmarkningar\">\n")
            out.append(markup: "<h2 id=\"anmarkningar\">Anmärkningar</h2>\n<ul>\n")
            for line in lines {
                out.append(element: "li", line)
                out.append(UInt8(ascii: "\n"))
            }
            out.append(markup: "</ul>\n</section>\n")
        }
        guard !document.definitions.isEmpty else { return }
        out.append(markup: "<section class=\"remarks\" aria-labelledby=\"begrepp\">\n")
        out.append(markup: "<h2 id=\"begrepp\">Begrepp</h2>\n<dl>\n")
        for definition in document.definitions {
            out.append(markup: "<div>")
            out.append(element: "dt", definition.term)
            out.append(element: "dd", definition.text)
            out.append(markup: "</div>\n")
        }
        out.append(markup: "</dl>\n</section>\n")
    }
}

// What is said about how the tables are shown.
extension DocumentHTML {
    private var displayRemarks: [String] {
        let tables = document.tables
        let cells = tables.lazy.flatMap { $0.rows.lazy.flatMap(\.row.cells) }
        var lines: [String] = []
        let hasOre = cells.contains { cell in
            if case .amount(let money?) = cell { money.ore % 100 != 0 } else { false }
        }
        if hasOre {
            let shown =
                "Belopp visas i hela kronor; ören finns i formerna Excel, CSV och JSON."
            let addsUp = tables.allSatisfy(\.addsUpAsShown)
            lines.append(addsUp ? shown : shown + " " + Table.roundingRemark)
        }
        if cells.contains(.amount(nil)) {
            lines.append(
                "Ett streck (–) är ett belopp som inte är känt; en summa över det är inte heller "
                    + "känd."
            )
        }
        let blank = document.tableParts.titlesWithoutAmounts
        if !blank.isEmpty {
            lines.append(
                "Kolumner som det inte finns några uppgifter till visas inte: "
                    + "\(blank.joined(separator: ", "))."
            )
        }
        let repeated = tables.flatMap(\.hiddenDetailTitles)
        if !repeated.isEmpty {
            lines.append(
                "Visas inte här men finns i formerna Excel, CSV och JSON: "
                    + "\(repeated.joined(separator: ", "))."
            )
        }
        return lines
    }
}

extension Table {
    /// The titles of details that hold something and are left out all the same, each once.
    fileprivate var hiddenDetailTitles: [String] {
        var titles: [String] = []
        for place in columns.indices where isFolded(column: place) && !isBlank(column: place) {
            if !titles.contains(columns[place].title) { titles.append(columns[place].title) }
        }
        return titles
    }
}
