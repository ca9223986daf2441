/// Text made fit for an Excel cell, in a buffer that is used again for the next cell.
///
/// Excel decodes `_x0041_` in a file to a letter, so such text is written with its underscore
/// escaped. NUL and U+FFFE, U+FFFF, which no XML can carry, become U+FFFD. Text beyond the limit of
/// a cell ends in ….
///
/// Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
struct CellText {
    private var buffer: [UInt8] = []

    /// How many texts had to be cut.
    private(set) var truncatedCount = 0

    /// Hands out the text as a C string that lives as long as the call.
    mutating func withPrepared<Value>(
        _ text: String,
        _ body: (UnsafePointer<CChar>) throws -> Value
    ) rethrows -> Value {
        buffer.removeAll(keepingCapacity: true)
        buffer.append(contentsOf: text.utf8)
        if buffer.count > ExcelLimits.textUnitsMax || buffer.contains(where: isSuspect) {
            buffer.removeAll(keepingCapacity: true)
            appendEscaped(text)
        }
        buffer.append(0)
        return try buffer.withUnsafeBytes { bytes in
            // The buffer holds at least the final NUL, so it has an address.
            guard let base = bytes.baseAddress else { preconditionFailure("a text ends in NUL") }
            return try body(base.assumingMemoryBound(to: CChar.self))
        }
    }

    /// Escapes scalar by scalar; what an escape adds counts, so that the library's check holds.
    private mutating func appendEscaped(_ text: String) {
        let scalars = text.unicodeScalars
        var place = scalars.startIndex
        var used = 0
        var whole = buffer.count
        while place < scalars.endIndex {
            let isEscape = beginsEscape(scalars[place...])
            let scalar = scalars[place]
            used += UTF16.width(scalar) + (isEscape ? escapedUnderscore.utf8.count - 1 : 0)
            if used < ExcelLimits.textUnitsMax { whole = buffer.count }
            guard used <= ExcelLimits.textUnitsMax else { return truncate(to: whole) }
            if isEscape {
                buffer.append(contentsOf: escapedUnderscore.utf8)
            } else {
                let clean = isImpossible(scalar) ? "\u{FFFD}" : scalar
                buffer.append(contentsOf: UTF8.encode(clean) ?? UTF8.encodedReplacementCharacter)
            }
            place = scalars.index(after: place)
        }
    }

    private mutating func truncate(to byteCount: Int) {
        buffer.removeSubrange(byteCount...)
        buffer.append(contentsOf: "…".utf8)
        truncatedCount += 1
    }

    private func beginsEscape(_ scalars: Substring.UnicodeScalarView) -> Bool {
        let window = Array(scalars.prefix(7))
        guard window.count == 7, window[0] == "_", window[1] == "x", window[6] == "_" else {
            return false
        }
        return window[2..<6].allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
    }
}

/// Text for what the library writes as an attribute, such as a title or a sheet name: on one line,
/// without control characters.
func singleLine(_ text: String, unitsMax: Int) -> String {
    var clean = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
        used += UTF16.width(scalar)
        guard used <= unitsMax else {
            while used > unitsMax, let last = clean.popLast() { used -= UTF16.width(last) }
            clean.append("…")
            break
        }
        let isControl = scalar.properties.generalCategory == .control
        clean.append(isControl ? " " : isImpossible(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(clean)
}

private let escapedUnderscore = "_x005F_"

/// Whether a byte of UTF-8 calls for a closer look: NUL, the underscore of an escape, or the first
/// byte of U+FFFE.
private func isSuspect(_ byte: UInt8) -> Bool {
    byte == 0 || byte == UInt8(ascii: "_") || byte == 0xEF
}

private func isImpossible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
}
