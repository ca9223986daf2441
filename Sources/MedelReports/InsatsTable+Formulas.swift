import MedelCore
import MedelDocument

extension InsatsTable {
    /// The largest base that a binary fraction multiplies by basis points without loss.
    private static let baseOreMax: Int64 = 900_000_000_000

    /// The formula of a row that is a percentage of others, in a budget year's column.
    ///
    /// - Returns: nil for other rows, and where the amount that is kept is not what the rule gives
    ///   on the amounts beside it, such as after a reallocation.
    func percentFormula(ofRow place: Int, _ part: InsatsPart) -> Formula? {
        guard case .budgetYear(let number) = part.scope, let version = insats.budget?.version,
            version.years.indices.contains(number - 1), let amounts = part.rows,
            part.line[.budget] != .notApplicable, let derivation = budgetRows[place].derivation,
            let percent = percent(derivation, version, year: number - 1)
        else { return nil }
        let keys = Set(percent.rows)
        let base = budgetRows.indices.filter { keys.contains(budgetRows[$0].code.text) }
        guard base.count == keys.count, let sum = try? Money.sum(base.map { amounts[$0] }),
            sum.ore.magnitude <= Self.baseOreMax,
            let amount = try? percent.rule.amount(
                of: sum,
                cap: percent.cap,
                rounding: percent.rounding
            ),
            amount == amounts[place]
        else { return nil }
        return .percent(percent)
    }

    /// A rule as a percentage of rows, if it is one in a budget year.
    private func percent(
        _ derivation: BudgetRow.Derivation,
        _ version: BudgetVersion,
        year: Int
    ) -> Formula.Percent? {
        switch derivation.rule {
        case .staff, .unit, .lump: return nil
        case .percent(let rule):
            return Formula.Percent(
                rows: rule.base.map(\.text),
                rule: rule,
                rounding: derivation.rounding,
                cap: rule.caps?[year]
            )
        case .charges(let rule):
            guard let rate = rate(of: rule.basis, version, year: year) else { return nil }
            return Formula.Percent(
                rows: rule.base.map(\.text),
                rule: PercentRule(base: rule.base, rate: rate, caps: nil, includesItself: false),
                rounding: derivation.rounding,
                cap: nil
            )
        }
    }

    /// The PO rate of a whole budget year; nil when it has several.
    private func rate(of basis: POBasis, _ version: BudgetVersion, year: Int) -> Rate? {
        switch basis {
        case .own(let rate, _): return rate
        case .sector(let sector):
            guard let years = version.years[year].months?.calendarYears, years.count == 1 else {
                return nil
            }
            return PORateTable(version.rates)[sector, years.lowerBound]?.rate
        }
    }
}
