import MedelCore

extension ManifestReading {
    /// The keys of a row that say where its amounts come from.
    static let contentKeys = ["amounts", "staff", "po", "percent", "unit", "lump"]

    private static let staffKeys = [
        "posts", "employment", "monthlyPay", "raises", "holiday", "po", "bought",
    ]

    /// A row's rule with its rounding; nil when it cannot be read, for which there is a finding.
    func readRule(_ row: ManifestEntry, key: String, yearCount: Int) -> BudgetRowPlan.Content? {
        let rounding = readRounding(row)
        guard let rule = rule(row, key: key, yearCount: yearCount), let rounding else { return nil }
        return .rule(rule, rounding)
    }

    private func rule(_ row: ManifestEntry, key: String, yearCount: Int) -> BudgetRule? {
        switch key {
        case "staff": readStaff(row, yearCount).map(BudgetRule.staff)
        case "po": readCharges(row).map(BudgetRule.charges)
        case "percent": readPercent(row, yearCount).map(BudgetRule.percent)
        case "unit": readUnit(row, yearCount).map(BudgetRule.unit)
        case "lump": readLump(row, yearCount).map(BudgetRule.lump)
        default: nil
        }
    }

    private func readRounding(_ row: ManifestEntry) -> RowRounding? {
        let unit: RoundingUnit? = row.choice("roundTo")
        let rule: Rounding? = row.choice("rounding")
        if (row.has("roundTo") && unit == nil) || (row.has("rounding") && rule == nil) {
            return nil
        }
        return RowRounding(unit: unit ?? .ore, rule: rule ?? .halfAwayFromZero)
    }

    private func readStaff(_ row: ManifestEntry, _ yearCount: Int) -> StaffRule? {
        guard let entry = row.entry("staff", keys: Self.staffKeys) else { return nil }
        let posts = entry.perYear("posts", yearCount: yearCount, { .budget(.badPosts($0)) }) {
            Quantity($0).flatMap { $0.hundredths >= 0 ? $0 : nil }
        }
        let employment: [Rate]? =
            entry.has("employment")
            ? entry.perYear("employment", yearCount: yearCount, { .budget(.badEmployment($0)) }) {
                Rate(percent: $0).flatMap { $0 >= .zero ? $0 : nil }
            } : Array(repeating: .whole, count: yearCount)
        let pay = entry.required("monthlyPay", entry.amount)
        let raises = readRaises(entry)
        let holiday = readHoliday(entry)
        let charges =
            entry.has("po") ? readBasis(entry, keys: ["sector", "percent", "source"]) : nil
        let isBought: Answer? = entry.choice("bought")
        guard let posts, let employment, let pay, let raises,
            holiday != nil || !entry.has("holiday"), charges != nil || !entry.has("po"),
            isBought != nil || !entry.has("bought")
        else { return nil }
        return StaffRule(
            posts: posts,
            employment: employment,
            monthlyPay: pay,
            raises: raises,
            holiday: holiday,
            charges: charges,
            isBought: isBought == .yes
        )
    }

    private func readRaises(_ staff: ManifestEntry) -> [StaffRule.Raise]? {
        var raises: [StaffRule.Raise] = []
        for entry in staff.entries("raises", keys: ["from", "percent", "amount"]) {
            let from = entry.required("from", entry.month)
            let rate = entry.rate("percent")
            let amount = entry.amount("amount")
            if entry.has("percent") == entry.has("amount") {
                findings.add(entry.place, .budget(.raiseForm))
                continue
            }
            guard let from else { continue }
            if let rate { raises.append(StaffRule.Raise(from: from, step: .percent(rate))) }
            if let amount { raises.append(StaffRule.Raise(from: from, step: .amount(amount))) }
        }
        return raises.count == staff.list("raises").count ? raises : nil
    }

    private func readHoliday(_ staff: ManifestEntry) -> StaffRule.Holiday? {
        guard staff.has("holiday"),
            let entry = staff.entry("holiday", keys: ["perDay", "days", "share"])
        else { return nil }
        let perDay = entry.value("perDay", { .budget(.badDayPercent($0)) }) {
            FineRate(percent: $0)
        }
        let days = entry.number("days", 0...StaffRule.daysMax)
        let share = entry.rate("share")
        switch (entry.has("perDay"), entry.has("days"), entry.has("share")) {
        case (true, true, false):
            guard let perDay, let days else { return nil }
            return .perDay(perDay, days: days)
        case (false, false, true): return share.map { .share($0) }
        case (true, true, true), (true, false, _), (false, true, _), (false, false, false):
            staff.note("holiday", .budget(.holidayForm))
            return nil
        }
    }

    /// Which PO rate, under the key `po` of a row or of its staff.
    private func readBasis(_ owner: ManifestEntry, keys: [String]) -> POBasis? {
        guard let entry = owner.entry("po", keys: keys) else { return nil }
        let sector: EmployerSector? = entry.choice("sector")
        let rate = entry.rate("percent")
        let source = entry.text("source")
        guard entry.has("sector") != entry.has("percent"),
            entry.has("percent") == entry.has("source")
        else {
            owner.note("po", .budget(.poForm))
            return nil
        }
        if let sector { return .sector(sector) }
        guard let rate else { return nil }
        guard let source else {
            entry.note("source", .shape(.missingKey("source")))
            return nil
        }
        return .own(rate, source: source)
    }

    private func readCharges(_ row: ManifestEntry) -> ChargesRule? {
        let keys = ["of", "sector", "percent", "source"]
        guard let entry = row.entry("po", keys: keys) else { return nil }
        let base = readBase(entry)
        let basis = readBasis(row, keys: keys)
        guard let base, let basis else { return nil }
        return ChargesRule(base: base, basis: basis)
    }

    private func readPercent(_ row: ManifestEntry, _ yearCount: Int) -> PercentRule? {
        let keys = ["of", "rate", "cap", "includesItself"]
        guard let entry = row.entry("percent", keys: keys) else { return nil }
        let base = readBase(entry)
        let rate = entry.required("rate", entry.rate)
        let caps = entry.has("cap") ? entry.amountsPerYear("cap", yearCount: yearCount) : nil
        let itself: Answer? = entry.choice("includesItself")
        guard let base, let rate, caps != nil || !entry.has("cap"),
            itself != nil || !entry.has("includesItself")
        else { return nil }
        return PercentRule(base: base, rate: rate, caps: caps, includesItself: itself == .yes)
    }

    private func readUnit(_ row: ManifestEntry, _ yearCount: Int) -> UnitRule? {
        guard let entry = row.entry("unit", keys: ["quantity", "unit", "price"]) else { return nil }
        let quantities = entry.perYear(
            "quantity",
            yearCount: yearCount,
            { .budget(.badQuantity($0)) },
            { Quantity($0) }
        )
        let unit = entry.required("unit", entry.text)
        let prices = entry.amountsPerYear("price", yearCount: yearCount)
        guard let quantities, let unit, let prices else { return nil }
        return UnitRule(quantities: quantities, unit: unit, prices: prices)
    }

    private func readLump(_ row: ManifestEntry, _ yearCount: Int) -> LumpRule? {
        guard let entry = row.entry("lump", keys: ["amount", "when"]) else { return nil }
        let amounts = entry.amountsPerYear("amount", yearCount: yearCount)
        let event = entry.required("when", entry.text)
        guard let amounts, let event else { return nil }
        return LumpRule(amounts: amounts, event: event)
    }

    /// The codes of the rows that a row builds on, each once.
    private func readBase(_ entry: ManifestEntry) -> [BudgetRowCode]? {
        let texts = entry.texts("of")
        if texts.isEmpty { entry.note("of", .shape(.missingKey("of"))) }
        var codes: [BudgetRowCode] = []
        for text in texts {
            guard let code = BudgetRowCode(text) else {
                entry.note("of", .value(.badRowCode(text)))
                continue
            }
            if codes.contains(code) {
                entry.note("of", .plan(.duplicate(.row, text, first: entry.place(of: "of"))))
            }
            codes.append(code)
        }
        return codes.isEmpty || Set(codes).count != texts.count ? nil : codes
    }
}
