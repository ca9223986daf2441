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

    /// What an amount is rounded to in one direction, in Swedish.
    var whole: String {
        switch self {
        case .ore: "hela ören"
        case .krona: "hela kronor"
        case .hundred: "hela hundratal kronor"
        case .thousand: "hela tusental kronor"
        }
    }

    /// What an amount is rounded to when the nearest is taken, in Swedish.
    var nearest: String {
        switch self {
        case .ore: "närmaste öre"
        case .krona: "närmaste krona"
        case .hundred: "närmaste hundratal kronor"
        case .thousand: "närmaste tusental kronor"
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

    /// How an amount is rounded, in Swedish: `avrundat nedåt till hela hundratal kronor`.
    func words(for amount: Money) -> String {
        switch rule {
        case .down where amount >= .zero: "avrundat nedåt till \(unit.whole)"
        case .halfAwayFromZero: "avrundat till \(unit.nearest)"
        case .halfUp: "avrundat till \(unit.nearest), en halv uppåt"
        case .down: "avrundat mot noll till \(unit.whole)"
        case .floor: "avrundat nedåt till \(unit.whole)"
        case .ceiling: "avrundat uppåt till \(unit.whole)"
        }
    }

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
