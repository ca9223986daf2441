/// What is expected to be paid in the months that are not booked, negative.
struct ExpectedCosts {
    private let year: Int
    private let first: Int
    private(set) var insatser: [Figure]
    private(set) var ownCosts: [Figure]
    private(set) var unknown: [InsatsCode] = []
    private(set) var released: [PlanYear.Release] = []

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
        if let release = try insats.release(in: year) { released.append(release) }
        let figure = try insats.line(.calendarYear(year))[.granted]
        guard figure.value != .notApplicable else { return }
        guard let amount = figure.amount else {
            unknown.append(insats.insats.code)
            for place in insatser.indices { insatser[place] = Figure(.unknown) }
            return
        }
        let own = (insats.months ?? months).intersection(months) ?? months
        let weights = months.months.map { own.contains($0) ? 1 : 0 }
        // What is left of the closing year's grant when the insats is closed is never asked for.
        let last = insats.grant.closedOn?.month ?? months.last
        for (place, part) in amount.evenly(weights).enumerated()
        where place >= first && months.months[place] <= last {
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
