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
        out.append(UInt8(ascii: "{"))
        out.appendJSON(listing.heading)
        out.append(contentsOf: ",\n".utf8)
        out.appendJSON(listing.columns)
        out.append(contentsOf: ",\n\"rows\":[".utf8)
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
            out.appendJSON(cell)
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
            out.appendJSON(cell)
        }
        out.append(contentsOf: "},\n".utf8)
        out.appendJSON("notes", listing.heading.scope + notes.map(\.text))
        out.append(contentsOf: "}\n".utf8)
    }
}
