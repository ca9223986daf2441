/// Tells byte by byte whether a text is well-formed UTF-8.
///
/// Source: RFC 3629, section 4.
struct SIEUTF8Validator: Sendable {
    private var continuationsLeft = 0
    private var nextMin: UInt8 = 0x80
    private var nextMax: UInt8 = 0xBF
    private var isBroken = false
    private var characterCount = 0

    /// Whether there is at least one character beyond ASCII and no fault; a cut last character is
    /// no fault when there was a whole one.
    var isValid: Bool { !isBroken && characterCount > 0 }

    var isBetweenCharacters: Bool { continuationsLeft == 0 || isBroken }

    mutating func take(_ byte: UInt8) {
        if isBroken { return }
        if continuationsLeft == 0 {
            begin(byte)
        } else if byte >= nextMin, byte <= nextMax {
            continuationsLeft -= 1
            (nextMin, nextMax) = (0x80, 0xBF)
            if continuationsLeft == 0 { characterCount += 1 }
        } else {
            isBroken = true
        }
    }

    private mutating func begin(_ byte: UInt8) {
        switch byte {
        case 0x00...0x7F: return
        case 0xC2...0xDF: continuationsLeft = 1
        case 0xE0...0xEF:
            continuationsLeft = 2
            if byte == 0xE0 { nextMin = 0xA0 }
            if byte == 0xED { nextMax = 0x9F }
        case 0xF0...0xF4:
            continuationsLeft = 3
            if byte == 0xF0 { nextMin = 0x90 }
            if byte == 0xF4 { nextMax = 0x8F }
        default: isBroken = true
        }
    }
}
