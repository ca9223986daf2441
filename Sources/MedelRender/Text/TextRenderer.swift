import MedelDocument

/// Draws a listing as an aligned table for a terminal.
///
/// Rows are streamed, so widths come from the columns. Text that does not fit ends in …; a number
/// is never cut and may push its row to the right.
struct TextRenderer: StreamRenderer {
    private static let gap = "  "

    private let listing: Listing
    private let widths: [Int]
    private var scratch: [UInt8] = []

    init(_ listing: Listing) {
        self.listing = listing
        widths = listing.columns.map { column in
            max(column.width, DisplayWidth.of(DisplayWidth.printable(column.title)))
        }
    }

    mutating func begin(_ out: inout [UInt8]) {
        let heading = listing.heading
        for line in [heading.title] + heading.coverLines + [heading.ledgerLine] {
            append(line: line, to: &out)
        }
        append(line: "", to: &out)
        append(listing.columns.map { .text($0.title) }, to: &out)
        appendRule(to: &out)
    }

    mutating func append(_ row: Row, to out: inout [UInt8]) {
        append(row.cells, to: &out)
    }

    mutating func end(totals: [Cell]?, notes: [Note], _ out: inout [UInt8]) {
        if var totals {
            if !listing.columns[0].isSummed { totals[0] = .text("Summa") }
            appendRule(to: &out)
            append(totals, to: &out)
        }
        if !notes.isEmpty { append(line: "", to: &out) }
        for note in notes { append(line: note.text, to: &out) }
    }

    private func append(line: String, to out: inout [UInt8]) {
        out.append(contentsOf: DisplayWidth.printable(line).utf8)
        out.append(0x0A)
    }

    private func appendRule(to out: inout [UInt8]) {
        let parts = widths.map { String(repeating: "─", count: $0) }
        append(line: parts.joined(separator: Self.gap), to: &out)
    }

    private mutating func append(_ cells: [Cell], to out: inout [UInt8]) {
        var blanks = 0
        for (place, cell) in cells.enumerated() {
            if place > 0 { blanks += Self.gap.utf8.count }
            scratch.removeAll(keepingCapacity: true)
            let used = write(cell, width: widths[place])
            let padding = max(0, widths[place] - used)
            if isRightAligned(place) { blanks += padding }
            if !scratch.isEmpty {
                for _ in 0..<blanks { out.append(0x20) }
                blanks = 0
                out.append(contentsOf: scratch)
            } else {
                blanks += used
            }
            if !isRightAligned(place) { blanks += padding }
        }
        out.append(0x0A)
    }

    /// Puts a cell into the scratch and says how many places it takes.
    private mutating func write(_ cell: Cell, width: Int) -> Int {
        switch cell {
        case .empty, .amount(nil): return 0
        case .amount(let money?): scratch.append(money, in: .swedish)
        case .date(let day): scratch.append(day)
        case .count(let count): scratch.append(count, in: .swedish)
        case .basisPoints(let points):
            scratch.append(hundredths: Int64(points), in: .swedish)
            scratch.append(contentsOf: "\u{A0}%".utf8)
        case .text(let text):
            let shown = DisplayWidth.fit(DisplayWidth.printable(text), to: width)
            scratch.append(contentsOf: shown.utf8)
            return DisplayWidth.of(shown)
        }
        // Digits, marks and signs take one place each; bytes 10xxxxxx continue a character.
        return scratch.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }

    private func isRightAligned(_ place: Int) -> Bool {
        switch listing.columns[place].kind {
        case .amount, .count, .basisPoints: true
        case .text, .date: false
        }
    }
}
