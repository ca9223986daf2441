/// Members' money of a year by the month that it came in or is expected.
///
/// Source: SPEC 7 (R17), 1.4.
struct MembersCash {
    /// The calendar year that is laid out.
    let year: Int

    let asOf: Day

    /// The first month of the year that is not booked; nil when all are.
    let firstExpected: Month?

    /// Whether money that is late when the year begins comes in it.
    let takesOver: Bool

    let instalmentPlan: InstalmentPlan?

    /// Whether the plan has placed some amount.
    private(set) var followsPlan = false

    private(set) var amounts: [Month: [Money]] = [:]
    var undated: [LiquidityPlan.Undated] = []

    /// Places a contribution: of the year what is decided, of earlier and later years the
    /// instalments that move the bank in the year.
    mutating func add(_ contribution: Contribution) throws(MoneyError) {
        var loose: [Money] = []
        for payment in contribution.payments {
            if let received = payment.received, received <= asOf {
                amounts[received.month, default: []].append(payment.signed)
            } else if let due = payment.due {
                guard let month = expected(due) else {
                    if contribution.year <= year { loose.append(payment.signed) }
                    continue
                }
                amounts[month, default: []].append(payment.signed)
            } else {
                loose.append(payment.signed)
            }
        }
        // Nobody can say what an earlier year without any instalment still has to come.
        if contribution.year == year || !contribution.payments.isEmpty {
            loose += try plan(contribution)
        }
        let sum = try Money.sum(loose)
        guard sum != .zero, contribution.year <= year else { return }
        let source = LiquidityPlan.Undated.Source.member(
            contribution.member,
            year: contribution.year
        )
        undated.append(LiquidityPlan.Undated(source: source, amount: sum))
    }

    /// The month that an instalment is expected in; nil for one that is late when every month that
    /// it could come in is booked.
    private func expected(_ due: Day) -> Month? {
        if due.month.year > year { return due.month }
        guard takesOver else { return max(due.month, asOf.month) }
        guard let firstExpected else { return nil }
        return max(due.month, max(asOf.month, firstExpected))
    }

    /// Lays out what nobody has registered instalments of.
    ///
    /// The instalments that are registered are held to be the plan's parts of the same month, and
    /// beyond them the first ones.
    ///
    /// - Returns: what has no day to come: all of it without a plan, and parts whose day has passed
    ///   or lies in a booked month, since the bank may hold them already.
    private mutating func plan(_ contribution: Contribution) throws(MoneyError) -> [Money] {
        let asked = contribution.payments.filter { $0.kind != .refund }
        let rest = try contribution.amount - (try Money.sum(asked.lazy.map(\.amount)))
        guard rest > .zero else { return [] }
        let parts = instalmentPlan?.expected(contribution.amount, year: contribution.year) ?? []
        guard !parts.isEmpty, let firstExpected else { return [rest] }
        var loose: [Money] = []
        for part in try parts.left(after: asked) where part.amount != .zero {
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

extension [(due: Day, amount: Money)] {
    /// The parts with instalments taken off: of the same month first, then from the first part on.
    fileprivate func left(
        after instalments: [ContributionPayment]
    ) throws(MoneyError) -> [(due: Day, amount: Money)] {
        var left = self
        var others: [Money] = []
        for instalment in instalments {
            var amount = instalment.amount
            let month = (instalment.due ?? instalment.received)?.month
            for place in left.indices where left[place].due.month == month {
                let taken = Swift.max(.zero, Swift.min(amount, left[place].amount))
                left[place].amount = try left[place].amount - taken
                amount = try amount - taken
            }
            others.append(amount)
        }
        var more = try Money.sum(others)
        for place in left.indices {
            let taken = Swift.max(.zero, Swift.min(more, left[place].amount))
            left[place].amount = try left[place].amount - taken
            more = try more - taken
        }
        return left
    }
}
