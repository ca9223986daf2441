import CXlsxWriter
import Glibc
import MedelCore
import MedelDocument

/// A sheet under way; rows and columns are counted from zero.
struct Sheet {
    typealias Format = UnsafeMutablePointer<lxw_format>

    let handle: UnsafeMutablePointer<lxw_worksheet>
    let name: String

    init(_ handle: UnsafeMutablePointer<lxw_worksheet>, name: String) {
        self.handle = handle
        self.name = name
    }

    /// Writes a value with the type that Excel gives it.
    ///
    /// The only floating point of an amount is here; fifteen digits keep it exact to the öre.
    func write(_ cell: Cell, row: Int, column: Int, _ format: Format, _ text: inout CellText) throws
    {
        switch cell {
        case .empty, .amount(nil): try writeBlank(row: row, column: column, format)
        case .amount(let money?):
            try write(number: Double(money.ore) / 100.0, row: row, column: column, format)
        case .text(let value):
            try write(value, row: row, column: column, format, &text)
        case .date(let day):
            let serial = day.daysSince1970 + ExcelLimits.serialOf1970
            if serial >= ExcelLimits.serialMin {
                try write(number: Double(serial), row: row, column: column, format)
            } else {
                try write(day.description, row: row, column: column, format, &text)
            }
        case .count(let count):
            if count.magnitude <= ExcelLimits.exactIntegerMax {
                try write(number: Double(count), row: row, column: column, format)
            } else {
                try write(String(count), row: row, column: column, format, &text)
            }
        case .basisPoints(let points):
            try write(number: Double(points) / 10_000.0, row: row, column: column, format)
        }
    }

    /// Writes text as text, also when it looks like a formula, a number or an address.
    func write(
        _ value: String,
        row: Int,
        column: Int,
        _ format: Format,
        _ text: inout CellText
    ) throws {
        let answer = text.withPrepared(value) { prepared in
            worksheet_write_string(handle, UInt32(row), UInt16(column), prepared, format)
        }
        try check(answer, .writeCells)
    }

    /// Writes a formula with the value it has, for programs that do not recalculate.
    func write(formula: String, value: Double, row: Int, column: Int, _ format: Format) throws {
        let answer = worksheet_write_formula_num(
            handle,
            UInt32(row),
            UInt16(column),
            formula,
            format,
            value
        )
        try check(answer, .writeCells)
    }

    /// Gives an empty cell its look.
    func writeBlank(row: Int, column: Int, _ format: Format) throws {
        try check(
            worksheet_write_blank(handle, UInt32(row), UInt16(column), format),
            .writeCells
        )
    }

    private func write(number: Double, row: Int, column: Int, _ format: Format) throws {
        try check(
            worksheet_write_number(handle, UInt32(row), UInt16(column), number, format),
            .writeCells
        )
    }

    /// Sets the height of a row in points, before its cells are written.
    func setHeight(_ points: Double, row: Int) throws {
        try check(worksheet_set_row(handle, UInt32(row), points, nil), .layOut)
    }

    /// Makes one cell of the first columns of a row; its text is written afterwards.
    func merge(row: Int, columns: Int, _ format: Format) throws {
        let answer = worksheet_merge_range(
            handle,
            UInt32(row),
            0,
            UInt32(row),
            UInt16(columns - 1),
            "",
            format
        )
        try check(answer, .layOut)
    }

    /// Sets the width of a column in characters.
    func setWidth(_ characters: Double, column: Int) throws {
        let place = UInt16(column)
        try check(worksheet_set_column(handle, place, place, characters, nil), .layOut)
    }

    /// Sets how the sheet looks on screen and paper: the header row stays, A4 landscape, one page
    /// wide, and every page names the ledger state.
    func setPage(headerRow: Int, heading: Heading) throws {
        worksheet_freeze_panes(handle, UInt32(headerRow + 1), 0)
        try check(
            worksheet_repeat_rows(handle, UInt32(headerRow), UInt32(headerRow)),
            .layOut
        )
        try setPage(heading: heading)
    }

    /// Sets how a sheet without one header looks on screen and paper.
    func setPage(heading: Heading) throws {
        worksheet_gridlines(handle, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
        worksheet_set_landscape(handle)
        worksheet_set_paper(handle, 9)  // A4
        worksheet_fit_to_pages(handle, 1, 0)
        worksheet_set_margins(handle, 0.4, 0.4, 0.75, 0.75)
        let title = printed(heading.title, unitsMax: 70)
        let association = printed(heading.association, unitsMax: 70)
        try check(worksheet_set_header(handle, "&L&8 \(title)&R&8 \(association)"), .layOut)
        let ledger = printed(heading.ledgerLine, unitsMax: 120)
        try check(
            worksheet_set_footer(handle, "&L&8 \(ledger)&R&8Sida &P av &N"),
            .layOut
        )
    }

    /// Says that text that looks like a number, such as an account, is meant to be text.
    func expectText(in range: CellRange) throws {
        let kind = UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue)
        try check(worksheet_ignore_errors(handle, kind, range.local), .layOut)
    }

    /// Puts filter buttons on the header row.
    func addFilter(_ range: CellRange) throws {
        let answer = worksheet_autofilter(
            handle,
            UInt32(range.firstRow),
            UInt16(range.firstColumn),
            UInt32(range.lastRow),
            UInt16(range.lastColumn)
        )
        try check(answer, .nameRanges)
    }

    /// Makes the header row and the rows below it a table, in the look the cells already have.
    func addTable(_ range: CellRange, name: String, titles: [String], headers: [Format]) throws {
        let texts = titles.map { strdup($0) }
        let name = strdup(name)
        defer {
            free(name)
            for text in texts { free(text) }
        }
        var columns = zip(texts, headers).map { text, format in
            lxw_table_column(
                header: text,
                formula: nil,
                total_string: nil,
                total_function: 0,
                header_format: format,
                format: nil,
                total_value: 0
            )
        }
        let answer = columns.withUnsafeMutableBufferPointer { columns in
            var pointers: [UnsafeMutablePointer<lxw_table_column>?] = columns.indices.map { place in
                columns.baseAddress.map { $0 + place }
            }
            pointers.append(nil)
            return pointers.withUnsafeMutableBufferPointer { pointers in
                var options = lxw_table_options()
                options.name = name
                options.no_banded_rows = 1
                options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
                options.style_type_number = 0
                options.columns = pointers.baseAddress
                return worksheet_add_table(
                    handle,
                    UInt32(range.firstRow),
                    UInt16(range.firstColumn),
                    UInt32(range.lastRow),
                    UInt16(range.lastColumn),
                    &options
                )
            }
        }
        try check(answer, .nameRanges)
    }
}

/// Text for a printed header, where `&` begins a code.
private func printed(_ text: String, unitsMax: Int) -> String {
    let line = singleLine(text, unitsMax: unitsMax)
    // Every & is doubled, so a text of nothing else still fits.
    return line.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
}
