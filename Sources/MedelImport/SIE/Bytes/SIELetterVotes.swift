/// Counts bytes that are Swedish letters in one of the two one-byte character sets.
///
/// Source: sie/SPEC 5 no. 1.
struct SIELetterVotes: Sendable {
    private(set) var cp437 = 0
    private(set) var latin1 = 0

    mutating func take(_ byte: UInt8) {
        switch byte {
        case 0x82, 0x84, 0x86, 0x8E, 0x8F, 0x94, 0x99: cp437 += 1
        case 0xC4, 0xC5, 0xC9, 0xD6, 0xE4, 0xE5, 0xE9, 0xF6: latin1 += 1
        default: break
        }
    }
}
