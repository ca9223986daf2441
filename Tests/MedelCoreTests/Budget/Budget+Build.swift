import MedelCore
import TestSupport
import Testing

/// Budgets in words that a test can read.
enum Plan {
    static func code(_ text: String) throws -> BudgetRowCode { try #require(BudgetRowCode(text)) }

    static func kronor(_ kronor: Int64) throws -> Money { try Money(ore: kronor * 100) }

    static func months(_ first: String, _ last: String) throws -> MonthRange {
        let first = try #require(Month(iso: first))
        let last = try #require(Month(iso: last))
        return try #require(MonthRange(from: first, through: last))
    }

    static func year(_ first: String, _ last: String) throws -> BudgetYear {
        BudgetYear(label: "År 1", months: try months(first, last))
    }

    static func row(_ code: String, _ content: BudgetRowPlan.Content) throws -> BudgetRowPlan {
        BudgetRowPlan(
            code: try self.code(code),
            category: nil,
            label: code,
            recipient: nil,
            content: content
        )
    }

    static func row(_ code: String, kronor: [Int64]) throws -> BudgetRowPlan {
        try row(code, .amounts(kronor.map { try Money(ore: $0 * 100) }))
    }

    static func row(
        _ code: String,
        _ rule: BudgetRule,
        _ rounding: RowRounding = .ore
    ) throws -> BudgetRowPlan {
        try row(code, .rule(rule, rounding))
    }

    static func percent(
        _ basisPoints: Int,
        of base: [String],
        caps: [Money]? = nil,
        includesItself: Bool = false
    ) throws -> BudgetRule {
        .percent(
            PercentRule(
                base: try base.map(code),
                rate: try #require(Rate(basisPoints: basisPoints)),
                caps: caps,
                includesItself: includesItself
            )
        )
    }

    static func charges(_ sector: EmployerSector, on base: [String]) throws -> BudgetRule {
        .charges(ChargesRule(base: try base.map(code), basis: .sector(sector)))
    }

    static func staff(
        posts: [Int] = [100],
        employment: [Int] = [10_000],
        pay: Int64,
        raises: [StaffRule.Raise] = [],
        holiday: StaffRule.Holiday? = nil,
        charges: POBasis? = nil,
        isBought: Bool = false
    ) throws -> BudgetRule {
        .staff(
            StaffRule(
                posts: try posts.map { try #require(Quantity(hundredths: $0)) },
                employment: try employment.map { try #require(Rate(basisPoints: $0)) },
                monthlyPay: try Money(ore: pay),
                raises: raises,
                holiday: holiday,
                charges: charges,
                isBought: isBought
            )
        )
    }

    static func raise(
        _ month: String,
        _ step: StaffRule.Raise.Step
    ) throws -> StaffRule.Raise {
        StaffRule.Raise(from: try #require(Month(iso: month)), step: step)
    }

    static func rate(
        _ sector: EmployerSector,
        _ year: Int,
        _ basisPoints: Int,
        _ status: PORate.Status = .final
    ) throws -> PORate {
        PORate(
            sector: sector,
            year: year,
            rate: try #require(Rate(basisPoints: basisPoints)),
            status: status,
            source: "prov"
        )
    }

    /// Rates of municipalities: 2018 made up, 2019 and 2020 as published.
    static func rates() throws -> PORateTable {
        PORateTable([
            try rate(.municipality, 2018, 3_917), try rate(.municipality, 2019, 3_915),
            try rate(.municipality, 2020, 4_015), try rate(.region, 2019, 4_645),
        ])
    }

    static func version(
        _ number: Int,
        years: [BudgetYear],
        rows: [BudgetRow],
        kind: BudgetVersion.Kind = .granted
    ) throws -> BudgetVersion {
        BudgetVersion(
            insats: try #require(InsatsCode("KRUS")),
            number: number,
            kind: kind,
            date: try #require(Day(iso: "2019-04-09")),
            years: years,
            rows: rows,
            notes: []
        )
    }
}

extension BudgetEvaluation {
    /// The öre of a row, by its code.
    func ore(_ code: String) throws -> [Int64] {
        let rows = try #require(self.rows, "\(faults)")
        return try #require(rows.first { $0.code.text == code }).amounts.map(\.ore)
    }

    /// The derivations of a row with plain blanks.
    func texts(_ code: String) throws -> [String] {
        let rows = try #require(self.rows, "\(faults)")
        let row = try #require(rows.first { $0.code.text == code })
        return (row.derivation?.texts ?? []).map { $0.replacing("\u{A0}", with: " ") }
    }
}
