/// What the association's bank account has and is expected to have, month by month of a year.
///
/// Money in is positive and money out negative. Months that the book covers are told as booked; the
/// others are expected from instalments, grants and the association's own budget.
///
/// Source: SPEC 7 (R17).
public struct LiquidityPlan: Sendable {
    /// A month.
    public struct Line: Hashable, Sendable {
        /// The month.
        public let month: Month

        /// Whether it is told as booked.
        public let isBooked: Bool

        /// The bank when the month begins.
        public let opening: Figure

        /// Members' contributions: received, or expected by their due dates.
        public let contributions: Figure

        /// What is granted to insatser, evenly over their months; nothing for a booked month.
        public let insatser: Figure

        /// Own costs that are budgeted and not booked, evenly; nothing for a booked month.
        public let ownCosts: Figure

        /// What else a booked month moved on the bank; nothing for one that is expected.
        public let others: Figure

        /// The bank when the month ends.
        public let closing: Figure
    }

    /// Money that nobody has said when it comes.
    public struct Undated: Hashable, Sendable {
        /// Whose it is.
        public enum Source: Hashable, Sendable {
            /// A member's contribution of a year: an instalment without a due date, or a part that
            /// no instalment is registered of.
            case member(MemberCode, year: Int)
            /// A funding source of the association.
            case source(FundingCode)
        }

        /// Whose it is.
        public let source: Source

        /// How much; nil when it is not known.
        public let amount: Money?
    }

    /// The year's months, in order.
    public let lines: [Line]

    /// Money that nobody has said when it comes, in no line.
    public let undated: [Undated]

    /// Whether some contribution is expected by the association's instalment plan alone.
    public let followsInstalmentPlan: Bool

    /// The insatser whose grant for the year is not known.
    public let unknownGrants: [InsatsCode]

    /// What closed insatser have been granted for the year and do not come to use.
    public let released: [PlanYear.Release]

    /// What the year's budget has for insatser that no decision has given any; in no line.
    public let unallocated: Figure

    /// Makes the plan of a year.
    ///
    /// - Parameters:
    ///   - year: the calendar year.
    ///   - overview: plan and books as of a day.
    ///   - contributions: the members', of this year and others, as in force that day.
    ///   - banks: the bank at the end of each month that the book covers, and of the month before
    ///     the year.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public init(
        _ year: Int,
        _ overview: Overview,
        contributions: [Contribution],
        banks: [Month: Money]
    ) throws(MoneyError) {
        let months = MonthRange(calendarYear: year)?.months ?? []
        let booked = Self.booked(months, banks)
        let before = months.first?.advanced(by: -1)
        var cash = MembersCash(
            year: year,
            asOf: overview.snapshot.asOf,
            firstExpected: months.indices.contains(booked) ? months[booked] : nil,
            // Between the day and a later year there are months that old money comes in.
            takesOver: year <= overview.snapshot.asOf.year
                || before.map { banks[$0] != nil } ?? false,
            instalmentPlan: overview.snapshot.plan.profile?.instalmentPlan
        )
        for contribution in contributions { try cash.add(contribution) }
        for source in overview.snapshot.plan.fundingSources
        where source.insats == nil && source.isIncome {
            let own = source.amounts.filter { $0.year == year }.map(\.amount)
            guard !own.isEmpty else { continue }
            cash.undated.append(
                Undated(source: .source(source.code), amount: try Money.sum(own))
            )
        }
        undated = cash.undated
        followsInstalmentPlan = cash.followsPlan
        var expected = try ExpectedCosts(year, overview, from: booked)
        try expected.read(overview)
        unknownGrants = expected.unknown
        released = expected.released
        unallocated = try AreaBudgetFigures(
            .unallocated,
            year: year,
            in: overview.snapshot.plan.areaBudgets,
            asOf: overview.snapshot.asOf
        ).final
        lines = try Self.lines(months, booked: booked, cash, expected, banks)
    }

    /// The months in order: first those that are booked, then those that are expected.
    private static func lines(
        _ months: [Month],
        booked: Int,
        _ cash: MembersCash,
        _ expected: ExpectedCosts,
        _ banks: [Month: Money]
    ) throws(MoneyError) -> [Line] {
        var opening = Figure(months.first?.advanced(by: -1).flatMap { banks[$0] })
        var lines: [Line] = []
        for (place, month) in months.enumerated() {
            let came = Figure(try Money.sum(cash.amounts[month] ?? []))
            let line: Line
            if place < booked {
                let closing = Figure(banks[month])
                let others = try Figure.difference(
                    try Figure.difference(closing, minus: opening),
                    minus: came
                )
                line = Line(
                    month: month,
                    isBooked: true,
                    opening: opening,
                    contributions: came,
                    insatser: .notApplicable,
                    ownCosts: .notApplicable,
                    others: others,
                    closing: closing
                )
            } else {
                let insatser = expected.insatser[place - booked]
                let own = expected.ownCosts[place - booked]
                line = Line(
                    month: month,
                    isBooked: false,
                    opening: opening,
                    contributions: came,
                    insatser: insatser,
                    ownCosts: own,
                    others: .notApplicable,
                    closing: try Figure.sum([opening, came, insatser, own])
                )
            }
            lines.append(line)
            opening = line.closing
        }
        return lines
    }

    /// How many of the year's months, from the first on, the bank is known at both ends of.
    private static func booked(_ months: [Month], _ banks: [Month: Money]) -> Int {
        guard let before = months.first?.advanced(by: -1), banks[before] != nil else { return 0 }
        return months.prefix { banks[$0] != nil }.count
    }
}

extension FundingSource {
    /// Whether the money comes in from somebody else than the members.
    public var isIncome: Bool {
        switch kind {
        case .members, .ownFunds, .inKind: false
        case .otherAssociation, .esf, .arvsfonden, .partyCash, .other: true
        }
    }
}
