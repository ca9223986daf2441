/// How a budget year's money lies over its months.
///
/// Weights are kept in lowest terms, so that 2 : 2 is the same profile as 1 : 1.
///
/// Source: SPEC 2 (a row may carry its own month weights).
public struct MonthProfile: Hashable, Sendable {
    /// The months of the budget year.
    public let months: MonthRange

    /// One weight for each month in order of time, zero or above, in lowest terms.
    public let weights: [Int]

    /// The sum of the weights, above zero.
    var weightSum: Int128 { weights.reduce(0) { $0 + Int128($1) } }

    /// Accepts one weight for each month.
    ///
    /// - Throws: `ProfileError` when the weights do not fit the months.
    public init(months: MonthRange, weights: [Int]) throws(ProfileError) {
        guard weights.count == months.count else {
            throw .wrongCount(months: months.count, weights: weights.count)
        }
        for (index, weight) in weights.enumerated() {
            guard (0...Self.weightMax).contains(weight) else {
                throw .weightOutOfRange(index: index)
            }
        }
        let divisor = weights.reduce(0, greatestCommonDivisor)
        guard divisor > 0 else { throw .noWeight }
        self.months = months
        self.weights = weights.map { $0 / divisor }
    }

    /// The same weight in every month.
    public init(equal months: MonthRange) {
        self.months = months
        weights = Array(repeating: 1, count: months.count)
    }

    /// The largest weight.
    public static let weightMax = 1_000_000_000
}

/// Why weights do not make a profile.
public enum ProfileError: Error, Hashable, Sendable {
    /// There are not as many weights as months.
    case wrongCount(months: Int, weights: Int)
    /// A weight is below zero or above `MonthProfile.weightMax`, at this place from zero.
    case weightOutOfRange(index: Int)
    /// Every weight is zero.
    case noWeight
}

private func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    var (larger, smaller) = (left, right)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
}
