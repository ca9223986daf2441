/// An amount of Swedish kronor in whole öre, debit positive.
///
/// The bound keeps every amount exact in Excel, which carries fifteen digits.
///
/// Source: SPEC 2, STORE 4.1.
public struct Money: Hashable, Sendable {
    /// The amount in öre.
    public let ore: Int64

    /// Accepts an amount in öre.
    ///
    /// - Parameter ore: whole öre, negative for credit.
    /// - Throws: `MoneyError.outOfRange` beyond ±9 999 999 999 999,99 kr.
    public init(ore: Int64) throws(MoneyError) {
        guard ore.magnitude <= Self.oreMax.magnitude else { throw .outOfRange }
        self.ore = ore
    }

    private init(bounded ore: Int64) { self.ore = ore }

    /// Takes a result that a rule keeps within the bound.
    init(within ore: Int128) {
        precondition(ore.magnitude <= Self.oreMax.magnitude, "a part is within its whole")
        self.ore = Int64(ore)
    }

    /// No money.
    public static let zero = Money(bounded: 0)

    /// The largest amount, 9 999 999 999 999,99 kr; the smallest is its negation.
    public static let max = Money(bounded: oreMax)

    /// The largest magnitude in öre.
    public static let oreMax: Int64 = 999_999_999_999_999
}

/// Why an amount cannot be represented.
public enum MoneyError: Error, Hashable, Sendable {
    /// The amount is larger than `Money.max` or smaller than its negation.
    case outOfRange
}

extension Money: Comparable {
    /// Orders by signed size.
    public static func < (left: Money, right: Money) -> Bool { left.ore < right.ore }
}

extension Money {
    /// The opposite amount; always representable, since the bound is symmetric.
    public static prefix func - (amount: Money) -> Money { Money(bounded: -amount.ore) }

    /// Adds two amounts.
    ///
    /// - Throws: `MoneyError.outOfRange` when the sum passes the bound.
    public static func + (left: Money, right: Money) throws(MoneyError) -> Money {
        try Money(ore: left.ore + right.ore)
    }

    /// Subtracts one amount from another.
    ///
    /// - Throws: `MoneyError.outOfRange` when the difference passes the bound.
    public static func - (left: Money, right: Money) throws(MoneyError) -> Money {
        try Money(ore: left.ore - right.ore)
    }

    /// Adds up any number of amounts without wrapping on the way.
    ///
    /// - Throws: `MoneyError.outOfRange` when the sum as a whole passes the bound.
    public static func sum(_ amounts: some Sequence<Money>) throws(MoneyError) -> Money {
        var total: Int128 = 0
        for amount in amounts { total += Int128(amount.ore) }
        return try Money(exact: total)
    }

    /// Accepts a wide intermediate result in öre.
    ///
    /// - Throws: `MoneyError.outOfRange` beyond the bound.
    public init(exact ore: Int128) throws(MoneyError) {
        guard let narrow = Int64(exactly: ore) else { throw .outOfRange }
        try self.init(ore: narrow)
    }
}
