/// What a grant pays of a cost.
///
/// Source: SPEC 3 (funding source), STORE 4.3.
public enum FundingBasis: Hashable, Sendable {
    /// Hela kostnaden.
    case wholeCost
    /// A share of the cost, above zero.
    case share(Rate)
    /// The cost of named budget rows, nothing of the others.
    case rows([BudgetRowCode])
    /// What is left when other financing has paid.
    case lastAfterOther
}

/// Why a grant cannot be computed.
public enum FundingFault: Error, Hashable, Sendable {
    /// Others have paid more than the cost: the same krona financed twice.
    case financedTwice(cost: Money, other: Money)
    /// A sum passes the bound of an amount.
    case outOfRange
}

/// A cost by budget row, such as a claim or a budget year has.
public struct RowCost: Hashable, Sendable {
    /// The row.
    public let row: BudgetRowCode

    /// The cost, negative for a correction.
    public let cost: Money

    /// Says what a row costs.
    public init(_ row: BudgetRowCode, _ cost: Money) {
        self.row = row
        self.cost = cost
    }
}

extension FundingBasis {
    /// What the grant pays of costs, before any ceiling.
    ///
    /// A share is rounded half away from zero once for each row, so that the rows' grants sum to
    /// the whole.
    ///
    /// - Parameters:
    ///   - costs: the costs, by row.
    ///   - other: what other sources pay of them.
    /// - Returns: the grant for each row, in the same order; *sist efter övrig finansiering* takes
    ///   the others' money off the rows in their order.
    /// - Throws: `FundingFault.financedTwice` when grant and other financing pass the cost.
    public func grants(for costs: [RowCost], other: Money) throws(FundingFault) -> [Money] {
        let whole = try sum(costs.map(\.cost))
        let granted = try granted(for: costs, whole: whole, other: other)
        guard try sum(granted + [other]) <= max(whole, .zero) else {
            throw .financedTwice(cost: whole, other: other)
        }
        return granted
    }

    private func granted(
        for costs: [RowCost],
        whole: Money,
        other: Money
    ) throws(FundingFault) -> [Money] {
        switch self {
        case .wholeCost: return costs.map(\.cost)
        case .share(let rate):
            return costs.map { $0.cost.share(rate, rounding: .halfAwayFromZero) }
        case .rows(let rows):
            let named = Set(rows)
            return costs.map { named.contains($0.row) ? $0.cost : .zero }
        case .lastAfterOther:
            guard other <= max(whole, .zero) else {
                throw .financedTwice(cost: whole, other: other)
            }
            var left = other
            var granted: [Money] = []
            for cost in costs.map(\.cost) {
                let taken = min(left, max(cost, .zero))
                left = try sum([left, -taken])
                granted.append(try sum([cost, -taken]))
            }
            return granted
        }
    }

    /// What the grant pays of one cost, before any ceiling.
    ///
    /// - Parameters:
    ///   - cost: the cost.
    ///   - row: its row, which matters when rows are named.
    ///   - other: what other sources pay of it.
    /// - Returns: the grant.
    /// - Throws: as `grants(for:other:)`.
    public func grant(
        for cost: Money,
        row: BudgetRowCode,
        other: Money = .zero
    ) throws(FundingFault) -> Money {
        try sum(grants(for: [RowCost(row, cost)], other: other))
    }

    /// The most that the grant pays of a year's costs, whatever the decision allows.
    ///
    /// - Returns: never below zero.
    func most(of costs: [RowCost], other: Money) throws(MoneyError) -> Money {
        let whole = max(.zero, try Money.sum(costs.map(\.cost)))
        let most: Money
        switch self {
        case .wholeCost: most = whole
        case .share(let rate):
            most = try Money.sum(costs.map { $0.cost.share(rate, rounding: .halfAwayFromZero) })
        case .rows(let rows):
            most = try Money.sum(costs.filter { rows.contains($0.row) }.map(\.cost))
        case .lastAfterOther: most = try whole - other
        }
        return max(.zero, most)
    }

    private func sum(_ amounts: [Money]) throws(FundingFault) -> Money {
        do {
            return try Money.sum(amounts)
        } catch {
            throw .outOfRange
        }
    }
}
