/// The smallest step of a budget amount.
public enum RoundingUnit: String, CaseIterable, Sendable {
    /// Hundredths of a krona.
    case ore
    /// Whole kronor.
    case krona
    /// Whole hundreds of kronor.
    case hundred
    /// Whole thousands of kronor.
    case thousand

    /// The step in öre.
    public var ore: Int64 {
        switch self {
        case .ore: 1
        case .krona: 100
        case .hundred: 10_000
        case .thousand: 100_000
        }
    }

    /// What an amount is rounded to, in Swedish.
    var swedish: String {
        switch self {
        case .ore: "ören"
        case .krona: "hela kronor"
        case .hundred: "hela hundratal kronor"
        case .thousand: "hela tusental kronor"
        }
    }
}

/// How a budget row's amount is rounded: to what, and by which rule.
///
/// Source: docs/rounding.md, budget rules.
public struct RowRounding: Hashable, Sendable {
    /// The smallest step.
    public let unit: RoundingUnit

    /// What happens to a part of a step.
    public let rule: Rounding

    /// Names a step and a rule.
    public init(unit: RoundingUnit, rule: Rounding) {
        self.unit = unit
        self.rule = rule
    }

    /// Whole öre, a half away from zero: where nothing else is said.
    public static let ore = RowRounding(unit: .ore, rule: .halfAwayFromZero)

    /// A quotient in öre as an amount in whole steps.
    ///
    /// - Parameters:
    ///   - dividend: öre times the divisor; its double times the step must fit.
    ///   - divisor: above zero.
    /// - Returns: a whole number of steps.
    /// - Throws: `MoneyError.outOfRange` beyond the bound.
    func amount(_ dividend: Int128, over divisor: Int128) throws(MoneyError) -> Money {
        let steps = rule.divide(dividend, by: divisor * Int128(unit.ore))
        return try Money(exact: steps * Int128(unit.ore))
    }
}
