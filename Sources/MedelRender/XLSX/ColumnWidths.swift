import MedelCore
import MedelDocument

/// How wide the columns of a sheet become: as their column says, and never too narrow for a number,
/// which Excel would hide behind `####`.
struct ColumnWidths {
    /// What the columns are part of.
    enum Look {
        /// A listing: filter buttons beside the titles, amounts with öre.
        case listing
        /// A document: titles alone, whole kronor.
        case document
    }

    /// The titles as they stand in cells: one line each.
    let titles: [String]

    private let columns: [Column]
    private let look: Look
    private var largest: [UInt64]
    private var least: [Int]

    init(_ columns: [Column], look: Look = .listing) {
        self.columns = columns
        self.look = look
        titles = columns.map { singleLine($0.title, unitsMax: 255) }
        largest = Array(repeating: 0, count: columns.count)
        least = Array(repeating: 0, count: columns.count)
    }

    /// Makes the columns at least as wide as those of another table on the same sheet.
    mutating func widen(to other: ColumnWidths) {
        for column in columns.indices.prefix(other.columns.count) {
            let needed = max(other.base(column), other.numberLength(column))
            least[column] = max(least[column], needed)
        }
    }

    /// How many columns there are.
    var count: Int { columns.count }

    /// Takes a value into account.
    mutating func note(_ cell: Cell, column: Int) {
        switch cell {
        case .amount(let money?): grow(column, to: money.ore.magnitude)
        case .count(let count): grow(column, to: UInt64(count.magnitude))
        case .basisPoints(let points): grow(column, to: UInt64(points.magnitude))
        case .empty, .amount(nil), .text, .date: break
        }
    }

    private mutating func grow(_ column: Int, to size: UInt64) {
        if size > largest[column] { largest[column] = size }
    }

    /// The width of a column in characters, with room for the indents.
    func characters(_ column: Int) -> Double {
        Double(max(base(column), numberLength(column))) + (look == .listing ? 3 : 1)
    }

    /// The height of the header row in points, for the title that needs most lines.
    ///
    /// - Parameter folded: which columns are not seen; none when empty.
    /// - Returns: the height in points.
    func headerHeight(leavingOut folded: [Bool] = []) -> Double {
        let places = titles.indices.filter { !folded.indices.contains($0) || !folded[$0] }
        let lines = places.map { lineCount(of: titles[$0], width: base($0) - 1) }
        return Double(min(4, lines.max() ?? 1)) * 15 + 7
    }

    /// The height of a row in points whose texts take as many lines as they need.
    ///
    /// Not every program finds the height by itself. Excel goes no higher than 409 points.
    ///
    /// - Parameters:
    ///   - row: what stands in the row.
    ///   - folded: which columns are not seen; none when empty.
    /// - Returns: the height in points.
    func rowHeight(_ row: Row, leavingOut folded: [Bool] = []) -> Double {
        var lines = 1
        for (column, cell) in row.cells.enumerated() {
            if folded.indices.contains(column), folded[column] { continue }
            let width = look == .listing ? base(column) : Int(characters(column)) - 1
            guard case .text(let text) = cell, text.utf8.count > width / 2 else { continue }
            let paragraphs = text.split(omittingEmptySubsequences: false) { $0.isNewline }
            let needed = paragraphs.reduce(0) { $0 + wrappedLines($1, width: width) }
            lines = max(lines, needed)
        }
        return min(409, Double(lines) * 15 + 3)
    }

    /// How many lines words take when none is broken unless it is longer than a line.
    private func wrappedLines(_ text: Substring, width: Int) -> Int {
        var lines = 1
        var used = 0
        for word in text.split(separator: " ") {
            let length = DisplayWidth.of(String(word))
            if used > 0 && used + 1 + length > width {
                lines += 1
                used = 0
            }
            used += length + (used > 0 ? 1 : 0)
            if used > width {
                lines += (used - 1) / width
                used = used % width
            }
        }
        return lines
    }

    /// Whether an Excel table can have these titles: it wants them all and all different.
    var titlesSuitTable: Bool {
        let different = Set(titles.map { $0.lowercased() })
        return different.count == titles.count && !different.contains("")
    }

    /// How many lines a text over all columns takes.
    func lineCount(of text: String, sizeFactor: Double) -> Int {
        let width = columns.indices.reduce(0) { $0 + base($1) + 3 }
        return lineCount(of: text, width: Int(Double(width) / sizeFactor))
    }

    /// How many lines a text over the columns takes that are not folded away.
    func lineCount(of text: String, sizeFactor: Double, leavingOut folded: [Bool]) -> Int {
        lineCount(of: text, width: Int(seen(folded) / sizeFactor * 0.95))
    }

    /// How wide the columns that are not folded away are together, on a screen.
    func pixels(leavingOut folded: [Bool]) -> Int { Int(seen(folded) * 7) }

    private func seen(_ folded: [Bool]) -> Double {
        let seen = columns.indices.filter { !folded.indices.contains($0) || !folded[$0] }
        return seen.reduce(0) { $0 + characters($1) }
    }

    private func lineCount(of text: String, width: Int) -> Int {
        1 + (max(1, text.count) - 1) / max(1, width)
    }

    /// The least width: what the column asks for, or the longest word of its title beside the
    /// filter button.
    private func base(_ column: Int) -> Int {
        let words = titles[column].split { $0 == " " || $0 == "-" }
        let word = words.map(\.count).max() ?? 0
        return max(columns[column].width, word + (look == .listing ? 3 : 1), least[column])
    }

    private func numberLength(_ column: Int) -> Int {
        let digits = String(largest[column]).count
        switch columns[column].kind {
        case .amount:
            let whole = max(1, digits - 2)
            return whole + (whole - 1) / 3 + (look == .listing ? 4 : 2)
        case .count: return digits + (digits - 1) / 3 + 1
        case .basisPoints: return max(1, digits - 2) + 6
        case .text, .date: return 0
        }
    }
}
