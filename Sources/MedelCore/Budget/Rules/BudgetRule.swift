/// How a budget row's amounts follow from something else than a sum that somebody wrote.
///
/// Lists hold one value for each budget year.
///
/// Source: SPEC 3 (budget row).
public enum BudgetRule: Hashable, Sendable {
    /// Posts and their pay.
    case staff(StaffRule)
    /// PO-pålägg on the pay of other rows.
    case charges(ChargesRule)
    /// A percentage of other rows.
    case percent(PercentRule)
    /// A number of units at a price.
    case unit(UnitRule)
    /// A sum paid when something has happened.
    case lump(LumpRule)

    /// The rows that the amounts follow from.
    public var base: [BudgetRowCode] {
        switch self {
        case .staff, .unit, .lump: []
        case .charges(let rule): rule.base
        case .percent(let rule): rule.base
        }
    }

    /// The lengths of the lists that hold a value for each budget year.
    var valueCounts: [Int] {
        switch self {
        case .staff(let rule): [rule.posts.count, rule.employment.count]
        case .charges: []
        case .percent(let rule): rule.caps.map { [$0.count] } ?? []
        case .unit(let rule): [rule.quantities.count, rule.prices.count]
        case .lump(let rule): [rule.amounts.count]
        }
    }
}

/// A percentage of other rows.
///
/// Source: SPEC 3 (percent of rows), GUIDE 4.2 (administration).
public struct PercentRule: Hashable, Sendable {
    /// The rows that are its base.
    public let base: [BudgetRowCode]

    /// The part of them.
    public let rate: Rate

    /// The most it may come to in either direction, for each budget year; nil for no limit.
    public let caps: [Money]?

    /// Whether the percentage is of base and row together, so that the row is x/(1−x) of the base.
    public let includesItself: Bool

    /// Describes a rule.
    public init(base: [BudgetRowCode], rate: Rate, caps: [Money]?, includesItself: Bool) {
        self.base = base
        self.rate = rate
        self.caps = caps
        self.includesItself = includesItself
    }

    /// What the base's basis points are parts of.
    public var divisor: Int {
        Rate.basisPointsMax - (includesItself ? rate.basisPoints : 0)
    }

    /// The row's amount on a base.
    ///
    /// - Parameters:
    ///   - base: what the base rows come to.
    ///   - cap: the most it may come to.
    ///   - rounding: before the cap, so that the cap is never passed.
    /// - Returns: the amount, in the rounding's steps unless it is the cap.
    /// - Throws: `MoneyError.outOfRange` beyond the bound.
    public func amount(
        of base: Money,
        cap: Money?,
        rounding: RowRounding
    ) throws(MoneyError) -> Money {
        precondition(divisor > 0, "a part is less than the whole that holds it")
        let product = Int128(base.ore) * Int128(rate.basisPoints)
        let amount = try rounding.amount(product, over: Int128(divisor))
        guard let cap else { return amount }
        let limit = cap.magnitude
        return amount < .zero ? max(amount, -limit) : min(amount, limit)
    }
}

extension Money {
    /// The amount without its sign.
    var magnitude: Money { self < .zero ? -self : self }
}

/// A number of units at a price.
public struct UnitRule: Hashable, Sendable {
    /// How many, for each budget year.
    public let quantities: [Quantity]

    /// Of what, in Swedish, such as `timmar`.
    public let unit: String

    /// The price of one, for each budget year.
    public let prices: [Money]

    /// Describes a rule.
    public init(quantities: [Quantity], unit: String, prices: [Money]) {
        self.quantities = quantities
        self.unit = unit
        self.prices = prices
    }
}

/// A sum paid when something has happened, whatever it cost.
///
/// Source: SPEC 4.7.
public struct LumpRule: Hashable, Sendable {
    /// The sum, for each budget year.
    public let amounts: [Money]

    /// What must have happened, in Swedish.
    public let event: String

    /// Describes a rule.
    public init(amounts: [Money], event: String) {
        self.amounts = amounts
        self.event = event
    }
}
