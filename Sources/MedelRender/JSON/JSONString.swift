extension [UInt8] {
    /// Writes a JSON string with its quotes; everything but what must be escaped stays UTF-8.
    ///
    /// The line separators U+2028 and U+2029 are escaped too, since JavaScript ends a line there.
    ///
    /// Source: RFC 8259 section 7.
    mutating func appendJSON(_ text: String) {
        append(UInt8(ascii: "\""))
        if text.utf8.allSatisfy(isPlainInJSON) {
            append(contentsOf: text.utf8)
        } else {
            for scalar in text.unicodeScalars { appendJSON(scalar) }
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func appendJSON(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": append(contentsOf: "\\\"".utf8)
        case "\\": append(contentsOf: "\\\\".utf8)
        case "\n": append(contentsOf: "\\n".utf8)
        case "\r": append(contentsOf: "\\r".utf8)
        case "\t": append(contentsOf: "\\t".utf8)
        case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
            append(contentsOf: "\\u".utf8)
            for shift in [12, 8, 4, 0] as [UInt32] {
                append(hexDigits[Int(scalar.value >> shift & 0xF)])
            }
        default: append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}

private let hexDigits = Array("0123456789abcdef".utf8)

/// Whether a byte of UTF-8 needs no look at its scalar; 0xE2 begins U+2028.
private func isPlainInJSON(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && byte != 0xE2
}
