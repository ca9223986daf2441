/// Turns the bytes of a text field into UTF-8.
struct SIETextDecoder: Sendable {
    let encoding: SIEEncoding

    /// UTF-8 of bytes 128 to 255, four bytes each: the first is the count, the rest from low up.
    private let upperHalf: [UInt32]

    private static let codePage437 = CodePage437.upperHalf.map(packed)
    private static let windows1252 = Windows1252.upperHalf.map(packed)

    init(_ encoding: SIEEncoding) {
        self.encoding = encoding
        switch encoding {
        case .ascii, .cp437: upperHalf = Self.codePage437
        case .latin1: upperHalf = Self.windows1252
        case .utf8: upperHalf = []
        }
    }

    /// Appends a field's text; of `\"` only the quote when the field has escapes.
    func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, isEscaped: Bool, to text: inout [UInt8])
    {
        if !isEscaped, bytes.allSatisfy({ $0 < 0x80 && $0 != 0 }) {
            text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes))
            return
        }
        if encoding == .utf8 {
            let start = text.count
            for byte in unescaped(bytes, isEscaped) { append(byte, to: &text) }
            repair(&text, from: start)
            return
        }
        for byte in unescaped(bytes, isEscaped) {
            if byte < 0x80 {
                append(byte, to: &text)
                continue
            }
            let packed = upperHalf[Int(byte) - 128]
            for place in 1...(packed & 0xFF) {
                text.append(UInt8(truncatingIfNeeded: packed >> (place * 8)))
            }
        }
    }

    /// Appends a byte, and for a zero byte, at which many programs end a text, U+FFFD.
    private func append(_ byte: UInt8, to text: inout [UInt8]) {
        if byte == 0 { text += [0xEF, 0xBF, 0xBD] } else { text.append(byte) }
    }

    /// A field's text as a string.
    func string(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, isEscaped: Bool) -> String {
        var text: [UInt8] = []
        append(bytes, isEscaped: isEscaped, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    private func unescaped(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>,
        _ isEscaped: Bool
    ) -> some Sequence<UInt8> {
        let end = bytes.endIndex
        return bytes.indices.lazy.filter { place in
            !(isEscaped && bytes[place] == 0x5C && place + 1 < end && bytes[place + 1] == 0x22)
        }.map { bytes[$0] }
    }

    /// Replaces what is not UTF-8, so that nothing malformed gets further.
    private func repair(_ text: inout [UInt8], from start: Int) {
        let tail = text[start...]
        guard String(validating: tail, as: UTF8.self) == nil else { return }
        let repaired = Array(String(decoding: tail, as: UTF8.self).utf8)
        text.replaceSubrange(start..., with: repaired)
    }
}

private func packed(_ scalar: Unicode.Scalar) -> UInt32 {
    var result = UInt32(UTF8.width(scalar))
    for (place, byte) in String(Character(scalar)).utf8.enumerated() {
        result |= UInt32(byte) << ((UInt32(place) + 1) * 8)
    }
    return result
}
