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

    /// What the association grants for the year, periodised where it is not decided by year.
    public let grant: Figure

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
            sources: sources
        )
    }

    /// Holds sources against costs that are known from elsewhere.
    ///
    /// - Parameters:
    ///   - insats: the insats.
    ///   - year: the calendar year.
    ///   - costs: the budgeted cost of the years up to and with the year.
    ///   - grant: what the association grants for the year.
    ///   - sources: those of every insats; others' are left out.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public init(
        of insats: InsatsCode,
        year: Int,
        costs: [Int: Figure],
        grant: Figure,
        sources: [FundingSource]
    ) throws(MoneyError) {
        self.insats = insats
        self.year = year
        self.grant = grant
        let uses = costs[year] ?? .notApplicable
        self.uses = uses
        let own = sources.filter { $0.insats == insats }.sorted { $0.code < $1.code }
        var shares: [SourceShare] = []
        var inKind: [SourceShare] = []
        for source in own {
            let share = try SourceShare(source, in: year, costs: costs)
            if source.isMoney { shares.append(share) } else { inKind.append(share) }
        }
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

    /// Whether sources and uses are equal; nil while either is not known.
    public var isBalanced: Bool? {
        switch difference.value {
        case .known(let amount): amount == .zero
        case .notApplicable: true
        case .unknown: nil
        }
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
