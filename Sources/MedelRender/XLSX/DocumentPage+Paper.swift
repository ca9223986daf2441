import MedelDocument

// How a page's sheet looks on screen and paper.
extension DocumentPage {
    /// The height of A4 across inside the margins.
    static let pagePoints = 487.0

    /// The height of what is drawn a little smaller so that it has one page to itself: else a few
    /// lines, or nothing at all, would stand on a second.
    static let pagePointsMax = 487.0 * 1.15

    /// How much smaller the page is drawn so that its columns fit beside each other.
    func scale(_ widths: ColumnWidths) -> Double {
        // The width of A4 across inside the margins; a pixel is three quarters of a point.
        min(1, 780 / (Double(widths.pixels(leavingOut: folded)) * 0.75))
    }

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

    /// Whether the page is better read upright: long, narrow tables and nothing beside them, or more
    /// than a page across holds.
    func isTall(_ widths: [ColumnWidths]) -> Bool {
        let rows = plan.parts.reduce(0) { $0 + $1.table.rows.count }
        let isLong = rows > 24 || usedPoints > Self.pagePoints
        return isLong && charts.isEmpty && plan.parts.count == widths.count
            && widths.allSatisfy { $0.pixels(leavingOut: []) < 800 }
    }
}
