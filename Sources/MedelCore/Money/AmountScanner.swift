/// Walks through a written amount from left to right, one character at a time.
struct AmountScanner {
    /// A mark between digits.
    enum Mark {
        case blank
        case point
        case comma

        /// The mark as written; any blank as a space.
        var character: Character {
            switch self {
            case .blank: " "
            case .point: "."
            case .comma: ","
            }
        }
    }

    /// Groups of digits with a mark between each two.
    struct Figure {
        var groups: [[UInt8]] = [[]]
        var marks: [Mark] = []
    }

    private let characters: [Character]
    private var place = 0

    init(_ text: String) { characters = Array(text) }

    /// Whether every character has been taken.
    var isAtEnd: Bool { place >= characters.count }

    /// Whether a minus comes next.
    var isAtMinus: Bool {
        guard let next = peek() else { return false }
        return next == "-" || next == "\u{2212}" || next == "\u{2013}"
    }

    mutating func skipBlanks() {
        while let next = peek(), Self.isBlank(next) { place += 1 }
    }

    /// Takes the character when it comes next.
    mutating func take(_ character: Character) -> Bool {
        guard peek() == character else { return false }
        place += 1
        return true
    }

    /// Takes a hyphen, a minus or an en dash when one comes next.
    mutating func takeMinus() -> Bool {
        guard isAtMinus else { return false }
        place += 1
        return true
    }

    /// Takes digits with marks between them; a mark that no digit follows is left.
    mutating func takeFigure() throws(AmountFault) -> Figure {
        var figure = Figure()
        figure.groups[0] = takeDigits()
        if figure.groups[0].isEmpty { throw fault(orAtEnd: .noDigits) }
        while let next = peek(), let mark = Self.mark(next) {
            guard Self.digit(peek(1)) != nil else {
                // `600 000,-` and `12 kr` go on with their unit; `12,` does not.
                if mark == .blank || peek(1) == "-" { break }
                throw place + 1 == characters.count ? .noDecimals : unexpected()
            }
            place += 1
            figure.marks.append(mark)
            figure.groups.append(takeDigits())
        }
        return figure
    }

    /// Takes digits, and at most two after a comma.
    mutating func takePlainFigure() throws(AmountFault) -> (whole: [UInt8], decimals: [UInt8]) {
        let whole = takeDigits()
        if whole.isEmpty { throw fault(orAtEnd: .noDigits) }
        guard take(",") else { return (whole: whole, decimals: []) }
        let decimals = takeDigits()
        if decimals.isEmpty { throw fault(orAtEnd: .noDecimals) }
        guard decimals.count <= 2 else { throw .partOfOre }
        return (whole: whole, decimals: decimals)
    }

    /// Takes the rest: a unit, and `/år` after it, or nothing.
    mutating func takeUnit() throws(AmountFault) -> AmountUnit {
        skipBlanks()
        let start = place
        var end = characters.count
        while end > start, Self.isBlank(characters[end - 1]) { end -= 1 }
        let written = characters[start..<end].filter { !Self.isBlank($0) }
        let word = String(written).lowercased()
        let hasDigit = written.contains { Self.digit($0) != nil }
        switch word {
        case "", ":-", ",-", "kr", "kr.", "kronor", "sek", "kr/år", "kronor/år", "krperår",
            "kronorperår", "/år", ":-/år", ",-/år":
            return .krona
        case "tkr", "tkr/år", "tkrperår", "ksek": return .thousand
        case "mkr", "mnkr", "mkr/år", "mnkr/år", "mkrperår", "mnkrperår", "msek": return .million
        default:
            if hasDigit || written.first?.isLetter != true { throw unexpected() }
            throw .unknownUnit(String(characters[start..<end]))
        }
    }

    /// Demands that nothing is left.
    func expectEnd() throws(AmountFault) {
        if !isAtEnd { throw unexpected() }
    }

    private mutating func takeDigits() -> [UInt8] {
        var digits: [UInt8] = []
        while let digit = Self.digit(peek()) {
            digits.append(digit)
            place += 1
        }
        return digits
    }

    private func peek(_ offset: Int = 0) -> Character? {
        place + offset < characters.count ? characters[place + offset] : nil
    }

    private func unexpected() -> AmountFault {
        .unexpected(characters[place], position: place + 1)
    }

    private func fault(orAtEnd fault: AmountFault) -> AmountFault {
        isAtEnd ? fault : unexpected()
    }

    private static func digit(_ character: Character?) -> UInt8? {
        guard let byte = character?.asciiValue, (0x30...0x39).contains(byte) else { return nil }
        return byte
    }

    private static func mark(_ character: Character) -> Mark? {
        switch character {
        case ".": .point
        case ",": .comma
        default: isBlank(character) ? .blank : nil
        }
    }

    /// Space, no-break space, figure space, thin space, narrow no-break space and tab.
    private static func isBlank(_ character: Character) -> Bool {
        switch character {
        case " ", "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}", "\t": true
        default: false
        }
    }
}
