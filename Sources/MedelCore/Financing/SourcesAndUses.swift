/// What an insats is to cost in a calendar year and who pays it.
///
/// Source: SPEC 3 (funding source), GUIDE 4.4–4.5.
public struct SourcesAndUses: Hashable, Sendable {
    /// The insats.
    public let insats: InsatsCode

    /// The calendar year.
    public let year: Int

    /// The budgeted cost of the year.
    public let uses: Figure

    /// What the decisions grant for the year, periodised where it is not decided by year.
    public let granted: Figure

    /// What the grant pays of the budgeted cost: what is granted, as far as its basis lets it.
    public let grant: Figure

    /// The basis that makes the grant less than what is granted; nil when none does.
    public let limitingBasis: FundingBasis?

    /// The other sources that are money, in order of code; those that pay nothing that year too.
    public let sources: [SourceShare]

    /// Hours and rooms that parties give: told, and in no sum.
    public let inKind: [SourceShare]

    /// The grant and the other sources together.
    public let funded: Figure

    /// What is funded less what is to be used: below zero is a cost that nobody pays.
    public let difference: Figure

    /// Holds the sources of an insats against its budget.
    ///
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public init(
        of insats: InsatsOverview,
        year: Int,
        sources: [FundingSource]
    ) throws(MoneyError) {
        var costs: [Int: Figure] = [:]
        let first = min(insats.months?.first.year ?? year, year)
        for past in first...year {
            costs[past] = try insats.line(.calendarYear(past))[.budget]
        }
        let line = try insats.line(.calendarYear(year))
        try self.init(
            of: insats.insats.code,
            year: year,
            costs: costs,
            grant: line[.granted],
            basis: insats.grant.terms.basis,
            rows: try insats.rowCosts(year),
            sources: sources
        )
    }

    /// Holds sources against costs that are known from elsewhere.
    ///
    /// - Parameters:
    ///   - insats: the insats.
    ///   - year: the calendar year.
    ///   - costs: the budgeted cost of the years up to and with the year.
    ///   - granted: what the association grants for the year.
    ///   - basis: what the grant pays of the cost; nil when no decision says.
    ///   - rows: the year's cost by row, which a basis needs; empty while it is not known.
    ///   - sources: those of every insats; others' are left out.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public init(
        of insats: InsatsCode,
        year: Int,
        costs: [Int: Figure],
        grant granted: Figure,
        basis: FundingBasis? = nil,
        rows: [RowCost] = [],
        sources: [FundingSource]
    ) throws(MoneyError) {
        self.insats = insats
        self.year = year
        self.granted = granted
        let uses = costs[year] ?? .notApplicable
        self.uses = uses
        let own = sources.filter { $0.insats == insats }.sorted { $0.code < $1.code }
        var shares: [SourceShare] = []
        var inKind: [SourceShare] = []
        for source in own {
            let share = try SourceShare(source, in: year, costs: costs)
            if source.isMoney { shares.append(share) } else { inKind.append(share) }
        }
        let other = try Figure.sum(shares.map(\.figure))
        let limit = try basis?.limit(granted, uses: uses, rows: rows, other: other)
        let grant = limit ?? granted
        self.grant = grant
        limitingBasis = limit == nil ? nil : basis
        let figures = [grant] + shares.map(\.figure)
        var matched: [SourceShare] = []
        for (place, share) in shares.enumerated() {
            var others = figures
            others.remove(at: place + 1)
            matched.append(share.adding(try share.matchingFault(others: others)))
        }
        self.sources = matched
        self.inKind = inKind
        let funded = try Figure.sum(figures)
        self.funded = funded
        difference = try Figure.difference(funded, minus: uses)
    }

    /// What is paid beyond the cost though another source than the grant pays too; nil when the same
    /// krona is not financed twice.
    public var financedTwice: Money? {
        guard let difference = difference.amount, difference > .zero,
            sources.contains(where: { $0.figure.amount.map { $0 > .zero } ?? false })
        else { return nil }
        return difference
    }

    /// Whether sources and uses are equal; nil while either is not known.
    public var isBalanced: Bool? {
        switch difference.value {
        case .known(let amount): amount == .zero
        case .notApplicable: true
        case .unknown: nil
        }
    }
}

extension FundingBasis {
    /// The grant where the basis makes it less than what is granted; nil where it does not, or where
    /// what it needs to know is not known.
    fileprivate func limit(
        _ granted: Figure,
        uses: Figure,
        rows: [RowCost],
        other: Figure
    ) throws(MoneyError) -> Figure? {
        guard let amount = granted.amount, uses.amount != nil, !rows.isEmpty else { return nil }
        if self == .lastAfterOther, other.value == .unknown { return nil }
        let most = try most(of: rows, other: other.amount ?? .zero)
        return most < amount ? Figure(most, granted.notes) : nil
    }
}

extension InsatsOverview {
    /// The budgeted cost of a calendar year by row; empty while it is not known.
    fileprivate func rowCosts(_ year: Int) throws(MoneyError) -> [RowCost] {
        guard let budget, let amounts = try budget.rows(.calendarYear(year)) else { return [] }
        var costs: [RowCost] = []
        for (row, amount) in zip(budget.version.rows, amounts) where !row.isFinancing {
            costs.append(RowCost(row.code, amount))
        }
        return costs
    }
}

extension SourceShare {
    /// What is wrong with what the others put in for each krona of this source; nil when nothing
    /// is.
    fileprivate func matchingFault(others: [Figure]) throws(MoneyError) -> Mark? {
        guard let matching = source.matching, let amount = figure.amount, amount > .zero else {
            return nil
        }
        let sum = try Figure.sum(others)
        guard sum.value != .unknown else { return .matchingUnknown }
        let required = amount.share(matching, rounding: .ceiling)
        let put = sum.amount ?? .zero
        return put < required ? .unmatched(others: put, required: required) : nil
    }
}
