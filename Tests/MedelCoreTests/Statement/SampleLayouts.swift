import MedelCore
import Testing

/// Layouts and a chart that are small enough to count by hand, and a book in a few words.
enum SampleLayouts {
    typealias Row = StatementLayout.Row

    static let income = StatementLayout(
        kind: .income,
        firstYear: nil,
        lastYear: nil,
        rows: [
            row("intakter", .accounts), row("kostnader", .accounts),
            row("netto", .sum(["intakter", "kostnader"])), row("skatt", .accounts),
            row("resultat", .total(.result, ["netto", "skatt"])),
        ]
    )

    /// The equity block as it is from 2024.
    static let balance = StatementLayout(
        kind: .balance,
        firstYear: 2024,
        lastYear: nil,
        rows: assets + [
            row("borjan", .equity(.opening)), row("borjan-reserv", .equity(.openingReserve)),
            row("aret", .equity(.result)), row("slut", .equity(.closing)),
            row("slut-reserv", .equity(.closingReserve)),
        ] + debts
    )

    /// The equity block as it was until 2023.
    static let oldBalance = StatementLayout(
        kind: .balance,
        firstYear: nil,
        lastYear: 2023,
        rows: assets + [
            row("aret", .equity(.result)), row("slut-reserv", .equity(.closingReserve)),
            row("ovrigt", .equity(.other)), row("slut", .equity(.closing)),
        ] + debts
    )

    static let chart = AccountChart([
        AccountChart.Entry(prefix: "15", place: .row("fordringar")),
        AccountChart.Entry(prefix: "19", place: .row("bank")),
        AccountChart.Entry(prefix: "20", place: .equity),
        AccountChart.Entry(prefix: "2080", place: .reserve),
        AccountChart.Entry(prefix: "24", place: .row("skulder")),
        AccountChart.Entry(prefix: "3", place: .row("intakter")),
        AccountChart.Entry(prefix: "4", place: .row("kostnader")),
        AccountChart.Entry(prefix: "899", place: .closing),
    ])

    static func templates(_ year: Int) -> StatementTemplates {
        StatementTemplates(
            income: income,
            balance: year < 2024 ? oldBalance : balance,
            chart: chart
        )
    }

    private static let assets = [
        row("tillgangar", .heading), row("fordringar", .accounts), row("bank", .accounts),
        row("summa-tillgangar", .total(.assets, ["fordringar", "bank"])),
    ]

    private static let debts = [
        row("skulder", .accounts), row("summa", .total(.equityAndDebts, ["slut", "skulder"])),
        row("panter", .offBalance),
    ]

    private static func row(_ key: String, _ filling: StatementLayout.Filling) -> Row {
        Row(key: key, title: key, level: 0, filling: filling)
    }
}

/// A book in öre.
struct SampleBook {
    private(set) var years = AccountYears()

    /// A book that begins in a year.
    init(from first: Int, opening: [String: Int64] = [:]) throws {
        years.firstYear = first
        for (account, ore) in opening {
            years.opening[try number(account)] = try Money(ore: ore)
        }
    }

    mutating func move(_ year: Int, _ account: String, _ ore: Int64, _ target: String? = nil) throws
    {
        years.movements.append(
            AccountYears.Movement(
                account: try number(account),
                year: year,
                target: try target.map { try #require(MappingTarget($0)) },
                amount: try Money(ore: ore)
            )
        )
    }

    mutating func cover(_ year: Int) throws {
        years.covered.formUnion(try #require(MonthRange(calendarYear: year)).months)
    }

    /// A file of the year has been read in, whatever it holds.
    mutating func read(_ year: Int) { years.imported.insert(year) }

    mutating func uncover(_ months: [Month]) { years.covered.subtract(months) }

    mutating func declare(_ year: Int, _ change: (inout AccountYears.Declared) throws -> Void)
        rethrows
    {
        try change(&years.declared[year, default: AccountYears.Declared()])
    }

    mutating func name(_ account: String, _ name: String) throws {
        years.names[try number(account)] = name
    }

    func statements(_ year: Int) throws -> FinancialStatements {
        try #require(
            try FinancialStatements(year, of: years, SampleLayouts.templates(year))
        )
    }

    private func number(_ text: String) throws -> AccountNumber {
        try #require(AccountNumber(text))
    }
}

/// Accounts and öre as the book keeps them.
func amounts(_ pairs: [String: Int64]) throws -> [AccountNumber: Money] {
    var amounts: [AccountNumber: Money] = [:]
    for (account, ore) in pairs {
        amounts[try #require(AccountNumber(account))] = try Money(ore: ore)
    }
    return amounts
}

extension Statement {
    /// A row's amounts in öre, this year's and last year's; nil for one that is not known or does
    /// not apply.
    func ore(_ key: String) -> [Int64?] {
        [self[key]?.current.amount?.ore, self[key]?.previous.amount?.ore]
    }
}
