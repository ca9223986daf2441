/// How many of something, in hundredths: posts, hours, places.
public struct Quantity: Hashable, Sendable {
    /// The number times a hundred.
    public let hundredths: Int

    /// The largest magnitude, ten million.
    public static let hundredthsMax = 1_000_000_000

    /// Accepts hundredths.
    ///
    /// - Returns: nil beyond ±10 000 000,00.
    public init?(hundredths: Int) {
        guard hundredths.magnitude <= Self.hundredthsMax.magnitude else { return nil }
        self.hundredths = hundredths
    }

    /// Reads `2`, `1,75` or `-0,5`.
    ///
    /// - Returns: nil for any other form or more than two decimals.
    public init?(_ text: String) {
        var bytes = text.utf8[...]
        let isNegative = bytes.first == 0x2D
        if isNegative { bytes = bytes.dropFirst() }
        let parts = bytes.split(separator: 0x2C, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts[0].count <= 8, let whole = Int(digits: parts[0]) else { return nil }
        var rest = 0
        if parts.count == 2 {
            guard (1...2).contains(parts[1].count), let read = Int(digits: parts[1]) else {
                return nil
            }
            rest = parts[1].count == 1 ? read * 10 : read
        }
        let size = whole * 100 + rest
        self.init(hundredths: isNegative ? -size : size)
    }
}

extension Quantity: CustomStringConvertible {
    /// The number with one or two decimals: `2,0`, `1,75`.
    public var description: String {
        let size = Int(hundredths.magnitude)
        let decimals = padded(size % 100, to: 2)
        let shown = decimals.hasSuffix("0") ? String(decimals.dropLast()) : decimals
        return (hundredths < 0 ? "\u{2212}" : "") + String(size / 100) + "," + shown
    }
}
