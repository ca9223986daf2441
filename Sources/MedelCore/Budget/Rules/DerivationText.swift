/// How a row's amount came about, in Swedish words and figures.
///
/// Every figure of it stands as it was used, so that it can be reckoned over by hand.
enum DerivationText {
    static func staff(
        _ rule: StaffRule,
        _ posts: Quantity,
        _ employment: Rate,
        _ parts: [StaffYear.Part],
        _ ownCharge: Charge?,
        _ exact: Money,
        _ amount: Money,
        _ rounding: RowRounding
    ) -> String {
        var terms: [String] = []
        for part in parts {
            var text = parts.count > 1 ? "\(part.year): " : ""
            let noun = posts.hundredths == 100 ? "tjänst" : "tjänster"
            let bought = rule.isBought ? "köpt personal " : ""
            text += "\(bought)\(posts) \(noun) × \(employment.short) % × "
            text += "\(pay(part.stretches)) = \(ore(part.pay))"
            terms.append(text)
            if let holiday = part.holiday { terms.append(words(rule.holiday) + ore(holiday)) }
            if let charge = part.charges, let rate = charge.published {
                terms.append("\(words(rate)) = \(ore(charge.amount))")
            }
        }
        if let ownCharge {
            terms.append("\(words(rule.charges, ownCharge)) = \(ore(ownCharge.amount))")
        }
        if terms.count > 1 { terms.append("summa \(ore(exact))") }
        return terms.joined(separator: "; ") + rounded(exact == amount, amount, rounding)
    }

    static func charges(
        _ charges: [Charge],
        _ basis: POBasis,
        _ exact: Money,
        _ amount: Money,
        _ rounding: RowRounding
    ) -> String {
        var terms = charges.map { charge in
            let name = charge.published.map(words) ?? words(basis, charge)
            return "\(name) av \(ore(charge.base)) = \(ore(charge.amount))"
        }
        if terms.count > 1 { terms.append("summa \(ore(exact))") }
        return terms.joined(separator: "; ") + rounded(exact == amount, amount, rounding)
    }

    static func percent(
        _ rule: PercentRule,
        of base: Money,
        _ cap: Money?,
        _ amount: Money,
        _ rounding: RowRounding
    ) -> String {
        let names = rule.base.map(\.text).joined(separator: " + ")
        var text = "\(rule.rate.short) % av \(names)"
        if rule.includesItself {
            let rest = Rate(basisPoints: rule.divisor)?.short ?? ""
            text += " och raden själv: \(ore(base)) ÷ \(rest) × \(rule.rate.short)"
        } else {
            text += " (\(ore(base)))"
        }
        let product = Int128(base.ore) * Int128(rule.rate.basisPoints)
        text += quotient(product, over: Int128(rule.divisor), rounding)
        if let cap, amount.magnitude == cap.magnitude { text += "; högst \(ore(cap.magnitude))" }
        return text
    }

    static func unit(
        _ unit: String,
        _ quantity: Quantity,
        _ price: Money,
        _ rounding: RowRounding
    ) -> String {
        let count =
            quantity.hundredths % 100 == 0
            ? AmountText.kronor.text(Money(within: Int128(quantity.hundredths)))
            : quantity.description
        let product = Int128(quantity.hundredths) * Int128(price.ore)
        return "\(count) \(unit) × \(kronor(price))" + quotient(product, over: 100, rounding)
    }

    static func lump(
        _ rule: LumpRule,
        _ stated: Money,
        _ amount: Money,
        _ rounding: RowRounding
    ) -> String {
        let event = rule.event.isEmpty ? "" : ", när: \(rule.event)"
        return "engångsbelopp \(ore(stated))\(event)" + rounded(stated == amount, amount, rounding)
    }

    /// What an equation comes to: exactly, or about and then how it is rounded.
    private static func quotient(
        _ dividend: Int128,
        over divisor: Int128,
        _ rounding: RowRounding
    ) -> String {
        let isExact = dividend % divisor == 0
        // What is beyond the largest amount has a fault and no derivation.
        guard let nearest = try? RowRounding.ore.amount(dividend, over: divisor),
            let amount = try? rounding.amount(dividend, over: divisor)
        else { return "" }
        let text = (isExact ? " = " : " ≈ ") + ore(nearest)
        guard !isExact, rounding.unit == .ore, rounding != .ore else {
            return text + rounded(isExact && nearest == amount, amount, rounding)
        }
        return text + "; \(rounding.words(for: amount)) = \(ore(amount))"
    }

    /// What a move between rows adds to the derivation of a row.
    static func moved(_ amount: Money, with other: BudgetRowCode) -> String {
        amount < .zero
            ? "omfördelat \(ore(amount)) till \(other.text)"
            : "omfördelat +\(ore(amount)) från \(other.text)"
    }

    /// Months and their pay: `34 500 kr × 12 mån`.
    private static func pay(_ stretches: [StaffYear.Stretch]) -> String {
        let terms = stretches.map { "\(kronor($0.monthlyPay)) × \($0.monthCount) mån" }
        return terms.count == 1 ? terms[0] : "(" + terms.joined(separator: " + ") + ")"
    }

    private static func words(_ holiday: StaffRule.Holiday?) -> String {
        switch holiday {
        case .perDay(let rate, let days):
            "semestertillägg \(days) dagar om året × \(rate) % av en månadslön = "
        case .share(let rate): "semestertillägg \(rate.short) % av lönen = "
        case nil: ""
        }
    }

    private static func words(_ rate: PORate) -> String {
        let status = rate.status == .preliminary ? " (preliminär)" : ""
        return "PO \(rate.sector.swedish) \(rate.year) \(rate.rate.short) %\(status)"
    }

    private static func words(_ basis: POBasis?, _ charge: Charge) -> String {
        guard case .own(_, let source) = basis, !source.isEmpty else {
            return "eget PO \(charge.rate.short) %"
        }
        return "eget PO \(charge.rate.short) % (\(source))"
    }

    /// What a coarser step makes of the sum.
    private static func rounded(
        _ isSame: Bool,
        _ amount: Money,
        _ rounding: RowRounding
    ) -> String {
        guard rounding.unit != .ore else { return "" }
        let words = "; " + rounding.words(for: amount)
        return isSame ? words : "\(words) = \(ore(amount))"
    }

    private static func ore(_ amount: Money) -> String { AmountText.kronorAndOre.text(amount) }

    /// A price: öre are left out where there are none.
    private static func kronor(_ amount: Money) -> String {
        let form: AmountText = amount.ore % 100 == 0 ? .kronor : .kronorAndOre
        return form.text(amount) + " kr"
    }
}
