/// What an insats binds of a calendar year's money, and what its closing has released.
///
/// Source: SPEC 4.10 and 5 (Bundet), GUIDE 2.5.
public struct BoundGrant: Hashable, Sendable {
    /// What is still to be kept for the insats.
    public let figure: Figure

    /// What was decided for the year and is free, since the insats is closed.
    public let released: Money
}

extension InsatsOverview {
    /// The months in which costs are expected: none after the insats was closed.
    ///
    /// Nil while the months are not known, and when it was closed before they began.
    var openMonths: MonthRange? {
        guard let closedOn = grant.closedOn, let months else { return months }
        return MonthRange(from: months.first, through: min(months.last, closedOn.month))
    }

    /// What decisions on the insats bind of a calendar year.
    ///
    /// All that is granted for the year, until the insats is closed: then the closing year binds
    /// what it has cost in granted kronor, as long as that is known, and later years nothing.
    ///
    /// - Returns: a figure that does not apply where nothing is granted.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public func bound(in year: Int) throws(MoneyError) -> BoundGrant {
        guard grant.state == .granted else {
            return BoundGrant(figure: .notApplicable, released: .zero)
        }
        let granted = try line(.calendarYear(year))[.granted]
        var released = Money.zero
        for case .released(_, let amount) in granted.notes { released = amount }
        guard let amount = granted.amount, grant.closedOn?.year == year,
            try incurred(.calendarYear(year))?.figure.amount != nil
        else { return BoundGrant(figure: granted, released: released) }
        let used = try Money.sum(try uses().lazy.filter { $0.month.year == year }.map(\.amount))
        let kept = max(.zero, min(amount, used))
        return BoundGrant(figure: Figure(kept, granted.notes), released: try amount - kept)
    }

    /// What the insats has been granted for a calendar year that its closing makes free.
    ///
    /// - Returns: nil when nothing is.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public func release(in year: Int) throws(MoneyError) -> PlanYear.Release? {
        guard let closedOn = grant.closedOn else { return nil }
        let released = try bound(in: year).released
        guard released != .zero else { return nil }
        return PlanYear.Release(insats: insats.code, closedOn: closedOn, amount: released)
    }
}
