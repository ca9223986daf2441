import CXlsxWriter
import MedelCore
import MedelDocument

/// Draws a document as an Excel workbook: a sheet for each part, and for each page of a table that
/// has several.
///
/// Cells that follow from others are live formulas with the value that the program computed.
/// Columns of which nothing is known stay in the file and are folded away. Remarks and the meaning
/// of the terms stand on the first sheet, in a document of several parts on the last; the colophon
/// always stands on the last.
struct DocumentWorkbook {
    /// Writes the workbook to a path whose folder has room for it.
    static func write(_ document: Document, to path: String) throws {
        try withNeutralLocale {
            let workbook = try Workbook(path: path, mode: .inMemory)
            try workbook.setProperties(document.heading)
            let style = try DocumentStyle(workbook)
            let plans = SheetPlan.plans(for: document)
            let remarks = document.sections.count > 1 ? plans.count - 1 : 0
            for (number, plan) in plans.enumerated() {
                var page = DocumentPage(
                    document: document,
                    plan: plan,
                    plans: plans,
                    hasRemarks: number == remarks,
                    hasColophon: number == plans.count - 1,
                    sheet: try workbook.addSheet(named: plan.name),
                    workbook: workbook,
                    style: style
                )
                try page.draw(remarksStandOn: plans[remarks].name)
            }
            let cellCount = document.tables.reduce(0) { count, table in
                count + table.rows.count * table.columns.count * table.blocks.count
            }
            try workbook.close(cellCount: cellCount)
        }
    }
}
