import MedelCore

/// A budget row's rule with what it gave.
///
/// A rule is kept under the key of its kind, the others absent.
struct DerivationBody: Codable {
    let staff: StaffBody?
    let charges: ChargesBody?
    let percent: PercentBody?
    let unit: UnitBody?
    let lump: LumpBody?
    let roundTo: String
    let rounding: String
    let texts: [String]

    init(_ value: BudgetRow.Derivation) {
        var staff: StaffBody?
        var charges: ChargesBody?
        var percent: PercentBody?
        var unit: UnitBody?
        var lump: LumpBody?
        switch value.rule {
        case .staff(let rule): staff = StaffBody(rule)
        case .charges(let rule): charges = ChargesBody(rule)
        case .percent(let rule): percent = PercentBody(rule)
        case .unit(let rule): unit = UnitBody(rule)
        case .lump(let rule): lump = LumpBody(rule)
        }
        self.staff = staff
        self.charges = charges
        self.percent = percent
        self.unit = unit
        self.lump = lump
        roundTo = value.rounding.unit.rawValue
        rounding = value.rounding.rule.rawValue
        texts = value.texts
    }

    var value: BudgetRow.Derivation? {
        let rules: [BudgetRule?] = [
            staff?.value.map(BudgetRule.staff), charges?.value.map(BudgetRule.charges),
            percent?.value.map(BudgetRule.percent), unit?.value.map(BudgetRule.unit),
            lump?.value.map(BudgetRule.lump),
        ]
        let read = rules.compactMap(\.self)
        guard read.count == 1, let unit = RoundingUnit(rawValue: roundTo),
            let rule = Rounding(rawValue: rounding)
        else { return nil }
        return BudgetRow.Derivation(
            rule: read[0],
            rounding: RowRounding(unit: unit, rule: rule),
            texts: texts
        )
    }
}

/// A staff rule as a body holds it.
struct StaffBody: Codable {
    struct RaiseBody: Codable {
        let from: String
        let basisPoints: Int?
        let amountOre: Int64?

        init(_ raise: StaffRule.Raise) {
            from = raise.from.description
            switch raise.step {
            case .percent(let rate): (basisPoints, amountOre) = (rate.basisPoints, nil)
            case .amount(let amount): (basisPoints, amountOre) = (nil, amount.ore)
            }
        }

        var value: StaffRule.Raise? {
            guard let from = Month(iso: from) else { return nil }
            switch (basisPoints, amountOre) {
            case (let points?, nil):
                return Rate(basisPoints: points).map { .init(from: from, step: .percent($0)) }
            case (nil, let ore?): return amount(ore).map { .init(from: from, step: .amount($0)) }
            case (nil, nil), (.some, .some): return nil
            }
        }
    }

    let postHundredths: [Int]
    let employmentBasisPoints: [Int]
    let monthlyPayOre: Int64
    let raises: [RaiseBody]
    let holidayMillionths: Int?
    let holidayDays: Int?
    let holidayBasisPoints: Int?
    let charges: POBasisBody?
    let isBought: Bool

    init(_ rule: StaffRule) {
        postHundredths = rule.posts.map(\.hundredths)
        employmentBasisPoints = rule.employment.map(\.basisPoints)
        monthlyPayOre = rule.monthlyPay.ore
        raises = rule.raises.map(RaiseBody.init)
        switch rule.holiday {
        case .perDay(let rate, let days):
            (holidayMillionths, holidayDays, holidayBasisPoints) = (rate.millionths, days, nil)
        case .share(let rate):
            (holidayMillionths, holidayDays, holidayBasisPoints) = (nil, nil, rate.basisPoints)
        case nil: (holidayMillionths, holidayDays, holidayBasisPoints) = (nil, nil, nil)
        }
        charges = rule.charges.map(POBasisBody.init)
        isBought = rule.isBought
    }

    var value: StaffRule? {
        guard let posts = postHundredths.mapAll({ Quantity(hundredths: $0) }),
            let employment = employmentBasisPoints.mapAll({ Rate(basisPoints: $0) }),
            let pay = amount(monthlyPayOre), let raises = raises.mapAll(\.value),
            case .some(let holiday) = holiday, charges == nil || charges?.value != nil
        else { return nil }
        return StaffRule(
            posts: posts,
            employment: employment,
            monthlyPay: pay,
            raises: raises,
            holiday: holiday,
            charges: charges?.value,
            isBought: isBought
        )
    }

    /// Nil for a body that says two things; nil inside for no semestertillägg.
    private var holiday: StaffRule.Holiday?? {
        switch (holidayMillionths, holidayDays, holidayBasisPoints) {
        case (nil, nil, nil): .some(nil)
        case (let millionths?, let days?, nil):
            FineRate(millionths: millionths).map { .perDay($0, days: days) }
        case (nil, nil, let points?): Rate(basisPoints: points).map { .share($0) }
        default: nil
        }
    }
}

/// Which PO rate, as a body holds it.
struct POBasisBody: Codable {
    let sector: String?
    let basisPoints: Int?
    let source: String?

    init(_ basis: POBasis) {
        switch basis {
        case .sector(let sector):
            (self.sector, basisPoints, source) = (sector.rawValue, nil, nil)
        case .own(let rate, let source):
            (sector, basisPoints, self.source) = (nil, rate.basisPoints, source)
        }
    }

    var value: POBasis? {
        switch (sector, basisPoints, source) {
        case (let sector?, nil, nil): EmployerSector(rawValue: sector).map { .sector($0) }
        case (nil, let points?, let source?):
            Rate(basisPoints: points).map { .own($0, source: source) }
        default: nil
        }
    }
}

/// A row of PO as a body holds it.
struct ChargesBody: Codable {
    let base: [String]
    let basis: POBasisBody

    init(_ rule: ChargesRule) {
        base = rule.base.map(\.text)
        basis = POBasisBody(rule.basis)
    }

    var value: ChargesRule? {
        guard let base = base.mapAll({ BudgetRowCode($0) }), let basis = basis.value else {
            return nil
        }
        return ChargesRule(base: base, basis: basis)
    }
}

/// A percentage as a body holds it.
struct PercentBody: Codable {
    let base: [String]
    let basisPoints: Int
    let capsOre: [Int64]?
    let includesItself: Bool

    init(_ rule: PercentRule) {
        base = rule.base.map(\.text)
        basisPoints = rule.rate.basisPoints
        capsOre = rule.caps?.map(\.ore)
        includesItself = rule.includesItself
    }

    var value: PercentRule? {
        guard let base = base.mapAll({ BudgetRowCode($0) }),
            let rate = Rate(basisPoints: basisPoints)
        else { return nil }
        let caps = capsOre?.mapAll(amount)
        guard capsOre == nil || caps != nil else { return nil }
        return PercentRule(base: base, rate: rate, caps: caps, includesItself: includesItself)
    }
}

/// Units at a price as a body holds them.
struct UnitBody: Codable {
    let hundredths: [Int]
    let unit: String
    let pricesOre: [Int64]

    init(_ rule: UnitRule) {
        hundredths = rule.quantities.map(\.hundredths)
        unit = rule.unit
        pricesOre = rule.prices.map(\.ore)
    }

    var value: UnitRule? {
        guard let quantities = hundredths.mapAll({ Quantity(hundredths: $0) }),
            let prices = pricesOre.mapAll(amount)
        else { return nil }
        return UnitRule(quantities: quantities, unit: unit, prices: prices)
    }
}

/// A lump sum as a body holds it.
struct LumpBody: Codable {
    let amountsOre: [Int64]
    let event: String

    init(_ rule: LumpRule) {
        amountsOre = rule.amounts.map(\.ore)
        event = rule.event
    }

    var value: LumpRule? {
        amountsOre.mapAll(amount).map { LumpRule(amounts: $0, event: event) }
    }
}
