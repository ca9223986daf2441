extension InsatsOverview {
    /// What the insats has cost through the day, as uses that ceilings count: by month, recipient
    /// and category, in granted kronor.
    ///
    /// Opening positions stand for their years, the books for the months after. A basis that pays a
    /// share pays it of each use; one that pays named rows pays the categories of those rows; one
    /// that pays last leaves to other sources the amounts that they have promised for the year, off
    /// the year's first costs.
    ///
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    ///
    /// Source: SPEC 4.1, 4.3, STORE 4.3.
    public func uses() throws(MoneyError) -> [CeilingUse] {
        var uses: [CeilingUse] = []
        for source in sources {
            let openings = source.openings.filter { isPast($0.year) }
            for position in openings {
                uses += position.uses(\.incurred, years: budgetYears)
            }
            let cutoff = openings.map(\.year).max()
            for balance in overview.index.balances(source.book, .insats(insats.code)) {
                guard case .mapped(_, let category) = balance.place,
                    cutoff.map({ balance.month.year > $0 }) ?? true,
                    category?.isAssociationIncome != true
                else { continue }
                uses.append(
                    CeilingUse(
                        month: balance.month,
                        category: category,
                        recipient: source.book.owner,
                        amount: balance.amount
                    )
                )
            }
        }
        return try granted(uses)
    }

    /// The part of `uses()` that opening positions stand for.
    func openingUses() throws(MoneyError) -> [CeilingUse] {
        var uses: [CeilingUse] = []
        for position in sources.flatMap(\.openings) where isPast(position.year) {
            uses += position.uses(\.incurred, years: budgetYears)
        }
        return try granted(uses)
    }

    /// The budget years that ceilings refer to.
    public var budgetYears: [BudgetYear] { budget?.version.years ?? [] }

    private func isPast(_ year: Int) -> Bool {
        MonthRange(calendarYear: year).map { $0.last.lastDay <= asOf } ?? false
    }

    /// What the grant pays of costs.
    private func granted(_ uses: [CeilingUse]) throws(MoneyError) -> [CeilingUse] {
        switch grant.terms.basis {
        case nil, .wholeCost: return uses
        case .share(let rate):
            return uses.map { $0.replacing($0.amount.share(rate, rounding: .halfAwayFromZero)) }
        case .rows(let codes):
            let named = Set(codes)
            let categories = Set(
                (budget?.version.rows ?? []).filter { named.contains($0.code) }
                    .compactMap(\.category)
            )
            return uses.filter { $0.category.map { categories.contains($0) } ?? true }
        case .lastAfterOther:
            return try afterOthers(uses)
        }
    }

    private func afterOthers(_ uses: [CeilingUse]) throws(MoneyError) -> [CeilingUse] {
        var left: [Int: Money] = [:]
        for source in overview.snapshot.plan.fundingSources
        where source.insats == insats.code && source.isMoney {
            for promise in source.amounts {
                left[promise.year] = try (left[promise.year] ?? .zero) + promise.amount
            }
        }
        var paid: [CeilingUse] = []
        for use in uses.sorted(by: { $0.month < $1.month }) {
            let other = min(left[use.month.year] ?? .zero, max(use.amount, .zero))
            left[use.month.year] = try (left[use.month.year] ?? .zero) - other
            paid.append(use.replacing(try use.amount - other))
        }
        return paid
    }
}

extension BookReference {
    /// Whose book it is; nil for the association's own.
    fileprivate var owner: OwnerCode? {
        if case .owner(let code) = self { code } else { nil }
    }
}
