/// The smallest amount that a split hands out.
public enum SplitUnit: String, CaseIterable, Sendable {
    /// Hundredths of a krona.
    case ore
    /// Whole kronor.
    case krona

    /// The unit in öre.
    var ore: Int64 {
        switch self {
        case .ore: 1
        case .krona: 100
        }
    }
}

/// Why an amount cannot be split.
public enum SplitError: Error, Hashable, Sendable {
    /// A weight is below zero, at this place from zero.
    case negativeWeight(index: Int)
    /// There is nothing to split by: no weights, or all of them zero.
    case noWeight
    /// The balancing member's place is not among the weights, or its weight is zero.
    case noSuchBalancingMember(index: Int)
}

extension Money {
    /// Divides the amount over parties so that the parts always sum to it.
    ///
    /// Without a balancing member each party gets its exact share cut down to whole units; what
    /// is left goes, a unit at a time, to those who lost most, the first before the later when
    /// they lost alike. With one, that member takes all that is left. When kronor are handed out
    /// and the amount is not whole kronor, the öre go to the balancing member, else to the first
    /// party with a weight. A weight of zero gets zero. A negative amount mirrors the positive.
    ///
    /// - Parameters:
    ///   - weights: one for each party in order, zero or above.
    ///   - unit: the smallest amount handed out.
    ///   - balancing: the place, from zero, of the party that takes what is left.
    /// - Returns: a part for each weight, in order.
    /// - Throws: `SplitError` for weights that cannot be split by.
    ///
    /// Source: SPEC 2, GUIDE 10 no. 5.
    public func split(
        weights: [Int],
        unit: SplitUnit = .ore,
        balancing: Int? = nil
    ) throws(SplitError) -> [Money] {
        let first = try Self.firstWeighted(weights)
        if let balancing {
            guard weights.indices.contains(balancing), weights[balancing] > 0 else {
                throw .noSuchBalancingMember(index: balancing)
            }
        }
        let size = Int128(ore.magnitude)
        let units = size / Int128(unit.ore)
        var shares = Self.sharesCutDown(units, weights: weights)
        let left = Int(units - shares.reduce(0) { $0 + $1.units })
        if let balancing {
            shares[balancing].units += Int128(left)
        } else {
            let order = shares.indices.sorted {
                (shares[$1].lost, $0) < (shares[$0].lost, $1)
            }
            for place in order.prefix(left) { shares[place].units += 1 }
        }
        let sign = Int128(ore.signum())
        var parts = shares.map { $0.units * Int128(unit.ore) }
        parts[balancing ?? first] += size % Int128(unit.ore)
        return parts.map { Money(within: sign * $0) }
    }

    /// The place of the first weight above zero.
    private static func firstWeighted(_ weights: [Int]) throws(SplitError) -> Int {
        if let negative = weights.firstIndex(where: { $0 < 0 }) {
            throw .negativeWeight(index: negative)
        }
        guard let first = weights.firstIndex(where: { $0 > 0 }) else { throw .noWeight }
        return first
    }

    /// Each exact share cut down to whole units, and what was cut off in parts of the weights' sum.
    private static func sharesCutDown(
        _ units: Int128,
        weights: [Int]
    ) -> [(units: Int128, lost: Int128)] {
        let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
        return weights.map { weight in
            let exact = (units * Int128(weight)).quotientAndRemainder(dividingBy: sum)
            return (units: exact.quotient, lost: exact.remainder)
        }
    }
}
