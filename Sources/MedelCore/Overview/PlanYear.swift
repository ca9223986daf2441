/// A calendar year of the association's plan: what comes in, what is bound, and what room is left.
///
/// Costs are negative and income positive, so that a column adds up downwards.
///
/// Source: KL 11:5–6, GUIDE 2.5 and 7 (R6, R7).
public struct PlanYear: Hashable, Sendable {
    /// Where the amounts of the lines are from.
    public enum Basis: Hashable, Sendable {
        /// The budget that was decided for the year, with its changes.
        case budget
        /// The plan that was decided with the budget of an earlier year.
        case plan(of: Int)
        /// Nothing has been decided.
        case missing
    }

    /// What closing an insats has released of a year's grant.
    public struct Release: Hashable, Sendable {
        /// The insats.
        public let insats: InsatsCode

        /// The last day that it was open.
        public let closedOn: Day

        /// The amount that was granted and is free.
        public let amount: Money
    }

    /// The calendar year.
    public let year: Int

    /// Where the amounts of the lines are from.
    public let basis: Basis

    /// Income.
    public let income: Figure

    /// Styrelse, administration and revision, each negative.
    public let ownCosts: [AssociationBudgetLine: Figure]

    /// Insatser, decided and not yet granted, negative.
    public let insatser: Figure

    /// What decisions have granted for the year, negative; periodised where ceilings are not
    /// yearly.
    public let bound: Figure

    /// What closed insatser have been granted for the year and no longer bind.
    public let released: [Release]

    /// Equity at the start of the year.
    public let opening: Figure

    /// The least equity that the board wants to keep, negative; nothing when it has not said.
    public let minimum: Figure

    /// Income less all costs of the lines.
    public let result: Figure

    /// Equity at the end of the year if the lines hold.
    public let closing: Figure

    /// Equity at the end of the year by the book, which the next one opens with; nil until it says.
    public let bookedClosing: Money?

    /// Utrymme för ny verksamhet: opening equity and income less what is granted, own costs and
    /// the least equity.
    public let room: Figure

    /// Sets up a year.
    ///
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    init(
        year: Int,
        lines: [AssociationBudgetLine: Figure],
        basis: Basis,
        bound: Figure,
        released: [Release],
        after: Money?,
        opening: Figure,
        minimum: Money?
    ) throws(MoneyError) {
        func cost(_ line: AssociationBudgetLine) throws(MoneyError) -> Figure {
            try .difference(.notApplicable, minus: lines[line] ?? Figure(.unknown))
        }
        self.year = year
        self.basis = basis
        income = lines[.income] ?? Figure(.unknown)
        var own: [AssociationBudgetLine: Figure] = [:]
        for line in Self.ownLines { own[line] = try cost(line) }
        ownCosts = own
        insatser = try Figure.sum([try cost(.insatser), try cost(.unallocated)])
        self.bound = try .difference(.notApplicable, minus: bound)
        self.released = released
        self.opening = opening
        self.minimum = minimum.map { Figure(-$0) } ?? .notApplicable
        let ownSum = try Figure.sum(Self.ownLines.compactMap { own[$0] })
        result = try Figure.sum([income, ownSum, insatser])
        closing = try Figure.sum([opening, result])
        bookedClosing = after
        room = try Figure.sum([opening, income, self.bound, ownSum, self.minimum])
    }

    /// The lines that are the association's own costs, in order.
    public static let ownLines: [AssociationBudgetLine] = [.board, .administration, .audit]
}

extension Overview {
    /// Calendar years in a row, each opening with what the book says, else with what the one before
    /// closes with.
    ///
    /// - Parameters:
    ///   - calendarYears: which.
    ///   - openings: equity at the start of years, as far as the book says.
    /// - Returns: the years in order.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public func planYears(
        _ calendarYears: ClosedRange<Int>,
        openings: [Int: Money]
    ) throws(MoneyError) -> [PlanYear] {
        var years: [PlanYear] = []
        var insatser: [InsatsOverview] = []
        for insats in self.insatser { insatser.append(try InsatsOverview(insats, in: self)) }
        for year in calendarYears {
            let (lines, basis) = try lines(of: year)
            let expected = years.last?.closing ?? Figure(.unknown)
            var granted: [Figure] = []
            var released: [PlanYear.Release] = []
            for insats in insatser {
                granted.append(try insats.bound(in: year).figure)
                if let release = try insats.release(in: year) { released.append(release) }
            }
            let bound = try Figure.sum(granted)
            let next = try PlanYear(
                year: year,
                lines: lines,
                basis: basis,
                bound: bound == .notApplicable ? Figure(Money.zero) : bound,
                released: released,
                after: openings[year + 1],
                opening: openings[year].map { Figure($0) } ?? expected,
                minimum: snapshot.plan.profile?.equityMin
            )
            years.append(next)
        }
        return years
    }

    /// The calendar years that have a budget or are in a plan that was decided by the snapshot's
    /// day, in order.
    public var plannedYears: [Int] {
        let amounts = snapshot.plan.areaBudgets.filter { $0.decidedOn <= snapshot.asOf }
        let budgets = snapshot.plan.associationBudgets.filter { $0.decidedOn <= snapshot.asOf }
        let years = amounts.map(\.year) + budgets.flatMap(\.plan).map(\.year)
        return Set(years).sorted()
    }

    /// The lines of a year: of its own budget, else of the latest plan that reaches it.
    func lines(
        of year: Int
    ) throws(MoneyError) -> ([AssociationBudgetLine: Figure], PlanYear.Basis) {
        let amounts = snapshot.plan.areaBudgets
        var lines: [AssociationBudgetLine: Figure] = [:]
        if amounts.contains(where: { $0.year == year && $0.decidedOn <= snapshot.asOf }) {
            for line in AssociationBudgetLine.allCases {
                let figures = try AreaBudgetFigures(
                    line,
                    year: year,
                    in: amounts,
                    asOf: snapshot.asOf
                )
                lines[line] = figures.final
            }
            return (lines, .budget)
        }
        let plans = snapshot.plan.associationBudgets.filter { budget in
            budget.decidedOn <= snapshot.asOf && budget.plan.contains { $0.year == year }
        }
        guard let latest = plans.max(by: { $0.year < $1.year }) else { return ([:], .missing) }
        for line in AssociationBudgetLine.allCases {
            let planned = latest.plan.filter { $0.year == year && $0.line == line }
            lines[line] =
                planned.isEmpty
                ? .notApplicable : Figure(try Money.sum(planned.lazy.map(\.amount)))
        }
        return (lines, .plan(of: latest.year))
    }
}
