import MedelCore

// Markup is spelled in the source; what comes from outside is always escaped. Markup is well-formed
// XML too, so that any XML parser can check it.
extension [UInt8] {
    /// Writes markup as it stands; text that people wrote cannot come in here.
    mutating func append(markup: StaticString) {
        markup.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Writes text so that nothing in it is markup, steers the reader's screen or turns the line
    /// around; a line break in it is one on the page.
    mutating func append(escaped text: String) {
        guard !text.utf8.allSatisfy(isPlainInMarkup) else {
            return append(contentsOf: text.utf8)
        }
        let lines = text.replacing("\r\n", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
        for (place, line) in lines.enumerated() {
            if place > 0 { append(markup: "<br/>") }
            appendLine(String(line))
        }
    }

    /// Writes text in which dates and number ranges such as 2025-01-31 stay on one line.
    mutating func append(unbroken text: String) {
        guard text.utf8.contains(UInt8(ascii: "-")) else { return append(escaped: text) }
        for (place, word) in text.split(separator: " ", omittingEmptySubsequences: false)
            .enumerated()
        {
            if place > 0 { append(0x20) }
            if joinsDigits(word) {
                append(element: "span", classed: "nb", String(word))
            } else {
                append(escaped: String(word))
            }
        }
    }

    /// Writes an attribute with a blank in front.
    mutating func append(attribute name: StaticString, _ value: String) {
        append(0x20)
        append(markup: name)
        append(markup: "=\"")
        appendLine(value)
        append(markup: "\"")
    }

    /// Writes an element that holds only text.
    mutating func append(element name: StaticString, _ text: String) {
        append(UInt8(ascii: "<"))
        append(markup: name)
        append(UInt8(ascii: ">"))
        append(escaped: text)
        append(markup: "</")
        append(markup: name)
        append(UInt8(ascii: ">"))
    }

    /// Writes an element that holds only text and has one class.
    mutating func append(element name: StaticString, classed: StaticString, _ text: String) {
        append(UInt8(ascii: "<"))
        append(markup: name)
        append(markup: " class=\"")
        append(markup: classed)
        append(markup: "\">")
        append(escaped: text)
        append(markup: "</")
        append(markup: name)
        append(UInt8(ascii: ">"))
    }

    /// Writes a date as an element that programs can read too.
    mutating func append(time day: Day) {
        append(markup: "<time datetime=\"")
        append(day)
        append(markup: "\">")
        append(day)
        append(markup: "</time>")
    }

    /// Writes that an amount is not known: a dash for the eye, words for those who listen.
    mutating func appendUnknown() {
        append(markup: "<span aria-hidden=\"true\">–</span>")
        append(markup: "<span class=\"heard\">uppgift saknas</span>")
    }

    private mutating func appendLine(_ text: String) {
        for scalar in DisplayWidth.printable(text).unicodeScalars {
            switch scalar {
            case "&": append(markup: "&amp;")
            case "<": append(markup: "&lt;")
            case ">": append(markup: "&gt;")
            case "\"": append(markup: "&quot;")
            case "'": append(markup: "&#39;")
            default: append(contentsOf: UTF8.encode(clean(scalar)) ?? replacement)
            }
        }
    }
}

private let replacement = UTF8.encodedReplacementCharacter

/// Code points that are no characters, which XML refuses, become U+FFFD.
private func clean(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let isNone = scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
    return isNone ? "\u{FFFD}" : scalar
}

/// Whether a byte of UTF-8 needs no look at its scalar: printable ASCII without marks of markup,
/// and the letters from À to ÿ.
private func isPlainInMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x26, 0x27, 0x3C, 0x3E: false
    case 0x20...0x7E, 0x80...0xBF, 0xC3: true
    default: false
    }
}

/// Whether a word has a hyphen between digits, where a line could be broken.
private func joinsDigits(_ word: Substring) -> Bool {
    let bytes = Array(word.utf8)
    return bytes.count < 24
        && bytes.indices.dropFirst().dropLast().contains { place in
            bytes[place] == 0x2D && (0x30...0x39).contains(bytes[place - 1])
                && (0x30...0x39).contains(bytes[place + 1])
        }
}
