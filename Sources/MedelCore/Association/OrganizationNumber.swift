/// A Swedish organisation number, NNNNNN-NNNN.
///
/// The check digit is not demanded: real files carry numbers that fail it, so a wrong one is only
/// worth a warning.
///
/// Source: sie/SPEC 5 no. 16.
public struct OrganizationNumber: Hashable, Sendable {
    /// The ten digits without hyphen.
    public let digits: String

    /// Reads ten digits with or without hyphen, or twelve with the prefix 16, 19 or 20.
    ///
    /// - Returns: nil for anything else.
    public init?(_ text: String) {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if byte == 0x2D || byte == 0x20 { continue }
            guard (0x30...0x39).contains(byte) else { return nil }
            bytes.append(byte)
        }
        if bytes.count == 12 {
            let prefix = String(decoding: bytes[0..<2], as: UTF8.self)
            guard ["16", "19", "20"].contains(prefix) else { return nil }
            bytes.removeFirst(2)
        }
        guard bytes.count == 10 else { return nil }
        digits = String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the last digit agrees with the others by the Luhn rule.
    public var hasValidCheckDigit: Bool {
        var sum = 0
        for (position, byte) in digits.utf8.enumerated() {
            let digit = Int(byte - 0x30) * (position % 2 == 0 ? 2 : 1)
            sum += digit / 10 + digit % 10
        }
        return sum % 10 == 0 && digits != "0000000000"
    }
}

extension OrganizationNumber: CustomStringConvertible {
    /// The number as `222000-0000`.
    public var description: String { digits.prefix(6) + "-" + digits.suffix(4) }
}
