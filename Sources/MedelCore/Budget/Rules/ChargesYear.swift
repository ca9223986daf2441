/// PO on an amount of pay.
struct Charge: Hashable {
    let base: Money
    let rate: Rate

    /// The rate of the table; nil for an employer's own.
    let published: PORate?

    let amount: Money

    /// PO at a published rate.
    init(on base: Money, _ published: PORate) {
        self.init(on: base, published.rate, published)
    }

    /// PO at the employer's own rate.
    init(on base: Money, own rate: Rate) { self.init(on: base, rate, nil) }

    private init(on base: Money, _ rate: Rate, _ published: PORate?) {
        self.base = base
        self.rate = rate
        self.published = published
        amount = base.share(rate, rounding: .halfAwayFromZero)
    }
}

/// The amount of a row of PO in one budget year.
struct ChargesYear {
    let rule: ChargesRule
    let year: BudgetYear
    let rates: PORateTable

    func computed(
        on base: [(plan: BudgetRowPlan, year: ComputedRow.Year)],
        _ rounding: RowRounding
    ) throws(BudgetRuleFault.Reason) -> ComputedRow.Year {
        for (plan, _) in base { try refuse(plan) }
        let charges: [Charge]
        switch rule.basis {
        case .own(let rate, _):
            let whole = try bounded { () throws(MoneyError) in
                try Money.sum(base.map(\.year.amount))
            }
            charges = [Charge(on: whole, own: rate)]
        case .sector(let sector): charges = try byYear(sector, base.map(\.year))
        }
        let exact = try bounded { () throws(MoneyError) in try Money.sum(charges.map(\.amount)) }
        let amount = try bounded { () throws(MoneyError) in
            try rounding.amount(Int128(exact.ore), over: 1)
        }
        return ComputedRow.Year(
            amount: amount,
            parts: [],
            text: DerivationText.charges(charges, rule.basis, exact, amount, rounding),
            rates: charges.compactMap(\.published)
        )
    }

    /// Each calendar year's pay at its own rate.
    private func byYear(
        _ sector: EmployerSector,
        _ base: [ComputedRow.Year]
    ) throws(BudgetRuleFault.Reason) -> [Charge] {
        guard let months = year.months else { throw .monthsUnknown(year: year.label) }
        var charges: [Charge] = []
        for calendarYear in months.calendarYears {
            guard let rate = rates[sector, calendarYear] else {
                throw .missingRate(sector, year: calendarYear)
            }
            let parts = base.flatMap(\.parts).filter { $0.year == calendarYear }
            let pay = try bounded { () throws(MoneyError) in try Money.sum(parts.map(\.amount)) }
            charges.append(Charge(on: pay, rate))
        }
        return charges
    }

    /// PO is on pay, once, and never on an invoice.
    private func refuse(_ plan: BudgetRowPlan) throws(BudgetRuleFault.Reason) {
        guard case .rule(let rule, _) = plan.content else { return }
        switch rule {
        case .staff(let staff):
            if staff.isBought { throw .chargesOnBoughtStaff(plan.code) }
            if staff.charges != nil { throw .chargesOnCharges(plan.code) }
        case .charges, .percent: throw .chargesOnCharges(plan.code)
        case .unit, .lump: break
        }
    }
}
