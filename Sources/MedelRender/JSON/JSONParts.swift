import MedelDocument

extension [UInt8] {
    /// Writes the members that begin every JSON form, after the opening brace.
    mutating func appendJSON(_ heading: Heading, includingLedgerState: Bool = true) {
        append(contentsOf: "\"title\":".utf8)
        appendJSON(heading.title)
        append(contentsOf: ",\n\"association\":".utf8)
        appendJSON(heading.association)
        append(contentsOf: ",\n\"asOf\":".utf8)
        appendJSON(heading.asOf.map { .date($0) } ?? .empty)
        guard includingLedgerState else { return }
        append(contentsOf: ",\n\"ledgerVersion\":".utf8)
        append(heading.ledgerVersion, in: .machine)
        append(contentsOf: ",\n\"head\":".utf8)
        appendJSON(heading.head)
    }

    /// Writes the list of columns.
    mutating func appendJSON(_ columns: [Column]) {
        append(contentsOf: "\"columns\":[".utf8)
        for (place, column) in columns.enumerated() {
            append(contentsOf: (place == 0 ? "\n" : ",\n").utf8)
            append(contentsOf: "{\"key\":".utf8)
            appendJSON(column.key)
            append(contentsOf: ",\"title\":".utf8)
            appendJSON(column.title)
            append(contentsOf: ",\"type\":".utf8)
            appendJSON(column.kind.rawValue)
            append(UInt8(ascii: "}"))
        }
        append(contentsOf: "\n]".utf8)
    }

    /// Writes a member that is a list of lines.
    mutating func appendJSON(_ name: String, _ lines: [String]) {
        appendJSON(name)
        append(contentsOf: ":[".utf8)
        for (place, line) in lines.enumerated() {
            append(contentsOf: (place == 0 ? "\n" : ",\n").utf8)
            appendJSON(line)
        }
        append(contentsOf: "\n]".utf8)
    }

    /// Writes a colophon as a member on a line of its own after another.
    mutating func appendJSON(_ colophon: Colophon) {
        append(contentsOf: ",\n\"colophon\":{\"ledgerVersion\":".utf8)
        append(colophon.ledgerVersion, in: .machine)
        append(contentsOf: ",\"head\":".utf8)
        appendJSON(colophon.head)
        append(contentsOf: ",\"checksum\":".utf8)
        appendJSON(colophon.checksum)
        append(contentsOf: ",\"lines\":[".utf8)
        for (place, line) in colophon.lines.enumerated() {
            if place > 0 { append(UInt8(ascii: ",")) }
            appendJSON(line)
        }
        append(contentsOf: "]}".utf8)
    }

    /// Writes a value: an amount as text with a point and two decimals, or null.
    ///
    /// Source: STORE 4.4.
    mutating func appendJSON(_ cell: Cell) {
        let quote = UInt8(ascii: "\"")
        switch cell {
        case .empty, .amount(nil): append(contentsOf: "null".utf8)
        case .amount(let money?):
            append(quote)
            append(money, in: .machine)
            append(quote)
        case .text(let text): appendJSON(text)
        case .date(let day):
            append(quote)
            append(day)
            append(quote)
        case .count(let number), .basisPoints(let number): append(number, in: .machine)
        }
    }
}
