import MedelCore
import MedelDocument

/// Draws a listing as an Excel workbook: a title block, the rows, live sums, the remarks.
///
/// Small listings become an Excel table with wrapped text. Above `inMemoryCellsMax` the library
/// keeps one row at a time, which a table does not allow: there is then a filter instead. What one
/// sheet cannot hold continues on the next, and the sums below the last sheet cover them all.
struct ListingWorkbook {
    /// When another way of writing is chosen; tests set these low.
    struct Limits: Sendable {
        /// Cells up to which everything is kept in memory, which takes about 300 bytes a cell.
        var inMemoryCellsMax = 100_000

        /// Rows on a sheet, with everything above and below the table.
        var sheetRowsMax = ExcelLimits.sheetRowsMax
    }

    /// A sheet that has been begun, and where its rows stand.
    private struct Part {
        let sheet: Sheet
        let headerRow: Int
        var rowCount = 0
    }

    private let listing: Listing
    private let limits: Limits
    private let workbook: Workbook
    private let style: SheetStyle
    private var text = CellText()
    private var widths: ColumnWidths
    private var parts: [Part] = []
    private var part: Part
    private var nextRow = 0

    /// Writes the workbook to a path whose folder has room for it.
    static func write(_ listing: Listing, to path: String, limits: Limits = Limits()) throws {
        try withNeutralLocale {
            var feed = RowFeed(listing)
            var held: [[Row]] = []
            var isAtEnd = false
            while feed.totals.rowCount * listing.columns.count <= limits.inMemoryCellsMax {
                guard let page = try feed.next() else {
                    isAtEnd = true
                    break
                }
                held.append(page)
            }
            let workbook = try Workbook(path: path, mode: isAtEnd ? .inMemory : .rowByRow)
            var drawing = try ListingWorkbook(listing, workbook, limits)
            for page in held { try drawing.append(page) }
            held = []
            while let page = try feed.next() { try drawing.append(page) }
            try drawing.finish(feed.totals)
            try workbook.close(cellCount: feed.totals.rowCount * listing.columns.count)
        }
    }

    private init(_ listing: Listing, _ workbook: Workbook, _ limits: Limits) throws {
        self.listing = listing
        self.workbook = workbook
        self.limits = limits
        try workbook.setProperties(listing.heading)
        style = try SheetStyle(
            workbook,
            columns: listing.columns,
            wrapsText: workbook.mode == .inMemory
        )
        widths = ColumnWidths(listing.columns)
        let first = try workbook.addSheet(named: sheetName(listing.heading.title, number: 1))
        part = Part(sheet: first, headerRow: 0)
        try beginFirstPart()
    }

    /// Rows of a sheet that are kept for sums and remarks.
    private var reservedRows: Int { listing.notes.count + listing.columns.count + 4 }

    private mutating func append(_ rows: [Row]) throws {
        for row in rows {
            if nextRow + reservedRows >= limits.sheetRowsMax { try beginNextPart() }
            if workbook.mode == .inMemory {
                try part.sheet.setHeight(widths.rowHeight(row), row: nextRow)
            }
            for (column, cell) in row.cells.enumerated() {
                widths.note(cell, column: column)
                try part.sheet.write(
                    cell,
                    row: nextRow,
                    column: column,
                    style.columns[column].body,
                    &text
                )
            }
            nextRow += 1
            part.rowCount += 1
        }
    }

    private mutating func beginFirstPart() throws {
        let heading = listing.heading
        try part.sheet.setHeight(28, row: 0)
        try writeLine(heading.title, style.title, sizeFactor: 1.8)
        let covers = heading.coverLines
        try writeLine(covers[0], style.cover)
        if covers.count > 1 {
            try writeLine(covers.dropFirst().joined(separator: " · "), style.cover)
        }
        try writeLine(heading.ledgerLine, style.ledger, sizeFactor: 0.8)
        nextRow += 1
        try writeHeader()
    }

    private mutating func beginNextPart() throws {
        try endPart()
        let number = parts.count + 1
        let name = sheetName(listing.heading.title, number: number)
        part = Part(sheet: try workbook.addSheet(named: name), headerRow: 0)
        nextRow = 0
        try part.sheet.setHeight(28, row: 0)
        let title = "\(listing.heading.title), blad \(number)"
        try writeLine(title, style.title, sizeFactor: 1.8)
        try writeLine(listing.heading.ledgerLine, style.ledger, sizeFactor: 0.8)
        nextRow += 1
        try writeHeader()
    }

    private mutating func writeHeader() throws {
        part = Part(sheet: part.sheet, headerRow: nextRow)
        try part.sheet.setHeight(widths.headerHeight(), row: nextRow)
        for (column, title) in widths.titles.enumerated() {
            try part.sheet.write(
                title,
                row: nextRow,
                column: column,
                style.columns[column].header,
                &text
            )
        }
        try part.sheet.setPage(headerRow: nextRow, heading: listing.heading)
        nextRow += 1
    }

    /// Writes a line over the columns; one that is too long for them takes several lines.
    private mutating func writeLine(
        _ line: String,
        _ format: Sheet.Format,
        sizeFactor: Double = 1
    ) throws {
        let lines = widths.lineCount(of: line, sizeFactor: sizeFactor)
        if lines > 1 && listing.columns.count > 1 {
            try part.sheet.setHeight(Double(lines) * 15 * max(1, sizeFactor), row: nextRow)
            try part.sheet.merge(row: nextRow, columns: listing.columns.count, format)
        }
        try part.sheet.write(line, row: nextRow, column: 0, format, &text)
        nextRow += 1
    }

    private mutating func finish(_ totals: Totals) throws {
        try endPart()
        if totals.rowCount == 0 { try writeLine("Inga rader.", style.note) }
        if totals.exist { try writeTotals(totals) }
        var notes = listing.notes + totals.notes
        if text.truncatedCount > 0 { notes.append(truncationNote) }
        if !notes.isEmpty { nextRow += 1 }
        for note in notes { try writeLine(note.text, style.note) }
        // Widths come last, since they follow the largest number.
        for part in parts {
            for column in listing.columns.indices {
                try part.sheet.setWidth(widths.characters(column), column: column)
            }
        }
    }

    private var truncationNote: Note {
        let texts = text.truncatedCount == 1 ? "1 text" : "\(text.truncatedCount) texter"
        return Note("\(texts) är för lång för en cell i Excel (32 767 tecken) och slutar med ….")
    }

    private mutating func writeTotals(_ totals: Totals) throws {
        let cells = try totals.cells()
        try part.sheet.setHeight(20, row: nextRow)
        for (column, cell) in cells.enumerated() {
            let format = style.columns[column].total
            widths.note(cell, column: column)
            switch cell {
            case .amount(let money?):
                let kronor = Double(money.ore) / 100.0
                try writeSum(of: column, value: kronor, rounded: true, format)
            case .count(let count) where count.magnitude <= ExcelLimits.exactIntegerMax:
                try writeSum(of: column, value: Double(count), rounded: false, format)
            case .empty where column == 0:
                try part.sheet.write("Summa", row: nextRow, column: 0, format, &text)
            default: try part.sheet.write(cell, row: nextRow, column: column, format, &text)
            }
        }
        nextRow += 1
    }

    /// Writes a live sum; kronor are rounded to the öre, since Excel adds binary fractions.
    private func writeSum(
        of column: Int,
        value: Double,
        rounded: Bool,
        _ format: Sheet.Format
    ) throws {
        let ranges = parts.filter { $0.rowCount > 0 }.map { rows(of: $0, column...column).absolute }
        guard !ranges.isEmpty else {
            return try part.sheet.write(
                formula: "=0",
                value: 0,
                row: nextRow,
                column: column,
                format
            )
        }
        let sum = "SUM(\(ranges.joined(separator: ",")))"
        let formula = rounded ? "=ROUND(\(sum),2)" : "=\(sum)"
        try part.sheet.write(
            formula: formula,
            value: value,
            row: nextRow,
            column: column,
            format
        )
        let total = CellRange(
            sheetName: part.sheet.name,
            firstRow: nextRow,
            firstColumn: column,
            lastRow: nextRow,
            lastColumn: column
        )
        try workbook.name(total, "summa_" + listing.columns[column].key)
    }

    /// Makes the rows of a sheet a table, or gives them a filter, and names the columns.
    ///
    /// The library takes a filter only as long as nothing is written below it.
    private mutating func endPart() throws {
        parts.append(part)
        let number = parts.count
        guard part.rowCount > 0 else { return }
        let body = rows(of: part, 0...listing.columns.count - 1)
        let whole = CellRange(
            sheetName: body.sheetName,
            firstRow: part.headerRow,
            firstColumn: 0,
            lastRow: body.lastRow,
            lastColumn: body.lastColumn
        )
        try part.sheet.expectText(in: body)
        if workbook.mode == .inMemory && widths.titlesSuitTable {
            let name = number == 1 ? "Rader" : "Rader\(number)"
            let headers = style.columns.map(\.header)
            try part.sheet.addTable(whole, name: name, titles: widths.titles, headers: headers)
        } else {
            try part.sheet.addFilter(whole)
        }
        for (place, column) in listing.columns.enumerated() {
            let suffix = number == 1 ? "" : "_blad\(number)"
            try workbook.name(rows(of: part, place...place), "kolumn_" + column.key + suffix)
        }
    }

    private func rows(of part: Part, _ columns: ClosedRange<Int>) -> CellRange {
        CellRange(
            sheetName: part.sheet.name,
            firstRow: part.headerRow + 1,
            firstColumn: columns.lowerBound,
            lastRow: part.headerRow + part.rowCount,
            lastColumn: columns.upperBound
        )
    }
}
