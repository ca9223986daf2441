import CXlsxWriter
import MedelCore
import MedelDocument

/// One sheet of a document's workbook under way.
struct DocumentPage {
    let document: Document
    let plan: SheetPlan
    let plans: [SheetPlan]
    let hasRemarks: Bool
    let hasColophon: Bool
    let sheet: Sheet
    let workbook: Workbook
    let style: DocumentStyle

    /// The table under way.
    var part: SheetPlan.Part
    var text = CellText()
    var nextRow = 0
    var firstRow = 0

    /// How much higher than usual the rows are together that have been given a height, in points.
    private var extraPoints = 0.0

    init(
        document: Document,
        plan: SheetPlan,
        plans: [SheetPlan],
        hasRemarks: Bool,
        hasColophon: Bool,
        sheet: Sheet,
        workbook: Workbook,
        style: DocumentStyle
    ) {
        self.document = document
        self.plan = plan
        self.plans = plans
        self.hasRemarks = hasRemarks
        self.hasColophon = hasColophon
        self.sheet = sheet
        self.workbook = workbook
        self.style = style
        part = plan.parts.first ?? .blank
    }

    var table: Table { part.table }

    var block: Table.Block { part.block }

    var charts: [Chart] { plan.section.charts.filter(part.holds) }

    var namePrefix: String { document.tables.count > 1 ? table.key + "_" : "" }

    /// The places of the page's columns in the table, from left to right.
    var places: [Int] { table.places(in: block) }

    var columns: [Column] { places.map { table.columns[$0] } }

    /// Which of the page's columns are folded away, details and those of which nothing is known.
    var folded: [Bool] {
        places.map { plan.parts.count < 2 && table.isFolded(column: $0) }
    }

    mutating func draw(remarksStandOn remarksSheet: String) throws {
        let allWidths = plan.parts.map(ColumnWidths.init)
        let parts = plan.parts.isEmpty ? [.blank] : plan.parts
        var widest = ColumnWidths(columns, look: .document)
        var widestPart = part
        for (number, part) in parts.enumerated() {
            self.part = part
            var widths = ColumnWidths(part)
            for other in allWidths { widths.widen(to: other) }
            if number == 0 { try drawTop(widths) }
            if !plan.parts.isEmpty { try drawTable(widths) }
            if number == 0 || columns.count > widest.count {
                (widest, widestPart) = (widths, part)
            }
        }
        // What stands below all tables goes over the columns of the widest.
        part = widestPart
        if hasRemarks {
            try drawRemarks(widest)
        } else if !document.notes.isEmpty || !document.definitions.isEmpty {
            nextRow += 1
            let place = "Anmärkningar och begrepp står på bladet \(remarksSheet)."
            try line([display, place].joined(separator: " "), style.note, widest, sizeFactor: 0.8)
        }
        if hasColophon, let colophon = document.colophon { try draw(colophon, widest) }
        try setPage()
        let paper: Paper = isTall(allWidths) ? .upright : .across
        let points = usedPoints * paper.scale(pixels(widest))
        if let pages = paper.pagesDrawnSmaller(points) { sheet.fit(onPages: pages) }
        if paper == .upright { sheet.turnUpright() }
        let folded = parts.count > 1 ? Array(repeating: false, count: widest.count) : folded
        try sheet.foldColumns((0..<widest.count).map { widest.characters($0) }, folded: folded)
    }

    /// How far down the rows reach that have been written, in points.
    var usedPoints: Double { Double(nextRow) * Self.rowPoints + extraPoints }

    /// The height of a row that nobody has given one.
    static let rowPoints = 15.0

    private mutating func setHeight(_ points: Double, row: Int) throws {
        try sheet.setHeight(points, row: row)
        extraPoints += points - Self.rowPoints
    }

    /// Everything of one table; what stands below it concerns only it.
    private mutating func drawTable(_ widths: ColumnWidths) throws {
        if !table.title.isEmpty { try line(table.title, style.heading, widths) }
        try drawHeader(widths)
        try drawRows(widths)
        try nameRanges()
        try warn()
        for note in table.footnotes { try line(note.text, style.note, widths, sizeFactor: 0.82) }
        try drawCharts(widths)
        if plan.parts.count > 1 { nextRow += 1 }
    }

    private mutating func drawTop(_ widths: ColumnWidths) throws {
        let heading = document.heading
        try setHeight(28, row: 0)
        let part = document.sections.count > 1 ? [plan.section.title] : []
        let titles = [heading.title] + part + [block.title.lowercased()]
        let title = titles.filter { !$0.isEmpty }.joined(separator: " – ")
        try line(title, style.title, widths, sizeFactor: 1.8)
        let covers = heading.coverLines
        try line(covers[0], style.cover, widths)
        if covers.count > 1 {
            try line(covers.dropFirst().joined(separator: " · "), style.cover, widths)
        }
        try line(heading.ledgerLine, style.ledger, widths, sizeFactor: 0.8)
        nextRow += 1
        guard !plan.section.paragraphs.isEmpty else { return }
        for paragraph in plan.section.paragraphs { try draw(paragraph, widths) }
        nextRow += 1
    }

    /// Two rows: the groups, then the columns.
    private mutating func drawHeader(_ widths: ColumnWidths) throws {
        try setHeight(groupHeight(widths), row: nextRow)
        try setHeight(widths.headerHeight(leavingOut: folded), row: nextRow + 1)
        for (column, item) in columns.enumerated() {
            let begins = beginsGroup(column)
            let format = try style.header(
                isNumber: item.kind.isNumber,
                isGroup: false,
                beginsGroup: begins,
                followsNumber: followsNumber(column)
            )
            try sheet.write(
                widths.titles[column],
                row: nextRow + 1,
                column: column,
                format,
                &text
            )
            let above = try style.header(
                isNumber: false,
                isGroup: column >= table.leadingCount,
                beginsGroup: begins
            )
            try sheet.writeBlank(row: nextRow, column: column, above)
        }
        var column = table.leadingCount
        for number in block.groups {
            let group = table.groups[number]
            let last = column + group.columnKeys.count - 1
            let format = try style.header(isNumber: false, isGroup: true, beginsGroup: true)
            if !group.title.isEmpty, last > column {
                try sheet.merge(row: nextRow, columns: column...last, format)
            }
            if !group.title.isEmpty {
                try sheet.write(group.title, row: nextRow, column: column, format, &text)
            }
            column = last + 1
        }
        nextRow += 2
        firstRow = nextRow
    }

    /// The height of the row with the groups' titles, for the one that needs most lines.
    private func groupHeight(_ widths: ColumnWidths) -> Double {
        // Without titles the row is only a margin, which keeps every header two rows high.
        guard block.groups.contains(where: { !table.groups[$0].title.isEmpty }) else { return 4 }
        var column = table.leadingCount
        var lines = 1
        for number in block.groups {
            let end = column + table.groups[number].columnKeys.count
            let others = columns.indices.map { folded[$0] || !(column..<end).contains($0) }
            let needed = widths.lineCount(
                of: table.groups[number].title,
                sizeFactor: 1.15,
                leavingOut: others
            )
            if others.contains(false) { lines = max(lines, needed) }
            column = end
        }
        return Double(min(4, lines)) * 15 + 5
    }

    private mutating func drawRows(_ widths: ColumnWidths) throws {
        for row in table.rows {
            let shown = Row(key: row.key, cells: places.map { row.row.cells[$0] })
            let height = widths.rowHeight(shown, leavingOut: folded)
            try setHeight(row.emphasis == .total ? max(20, height) : height, row: nextRow)
            for (column, place) in places.enumerated() {
                try draw(row, place: place, column: column)
            }
            nextRow += 1
        }
    }

    private mutating func draw(_ row: TableRow, place: Int, column: Int) throws {
        let cell = row.row.cells[place]
        let format = try style.cell(
            DocumentStyle.Look(
                kind: table.columns[place].kind,
                emphasis: row.emphasis,
                level: column == 0 ? row.level : 0,
                isUnknown: cell == .amount(nil),
                beginsGroup: beginsGroup(column),
                followsNumber: followsNumber(column)
            )
        )
        if let formula = row.formulas[table.columns[place].key],
            let written = references.text(formula, row: row, column: place)
        {
            switch cell {
            case .amount(let money?):
                let kronor = Double(money.ore) / 100.0
                return try sheet.write(
                    formula: written,
                    value: kronor,
                    row: nextRow,
                    column: column,
                    format
                )
            case .basisPoints(let points):
                return try sheet.write(
                    formula: written,
                    value: Double(points) / 10_000.0,
                    row: nextRow,
                    column: column,
                    format
                )
            case .empty, .amount(nil), .text, .date, .count: break
            }
        }
        try sheet.write(cell, row: nextRow, column: column, format, &text)
    }

    private func followsNumber(_ column: Int) -> Bool {
        column > 0 && columns[column - 1].kind.isNumber
    }

    private func beginsGroup(_ column: Int) -> Bool {
        var start = table.leadingCount
        for number in block.groups {
            if column == start { return true }
            start += table.groups[number].columnKeys.count
        }
        return false
    }

    /// Writes a line over the columns that are seen; a long one takes several lines.
    mutating func line(
        _ line: String,
        _ format: Sheet.Format,
        _ widths: ColumnWidths,
        sizeFactor: Double = 1
    ) throws {
        let lines = widths.lineCount(of: line, sizeFactor: sizeFactor, leavingOut: folded)
        // Small lines stand closer, which not every program sees to by itself.
        if lines > 1 || sizeFactor < 1 {
            let margin = lines > 1 ? 2.0 : 0.5
            try setHeight(min(409, Double(lines) * 15 * sizeFactor + margin), row: nextRow)
        }
        if columns.count > 1 {
            try sheet.merge(row: nextRow, columns: 0...columns.count - 1, format)
        }
        try sheet.write(line, row: nextRow, column: 0, format, &text)
        nextRow += 1
    }

    func range(_ rows: ClosedRange<Int>, _ column: Int) -> CellRange {
        CellRange(
            sheetName: sheet.name,
            firstRow: firstRow + rows.lowerBound,
            firstColumn: column,
            lastRow: firstRow + rows.upperBound,
            lastColumn: column
        )
    }
}
