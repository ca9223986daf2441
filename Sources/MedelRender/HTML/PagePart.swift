import MedelCore
import MedelDocument

/// Some columns of a table that stand beside each other on the page: a block of it on the screen,
/// and as much of a block as a sheet of paper holds in print.
struct PagePart: Hashable {
    /// The places of the columns in the table, from left to right.
    let places: [Int]

    /// How many of them name the row.
    let leadingCount: Int
}

extension PagePart {
    /// How wide a sheet of A4 is inside the margins, in CSS pixels.
    enum Paper: Int {
        case upright = 680
        case across = 1_030
    }

    /// The columns of a block, without those that are folded away.
    init(_ block: Table.Block, of table: Table) {
        places = table.places(in: block).filter { !table.isFolded(column: $0) }
        leadingCount = min(table.leadingCount, places.count)
    }

    /// The part as parts that fit on paper across; each repeats the first columns.
    ///
    /// A group is only divided when it fills more than a page by itself.
    func split(_ table: Table, _ widths: PrintedWidths) -> [PagePart] {
        let lead = Array(places.prefix(leadingCount))
        let shortLead = Array(lead.prefix(2))
        var parts: [[Int]] = []
        var current = lead
        var isFresh = true
        for group in groups(of: table) {
            let fitsHere = widths.sum(current + group) <= Paper.across.rawValue
            if !fitsHere, !isFresh {
                parts.append(current)
                current = shortLead
                isFresh = true
            }
            for place in group {
                if !isFresh, widths.sum(current + [place]) > Paper.across.rawValue {
                    parts.append(current)
                    current = shortLead
                }
                current.append(place)
                isFresh = false
            }
        }
        parts.append(current)
        return parts.enumerated().map { number, places in
            PagePart(places: places, leadingCount: number == 0 ? lead.count : shortLead.count)
        }
    }

    /// The places of the columns after the leading ones, group by group.
    func groups(of table: Table) -> [[Int]] {
        var groups: [[Int]] = []
        var last: Table.Group?
        for place in places.dropFirst(leadingCount) {
            let group = table.group(of: table.columns[place].key)
            if group == last, !groups.isEmpty {
                groups[groups.count - 1].append(place)
            } else {
                groups.append([place])
            }
            last = group
        }
        return groups
    }
}

/// About how wide a table's columns are in print, in CSS pixels.
struct PrintedWidths {
    private let widths: [Int]

    init(_ table: Table) {
        widths = table.columns.indices.map { place in
            let column = table.columns[place]
            let words = column.title.split { $0 == " " || $0 == "-" }.map(\.count)
            let cells = table.rows.lazy.map { characters($0.row.cells[place]) }
            let longest = cells.max() ?? 0
            let fitted =
                switch column.kind {
                case .text: min(longest, max(12, min(place == 0 ? 42 : 34, column.width)))
                case .amount, .count, .basisPoints, .date: longest
                }
            return max(words.max() ?? 1, fitted) * 13 / 2 + 14
        }
    }

    /// How wide columns are together.
    func sum(_ places: [Int]) -> Int { places.reduce(0) { $0 + widths[$1] } }
}

/// About how many characters a cell shows.
private func characters(_ cell: Cell) -> Int {
    switch cell {
    case .empty, .amount(nil): 1
    case .amount(let money?): AmountText.kronor.text(money).count
    case .text(let text): DisplayWidth.of(text)
    case .date: 10
    case .count(let count): String(count).count * 4 / 3 + 1
    case .basisPoints: 8
    }
}
