import MedelCore
import TestSupport
import Testing

@Suite struct BudgetEvaluationTests {
    @Test func `KRUS with 830 000 pay and municipal PO 39,15 % gives 324 945`() throws {
        let plans = [
            try Plan.row("po", Plan.charges(.municipality, on: ["lon"])),
            try Plan.row("lon", kronor: [830_000]),
        ]
        let year = try Plan.year("2019-01", "2019-12")
        let budget = BudgetEvaluation(plans, years: [year], rates: try Plan.rates())
        #expect(try budget.ore("po") == [32_494_500])
        #expect(
            try budget.texts("po") == ["PO kommun 2019 39,15 % av 830 000,00 = 324 945,00"]
        )
        #expect(budget.rates == [try Plan.rate(.municipality, 2019, 3_915)])
        let thousands = RowRounding(unit: .thousand, rule: .halfAwayFromZero)
        let coarse = [
            try Plan.row("po", Plan.charges(.municipality, on: ["lon"]), thousands), plans[1],
        ]
        let budgeted = BudgetEvaluation(coarse, years: [year], rates: try Plan.rates())
        #expect(try budgeted.ore("po") == [32_500_000])
        #expect(
            try budgeted.texts("po") == [
                "PO kommun 2019 39,15 % av 830 000,00 = 324 945,00; "
                    + "avrundat till närmaste tusental kronor = 325 000,00"
            ]
        )
    }

    @Test(arguments: [(1_767_000, 396), (1_782_000, 393), (1_812_000, 386)])
    func `70 000 of Vägknuten's sum shows its share`(whole: Int64, basisPoints: Int64) throws {
        let share = try Plan.kronor(70_000)
            .basisPoints(of: Plan.kronor(whole), rounding: .halfAwayFromZero)
        #expect(share == basisPoints)
        #expect(Rate(basisPoints: Int(basisPoints))?.description.count == 4)
    }

    @Test func `a staff row is derived in words and figures that add up`() throws {
        let staff = try Plan.staff(
            posts: [200],
            pay: 3_450_000,
            charges: .sector(.municipality)
        )
        let year = try Plan.year("2019-01", "2019-12")
        let plans = [try Plan.row("lon", staff)]
        let budget = BudgetEvaluation(plans, years: [year], rates: try Plan.rates())
        #expect(
            try budget.texts("lon") == [
                "2,0 tjänster × 100 % × 34 500 kr × 12 mån = 828 000,00; "
                    + "PO kommun 2019 39,15 % = 324 162,00; summa 1 152 162,00"
            ]
        )
        #expect(try budget.ore("lon") == [115_216_200])
    }

    @Test func `a budget year over two calendar years takes each month's pay and PO`() throws {
        let staff = try Plan.staff(
            posts: [150],
            employment: [8_000],
            pay: 3_000_000,
            raises: [
                Plan.raise("2020-04", .amount(Plan.kronor(500))),
                Plan.raise("2019-11", .percent(#require(Rate(basisPoints: 250)))),
            ],
            holiday: .perDay(#require(FineRate(percent: "0,605")), days: 25),
            charges: .sector(.municipality)
        )
        let year = try Plan.year("2019-09", "2020-08")
        let budget = BudgetEvaluation(
            [try Plan.row("lon", staff)],
            years: [year],
            rates: try Plan.rates()
        )
        // 1,5 × 80 % × (2 × 30 000 + 2 × 30 750) and × (3 × 30 750 + 5 × 31 250).
        #expect(
            try budget.texts("lon") == [
                "2019: 1,5 tjänster × 80 % × (30 000 kr × 2 mån + 30 750 kr × 2 mån) = "
                    + "145 800,00; semestertillägg 25 dagar om året × 0,605 % av en månadslön = "
                    + "1 837,69; PO kommun 2019 39,15 % = 57 800,16; "
                    + "2020: 1,5 tjänster × 80 % × (30 750 kr × 3 mån + 31 250 kr × 5 mån) = "
                    + "298 200,00; semestertillägg 25 dagar om året × 0,605 % av en månadslön = "
                    + "3 758,56; PO kommun 2020 40,15 % = 121 236,36; summa 628 632,77"
            ]
        )
        #expect(budget.rates.map(\.year) == [2019, 2020])
    }

    @Test func `PO in a row of its own is the same as in the row of pay`() throws {
        let year = try Plan.year("2019-03", "2020-02")
        let pay = { (charges: POBasis?) in
            try Plan.staff(
                posts: [133],
                employment: [7_525],
                pay: 3_333_333,
                raises: [Plan.raise("2019-04", .percent(#require(Rate(basisPoints: 333))))],
                holiday: .share(#require(Rate(basisPoints: 91))),
                charges: charges
            )
        }
        let inside = BudgetEvaluation(
            [try Plan.row("lon", pay(.sector(.municipality)))],
            years: [year],
            rates: try Plan.rates()
        )
        let outside = BudgetEvaluation(
            [
                try Plan.row("lon", pay(nil)),
                try Plan.row("po", Plan.charges(.municipality, on: ["lon"])),
            ],
            years: [year],
            rates: try Plan.rates()
        )
        let together = try outside.ore("lon")[0] + outside.ore("po")[0]
        #expect(try inside.ore("lon") == [together])
        #expect(inside.rates == outside.rates)
    }

    struct PercentCase: Sendable {
        let base: Int64
        let basisPoints: Int
        var cap: Int64?
        var includesItself = false
        var rounding = RowRounding.ore
        let ore: Int64
    }

    @Test(arguments: [
        PercentCase(base: 0, basisPoints: 400, ore: 0),
        PercentCase(base: 1, basisPoints: 5_000, ore: 1),
        PercentCase(base: -5, basisPoints: 5_000, ore: -3),
        PercentCase(base: 169_700_000, basisPoints: 400, ore: 6_788_000),
        PercentCase(base: 169_700_000, basisPoints: 400, cap: 6_000_000, ore: 6_000_000),
        PercentCase(base: -169_700_000, basisPoints: 400, cap: 6_000_000, ore: -6_000_000),
        PercentCase(base: 169_700_000, basisPoints: 400, cap: 0, ore: 0),
        PercentCase(base: 96_000_000, basisPoints: 400, includesItself: true, ore: 4_000_000),
        PercentCase(base: 100, basisPoints: 9_999, includesItself: true, ore: 999_900),
        PercentCase(base: 100, basisPoints: 10_000, ore: 100),
        PercentCase(
            base: 12_345,
            basisPoints: 1_000,
            rounding: RowRounding(unit: .krona, rule: .down),
            ore: 1_200
        ),
        PercentCase(
            base: 1_500_000,
            basisPoints: 1_000,
            cap: 140_000,
            rounding: RowRounding(unit: .thousand, rule: .ceiling),
            ore: 140_000
        ),
        PercentCase(
            base: Money.oreMax,
            basisPoints: 10_000,
            ore: Money.oreMax
        ),
    ])
    func `a percentage is rounded once and never passes its cap`(_ test: PercentCase) throws {
        let base = try Plan.row("bas", .amounts([Money(ore: test.base)]))
        let rule = try Plan.percent(
            test.basisPoints,
            of: ["bas"],
            caps: test.cap.map { [try Money(ore: $0)] },
            includesItself: test.includesItself
        )
        let budget = BudgetEvaluation(
            [try Plan.row("adm", rule, test.rounding), base],
            years: [BudgetYear(label: "År 1", months: nil)],
            rates: PORateTable()
        )
        #expect(try budget.ore("adm") == [test.ore])
    }

    @Test func `units at a price and a lump sum say what they are`() throws {
        let unit = BudgetRule.unit(
            UnitRule(
                quantities: [try #require(Quantity("12,5")), try #require(Quantity("12"))],
                unit: "timmar",
                prices: [try Money(ore: 85_033), try Plan.kronor(900)]
            )
        )
        let lump = BudgetRule.lump(
            LumpRule(
                amounts: [.zero, try Plan.kronor(50_000)],
                event: "slutrapporten godkänd"
            )
        )
        let years = [try Plan.year("2019-01", "2019-12"), try Plan.year("2020-01", "2020-12")]
        let budget = BudgetEvaluation(
            [try Plan.row("tolk", unit), try Plan.row("slut", lump)],
            years: years,
            rates: PORateTable()
        )
        #expect(try budget.ore("tolk") == [1_062_913, 1_080_000])
        #expect(
            try budget.texts("tolk") == [
                "12,5 timmar × 850,33 kr ≈ 10 629,13", "12 timmar × 900 kr = 10 800,00",
            ]
        )
        #expect(
            try budget.texts("slut") == [
                "engångsbelopp 0,00, när: slutrapporten godkänd",
                "engångsbelopp 50 000,00, när: slutrapporten godkänd",
            ]
        )
    }

    @Test func `a rate is never taken from another year or sector`() throws {
        let year = try Plan.year("2019-07", "2021-06")
        let plans = [
            try Plan.row("lon", Plan.staff(pay: 3_000_000, charges: .sector(.municipality))),
            try Plan.row("stat", Plan.staff(pay: 3_000_000, charges: .sector(.state))),
        ]
        let budget = BudgetEvaluation(plans, years: [year], rates: try Plan.rates())
        #expect(budget.rows == nil)
        #expect(
            budget.faults == [
                BudgetRuleFault(
                    row: try Plan.code("lon"),
                    reason: .missingRate(.municipality, year: 2021)
                ),
                BudgetRuleFault(
                    row: try Plan.code("stat"),
                    reason: .missingRate(.state, year: 2019)
                ),
            ]
        )
    }

    @Test func `a final rate goes before a preliminary one, in either order`() throws {
        let preliminary = try Plan.rate(.region, 2022, 4_627, .preliminary)
        let final = try Plan.rate(.region, 2022, 4_522)
        #expect(PORateTable([preliminary, final])[.region, 2022] == final)
        #expect(PORateTable([final, preliminary])[.region, 2022] == final)
        #expect(
            PORateTable([preliminary]).completed(by: PORateTable([final])).rates == [preliminary]
        )
        #expect(PORateTable([final])[.region, 2023] == nil)
    }

    struct FaultCase: Sendable {
        let rows: [(String, BudgetRule)]
        let reasons: [BudgetRuleFault.Reason]
    }

    @Test func `what cannot be reckoned is named, and what builds on it is left alone`() throws {
        let lon = try Plan.code("lon")
        let bought = try Plan.staff(pay: 100, charges: .sector(.region), isBought: true)
        let invoice = try Plan.staff(pay: 100, isBought: true)
        let withPO = try Plan.staff(pay: 100, charges: .sector(.municipality))
        let po = try Plan.charges(.municipality, on: ["lon"])
        let cases = [
            FaultCase(
                rows: [("adm", try Plan.percent(400, of: ["lon"]))],
                reasons: [.unknownRow(lon)]
            ),
            FaultCase(rows: [("lon", bought)], reasons: [.boughtStaff]),
            FaultCase(rows: [("lon", invoice), ("po", po)], reasons: [.chargesOnBoughtStaff(lon)]),
            FaultCase(rows: [("lon", withPO), ("po", po)], reasons: [.chargesOnCharges(lon)]),
            FaultCase(
                rows: [("lon", try Plan.staff(pay: 1_000_000_001))],
                reasons: [.outOfRange]
            ),
            FaultCase(rows: [("lon", try Plan.staff(pay: -1))], reasons: [.outOfRange]),
            FaultCase(
                rows: [("lon", try Plan.staff(posts: [1, 1], pay: 1))],
                reasons: [.valueCount(expected: 1, found: 2)]
            ),
            FaultCase(
                rows: [
                    ("a", try Plan.percent(10_000, of: ["b"], includesItself: true)),
                    ("b", try Plan.staff(pay: 100)), ("c", try Plan.percent(100, of: ["a"])),
                ],
                reasons: [.noRestForBase]
            ),
            FaultCase(
                rows: [
                    ("c", try Plan.percent(100, of: ["b"])),
                    ("b", try Plan.percent(100, of: ["a"])),
                    ("a", try Plan.percent(100, of: ["c"])),
                    ("d", try Plan.percent(100, of: ["a"])),
                    ("e", try Plan.percent(100, of: ["e"])),
                ],
                reasons: [
                    .circle([try Plan.code("a"), try Plan.code("c"), try Plan.code("b")]),
                    .circle([try Plan.code("e")]),
                ]
            ),
        ]
        for test in cases {
            let budget = BudgetEvaluation(
                try test.rows.map { try Plan.row($0.0, $0.1) },
                years: [try Plan.year("2019-01", "2019-12")],
                rates: try Plan.rates()
            )
            #expect(Set(budget.faults.map(\.reason)) == Set(test.reasons))
            #expect(budget.faults.count == test.reasons.count)
            #expect(budget.rows == nil)
        }
    }

    @Test func `pay by the month needs months, a percentage does not`() throws {
        let years = [BudgetYear(label: "År 1", months: nil)]
        let staff = BudgetEvaluation(
            [try Plan.row("lon", Plan.staff(pay: 100))],
            years: years,
            rates: PORateTable()
        )
        #expect(staff.faults.map(\.reason) == [.monthsUnknown(year: "År 1")])
        let own = BudgetRule.charges(
            ChargesRule(
                base: [try Plan.code("lon")],
                basis: .own(try #require(Rate(basisPoints: 4_100)), source: "Avtal")
            )
        )
        let budget = BudgetEvaluation(
            [try Plan.row("po", own), try Plan.row("lon", kronor: [1_000])],
            years: years,
            rates: PORateTable()
        )
        #expect(try budget.ore("po") == [41_000])
        #expect(try budget.texts("po") == ["eget PO 41 % (Avtal) av 1 000,00 = 410,00"])
        #expect(budget.rates == [])
    }
}
