import MedelDocument

/// A4 inside the margins, one way or the other.
enum Paper {
    case across
    case upright

    /// The height in points.
    var height: Double {
        switch self {
        case .across: 487
        case .upright: 734
        }
    }

    private var width: Double {
        switch self {
        case .across: 780
        case .upright: 537
        }
    }

    /// The height of what is drawn a little smaller so that it has one page to itself: else a few
    /// lines, or nothing at all, would stand on a second.
    var heightMax: Double { height * 1.25 }

    /// On how many pages rows stand that are this high together; a last page with no more than a
    /// quarter on it is spared by drawing the others a little smaller.
    ///
    /// - Returns: nil where nothing is to be gained by drawing it smaller.
    func pagesDrawnSmaller(_ points: Double) -> Int? {
        if points <= heightMax { return 1 }
        let whole = (points / height).rounded(.down)
        return points - whole * height <= height / 4 ? Int(whole) : nil
    }

    /// How much smaller columns are drawn so that they fit beside each other; a pixel is three
    /// quarters of a point.
    func scale(_ pixels: Double) -> Double { min(1, width / (pixels * 0.75)) }
}

// How a page's sheet looks on screen and paper.
extension DocumentPage {
    /// How wide the columns that are seen are together, on a screen.
    func pixels(_ widths: ColumnWidths) -> Double { Double(widths.pixels(leavingOut: folded)) }

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

    /// Whether the page is better read upright: running text, and narrow tables that are long or
    /// stand with more than a page across holds.
    func isTall(_ widths: [ColumnWidths]) -> Bool {
        guard !plan.parts.isEmpty else { return true }
        let rows = plan.parts.reduce(0) { $0 + $1.table.rows.count }
        return isNarrow(widths) && (rows > 24 || usedPoints > Paper.across.heightMax)
    }

    /// Whether an upright page is wide enough for the columns.
    func isNarrow(_ widths: [ColumnWidths]) -> Bool {
        widths.allSatisfy { $0.pixels(leavingOut: []) < 800 }
    }
}
