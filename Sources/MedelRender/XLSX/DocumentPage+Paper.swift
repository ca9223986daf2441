import MedelDocument

// How a page's sheet looks on screen and paper.
extension DocumentPage {
    /// One table's header stays in sight unless running text stands above it.
    func setPage() throws {
        guard plan.parts.count == 1, plan.section.paragraphs.isEmpty else {
            return try sheet.setPage(heading: document.heading)
        }
        try sheet.setDocumentPage(
            headerRows: firstRow - 2...firstRow - 1,
            frozenColumns: min(2, table.leadingCount),
            leadingCount: table.leadingCount,
            heading: document.heading
        )
    }

    /// Whether the page is better read upright: long, narrow tables and nothing beside them.
    func isTall(_ widths: [ColumnWidths]) -> Bool {
        let rows = plan.parts.reduce(0) { $0 + $1.table.rows.count }
        return rows > 24 && charts.isEmpty && plan.parts.count == widths.count
            && widths.allSatisfy { $0.pixels(leavingOut: []) < 800 }
    }
}
