/// What administration is of a budget's costs.
///
/// Source: SPEC 4.6, GUIDE 4.2 (administration ca 4 %), 10 no. 1.
public struct AdministrationShare: Hashable, Sendable {
    /// The category whose rows are administration.
    public static let category = "ADMIN"

    /// The rows of administration together.
    public let administration: Money

    /// All costs, administration too; income is not taken off.
    public let costs: Money

    /// The most that the agreement allows; nil without such a limit.
    public let max: Rate?

    /// The share in hundredths of a percent, rounded half away from zero; nil when nothing costs.
    public var basisPoints: Int64? {
        administration.basisPoints(of: costs, rounding: .halfAwayFromZero)
    }

    /// Whether the share passes the limit, without any rounding.
    public var isAbove: Bool {
        guard let max else { return false }
        return Int128(administration.ore) * Int128(Rate.basisPointsMax)
            > Int128(costs.ore) * Int128(max.basisPoints)
    }

    /// Takes the share of a budget year, or of the whole budget; nil when no row is administration.
    ///
    /// - Parameters:
    ///   - version: the budget.
    ///   - year: the place of the budget year from zero; nil for all of them.
    ///   - max: the most that the agreement allows.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public init?(of version: BudgetVersion, year: Int?, max: Rate?) throws(MoneyError) {
        let costs = version.rows.filter { $0.category?.isIncome != true }
        let own = costs.filter { $0.category?.text == Self.category }
        guard !own.isEmpty else { return nil }
        let amounts = { (row: BudgetRow) -> [Money] in
            year.map { [row.amounts[$0]] } ?? row.amounts
        }
        administration = try Money.sum(own.lazy.flatMap(amounts))
        self.costs = try Money.sum(costs.lazy.flatMap(amounts))
        self.max = max
    }
}

extension CostCategoryCode {
    /// Whether the category is income, from the association or from others.
    ///
    /// Source: SPEC 3 (cost categories).
    public var isIncome: Bool { text.hasPrefix("INTAKT_") }
}
