import MedelCore
import MedelDocument

// What stands around the rows.
extension DocumentPage {
    /// Names each column of numbers, and its sum.
    func nameRanges() throws {
        let total = table.rows.lastIndex { $0.emphasis == .total }
        let last = (total ?? table.rows.count) - 1
        for (column, item) in columns.enumerated() where column >= table.leadingCount {
            let name = namePrefix + item.key
            if last >= 0 { try workbook.name(range(0...last, column), "kolumn_" + name) }
            if let total { try workbook.name(range(total...total, column), "summa_" + name) }
        }
    }

    /// Colours what has gone below zero where there should be something left.
    func warn() throws {
        guard !table.rows.isEmpty else { return }
        for (column, item) in columns.enumerated() where table.warnedKeys.contains(item.key) {
            try sheet.warnBelowZero(range(0...table.rows.count - 1, column), style.warning)
        }
    }

    mutating func drawCharts(_ widths: ColumnWidths) throws {
        for chart in charts {
            guard let source = ChartSource(chart, on: self) else { continue }
            nextRow += 1
            // Below the chart stand its summary and a line on the amounts, or all the remarks.
            let rowsMore = SheetChart.rowCount + (hasRemarks ? 0 : 3)
            let paper: Paper = isNarrow([widths]) ? .upright : .across
            if !fitsOnPage(rowsMore: rowsMore, widths, paper) {
                try sheet.breakPage(before: nextRow)
            }
            let drawing = SheetChart(
                chart: chart,
                labels: source.labels,
                series: source.series,
                widthPixels: min(1_000, widths.pixels(leavingOut: folded)),
                isAboveNought: ChartPlot(chart, of: table).isAboveNought
            )
            try sheet.insert(drawing, row: nextRow, into: workbook)
            nextRow += SheetChart.rowCount
            if !chart.summary.isEmpty {
                try line(chart.summary, style.cover, widths)
            }
        }
    }

    /// Whether rows of the usual height fit on the first printed page, about; a page without
    /// remarks below may be drawn a little smaller for them.
    private func fitsOnPage(rowsMore: Int, _ widths: ColumnWidths, _ paper: Paper) -> Bool {
        let points = usedPoints + Double(rowsMore) * Self.rowPoints
        return points * paper.scale(pixels(widths)) <= (hasRemarks ? paper.height : paper.heightMax)
    }

    /// Running text as it stands above the tables.
    mutating func draw(_ paragraph: Paragraph, _ widths: ColumnWidths) throws {
        for text in paragraph.text.split(separator: "\n").map(String.init) {
            switch paragraph.kind {
            case .body, .code: try line(text, style.cover, widths)
            case .lead: try line(text, style.lead, widths)
            case .proposal: try line(text, style.proposal, widths, sizeFactor: 1.2)
            case .warning: try line("Fel: " + text, style.alarm, widths)
            }
        }
    }

    /// What the document says about itself.
    mutating func draw(_ colophon: Colophon, _ widths: ColumnWidths) throws {
        nextRow += 1
        try line(Colophon.title, style.heading, widths)
        for text in colophon.allLines {
            try line(text, style.ledger, widths, sizeFactor: 0.8)
        }
    }

    mutating func drawRemarks(_ widths: ColumnWidths) throws {
        nextRow += 1
        try line("Anmärkningar", style.heading, widths)
        try line(display, style.note, widths, sizeFactor: 0.82)
        let tables = document.tables
        let blank = plans.filter { $0.parts.count == 1 }
            .map { (title: $0.section.title, tables: $0.parts.map(\.table)) }
            .titlesWithoutAmounts
        if !blank.isEmpty {
            let titles = blank.joined(separator: ", ")
            let fold = "Kolumner som det inte finns några belopp till är hopfällda: \(titles)."
            try line(fold, style.note, widths, sizeFactor: 0.82)
        }
        let rows = tables.lazy.flatMap(\.rows)
        if rows.contains(where: { $0.row.cells.contains(.amount(nil)) }) {
            let unknown =
                "En grå ruta är ett belopp som inte är känt; en summa över det är "
                + "inte heller känd."
            try line(unknown, style.note, widths, sizeFactor: 0.82)
        }
        for note in document.notes {
            try line(note.text, style.note, widths, sizeFactor: 0.82)
        }
        guard !document.definitions.isEmpty else { return }
        nextRow += 1
        try line("Begrepp", style.heading, widths)
        for definition in document.definitions {
            let term = "\(definition.term): \(definition.text)"
            try line(term, style.note, widths, sizeFactor: 0.82)
        }
        guard document.colophon == nil else { return }
        nextRow += 1
        try line(
            "Framställd av Medel ur huvudboken, \(document.heading.ledgerLine.lowercased()).",
            style.ledger,
            widths,
            sizeFactor: 0.8
        )
    }

    /// How amounts are shown, and whether sums of what is shown can differ.
    var display: String {
        let shown = "Belopp i kronor utan ören; cellerna innehåller ören."
        let isWhole = hasRemarks && document.sections.count > 1
        let tables = isWhole ? document.tables : [table]
        return tables.allSatisfy(\.addsUpAsShown) ? shown : shown + " " + Table.roundingRemark
    }
}
