/// Takes away what is layout and no text: tags, dot leaders, table rules and control characters.
///
/// What separates columns becomes a tab; lines keep their numbers.
struct ApplicationCleaner {
    private var lines: [ApplicationText.Line] = []
    private var line = String.UnicodeScalarView()
    /// The page that the text is on, counted from one.
    private(set) var page = 1
    private var followsReturn = false

    mutating func take(_ scalar: Unicode.Scalar) {
        let followsReturn = followsReturn
        self.followsReturn = scalar == "\r"
        switch scalar {
        case "\n" where followsReturn: return
        case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}": endLine()
        case "\u{C}":
            if !line.isEmpty { endLine() }
            page += 1
        case "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}": return
        case "|", "\u{2502}": line.append("\t")
        case "\t": line.append(scalar)
        default: line.append(scalar.isControl ? " " : scalar)
        }
    }

    mutating func finish() -> [ApplicationText.Line] {
        if !line.isEmpty { endLine() }
        return lines
    }

    private mutating func endLine() {
        let text = Self.withoutLayout(String(line))
        lines.append(ApplicationText.Line(number: lines.count + 1, page: page, text: text))
        line = String.UnicodeScalarView()
    }

    private static func withoutLayout(_ text: String) -> String {
        guard text.contains(where: { "<.…_*;=".contains($0) }) else { return text }
        let characters = Array(text)
        var result = ""
        var place = 0
        while place < characters.count {
            let character = characters[place]
            switch character {
            case "<":
                if let end = tagEnd(characters, from: place) {
                    result.append(" ")
                    place = end
                } else {
                    result.append(character)
                }
            case ".", "…", "_":
                let count = characters[place...].prefix { $0 == character }.count
                result +=
                    count > 2 || character == "…"
                    ? "\t" : String(repeating: character, count: count)
                place += count - 1
            case ";", "=":
                // `Löner;700000` of a spreadsheet; `5 000*12=60 000` of a calculation.
                let isJoint = !isBlank(characters, place - 1) && !isBlank(characters, place + 1)
                result += isJoint ? "\t" : String(character)
            case "*":
                // A form's mark beside a word; the sign of multiplication stands alone.
                let isAlone = isBlank(characters, place - 1) && isBlank(characters, place + 1)
                let isTimes =
                    place > 0 && characters[place - 1].isASCIIDigit
                    && characters.dropFirst(place + 1).first?.isASCIIDigit == true
                if isAlone { result.append(character) }
                // `12*1,45` are two figures, never one.
                if isTimes { result += " * " }
            default: result.append(character)
            }
            place += 1
        }
        return result
    }

    /// Where a tag of a web page ends; nil when this is no tag.
    private static func tagEnd(_ characters: [Character], from start: Int) -> Int? {
        guard start + 1 < characters.count else { return nil }
        let next = characters[start + 1]
        guard next.isLetter || next == "/" else { return nil }
        return characters[start...].prefix(200).firstIndex(of: ">")
    }

    private static func isBlank(_ characters: [Character], _ place: Int) -> Bool {
        !characters.indices.contains(place) || characters[place].isWhitespace
    }
}

extension Unicode.Scalar {
    /// Whether the character is none that a text shows.
    fileprivate var isControl: Bool {
        switch properties.generalCategory {
        case .control, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }
}
