/// The budget of an insats that holds on a day, laid out over budget years and calendar years.
///
/// Rows of the category INTAKT_FORBUND, the association's own grant as the recipient budgets it,
/// belong to no sum: they are the financing and not a cost.
///
/// Source: SPEC 2 (spreading), 3 (budget, cost categories), STORE 4.2.
public struct BudgetLayout: Hashable, Sendable {
    /// The version that holds.
    public let version: BudgetVersion

    private let spreads: [Spread]?

    /// Lays out the budget in force: the latest that was granted or revised, else the one applied.
    ///
    /// - Returns: nil when there is none that day.
    /// - Throws: `MoneyError.outOfRange` for amounts at the very bound.
    public init?(
        of insats: InsatsCode,
        in budgets: [BudgetVersion],
        asOf day: Day
    ) throws(MoneyError) {
        let known = budgets.filter { $0.insats == insats && $0.date <= day }
        let decided = known.filter { $0.kind != .applied }
        guard let version = decided.latest ?? known.latest else { return nil }
        try self.init(version)
    }

    /// Lays out a version.
    ///
    /// - Throws: `MoneyError.outOfRange` for amounts at the very bound.
    public init(_ version: BudgetVersion) throws(MoneyError) {
        self.version = version
        var spreads: [Spread] = []
        for (place, year) in version.years.enumerated() {
            guard let months = year.months else { continue }
            do {
                let amounts = version.rows.map { $0.amounts[place] }
                spreads.append(try Spread(amounts, over: MonthProfile(equal: months)))
            } catch {
                throw .outOfRange
            }
        }
        self.spreads = spreads.count == version.years.count ? spreads : nil
    }

    /// Whether the budget is only applied for.
    public var isApplied: Bool { version.kind == .applied }

    /// From the first month of a budget year to the last; nil while one is not known.
    public var months: MonthRange? {
        guard let spreads, let first = spreads.map(\.months.first).min(),
            let last = spreads.map(\.months.last).max()
        else { return nil }
        return MonthRange(from: first, through: last)
    }

    /// What each row has inside a scope.
    ///
    /// - Returns: nil for a calendar year while months are not known.
    /// - Throws: `MoneyError.outOfRange` when a row's sum passes the bound.
    public func rows(_ scope: OverviewLine.Scope) throws(MoneyError) -> [Money]? {
        var amounts: [Money] = []
        switch scope {
        case .total:
            for row in version.rows { amounts.append(try Money.sum(row.amounts)) }
        case .budgetYear(let number):
            guard version.years.indices.contains(number - 1) else { return nil }
            amounts = version.rows.map { $0.amounts[number - 1] }
        case .calendarYear(let year):
            guard let spreads, let range = MonthRange(calendarYear: year) else { return nil }
            for place in version.rows.indices {
                var parts: [Money] = []
                for spread in spreads { parts.append(try spread.total(ofRow: place, in: range)) }
                amounts.append(try Money.sum(parts))
            }
        }
        return amounts
    }

    /// What the rows that are costs have together inside a scope.
    ///
    /// - Throws: `MoneyError.outOfRange` when the sum passes the bound.
    public func figure(_ scope: OverviewLine.Scope) throws(MoneyError) -> Figure {
        var notes: [MeasureNote] = isApplied ? [.appliedBudget] : []
        guard let rows = try rows(scope) else {
            notes.append(.monthsUnknown)
            return Figure(nil, notes)
        }
        let counted = rows.indices.filter { !version.rows[$0].isFinancing }.map { rows[$0] }
        return Figure(try Money.sum(counted), notes)
    }
}

extension BudgetLayout {
    /// What the rows that are costs have inside a scope, before other income is taken off.
    ///
    /// - Throws: `MoneyError.outOfRange` when the sum passes the bound.
    public func cost(_ scope: OverviewLine.Scope) throws(MoneyError) -> Figure {
        try sum(scope) { $0.isCost }
    }

    /// What the recipients get from others than the association inside a scope, below zero; not
    /// applicable to a budget without such rows.
    ///
    /// - Throws: `MoneyError.outOfRange` when the sum passes the bound.
    public func income(_ scope: OverviewLine.Scope) throws(MoneyError) -> Figure {
        guard version.hasOtherIncome else { return .notApplicable }
        return try sum(scope) { $0.isOtherIncome }
    }

    private func sum(
        _ scope: OverviewLine.Scope,
        _ counts: (BudgetRow) -> Bool
    ) throws(MoneyError) -> Figure {
        guard let amounts = try rows(scope) else { return Figure(nil, [.monthsUnknown]) }
        let counted = version.rows.indices.filter { counts(version.rows[$0]) }
        return Figure(try Money.sum(counted.lazy.map { amounts[$0] }))
    }
}

extension BudgetRow {
    /// Whether the row is the association's own grant, which is no cost.
    public var isFinancing: Bool { category?.isAssociationIncome ?? false }

    /// Whether the row is income from others than the association: it is below zero and lessens
    /// what the insats costs.
    ///
    /// Source: SPEC 3 (cost categories, INTAKT_OVRIG).
    public var isOtherIncome: Bool { category.map { $0.isIncome && !isFinancing } ?? false }

    /// Whether the row is a cost, and no income of any kind.
    public var isCost: Bool { !isFinancing && !isOtherIncome }

    /// Whether the row is an income with an amount above zero, which a budget is refused for when it
    /// is read; in one that was kept before that was so it is counted as it is written.
    public var isIncomeAboveZero: Bool {
        (isFinancing || isOtherIncome) && amounts.contains { $0 > .zero }
    }
}

extension BudgetVersion {
    /// Whether the budget has income from others than the association.
    public var hasOtherIncome: Bool { rows.contains(where: \.isOtherIncome) }
}

extension CostCategoryCode {
    /// Whether the category is a recipient's income from the association, which is left out of
    /// incurred cost and of what is budgeted, and reconciled with what was paid.
    ///
    /// Source: SPEC 3 (cost categories).
    public var isAssociationIncome: Bool { text == "INTAKT_FORBUND" }
}
