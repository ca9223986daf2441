extension Grant {
    /// What is granted inside a scope: as decided, or else spread over months.
    ///
    /// A calendar year's figure is the ceiling for that year if there is one; else the ceilings per
    /// budget year, or what the one for the whole leaves beside years of their own, spread evenly
    /// over their months. What is spread is marked and stops nothing. What was granted for years
    /// after the insats was closed is released, and is not in the figure.
    ///
    /// - Parameters:
    ///   - scope: what part in time.
    ///   - months: the months of the insats; nil while they are not known.
    ///   - years: the budget years that ceilings refer to.
    ///   - recipients: who is paid; ceilings for each of them together limit the whole.
    /// - Returns: the figure with its notes.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    ///
    /// Source: SPEC 3 (ceiling), 4.10 (release).
    public func figure(
        _ scope: OverviewLine.Scope,
        months: MonthRange?,
        years: [BudgetYear],
        recipients: [OwnerCode]
    ) throws(MoneyError) -> Figure {
        let decided = try decided(scope, months: months, years: years, recipients: recipients)
        guard let closedOn, let amount = decided.amount else { return decided }
        let basis = SpreadBasis(months: months, years: years, recipients: recipients)
        let released = try released(scope, amount, after: closedOn.year, basis)
        guard released != .zero else { return decided }
        return Figure(try amount - released, decided.notes + [.released(closedOn, released)])
    }

    /// What the decisions give inside a scope, whether or not the insats has been closed since.
    func decided(
        _ scope: OverviewLine.Scope,
        months: MonthRange?,
        years: [BudgetYear],
        recipients: [OwnerCode]
    ) throws(MoneyError) -> Figure {
        switch state {
        case .undecided: return Figure(nil, [.decisionMissing])
        case .rejected: return Figure(.zero, rejection.map { [.rejected($0)] } ?? [])
        case .granted: break
        }
        let whole = try whole(recipients)
        switch scope {
        case .total:
            if let whole { return Figure(whole) }
            if !budgetYears.isEmpty { return Figure(try Money.sum(budgetYears.values)) }
            guard !calendarYears.isEmpty else { return Figure(nil, [.ceilingMissing]) }
            return Figure(try Money.sum(calendarYears.values))
        case .budgetYear(let number):
            if let decided = budgetYears[number] { return Figure(decided) }
            if !budgetYears.isEmpty { return Figure(.zero) }
            let range = years.indices.contains(number - 1) ? years[number - 1].months : nil
            if let range, range == MonthRange(calendarYear: range.first.year),
                let decided = calendarYears[range.first.year]
            {
                return Figure(decided)
            }
            guard let whole else { return Figure(nil, [.ceilingMissing]) }
            if years.count == 1 { return Figure(whole) }
            return try spread(whole, over: months, in: range)
        case .calendarYear(let year):
            if let decided = calendarYears[year] { return Figure(decided) }
            let range = MonthRange(calendarYear: year)
            if !budgetYears.isEmpty { return try spreadBudgetYears(years, in: range) }
            if let whole { return try spreadRest(of: whole, over: months, in: range) }
            return calendarYears.isEmpty ? Figure(nil, [.ceilingMissing]) : Figure(.zero)
        }
    }

    /// The ceilings per budget year.
    private var budgetYears: [Int: Money] {
        var found: [Int: Money] = [:]
        for (scope, amount) in ceilings {
            if case .budgetYear(let number) = scope { found[number] = amount }
        }
        return found
    }

    /// The ceilings per calendar year.
    var calendarYears: [Int: Money] {
        var found: [Int: Money] = [:]
        for (scope, amount) in ceilings {
            if case .calendarYear(let year) = scope { found[year] = amount }
        }
        return found
    }

    /// The ceiling for the whole, or those of all recipients where nothing else is said.
    private func whole(_ recipients: [OwnerCode]) throws(MoneyError) -> Money? {
        if let total = ceilings[.total] { return total }
        guard budgetYears.isEmpty, calendarYears.isEmpty, !recipients.isEmpty else { return nil }
        var parts: [Money] = []
        for recipient in recipients {
            guard let part = ceilings[.recipient(recipient)] else { return nil }
            parts.append(part)
        }
        return try Money.sum(parts)
    }

    /// What a ceiling for the whole leaves beside the calendar years that have their own, over the
    /// months of the others.
    private func spreadRest(
        of whole: Money,
        over months: MonthRange?,
        in range: MonthRange?
    ) throws(MoneyError) -> Figure {
        guard let months, let range else { return Figure(nil, [.monthsUnknown]) }
        guard let profile = restProfile(over: months) else { return Figure(.zero) }
        let spread: Spread
        do {
            spread = try Spread([try rest(of: whole)], over: profile)
        } catch {
            throw .outOfRange
        }
        return Figure(try spread.total(in: range), [.spread])
    }

    /// What a ceiling for the whole leaves beside the calendar years that have their own; never
    /// below zero.
    func rest(of whole: Money) throws(MoneyError) -> Money {
        guard !calendarYears.isEmpty else { return whole }
        return max(.zero, try whole - (try Money.sum(calendarYears.values)))
    }

    /// The months that a ceiling for the whole is spread over: not those of calendar years that
    /// have their own.
    ///
    /// - Returns: nil when every month is of such a year.
    func restProfile(over months: MonthRange) -> MonthProfile? {
        try? MonthProfile(
            months: months,
            weights: months.months.map { calendarYears[$0.year] == nil ? 1 : 0 }
        )
    }

    private func spreadBudgetYears(
        _ years: [BudgetYear],
        in range: MonthRange?
    ) throws(MoneyError) -> Figure {
        var parts: [Figure] = []
        for (number, amount) in budgetYears {
            let months = years.indices.contains(number - 1) ? years[number - 1].months : nil
            let part = try spread(amount, over: months, in: range)
            if part.amount == nil { return part }
            parts.append(part)
        }
        return Figure(try Figure.sum(parts).amount, [.spread])
    }

    /// An amount's part inside a range, evenly over months.
    func spread(
        _ amount: Money,
        over months: MonthRange?,
        in range: MonthRange?
    ) throws(MoneyError) -> Figure {
        guard let months, let range else { return Figure(nil, [.monthsUnknown]) }
        let spread: Spread
        do {
            spread = try Spread([amount], over: MonthProfile(equal: months))
        } catch {
            throw .outOfRange
        }
        return Figure(try spread.total(in: range), [.spread])
    }
}
