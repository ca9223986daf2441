/// All that is needed of one insats for lines of any scope.
public struct InsatsOverview: Sendable {
    /// The insats.
    public let insats: Insats

    /// What the decisions grant.
    public let grant: Grant

    /// The budget in force, nil when there is none.
    public let budget: BudgetLayout?

    /// The months of the insats, else those of its budget years; nil while neither is known.
    public let months: MonthRange?

    let overview: Overview

    /// The last day that counts.
    public var asOf: Day { overview.snapshot.asOf }

    /// Gathers what is known of an insats.
    ///
    /// - Throws: `MoneyError.outOfRange` when amounts together pass the bound.
    public init(_ insats: Insats, in overview: Overview) throws(MoneyError) {
        self.insats = insats
        self.overview = overview
        grant = try overview.grant(of: insats)
        budget = try overview.budget(of: insats)
        months = insats.months ?? budget?.months
    }

    /// The line of a scope.
    ///
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public func line(_ scope: OverviewLine.Scope) throws(MoneyError) -> OverviewLine {
        guard try touches(scope) else { return .notApplicable }
        let budgeted: Figure
        if let budget, grant.state != .rejected || !budget.isApplied {
            budgeted = try budget.figure(scope)
        } else {
            budgeted =
                grant.state == .rejected ? .notApplicable : Figure(nil, [.budgetMissing])
        }
        return try OverviewLine(
            budget: budgeted,
            granted: grant.figure(
                scope,
                months: months,
                years: budget?.version.years ?? [],
                recipients: insats.recipients
            ),
            incurred: try incurred(scope)?.figure ?? Figure(nil, [.monthsUnknown]),
            booked: try booked(scope)
        )
    }

    /// What the insats has cost inside a scope, by the books that carry it.
    ///
    /// - Returns: nil for a budget year whose months are not known; nothing applies to a year that
    ///   has not begun.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public func incurred(_ scope: OverviewLine.Scope) throws(MoneyError) -> IncurredCost? {
        guard let range = range(of: scope) else { return nil }
        guard hasBegun(scope) else { return .notApplicable }
        let sources = sources
        guard !sources.isEmpty || insats.mode == .own || grant.state == .rejected else {
            return IncurredCost(missing: [.recipientMissing])
        }
        let cost = try IncurredCost(
            IncurredCost.Question(
                sources: sources,
                expected: grant.state == .rejected ? nil : openMonths,
                range: range.months,
                namesOutside: true
            ),
            in: overview.index,
            target: .insats(insats.code)
        )
        if grant.state == .rejected || isClosedBeforeStart, cost.figure.amount == nil {
            return .notApplicable
        }
        return cost.adding(try strangers(besides: sources, range.months))
    }

    /// What the association's own book has on a grant; not applicable in egen regi, nor to a year
    /// that has not begun.
    ///
    /// - Throws: `MoneyError.outOfRange` when the sum passes the bound.
    public func booked(_ scope: OverviewLine.Scope) throws(MoneyError) -> Figure {
        guard insats.mode == .grant, hasBegun(scope) else { return .notApplicable }
        guard let range = range(of: scope) else { return Figure(nil, [.monthsUnknown]) }
        let cost = try IncurredCost(
            IncurredCost.Question(
                sources: [IncurredCost.Source(book: .association, openings: [])],
                expected: grant.state == .rejected ? nil : openMonths,
                range: range.months,
                namesOutside: false
            ),
            in: overview.index,
            target: .insats(insats.code)
        )
        guard let amount = cost.figure.amount else {
            // Nothing is expected on an insats that was refused, whatever books are read.
            if grant.state == .rejected { return .notApplicable }
            return Figure(
                nil,
                cost.figure.notes.map { note in
                    if case .bookMissing(_, let ranges) = note {
                        .associationBookMissing(ranges)
                    } else {
                        note
                    }
                }
            )
        }
        return Figure(try amount + cost.associationIncome)
    }

    /// What no rule takes in the books that carry the insats; not applicable to a year that has not
    /// begun.
    ///
    /// - Throws: `MoneyError.outOfRange` when the sum passes the bound.
    public func unmapped(_ scope: OverviewLine.Scope) throws(MoneyError) -> Figure {
        guard hasBegun(scope) else { return .notApplicable }
        let books = sources.map(\.book)
        let isKnown = try incurred(scope)?.figure.amount != nil
        guard let range = range(of: scope), isKnown else { return Figure(.unknown) }
        return Figure(
            try Money.sum(
                books.lazy.flatMap { overview.index.unmapped($0) }
                    .filter { range.months?.contains($0.month) ?? true }.map(\.amount)
            )
        )
    }

    /// Whether the scope has months through the one of the day, so that there can be actual figures;
    /// true while its months are not known.
    public func hasBegun(_ scope: OverviewLine.Scope) -> Bool {
        guard let first = range(of: scope)?.months?.first else { return true }
        return first <= asOf.month
    }

    /// Whether no month that it was to run in came before it was closed.
    private var isClosedBeforeStart: Bool { months != nil && openMonths == nil }

    /// Whether anything is expected or booked inside the scope.
    private func touches(_ scope: OverviewLine.Scope) throws(MoneyError) -> Bool {
        guard case .calendarYear(let year) = scope, let months,
            let range = MonthRange(calendarYear: year), months.intersection(range) == nil,
            grant.ceilings[.calendarYear(year)] == nil
        else { return true }
        let budgeted = try budget?.rows(scope)?.contains { $0 != .zero } ?? false
        return budgeted
            || overview.index.books.contains { book in
                overview.index.balances(book, .insats(insats.code)).contains {
                    range.contains($0.month)
                }
            }
    }

    /// The months of a scope; the inner nil is all of them.
    private func range(of scope: OverviewLine.Scope) -> (months: MonthRange?, Void)? {
        switch scope {
        case .total: return (nil, ())
        case .calendarYear(let year):
            return MonthRange(calendarYear: year).map { ($0, ()) }
        case .budgetYear(let number):
            guard let years = budget?.version.years, years.indices.contains(number - 1),
                let months = years[number - 1].months
            else { return nil }
            return (months, ())
        }
    }

    /// The books that carry the insats's costs, each with where it stood at the start.
    var sources: [IncurredCost.Source] {
        let positions = overview.snapshot.plan.openingPositions.filter {
            $0.insats == insats.code
        }
        if insats.mode == .own {
            return [IncurredCost.Source(book: .association, openings: positions)]
        }
        var owners = insats.recipients
        if owners.isEmpty {
            owners = overview.index.books.compactMap { book in
                guard case .owner(let code) = book,
                    !overview.index.balances(book, .insats(insats.code)).isEmpty
                else { return nil }
                return code
            }
        }
        return owners.enumerated().map { place, owner in
            IncurredCost.Source(
                book: .owner(owner),
                openings: positions.filter { position in
                    // A position that names nobody is the first one's, so that it counts once.
                    position.recipient.map { $0 == owner } ?? (place == 0)
                }
            )
        }
    }

    /// Books that have costs of the insats and do not belong to it, and that are left out.
    private func strangers(
        besides sources: [IncurredCost.Source],
        _ range: MonthRange?
    ) throws(MoneyError) -> [MeasureNote] {
        var notes: [MeasureNote] = []
        for book in overview.index.books where !sources.contains(where: { $0.book == book }) {
            if insats.mode == .grant, book == .association { continue }
            let sum = try Money.sum(
                overview.index.balances(book, .insats(insats.code)).lazy
                    .filter { range?.contains($0.month) ?? true }.map(\.amount)
            )
            if sum != .zero { notes.append(.otherBook(book, sum)) }
        }
        return notes
    }
}
