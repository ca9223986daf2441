/// A digest of thirty-two bytes that stands for a content, such as a voucher's.
///
/// Held as four words, so that hundreds of thousands of them cost no allocation each.
///
/// Source: STORE 2.2, 3.2, 3.3.
public struct ContentHash: Hashable, Sendable {
    /// The first eight bytes, the first byte most significant.
    public let word0: UInt64

    /// The next eight bytes.
    public let word1: UInt64

    /// The next eight bytes.
    public let word2: UInt64

    /// The last eight bytes.
    public let word3: UInt64

    /// Joins four words.
    public init(_ word0: UInt64, _ word1: UInt64, _ word2: UInt64, _ word3: UInt64) {
        self.word0 = word0
        self.word1 = word1
        self.word2 = word2
        self.word3 = word3
    }

    /// Takes a digest.
    ///
    /// - Returns: nil unless there are exactly thirty-two bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for byte in bytes {
            words.0 = words.0 << 8 | words.1 >> 56
            words.1 = words.1 << 8 | words.2 >> 56
            words.2 = words.2 << 8 | words.3 >> 56
            words.3 = words.3 << 8 | UInt64(byte)
        }
        self.init(words.0, words.1, words.2, words.3)
    }

    /// The digest as thirty-two bytes.
    public var bytes: [UInt8] {
        [word0, word1, word2, word3].flatMap { word in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }

    /// How many bytes a digest has.
    public static let byteCount = 32

    /// Feeds one word; a digest's bits are even enough for a table already.
    public func hash(into hasher: inout Hasher) { hasher.combine(word0) }
}

extension ContentHash: Comparable {
    /// Orders as the bytes do.
    public static func < (left: ContentHash, right: ContentHash) -> Bool {
        (left.word0, left.word1, left.word2, left.word3)
            < (right.word0, right.word1, right.word2, right.word3)
    }
}

extension ContentHash: CustomStringConvertible {
    /// The digest as sixty-four lower-case hexadecimal digits.
    public var description: String {
        [word0, word1, word2, word3].map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }
        .joined()
    }

    /// Reads sixty-four hexadecimal digits of either case.
    ///
    /// - Returns: nil for any other text.
    public init?(hex text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 2 * Self.byteCount else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let high = hexValue(digits[place]), let low = hexValue(digits[place + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        self.init(bytes: bytes)
    }
}

private func hexValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
}
