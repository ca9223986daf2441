/// A row's amounts, year by year.
struct ComputedRow {
    /// A budget year's amount and how it came about.
    struct Year {
        let amount: Money

        /// The amount by calendar year; one part without a year when months are not known.
        let parts: [Part]

        /// The derivation in Swedish; empty for an amount that somebody wrote.
        let text: String

        /// The PO rates that were used.
        let rates: [PORate]
    }

    /// What of an amount falls in a calendar year.
    struct Part: Hashable {
        let year: Int
        let amount: Money
    }

    let years: [Year]
}

/// Computes one row whose base is known.
struct RowComputer {
    let plan: BudgetRowPlan
    let years: [BudgetYear]
    let rates: PORateTable

    /// The row's amounts.
    ///
    /// - Parameter base: the rows that it builds on, each once.
    /// - Returns: an amount for each budget year.
    /// - Throws: what keeps the row from being computed.
    func row(
        on base: [(plan: BudgetRowPlan, row: ComputedRow)]
    ) throws(BudgetRuleFault.Reason) -> ComputedRow {
        switch plan.content {
        case .amounts(let amounts):
            try check([amounts.count])
            return try row { place throws(BudgetRuleFault.Reason) in
                year(place, amounts[place], text: "")
            }
        case .rule(let rule, let rounding):
            try check(rule.valueCounts)
            return try row { place throws(BudgetRuleFault.Reason) in
                try year(place, rule, rounding, base)
            }
        }
    }

    private func row(
        _ year: (Int) throws(BudgetRuleFault.Reason) -> ComputedRow.Year
    ) throws(BudgetRuleFault.Reason) -> ComputedRow {
        var computed: [ComputedRow.Year] = []
        for place in years.indices { computed.append(try year(place)) }
        return ComputedRow(years: computed)
    }

    private func check(_ counts: [Int]) throws(BudgetRuleFault.Reason) {
        for found in counts where found != years.count {
            throw .valueCount(expected: years.count, found: found)
        }
    }

    private func year(
        _ place: Int,
        _ rule: BudgetRule,
        _ rounding: RowRounding,
        _ base: [(plan: BudgetRowPlan, row: ComputedRow)]
    ) throws(BudgetRuleFault.Reason) -> ComputedRow.Year {
        switch rule {
        case .staff(let rule):
            guard let months = years[place].months else {
                throw .monthsUnknown(year: years[place].label)
            }
            let pay = StaffYear(rule: rule, place: place, months: months, rates: rates)
            return try pay.computed(rounding)
        case .charges(let rule):
            let charges = ChargesYear(rule: rule, year: years[place], rates: rates)
            return try charges.computed(
                on: base.map { ($0.plan, $0.row.years[place]) },
                rounding
            )
        case .percent(let rule):
            guard rule.divisor > 0, rule.divisor <= Rate.basisPointsMax || !rule.includesItself
            else { throw .noRestForBase }
            let cap = rule.caps?[place]
            let whole = try bounded { () throws(MoneyError) in
                try Money.sum(base.map { $0.row.years[place].amount })
            }
            let amount = try bounded { () throws(MoneyError) in
                try rule.amount(of: whole, cap: cap, rounding: rounding)
            }
            let text = DerivationText.percent(rule, of: whole, cap, amount, rounding)
            return year(place, amount, text: text)
        case .unit(let rule):
            let (quantity, price) = (rule.quantities[place], rule.prices[place])
            let amount = try bounded { () throws(MoneyError) in
                try rounding.amount(Int128(quantity.hundredths) * Int128(price.ore), over: 100)
            }
            let text = DerivationText.unit(rule.unit, quantity, price, rounding)
            return year(place, amount, text: text)
        case .lump(let rule):
            let amount = try bounded { () throws(MoneyError) in
                try rounding.amount(Int128(rule.amounts[place].ore), over: 1)
            }
            return year(
                place,
                amount,
                text: DerivationText.lump(rule, rule.amounts[place], amount, rounding)
            )
        }
    }

    /// An amount that follows no months of its own: each month has as much as another.
    private func year(_ place: Int, _ amount: Money, text: String) -> ComputedRow.Year {
        ComputedRow.Year(
            amount: amount,
            parts: amount.parts(over: years[place].months),
            text: text,
            rates: []
        )
    }
}

extension Money {
    /// The amount by calendar year, by how many of the months each has; parts sum to it.
    fileprivate func parts(over months: MonthRange?) -> [ComputedRow.Part] {
        guard let months else { return [ComputedRow.Part(year: 0, amount: self)] }
        let years = Array(months.calendarYears)
        let weights = years.map { year in
            MonthRange(calendarYear: year).flatMap { months.intersection($0) }?.count ?? 0
        }
        // A year of the range has a month of it, so there is a weight.
        guard let parts = try? split(weights: weights) else { return [] }
        return zip(years, parts).map { ComputedRow.Part(year: $0, amount: $1) }
    }
}

/// Turns a sum that is too large into a row's fault.
func bounded<Value>(
    _ body: () throws(MoneyError) -> Value
) throws(BudgetRuleFault.Reason) -> Value {
    do {
        return try body()
    } catch {
        throw .outOfRange
    }
}
