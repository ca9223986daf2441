import MedelCore

/// A manifest under writing: lines, and comments folded to the width of a page.
struct YAMLPage {
    private(set) var text = ""

    /// How wide a comment is, in characters.
    private static let width = 98

    /// How long a text within quotes is at most, in characters.
    private static let quotedMax = 400

    mutating func line(_ words: String, _ indent: Int) {
        text += String(repeating: " ", count: indent) + words + "\n"
    }

    /// Writes a comment; two blanks first in the words make every line of it stand in.
    mutating func comment(_ words: String, _ indent: Int) {
        let start = String(repeating: " ", count: indent) + "#"
        let inner = words.hasPrefix("  ") ? "   " : " "
        var line = start
        var isEmpty = true
        for word in Self.unbroken(Self.plain(words)).split(separator: " ").prefix(400) {
            if !isEmpty, line.count + 1 + word.count > Self.width {
                text += line + "\n"
                line = start
                isEmpty = true
            }
            line += (isEmpty ? inner : " ") + word.prefix(200)
            isEmpty = false
        }
        text += line + "\n"
    }

    /// A text within double quotes, where nothing means anything but a quote and a backslash.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for character in plain(text).prefix(quotedMax) {
            if character == "\"" || character == "\\" { result.append("\\") }
            result.append(character)
        }
        return result + "\""
    }

    /// An amount as manifests have it.
    static func amount(_ amount: Money) -> String {
        let sign = amount < .zero ? "-" : ""
        let kronor = amount.ore.magnitude / 100
        let ore = amount.ore.magnitude % 100
        guard ore > 0 else { return sign + String(kronor) }
        return "\"\(sign)\(kronor),\(ore < 10 ? "0" : "")\(ore)\""
    }

    /// The words with amounts held together.
    private static func unbroken(_ words: String) -> String {
        var result = ""
        var rest = words[...]
        while let character = rest.popFirst() {
            let isInside =
                character == " " && result.last?.isASCIIDigit == true
                && rest.first?.isASCIIDigit == true
            result.append(isInside ? "\u{A0}" : character)
        }
        return result
    }

    /// One line without characters that YAML refuses.
    private static func plain(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFDCF, 0xFDF0...0xFEFE,
                0xFF00...0xFFFD, 0x1_0000...0x1_FFFD:
                scalars.append(scalar)
            default: scalars.append(" ")
            }
        }
        return String(scalars)
    }
}

/// Codes for rows, each once.
struct RowCodes {
    private var taken: Set<String> = []

    /// A code from the first words of a label.
    mutating func next(for label: String) -> String {
        var slug = ""
        for character in ApplicationWords.folded(label) {
            if character.isASCII, character.isLetter || character.isNumber {
                slug.append(character)
            } else if !slug.isEmpty, !slug.hasSuffix("-") {
                if slug.count > 16 { break }
                slug.append("-")
            }
            if slug.count > 30 { break }
        }
        while slug.hasSuffix("-") { slug.removeLast() }
        if slug.isEmpty || slug == "total" || slug == "unmapped" { slug = "rad" }
        var code = slug
        var number = 2
        while !taken.insert(code).inserted {
            code = "\(slug)-\(number)"
            number += 1
        }
        return code
    }
}
