import MedelDocument

/// Draws a listing as one JSON object, a line for each row, keys always in the same order.
///
/// Amounts are texts with a point and two decimals, or null; dates are ISO 8601; counts and basis
/// points are whole numbers; a sum that is not known is null. The lines that narrow the listing
/// come first among the notes.
///
/// Source: STORE 4.4; RFC 8259.
struct JSONRenderer: StreamRenderer {
    private let listing: Listing
    private let keys: [[UInt8]]
    private var isFirst = true

    init(_ listing: Listing) {
        self.listing = listing
        keys = listing.columns.map { column in
            var bytes: [UInt8] = []
            bytes.appendJSON(column.key)
            bytes.append(UInt8(ascii: ":"))
            return bytes
        }
    }

    func begin(_ out: inout [UInt8]) {
        let heading = listing.heading
        out.append(contentsOf: "{\"title\":".utf8)
        out.appendJSON(heading.title)
        out.append(contentsOf: ",\n\"association\":".utf8)
        out.appendJSON(heading.association)
        out.append(contentsOf: ",\n\"asOf\":".utf8)
        append(heading.asOf.map { .date($0) } ?? .empty, to: &out)
        out.append(contentsOf: ",\n\"ledgerVersion\":".utf8)
        out.append(heading.ledgerVersion, in: .machine)
        out.append(contentsOf: ",\n\"head\":".utf8)
        out.appendJSON(heading.head)
        out.append(contentsOf: ",\n\"columns\":[".utf8)
        for (place, column) in listing.columns.enumerated() {
            out.append(contentsOf: (place == 0 ? "\n" : ",\n").utf8)
            out.append(contentsOf: "{\"key\":".utf8)
            out.appendJSON(column.key)
            out.append(contentsOf: ",\"title\":".utf8)
            out.appendJSON(column.title)
            out.append(contentsOf: ",\"type\":".utf8)
            out.appendJSON(column.kind.rawValue)
            out.append(UInt8(ascii: "}"))
        }
        out.append(contentsOf: "\n],\n\"rows\":[".utf8)
    }

    mutating func append(_ row: Row, to out: inout [UInt8]) {
        out.append(contentsOf: (isFirst ? "\n" : ",\n").utf8)
        isFirst = false
        out.append(contentsOf: "{\"key\":".utf8)
        out.appendJSON(row.key)
        out.append(contentsOf: ",\"values\":{".utf8)
        for (place, cell) in row.cells.enumerated() {
            if place > 0 { out.append(UInt8(ascii: ",")) }
            out.append(contentsOf: keys[place])
            append(cell, to: &out)
        }
        out.append(contentsOf: "}}".utf8)
    }

    func end(totals: [Cell]?, notes: [Note], _ out: inout [UInt8]) {
        out.append(contentsOf: "\n],\n\"totals\":{".utf8)
        var isFirst = true
        for (place, cell) in (totals ?? []).enumerated() where listing.columns[place].isSummed {
            if !isFirst { out.append(UInt8(ascii: ",")) }
            isFirst = false
            out.append(contentsOf: keys[place])
            append(cell, to: &out)
        }
        out.append(contentsOf: "},\n\"notes\":[".utf8)
        for (place, line) in (listing.heading.scope + notes.map(\.text)).enumerated() {
            out.append(contentsOf: (place == 0 ? "\n" : ",\n").utf8)
            out.appendJSON(line)
        }
        out.append(contentsOf: "\n]}\n".utf8)
    }

    private func append(_ cell: Cell, to out: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        switch cell {
        case .empty, .amount(nil): out.append(contentsOf: "null".utf8)
        case .amount(let money?):
            out.append(quote)
            out.append(money, in: .machine)
            out.append(quote)
        case .text(let text): out.appendJSON(text)
        case .date(let day):
            out.append(quote)
            out.append(day)
            out.append(quote)
        case .count(let number), .basisPoints(let number): out.append(number, in: .machine)
        }
    }
}
