/// The pay of a staff row in one budget year.
///
/// Every calendar year's pay, semestertillägg and PO is rounded to öre once, a half away from
/// zero, so that the derivation adds up as it stands.
struct StaffYear {
    /// Months in a row with one pay, inside one calendar year.
    struct Stretch: Hashable {
        let year: Int
        let monthCount: Int
        let monthlyPay: Money
    }

    /// What a calendar year of the budget year comes to.
    struct Part {
        let year: Int
        let stretches: [Stretch]
        let pay: Money
        let holiday: Money?
        let charges: Charge?

        /// Pay with semestertillägg, on which PO is reckoned.
        let base: Money
    }

    let rule: StaffRule
    let place: Int
    let months: MonthRange
    let rates: PORateTable

    private var posts: Quantity { rule.posts[place] }
    private var employment: Rate { rule.employment[place] }

    /// The row's amount in the budget year.
    func computed(
        _ rounding: RowRounding
    ) throws(BudgetRuleFault.Reason) -> ComputedRow.Year {
        guard !rule.isBought || (rule.charges == nil && rule.holiday == nil) else {
            throw .boughtStaff
        }
        var parts: [Part] = []
        let stretches = try stretches()
        for year in months.calendarYears {
            parts.append(try part(year, stretches.filter { $0.year == year }))
        }
        let ownCharge = try ownCharge(on: parts)
        let amounts = parts.flatMap { [$0.base, $0.charges?.amount].compactMap(\.self) }
        let exact = try bounded { () throws(MoneyError) in
            try Money.sum(amounts + [ownCharge?.amount].compactMap(\.self))
        }
        let amount = try bounded { () throws(MoneyError) in
            try rounding.amount(Int128(exact.ore), over: 1)
        }
        return ComputedRow.Year(
            amount: amount,
            parts: try yearParts(parts, exact, amount),
            text: DerivationText.staff(
                rule,
                posts,
                employment,
                parts,
                ownCharge,
                exact,
                amount,
                rounding
            ),
            rates: parts.compactMap(\.charges?.published)
        )
    }

    /// The months of the budget year by calendar year and pay, in order of time.
    func stretches() throws(BudgetRuleFault.Reason) -> [Stretch] {
        var pay = try checked(rule.monthlyPay)
        var stretches: [Stretch] = []
        var start = months.first
        let raises = rule.raises.enumerated()
            .sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }
            .map(\.element)
        var next = 0
        while start <= months.last {
            while next < raises.count, raises[next].from <= start {
                pay = try raised(pay, raises[next].step)
                next += 1
            }
            var end = min(months.last, Month(year: start.year, month: 12) ?? months.last)
            if next < raises.count, raises[next].from <= end,
                let before = raises[next].from.advanced(by: -1)
            {
                end = before
            }
            stretches.append(
                Stretch(
                    year: start.year,
                    monthCount: start.distance(to: end) + 1,
                    monthlyPay: pay
                )
            )
            guard let after = end.advanced(by: 1) else { break }
            start = after
        }
        return stretches
    }

    private func raised(
        _ pay: Money,
        _ step: StaffRule.Raise.Step
    ) throws(BudgetRuleFault.Reason) -> Money {
        let more =
            switch step {
            case .percent(let rate): pay.share(rate, rounding: .halfAwayFromZero)
            case .amount(let amount): amount
            }
        let raised = try bounded { () throws(MoneyError) in try pay + more }
        return try checked(raised)
    }

    private func checked(_ pay: Money) throws(BudgetRuleFault.Reason) -> Money {
        guard (0...StaffRule.payOreMax).contains(pay.ore), posts.hundredths >= 0,
            employment >= .zero
        else { throw .outOfRange }
        return pay
    }

    private func part(
        _ year: Int,
        _ stretches: [Stretch]
    ) throws(BudgetRuleFault.Reason) -> Part {
        let monthly = stretches.reduce(Int128(0)) {
            $0 + Int128($1.monthlyPay.ore) * Int128($1.monthCount)
        }
        let dividend = monthly * Int128(posts.hundredths) * Int128(employment.basisPoints)
        let divisor = Int128(100 * Rate.basisPointsMax)
        let pay = try rounded(dividend, over: divisor)
        let holiday = try holiday(on: dividend, over: divisor)
        let base = try bounded { () throws(MoneyError) in try pay + (holiday ?? .zero) }
        var charge: Charge?
        if case .sector(let sector) = rule.charges {
            guard let rate = rates[sector, year] else { throw .missingRate(sector, year: year) }
            charge = Charge(on: base, rate)
        }
        return Part(
            year: year,
            stretches: stretches,
            pay: pay,
            holiday: holiday,
            charges: charge,
            base: base
        )
    }

    private func holiday(
        on pay: Int128,
        over divisor: Int128
    ) throws(BudgetRuleFault.Reason) -> Money? {
        switch rule.holiday {
        case .perDay(let rate, let days):
            guard (0...StaffRule.daysMax).contains(days) else { throw .outOfRange }
            let dividend = pay * Int128(rate.millionths * days)
            return try rounded(dividend, over: divisor * 12_000_000)
        case .share(let rate):
            let whole = Int128(Rate.basisPointsMax)
            return try rounded(pay * Int128(rate.basisPoints), over: divisor * whole)
        case nil: return nil
        }
    }

    /// The employer's own rate is the same all the year and is taken on all of it.
    private func ownCharge(on parts: [Part]) throws(BudgetRuleFault.Reason) -> Charge? {
        guard case .own(let rate, _) = rule.charges else { return nil }
        let base = try bounded { () throws(MoneyError) in try Money.sum(parts.map(\.base)) }
        return Charge(on: base, own: rate)
    }

    /// What falls in each calendar year; what rounding adds belongs to the last.
    private func yearParts(
        _ parts: [Part],
        _ exact: Money,
        _ amount: Money
    ) throws(BudgetRuleFault.Reason) -> [ComputedRow.Part] {
        guard let last = parts.last else { return [] }
        let rest = try bounded { () throws(MoneyError) in try amount - exact + last.base }
        return parts.dropLast().map { ComputedRow.Part(year: $0.year, amount: $0.base) }
            + [ComputedRow.Part(year: last.year, amount: rest)]
    }

    private func rounded(
        _ dividend: Int128,
        over divisor: Int128
    ) throws(BudgetRuleFault.Reason) -> Money {
        try bounded { () throws(MoneyError) in
            try RowRounding.ore.amount(dividend, over: divisor)
        }
    }
}
