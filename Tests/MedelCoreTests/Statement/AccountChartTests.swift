import MedelCore
import Testing

@Suite struct AccountChartTests {
    private static let chart = AccountChart([
        AccountChart.Entry(prefix: "2", place: .row("skulder")),
        AccountChart.Entry(prefix: "20", place: .equity),
        AccountChart.Entry(prefix: "2081", place: .reserve),
        AccountChart.Entry(prefix: "899", place: .closing),
        AccountChart.Entry(prefix: "3", place: .row("intakter")),
        AccountChart.Entry(prefix: "35", place: .row("bidrag")),
        AccountChart.Entry(prefix: "351", place: .row("finns-inte")),
    ])

    @Test(arguments: [
        ("2", AccountChart.Place.row("skulder")), ("2440", .row("skulder")), ("20", .equity),
        ("2010", .equity), ("2081", .reserve), ("20810", .reserve), ("208", .equity),
        ("8999", .closing), ("899", .closing), ("3", .row("intakter")), ("3110", .row("intakter")),
        ("3540", .row("bidrag")), ("351000", .row("finns-inte")),
    ])
    func `the longest prefix wins`(_ account: String, _ place: AccountChart.Place) throws {
        #expect(Self.chart.place(of: try #require(AccountNumber(account))) == place)
    }

    @Test(arguments: ["1", "1930", "8", "89", "DIFF", "ÅÄÖ", "9999"])
    func `an account that no prefix fits has no place`(_ account: String) throws {
        #expect(Self.chart.place(of: try #require(AccountNumber(account))) == nil)
    }

    @Test func `an empty chart places nothing`() throws {
        #expect(AccountChart([]).place(of: try #require(AccountNumber("1930"))) == nil)
    }

    @Test func `a row that no layout has leaves the account unplaced by its class`() throws {
        let templates = StatementTemplates(
            income: StatementLayout(
                kind: .income,
                firstYear: nil,
                lastYear: nil,
                rows: [
                    StatementLayout.Row(
                        key: "intakter",
                        title: "Intäkter",
                        level: 0,
                        filling: .accounts
                    )
                ]
            ),
            balance: StatementLayout(kind: .balance, firstYear: nil, lastYear: nil, rows: []),
            chart: Self.chart
        )
        let seat = { (number: String, kind: AccountClass?) throws in
            templates.seat(of: try #require(AccountNumber(number)), kind)
        }
        #expect(try seat("3510", .income) == .unplaced(.income))
        #expect(try seat("3510", nil) == .unplaced(.otherResult))
        #expect(try seat("3110", .income) == .income("intakter"))
        #expect(try seat("2440", .liability) == .unplaced(.liability))
        #expect(try seat("8999", .otherResult).isResult)
        #expect(try seat("2010", .liability) == .equity(isReserve: false))
    }
}
