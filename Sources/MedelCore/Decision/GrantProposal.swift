/// What an application asks the board for, year by year, and what room the board has.
///
/// Source: SPEC 3 (budget, funding source), 7 (R14); GUIDE 2.5, 7 (R14).
public struct GrantProposal: Sendable {
    /// A calendar year of the application, or a budget year whose months are not known.
    public struct Year: Hashable, Sendable {
        /// The calendar year; nil for a budget year without months.
        public let year: Int?

        /// The year as people read it.
        public let label: String

        /// The budget's costs in the year, before other income is taken off.
        public let cost: Figure

        /// The budget's income from others than the association, below zero; not applicable where
        /// the budget has none.
        public let income: Figure

        /// What the insats costs net: cost less income.
        public let applied: Figure

        /// What other sources than the association have promised for the year.
        public let other: Figure

        /// What the association would pay: what is applied for less the other sources.
        public let sought: Figure

        /// How many participants are planned; nil when nobody has said.
        public let participants: Int?

        /// The net cost for each planned participant.
        public let costPerParticipant: Money?

        /// What decisions grant to the insats in the year already.
        public let grantedBefore: Figure

        /// Where the year's budget for insatser is from; nil for a year that is no calendar year.
        public let basis: PlanYear.Basis?

        /// The insatser of which it is not known what decisions grant them in the year.
        public let ungranted: [InsatsCode]

        /// What decisions grant to all insatser in the year, as they stand.
        public let boundBefore: Figure

        /// The year's budget for insatser, not yet allocated too, less what is bound.
        public let freeBefore: Figure

        /// What would be bound if the board granted what is sought.
        public let boundAfter: Figure

        /// What would be free then.
        public let freeAfter: Figure
    }

    /// The insats.
    public let insats: InsatsOverview

    /// The budget that is put before the board.
    public let layout: BudgetLayout

    /// The years, in order.
    public let years: [Year]

    /// All the years together; room is of single years and not known here.
    public let total: Year

    /// The rows that ask for a second look.
    public let flags: [EligibilityFlag]

    /// What administration is of the costs; nil when no row is administration.
    public let administration: AdministrationShare?

    /// Sources whose amounts are approximate.
    public let approximate: [FundingSource]

    /// Puts a budget before the board.
    ///
    /// - Parameters:
    ///   - insats: the insats.
    ///   - version: the budget.
    ///   - overview: what is known.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public init(
        _ insats: Insats,
        _ version: BudgetVersion,
        in overview: Overview
    ) throws(MoneyError) {
        let snapshot = overview.snapshot
        let view = try InsatsOverview(insats, in: overview)
        let layout = try BudgetLayout(version)
        let sources = snapshot.plan.fundingSources.filter {
            $0.insats == insats.code && $0.isBesideAssociation
        }
        self.insats = view
        self.layout = layout
        approximate = sources.filter { $0.amounts.contains(where: \.isApproximate) }
        let first = view.grant.decisions.first?.date
        flags = version.flags(snapshot.plan.eligibilityRules, on: first ?? snapshot.asOf)
        administration = try AdministrationShare(
            of: version,
            year: nil,
            max: view.grant.terms.administrationMax
        )
        var years: [Year] = []
        if let months = layout.months {
            var costs: [Int: Figure] = [:]
            for year in months.calendarYears {
                let applied = try layout.figure(.calendarYear(year))
                costs[year] = applied
                let other = try Self.other(sources, year: year, of: costs)
                let room = try Room(year, of: view, in: overview)
                years.append(
                    try Year(
                        year,
                        Amounts(layout, .calendarYear(year)),
                        other,
                        view.participants(year),
                        room
                    )
                )
            }
        } else {
            for (place, year) in version.years.enumerated() {
                years.append(
                    try Year(year.label, Amounts(layout, .budgetYear(place + 1)))
                )
            }
        }
        self.years = years
        let people = Self.people(years) ?? insats.plannedParticipants
        total = try Year(sumOf: years, participants: people)
    }

    /// What other sources pay of a year's cost, when a ceiling is what the source pays in all.
    private static func other(
        _ sources: [FundingSource],
        year: Int,
        of costs: [Int: Figure]
    ) throws(MoneyError) -> Figure {
        var parts: [Figure] = []
        for source in sources {
            let amounts = source.amounts.filter { $0.year == year }.map(\.amount)
            if !source.amounts.isEmpty {
                parts.append(Figure(try Money.sum(amounts)))
            } else {
                parts.append(try SourceShare(source, in: year, costs: costs).figure)
            }
        }
        return try Figure.sum(parts)
    }

    /// The participants of all years; nil when one year's are not known.
    private static func people(_ years: [Year]) -> Int? {
        let known = years.compactMap(\.participants)
        return known.count == years.count && !known.isEmpty ? known.reduce(0, +) : nil
    }

    /// What the budget says of a year.
    fileprivate struct Amounts {
        let cost: Figure
        let income: Figure
        let applied: Figure

        init(_ layout: BudgetLayout, _ scope: OverviewLine.Scope) throws(MoneyError) {
            cost = try layout.cost(scope)
            income = try layout.income(scope)
            applied = try layout.figure(scope)
        }
    }

    /// The year's room for insatser: by its budget, else by the plan that reaches it (KL 11:6).
    fileprivate struct Room {
        let budget: Figure
        let basis: PlanYear.Basis
        let others: Figure
        let own: Figure
        let ungranted: [InsatsCode]

        init(
            _ year: Int,
            of insats: InsatsOverview,
            in overview: Overview
        ) throws(MoneyError) {
            let (lines, basis) = try overview.lines(of: year)
            self.basis = basis
            budget = try Figure.sum(
                [AssociationBudgetLine.insatser, .unallocated].map { line in
                    basis == .missing ? Figure(.unknown) : lines[line] ?? .notApplicable
                }
            )
            var granted: [Figure] = []
            var ungranted: [InsatsCode] = []
            for other in overview.insatser where other.code != insats.insats.code {
                let figure = try InsatsOverview(other, in: overview).bound(in: year).figure
                if figure.value == .unknown { ungranted.append(other.code) }
                granted.append(figure)
            }
            let sum = try Figure.sum(granted)
            others = sum == .notApplicable ? Figure(.zero) : sum
            own = try insats.bound(in: year).figure
            if own.value == .unknown { ungranted.append(insats.insats.code) }
            self.ungranted = ungranted
        }
    }
}

extension GrantProposal.Year {
    fileprivate init(
        _ year: Int,
        _ amounts: GrantProposal.Amounts,
        _ other: Figure,
        _ count: ParticipantCount?,
        _ room: GrantProposal.Room
    ) throws(MoneyError) {
        self.year = year
        label = "\(year)"
        (cost, income, applied) = (amounts.cost, amounts.income, amounts.applied)
        self.other = other
        grantedBefore = room.own
        basis = room.basis
        ungranted = room.ungranted
        sought = try Figure.difference(applied, minus: other)
        participants = count?.planned
        costPerParticipant = applied.amount?.perHead(count?.planned)
        boundBefore = try Figure.sum([room.others, room.own])
        freeBefore = try Figure.difference(room.budget, minus: boundBefore)
        boundAfter = try Figure.sum([room.others, Figure(sought.value)])
        freeAfter = try Figure.difference(room.budget, minus: boundAfter)
    }

    /// A budget year whose months are not known.
    fileprivate init(
        _ label: String,
        _ amounts: GrantProposal.Amounts
    ) throws(MoneyError) {
        year = nil
        self.label = label
        (cost, income, applied) = (amounts.cost, amounts.income, amounts.applied)
        grantedBefore = Figure(.unknown)
        basis = nil
        ungranted = []
        other = Figure(.unknown)
        sought = Figure(.unknown)
        participants = nil
        costPerParticipant = nil
        (boundBefore, freeBefore) = (Figure(.unknown), Figure(.unknown))
        (boundAfter, freeAfter) = (Figure(.unknown), Figure(.unknown))
    }

    fileprivate init(
        sumOf years: [GrantProposal.Year],
        participants: Int?
    ) throws(MoneyError) {
        year = nil
        label = "Summa"
        cost = try Figure.sum(years.lazy.map(\.cost))
        income = try Figure.sum(years.lazy.map(\.income))
        applied = try Figure.sum(years.lazy.map(\.applied))
        grantedBefore = try Figure.sum(years.lazy.map(\.grantedBefore))
        basis = nil
        ungranted = []
        other = try Figure.sum(years.lazy.map(\.other))
        sought = try Figure.sum(years.lazy.map(\.sought))
        self.participants = participants
        costPerParticipant = applied.amount?.perHead(participants)
        (boundBefore, freeBefore) = (.notApplicable, .notApplicable)
        (boundAfter, freeAfter) = (.notApplicable, .notApplicable)
    }
}

extension FundingSource {
    /// Whether the money comes beside what the association itself would grant.
    var isBesideAssociation: Bool {
        switch kind {
        case .members, .ownFunds, .inKind: false
        case .otherAssociation, .esf, .arvsfonden, .partyCash, .other: true
        }
    }
}
