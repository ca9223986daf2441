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
    var heightMax: Double { height * 1.15 }

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

    /// Whether the page is better read upright: long, narrow tables and nothing beside them, or more
    /// than a page across holds.
    func isTall(_ widths: [ColumnWidths]) -> Bool {
        let rows = plan.parts.reduce(0) { $0 + $1.table.rows.count }
        let isLong = rows > 24 || usedPoints > Paper.across.heightMax
        return isLong && charts.isEmpty && plan.parts.count == widths.count
            && widths.allSatisfy { $0.pixels(leavingOut: []) < 800 }
    }
}
