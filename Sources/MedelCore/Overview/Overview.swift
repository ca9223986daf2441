/// The overview lines of an association, computed from a snapshot.
///
/// Source: SPEC 5.
public struct Overview: Sendable {
    /// What the lines are computed from.
    public let snapshot: Snapshot

    /// The calendar year of the day of the snapshot.
    public var year: Int { snapshot.asOf.year }

    let index: BookIndex

    /// Prepares the balances for look-up.
    public init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
        index = BookIndex(snapshot)
    }

    /// The insatser in order of code.
    public var insatser: [Insats] { snapshot.plan.insatser.sorted { $0.code < $1.code } }

    /// What the decisions on an insats grant.
    ///
    /// - Throws: `MoneyError.outOfRange` when ceilings together pass the bound.
    public func grant(of insats: Insats) throws(MoneyError) -> Grant {
        try Grant(
            of: insats.code,
            snapshot.plan.decisions,
            asOf: snapshot.asOf,
            closedOn: insats.closedOn
        )
    }

    /// The budget in force of an insats, nil when there is none.
    ///
    /// - Throws: `MoneyError.outOfRange` for amounts at the very bound.
    public func budget(of insats: Insats) throws(MoneyError) -> BudgetLayout? {
        try BudgetLayout(of: insats.code, in: snapshot.plan.budgets, asOf: snapshot.asOf)
    }
}

/// A line of the association's own budget in a calendar year.
public struct AreaOverview: Hashable, Sendable {
    /// The budget with its changes.
    public let budget: AreaBudgetFigures

    /// The overview line.
    public let line: OverviewLine

    /// What the year before cost.
    public let previousIncurred: Figure
}

extension Overview {
    /// How styrelse, administration, revision or what is not yet granted stand in a year.
    ///
    /// - Parameters:
    ///   - area: which.
    ///   - year: the calendar year; nil for that of the snapshot's day.
    /// - Returns: its budget, its line and what the year before cost.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public func area(_ area: BudgetArea, year: Int? = nil) throws(MoneyError) -> AreaOverview {
        let year = year ?? self.year
        let budget = try AreaBudgetFigures(
            area.budgetLine,
            year: year,
            in: snapshot.plan.areaBudgets,
            asOf: snapshot.asOf
        )
        let line = try OverviewLine(
            budget: budget.final,
            granted: .notApplicable,
            incurred: try incurred(area, year: year),
            booked: .notApplicable
        )
        return AreaOverview(
            budget: budget,
            line: line.withoutGrants,
            previousIncurred: try incurred(area, year: year - 1)
        )
    }

    /// How all insatser together stand in the year.
    ///
    /// The budget is the association's own for insatser, not the sum of theirs.
    ///
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public func allInsatser(_ insatser: [InsatsOverview]) throws(MoneyError) -> AreaOverview {
        let budget = try AreaBudgetFigures(
            .insatser,
            year: year,
            in: snapshot.plan.areaBudgets,
            asOf: snapshot.asOf
        )
        var lines: [OverviewLine] = []
        var previous: [Figure] = []
        for insats in insatser {
            lines.append(try insats.line(.calendarYear(year)))
            previous.append(try insats.line(.calendarYear(year - 1))[.incurred])
        }
        let sum = try OverviewLine.sum(lines)
        return AreaOverview(
            budget: budget,
            line: sum.replacing(.budget, by: budget.final),
            previousIncurred: try Figure.sum(previous)
        )
    }

    /// What no rule takes in a book in the year: costs and other debits, and income.
    ///
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public func unmapped(
        _ book: BookReference,
        year: Int
    ) throws(MoneyError) -> (costs: Money, income: Money) {
        var costs: [Money] = []
        var income: [Money] = []
        for balance in index.unmapped(book) where balance.month.year == year {
            guard case .unmapped(let account) = balance.place else { continue }
            if AccountClass(firstDigitOf: account) == .income {
                income.append(balance.amount)
            } else {
                costs.append(balance.amount)
            }
        }
        return (try Money.sum(costs), try Money.sum(income))
    }

    /// The books that have anything that no rule takes in the year.
    public func booksWithUnmapped(year: Int) -> [BookReference] {
        index.books.filter { book in
            index.unmapped(book).contains { $0.month.year == year && $0.amount != .zero }
        }
    }

    /// What books have on insatser that the plan does not describe, in order of code.
    ///
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public func unknownInsatser() throws(MoneyError) -> [(code: InsatsCode, amount: Money)] {
        let known = Set(snapshot.plan.insatser.map(\.code))
        var amounts: [InsatsCode: [Money]] = [:]
        for balance in snapshot.balances {
            guard case .mapped(.insats(let code), _) = balance.place, !known.contains(code) else {
                continue
            }
            amounts[code, default: []].append(balance.amount)
        }
        var found: [(code: InsatsCode, amount: Money)] = []
        for (code, parts) in amounts.sorted(by: { $0.key < $1.key }) {
            found.append((code, try Money.sum(parts)))
        }
        return found
    }

    private func incurred(_ area: BudgetArea, year: Int) throws(MoneyError) -> Figure {
        guard let months = MonthRange(calendarYear: year) else { return Figure(.unknown) }
        let cost = try IncurredCost(
            IncurredCost.Question(
                sources: [IncurredCost.Source(book: .association, openings: [])],
                expected: months,
                range: months,
                namesOutside: false
            ),
            in: index,
            target: .area(area)
        )
        return cost.figure
    }
}

extension BudgetArea {
    /// The line of the association's budget that the area is.
    public var budgetLine: AssociationBudgetLine {
        switch self {
        case .board: .board
        case .administration: .administration
        case .audit: .audit
        case .unallocated: .unallocated
        case .income: .income
        }
    }
}
