import CXlsxWriter
import MedelDocument

// What a document's sheets need beyond a listing's.
extension Sheet {
    /// Makes one cell of some columns of a row; its text is written afterwards.
    func merge(row: Int, columns: ClosedRange<Int>, _ format: Format) throws {
        let answer = worksheet_merge_range(
            handle,
            UInt32(row),
            UInt16(columns.lowerBound),
            UInt32(row),
            UInt16(columns.upperBound),
            "",
            format
        )
        try check(answer, .layOut)
    }

    /// Prints the sheet on so many pages, one wide, drawn as small as that asks for.
    func fit(onPages count: Int) { worksheet_fit_to_pages(handle, 1, UInt16(clamping: count)) }

    /// Sets how the sheet looks on screen and paper: header rows and leading columns stay, A4
    /// landscape, one page wide, and every page names the ledger state.
    func setDocumentPage(
        headerRows: ClosedRange<Int>,
        frozenColumns: Int,
        leadingCount: Int,
        heading: Heading
    ) throws {
        try setPage(headerRow: headerRows.upperBound, heading: heading)
        worksheet_freeze_panes(
            handle,
            UInt32(headerRows.upperBound + 1),
            UInt16(frozenColumns)
        )
        let rows = (UInt32(headerRows.lowerBound), UInt32(headerRows.upperBound))
        try check(worksheet_repeat_rows(handle, rows.0, rows.1), .layOut)
        if leadingCount > 0 {
            try check(worksheet_repeat_columns(handle, 0, UInt16(leadingCount - 1)), .layOut)
        }
    }

    /// Prints the sheet on A4 upright.
    func turnUpright() { worksheet_set_portrait(handle) }

    /// Sets the widths of the columns and folds some of them away.
    func foldColumns(_ widths: [Double], folded: [Bool]) throws {
        for (column, width) in widths.enumerated() {
            let place = UInt16(column)
            var options = lxw_row_col_options()
            if folded[column] {
                options.hidden = 1
                options.level = 1
            } else if column > 0, folded[column - 1] {
                options.collapsed = 1
            }
            try check(worksheet_set_column_opt(handle, place, place, width, nil, &options), .layOut)
        }
    }

    /// Begins a new printed page above a row.
    func breakPage(before row: Int) throws {
        var rows = [UInt32(row), 0]
        try check(worksheet_set_h_pagebreaks(handle, &rows), .layOut)
    }

    /// Colours the cells of a range that are below zero.
    func warnBelowZero(_ range: CellRange, _ format: Format) throws {
        var condition = lxw_conditional_format()
        condition.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
        condition.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_LESS_THAN.rawValue)
        condition.value = 0
        condition.format = format
        let answer = worksheet_conditional_format_range(
            handle,
            UInt32(range.firstRow),
            UInt16(range.firstColumn),
            UInt32(range.lastRow),
            UInt16(range.lastColumn),
            &condition
        )
        try check(answer, .layOut)
    }
}
