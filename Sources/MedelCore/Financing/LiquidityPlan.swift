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
            /// A member's instalment without a due date, or a contribution without instalments.
            case member(MemberCode)
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

    /// Makes the plan of a year.
    ///
    /// - Parameters:
    ///   - year: the calendar year.
    ///   - overview: plan and books as of a day.
    ///   - contributions: the members' for the year, as in force that day.
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
        var cash = CashByMonth(
            asOf: overview.snapshot.asOf,
            firstExpected: months.indices.contains(booked) ? months[booked] : nil,
            instalmentPlan: overview.snapshot.plan.profile?.instalmentPlan
        )
        for contribution in contributions where contribution.year == year {
            try cash.add(contribution)
        }
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
        var opening = Figure(months.first.flatMap { $0.advanced(by: -1) }.flatMap { banks[$0] })
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
        self.lines = lines
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

/// Members' money by the month that it came in or is expected.
private struct CashByMonth {
    let asOf: Day

    /// The first month that is not booked; nil when all are.
    let firstExpected: Month?

    let instalmentPlan: InstalmentPlan?

    /// Whether the plan has placed some amount.
    private(set) var followsPlan = false

    var amounts: [Month: [Money]] = [:]
    var undated: [LiquidityPlan.Undated] = []

    mutating func add(_ contribution: Contribution) throws(MoneyError) {
        var loose: [Money] = []
        for payment in contribution.payments {
            if let received = payment.received, received <= asOf {
                amounts[received.month, default: []].append(payment.signed)
            } else if let due = payment.due {
                let expected = max(due.month, max(asOf.month, firstExpected ?? asOf.month))
                amounts[expected, default: []].append(payment.signed)
            } else {
                loose.append(payment.signed)
            }
        }
        if contribution.payments.isEmpty { loose += plan(contribution) }
        let sum = try Money.sum(loose)
        guard sum != .zero else { return }
        undated.append(LiquidityPlan.Undated(source: .member(contribution.member), amount: sum))
    }

    /// Lays out a contribution that nobody has registered instalments of.
    ///
    /// - Returns: what has no day to come: all of it without a plan, and parts whose day has passed
    ///   or lies in a booked month, since the bank may hold them already.
    private mutating func plan(_ contribution: Contribution) -> [Money] {
        let parts = instalmentPlan?.expected(contribution.amount, year: contribution.year) ?? []
        guard !parts.isEmpty, let firstExpected else { return [contribution.amount] }
        var loose: [Money] = []
        for part in parts where part.amount != .zero {
            if part.due >= asOf, part.due.month >= firstExpected {
                amounts[part.due.month, default: []].append(part.amount)
                followsPlan = true
            } else {
                loose.append(part.amount)
            }
        }
        return loose
    }
}

/// What is expected to be paid in the months that are not booked, negative.
private struct ExpectedCosts {
    let year: Int
    let first: Int
    var insatser: [Figure]
    var ownCosts: [Figure]
    var unknown: [InsatsCode] = []

    init(_ year: Int, _ overview: Overview, from first: Int) throws(MoneyError) {
        self.year = year
        self.first = first
        let count = 12 - first
        insatser = Array(repeating: Figure(Money.zero), count: count)
        ownCosts = Array(repeating: Figure(Money.zero), count: count)
    }

    mutating func read(_ overview: Overview) throws(MoneyError) {
        guard !insatser.isEmpty else { return }
        for insats in overview.insatser {
            try add(try InsatsOverview(insats, in: overview))
        }
        try addOwnCosts(overview)
    }

    private mutating func add(_ insats: InsatsOverview) throws(MoneyError) {
        guard insats.grant.state == .granted, let months = MonthRange(calendarYear: year) else {
            return
        }
        let figure = try insats.line(.calendarYear(year))[.granted]
        guard figure.value != .notApplicable else { return }
        guard let amount = figure.amount else {
            unknown.append(insats.insats.code)
            for place in insatser.indices { insatser[place] = Figure(.unknown) }
            return
        }
        let own = (insats.months ?? months).intersection(months) ?? months
        let weights = months.months.map { own.contains($0) ? 1 : 0 }
        for (place, part) in amount.evenly(weights).enumerated() where place >= first {
            insatser[place - first] = try .difference(insatser[place - first], minus: Figure(part))
        }
    }

    private mutating func addOwnCosts(_ overview: Overview) throws(MoneyError) {
        var budgets: [Figure] = []
        var spent: [Figure] = []
        for area in [BudgetArea.board, .administration, .audit] {
            let budget = try AreaBudgetFigures(
                area.budgetLine,
                year: year,
                in: overview.snapshot.plan.areaBudgets,
                asOf: overview.snapshot.asOf
            )
            budgets.append(budget.final)
            // Nothing is booked yet of a year that has not begun.
            if first > 0 {
                spent.append(try overview.area(area, year: year).line[.incurred])
            }
        }
        let left = try Figure.difference(try Figure.sum(budgets), minus: try Figure.sum(spent))
        guard left.value != .notApplicable else { return }
        guard let amount = left.amount else {
            ownCosts = ownCosts.map { _ in Figure(.unknown) }
            return
        }
        let parts = max(.zero, amount).evenly(Array(repeating: 1, count: ownCosts.count))
        ownCosts = parts.map { Figure(-$0) }
    }
}

extension Money {
    /// The amount over places that count alike; nothing where none counts.
    fileprivate func evenly(_ weights: [Int]) -> [Money] {
        guard weights.contains(where: { $0 > 0 }) else { return weights.map { _ in .zero } }
        do {
            return try split(weights: weights)
        } catch {
            preconditionFailure("weights are one or zero: \(error)")
        }
    }
}
