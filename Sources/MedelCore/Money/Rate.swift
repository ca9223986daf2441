/// A part of a whole in basis points, hundredths of a percent.
///
/// Never beyond the whole, so that a share of an amount is always an amount.
///
/// Source: SPEC 3 (budget row), GUIDE 5.2: published rates have two decimals of a percent.
public struct Rate: Hashable, Sendable {
    /// The rate, 10 000 for the whole; negative for a reduction.
    public let basisPoints: Int

    /// Accepts basis points.
    ///
    /// - Returns: nil beyond ±10 000, that is ±100 %.
    public init?(basisPoints: Int) {
        guard (-Self.basisPointsMax...Self.basisPointsMax).contains(basisPoints) else { return nil }
        self.basisPoints = basisPoints
    }

    private init(bounded basisPoints: Int) { self.basisPoints = basisPoints }

    /// Nothing of it.
    public static let zero = Rate(bounded: 0)

    /// All of it.
    public static let whole = Rate(bounded: basisPointsMax)

    /// Half of it.
    public static let half = Rate(bounded: basisPointsMax / 2)

    /// A quarter of it.
    public static let quarter = Rate(bounded: basisPointsMax / 4)

    /// The whole in basis points.
    public static let basisPointsMax = 10_000
}

extension Rate: Comparable {
    /// Orders by signed size.
    public static func < (left: Rate, right: Rate) -> Bool { left.basisPoints < right.basisPoints }
}

extension Rate: CustomStringConvertible {
    /// The rate in percent with two decimals and a decimal comma: `39,15`.
    public var description: String {
        let size = Int(basisPoints.magnitude)
        let sign = basisPoints < 0 ? "-" : ""
        return sign + String(size / 100) + "," + padded(size % 100, to: 2)
    }

    /// Reads a percentage as templates and manifests write it: `4`, `39,15`, `-0,5`.
    ///
    /// - Returns: nil for any other form, more than two decimals, or beyond ±100 %.
    public init?(percent text: String) {
        var bytes = text.utf8[...]
        let isNegative = bytes.first == 0x2D
        if isNegative { bytes = bytes.dropFirst() }
        let parts = bytes.split(separator: 0x2C, maxSplits: 1, omittingEmptySubsequences: false)
        guard let percent = Int(digits: parts[0]), percent <= 100 else { return nil }
        var hundredths = 0
        if parts.count == 2 {
            guard (1...2).contains(parts[1].count), let read = Int(digits: parts[1]) else {
                return nil
            }
            hundredths = parts[1].count == 1 ? read * 10 : read
        }
        let size = percent * 100 + hundredths
        self.init(basisPoints: isNegative ? -size : size)
    }
}

extension Money {
    /// The part of the amount that the rate says, in whole öre.
    ///
    /// - Parameters:
    ///   - rate: the part; a negative one turns the sign.
    ///   - rounding: what happens to a part of an öre.
    /// - Returns: the part, never larger than the amount.
    public func share(_ rate: Rate, rounding: Rounding) -> Money {
        let product = Int128(ore) * Int128(rate.basisPoints)
        return Money(within: rounding.divide(product, by: Int128(Rate.basisPointsMax)))
    }

    /// How much of `whole` the amount is, in basis points; 13 400 is 134 %.
    ///
    /// - Parameters:
    ///   - whole: what the amount is measured against.
    ///   - rounding: what happens to a part of a basis point.
    /// - Returns: nil when the whole is zero, or the answer is beyond sixty-four bits.
    public func basisPoints(of whole: Money, rounding: Rounding) -> Int64? {
        guard whole.ore != 0 else { return nil }
        let sign = Int128(whole.ore.signum())
        let dividend = sign * Int128(ore) * Int128(Rate.basisPointsMax)
        return Int64(exactly: rounding.divide(dividend, by: sign * Int128(whole.ore)))
    }
}
