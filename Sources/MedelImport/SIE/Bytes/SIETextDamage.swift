/// How a UTF-8 text shows that it was spoiled before the file was written.
///
/// Source: sie/SPEC 5 no. 2.
struct SIETextDamage: OptionSet {
    let rawValue: UInt8

    /// U+FFFD stands for a lost character.
    static let replaced = SIETextDamage(rawValue: 1)
    /// CP437 letters were read as Windows-1252: ” „ † Ž ™ between letters.
    static let mojibake = SIETextDamage(rawValue: 2)
    /// UTF-8 was read as Latin-1 and encoded again: Ã¥.
    static let doubled = SIETextDamage(rawValue: 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Looks through a line.
    init(of line: UnsafeBufferPointer<UInt8>) {
        self = []
        var at = 0
        while at < line.count {
            if line[at] >= 0x80 { look(line, at) }
            at += 1
        }
    }

    private mutating func look(_ line: UnsafeBufferPointer<UInt8>, _ at: Int) {
        func byte(_ offset: Int) -> UInt8 {
            at + offset >= 0 && at + offset < line.count ? line[at + offset] : 0
        }
        switch (line[at], byte(1), byte(2)) {
        case (0xEF, 0xBF, 0xBD): insert(.replaced)
        case (0xC3, 0x83, 0xC2), (0xC3, 0x82, 0xC2): insert(.doubled)
        case (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0x9E), (0xE2, 0x80, 0xA0), (0xE2, 0x84, 0xA2):
            if isLetter(byte(-1)), isLetter(byte(3)) { insert(.mojibake) }
        case (0xC5, 0xBD, _):
            if isCapital(byte(-1)), isCapital(byte(2)) { insert(.mojibake) }
        default: break
        }
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
