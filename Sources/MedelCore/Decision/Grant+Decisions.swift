/// What one decision gives of what is granted for a calendar year.
///
/// Source: SPEC 3 (ceiling), 4.13.
public struct DecidedPart: Hashable, Sendable {
    /// The decision.
    public let decision: Decision

    /// The part; nil while what is granted for the year is not known.
    public let amount: Money?
}

extension Grant {
    /// The decisions that what is granted for a calendar year comes from.
    ///
    /// A decision that only concerns other years has no part. What is spread over months is spread
    /// together, so that the parts sum to the figure of the year to the öre.
    ///
    /// - Parameters: as `figure(_:months:years:recipients:)` takes them.
    /// - Returns: a part for each decision that gives anything, in order of date.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public func parts(
        of year: Int,
        months: MonthRange?,
        years: [BudgetYear],
        recipients: [OwnerCode]
    ) throws(MoneyError) -> [DecidedPart] {
        let scope = OverviewLine.Scope.calendarYear(year)
        let known = try figure(scope, months: months, years: years, recipients: recipients).amount
        let range = MonthRange(calendarYear: year)
        var parts = Parts()
        if let closedOn, year > closedOn.year { return [] }
        if known == nil {
            for one in given { parts.add(one.decision, nil) }
            return try parts.sums()
        }
        for (own, profile) in sources(of: year, months: months, years: years) {
            guard let profile, let range, profile.months.intersection(range) != nil else {
                continue
            }
            let amounts = try spread(try shares(of: own), over: profile, in: range)
            for (one, amount) in zip(own, amounts) { parts.add(one.decision, amount) }
        }
        return try parts.sums()
    }

    /// The ceilings' amounts; of one for the whole, its part of what is left beside the calendar
    /// years that have their own.
    private func shares(of given: [Given]) throws(MoneyError) -> [Money] {
        let amounts = given.map(\.ceiling.amount)
        guard given.first?.ceiling.scope == .total, !calendarYears.isEmpty else { return amounts }
        let whole = try Money.sum(amounts)
        let rest = try rest(of: whole)
        guard whole > .zero else { return amounts.indices.map { $0 == 0 ? rest : .zero } }
        var shares: [Money] = []
        var before = Int128.zero
        var taken = Int128.zero
        for amount in amounts {
            before += Int128(amount.ore)
            let until = Rounding.halfAwayFromZero.divide(
                Int128(rest.ore) * before,
                by: Int128(whole.ore)
            )
            shares.append(try Money(exact: until - taken))
            taken = until
        }
        return shares
    }

    /// The ceilings that a calendar year's figure is made of, each list with how it is spread over
    /// months: the year's own where it is decided for the year.
    private func sources(
        of year: Int,
        months: MonthRange?,
        years: [BudgetYear]
    ) -> [(given: [Given], profile: MonthProfile?)] {
        let own = given.filter { $0.ceiling.scope == .calendarYear(year) }
        guard own.isEmpty else {
            return [(own, MonthRange(calendarYear: year).map { MonthProfile(equal: $0) })]
        }
        var byYear: [Int: [Given]] = [:]
        for one in given {
            if case .budgetYear(let number) = one.ceiling.scope {
                byYear[number, default: []].append(one)
            }
        }
        guard byYear.isEmpty else {
            return byYear.sorted { $0.key < $1.key }.map { number, list in
                let months = years.indices.contains(number - 1) ? years[number - 1].months : nil
                return (list, months.map { MonthProfile(equal: $0) })
            }
        }
        let whole = given.filter { $0.ceiling.scope == .total }
        guard whole.isEmpty else { return [(whole, months.flatMap { restProfile(over: $0) })] }
        let ofRecipients = given.filter { one in
            if case .recipient = one.ceiling.scope { true } else { false }
        }
        let isByYear = ceilings.keys.contains { scope in
            if case .calendarYear = scope { true } else { false }
        }
        return isByYear ? [] : [(ofRecipients, months.map { MonthProfile(equal: $0) })]
    }

    private func spread(
        _ amounts: [Money],
        over profile: MonthProfile,
        in range: MonthRange
    ) throws(MoneyError) -> [Money] {
        let spread: Spread
        do {
            spread = try Spread(amounts, over: profile)
        } catch {
            throw .outOfRange
        }
        var parts: [Money] = []
        for row in amounts.indices { parts.append(try spread.total(ofRow: row, in: range)) }
        return parts
    }
}

/// The parts found so far, by decision.
private struct Parts {
    private var decisions: [Decision] = []
    private var amounts: [DecisionCode: [Money?]] = [:]

    mutating func add(_ decision: Decision, _ amount: Money?) {
        if amounts[decision.code] == nil { decisions.append(decision) }
        amounts[decision.code, default: []].append(amount)
    }

    /// Each decision's parts together, in order of date; what comes to nothing is left out.
    func sums() throws(MoneyError) -> [DecidedPart] {
        var sums: [DecidedPart] = []
        for decision in decisions.sorted(by: { ($0.date, $0.code) < ($1.date, $1.code) }) {
            let parts = amounts[decision.code] ?? []
            let known = parts.compactMap(\.self)
            let sum = known.count == parts.count ? try Money.sum(known) : nil
            if sum != .zero { sums.append(DecidedPart(decision: decision, amount: sum)) }
        }
        return sums
    }
}

extension InsatsOverview {
    /// The decisions that what is granted for a calendar year comes from; none before the grant.
    ///
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public func decidedParts(of year: Int) throws(MoneyError) -> [DecidedPart] {
        guard grant.state == .granted else { return [] }
        return try grant.parts(
            of: year,
            months: months,
            years: budget?.version.years ?? [],
            recipients: insats.recipients
        )
    }
}
