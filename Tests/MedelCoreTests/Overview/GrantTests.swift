import MedelCore
import TestSupport
import Testing

@Suite struct GrantTests {
    @Test func `without a decision nothing is known to be granted`() throws {
        let figure = try figure([], .total)
        #expect(figure.value == .unknown)
        #expect(figure.notes == [.decisionMissing])
        #expect(figure.notes.first?.text.contains("beslut saknas i källan") == true)
    }

    @Test func `a refusal grants nothing and takes nothing away`() throws {
        let refusal = try decision("B", .reject, on: "2024-02-01")
        #expect(try figure([refusal], .total).amount == .zero)
        let grant = try decision("A", on: "2024-01-01", (.total, 1_000))
        #expect(try figure([grant, refusal], .total).amount?.ore == 1_000)
    }

    @Test func `what replaces takes the place of the decision and all that was added to it`()
        throws
    {
        let decisions = [
            try decision("A", on: "2024-01-01", (.total, 1_000)),
            try decision("B", .amend, .adds(try code("A")), on: "2024-02-01", (.total, 200)),
            try decision("C", .amend, .replaces(try code("A")), on: "2024-03-01", (.total, 500)),
            try decision("D", .amend, .adds(try code("A")), on: "2024-04-01", (.total, 7)),
        ]
        let sums = try (1...4).map {
            try Grant(of: insats, Array(decisions.prefix($0)), asOf: day("2024-12-31"))
                .ceilings[.total]?.ore
        }
        #expect(sums == [1_000, 1_200, 500, 507])
        #expect(try figure(decisions, .total, asOf: "2024-02-15").amount?.ore == 1_200)
    }

    @Test func `an addition can be replaced by itself`() throws {
        let decisions = [
            try decision("A", on: "2024-01-01", (.total, 1_000)),
            try decision("B", .amend, .adds(try code("A")), on: "2024-02-01", (.total, 200)),
            try decision("C", .amend, .replaces(try code("B")), on: "2024-03-01", (.total, 50)),
        ]
        #expect(try figure(decisions, .total).amount?.ore == 1_050)
    }

    @Test func `at one meeting a decision comes after the one that it refers to`() throws {
        let decisions = [
            try decision("A", .amend, .replaces(try code("B")), on: "2024-01-01", (.total, 5)),
            try decision("B", on: "2024-01-01", (.total, 1_000)),
        ]
        #expect(try figure(decisions, .total).amount?.ore == 5)
    }

    @Test func `a move changes years and leaves their sum, until it is replaced`() throws {
        let grant = try decision(
            "A",
            on: "2024-01-01",
            (.calendarYear(2025), 1_000),
            (.calendarYear(2026), 1_000)
        )
        let move = try decision(
            "B",
            .carryOver,
            .moves,
            on: "2025-11-01",
            (.calendarYear(2025), -300),
            (.calendarYear(2026), 300)
        )
        let new = try decision(
            "C",
            .amend,
            .replaces(try code("A")),
            on: "2026-01-10",
            (.calendarYear(2025), 700),
            (.calendarYear(2026), 900)
        )
        #expect(try figure([grant, move], .calendarYear(2025)).amount?.ore == 700)
        #expect(try figure([grant, move], .calendarYear(2026)).amount?.ore == 1_300)
        #expect(try figure([grant, move], .total).amount?.ore == 2_000)
        let after = try figure([grant, move, new], .calendarYear(2026), asOf: "2026-12-31")
        #expect(after.amount?.ore == 900)
    }

    @Test func `a calendar year is spread from budget years unless it is decided`() throws {
        let years = [
            BudgetYear(label: "År 1", months: try months("2017-02", "2018-01")),
            BudgetYear(label: "År 2", months: try months("2018-02", "2019-01")),
            BudgetYear(label: "År 3", months: try months("2019-02", "2020-01")),
        ]
        let grant = try decision(
            "A",
            on: "2016-12-08",
            (.budgetYear(1), 176_700_000),
            (.budgetYear(2), 178_200_000),
            (.budgetYear(3), 181_200_000)
        )
        let spread = try (2017...2021).map {
            try figure([grant], .calendarYear($0), years: years)
        }
        #expect(
            spread.map(\.amount?.ore) == [161_975_000, 178_075_000, 180_950_000, 15_100_000, 0]
        )
        #expect(spread.allSatisfy { $0.notes == [.spread] })
        let decided = try decision("B", on: "2017-01-01", (.calendarYear(2017), 9))
        let explicit = try figure([grant, decided], .calendarYear(2017), years: years)
        #expect(explicit.amount?.ore == 9)
        #expect(explicit.notes.isEmpty)
    }

    @Test func `a total is spread over the months, and without months there is no figure`() throws {
        let grant = try decision("A", on: "2024-01-01", (.total, 229_300_000))
        let span = try months("2019-09", "2020-08")
        #expect(
            try figure([grant], .calendarYear(2019), months: span).amount?.ore
                == 76_433_333
        )
        let unknown = try figure([grant], .calendarYear(2019))
        #expect(unknown.value == .unknown)
        #expect(unknown.notes == [.monthsUnknown])
        let category = try #require(CostCategoryCode("LON"))
        let narrow = try decision("A", on: "2024-01-01", (.category(category), 5))
        #expect(try figure([narrow], .total).notes == [.ceilingMissing])
    }

    @Test func `what is granted for a year comes from the decisions on that year`() throws {
        let grant = try decision(
            "A",
            on: "2024-01-01",
            (.calendarYear(2025), 1_000),
            (.calendarYear(2026), 1_000)
        )
        let more = try decision(
            "B",
            .amend,
            .adds(try code("A")),
            on: "2025-02-01",
            (.calendarYear(2026), 50)
        )
        let move = try decision(
            "C",
            .carryOver,
            .moves,
            on: "2025-11-01",
            (.calendarYear(2025), -300),
            (.calendarYear(2026), 300)
        )
        let found = try parts([grant, more, move], of: 2025)
        #expect(found.map(\.decision.code.text) == ["A"])
        #expect(found.map(\.amount?.ore) == [700])
        let next = try parts([grant, more, move], of: 2026)
        #expect(next.map(\.decision.code.text) == ["A", "B", "C"])
        #expect(next.map(\.amount?.ore) == [1_000, 50, 300])
        #expect(try parts([grant], of: 2027).isEmpty)
        let narrow = try decision("A", on: "2024-01-01", (.total, 9))
        #expect(try parts([narrow], of: 2027).map(\.amount) == [nil])
    }

    @Test func `a total leaves the years beside those of their own what it has left`() throws {
        let span = try months("2024-01", "2026-12")
        let grant = try decision(
            "A",
            on: "2023-11-01",
            (.total, 90_000_000),
            (.calendarYear(2026), 40_000_000)
        )
        let years = try (2023...2027).map {
            try figure([grant], .calendarYear($0), months: span).amount?.ore
        }
        #expect(years == [0, 25_000_000, 25_000_000, 40_000_000, 0])
        #expect(try figure([grant], .total, months: span).amount?.ore == 90_000_000)
        let more = try decision(
            "B",
            .amend,
            .adds(try code("A")),
            on: "2023-12-01",
            (.total, 10_000_000)
        )
        let parts = try parts([grant, more], of: 2024, months: span)
        #expect(parts.map(\.amount?.ore) == [27_000_000, 3_000_000])
        let above = try decision("A", on: "2023-11-01", (.total, 5), (.calendarYear(2026), 6))
        #expect(try figure([above], .calendarYear(2024), months: span).amount == .zero)
        #expect(try self.parts([above], of: 2024, months: span).isEmpty)
    }

    @Test func `closing releases what is granted for later years, in every scope`() throws {
        let span = try months("2025-01", "2027-12")
        let yearly = try decision(
            "A",
            on: "2024-11-01",
            (.calendarYear(2025), 200),
            (.calendarYear(2026), 900),
            (.calendarYear(2027), 800)
        )
        let close = try decision("B", .close, on: "2025-12-15")
        let decisions = [yearly, close]
        let years = try (2025...2027).map {
            try figure(decisions, .calendarYear($0), months: span, asOf: "2025-12-31")
        }
        #expect(years.map(\.amount?.ore) == [200, 0, 0])
        #expect(years[1].notes == [.released(try day("2025-12-15"), try Money(ore: 900))])
        #expect(years[0].notes.isEmpty)
        #expect(try figure(decisions, .total, months: span).amount?.ore == 200)
        #expect(try parts(decisions, of: 2026, months: span).isEmpty)
        let before = try figure(decisions, .calendarYear(2026), months: span, asOf: "2025-12-14")
        #expect(before.amount?.ore == 900)
        let whole = [try decision("A", on: "2024-11-01", (.total, 900)), close]
        #expect(try figure(whole, .total, months: span).amount?.ore == 300)
        #expect(try figure(whole, .calendarYear(2027), months: span).amount?.ore == 0)
        // Without months nobody knows what lies after the day.
        #expect(try figure(whole, .total).amount?.ore == 900)
        let projectYear = [BudgetYear(label: "1", months: try months("2025-07", "2026-06"))]
        let split = [try decision("A", on: "2024-11-01", (.budgetYear(1), 120)), close]
        let sums = try [.budgetYear(1), .calendarYear(2025), .calendarYear(2026), .total].map {
            try figure(split, $0, months: projectYear[0].months, years: projectYear).amount?.ore
        }
        #expect(sums == [60, 60, 0, 60])
    }

    @Test(
        arguments: [
            (nil, nil, nil), ("2025-06-30", nil, "2025-06-30"), ("2026-01-01", nil, nil),
            (nil, "2025-12-15", "2025-12-15"), ("2025-06-30", "2025-12-15", "2025-06-30"),
            ("2026-03-31", "2025-12-15", "2026-03-31"), (nil, "2026-01-01", nil),
        ] as [(String?, String?, String?)]
    )
    func `a day to come closes only when a meeting has decided it`(
        _ own: String?,
        _ met: String?,
        _ expected: String?
    ) throws {
        let closing = try met.map { try decision("B", .close, on: $0) }
        let grant = try Grant(
            of: insats,
            [try decision("A", on: "2024-11-01", (.total, 1))] + [closing].compactMap(\.self),
            asOf: day("2025-12-31"),
            closedOn: own.map(day)
        )
        #expect(grant.closedOn == (try expected.map(day)))
    }

    @Test(arguments: 0..<200)
    func `the parts of a year sum to its figure`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let span = try months("2024-0\(Int.random(in: 1...9, using: &random))", "2026-05")
        let years = [
            BudgetYear(label: "1", months: MonthRange(from: span.first, through: span.first)),
            BudgetYear(label: "2", months: span),
        ]
        var decisions: [Decision] = []
        let isByYear = Bool.random(using: &random)
        for number in 0..<Int.random(in: 1...5, using: &random) {
            let scopes: [Ceiling.Scope] =
                isByYear ? [.budgetYear(1), .budgetYear(2)] : [.total, .calendarYear(2026)]
            let scope = scopes[Int.random(in: 0...1, using: &random)]
            decisions.append(
                try decision(
                    "D\(number)",
                    number == 0 ? .grant : .amend,
                    number == 0 ? .none : .adds(try code("D0")),
                    on: "2024-01-0\(number + 1)",
                    (scope, Int64.random(in: 1...999_999, using: &random))
                )
            )
        }
        for year in 2023...2027 {
            let figure = try figure(decisions, .calendarYear(year), months: span, years: years)
            let parts = try parts(decisions, of: year, months: span, years: years)
            let amounts = parts.compactMap(\.amount)
            guard let whole = figure.amount else { continue }
            #expect(try Money.sum(amounts) == whole, "\(year)")
            #expect(parts.map(\.decision.date) == parts.map(\.decision.date).sorted())
        }
    }

    private func parts(
        _ decisions: [Decision],
        of year: Int,
        months: MonthRange? = nil,
        years: [BudgetYear] = []
    ) throws -> [DecidedPart] {
        try Grant(of: insats, decisions, asOf: day("2027-12-31"))
            .parts(of: year, months: months, years: years, recipients: [])
    }

    private var insats: InsatsCode {
        get throws { try #require(InsatsCode("KRUS")) }
    }

    private func code(_ text: String) throws -> DecisionCode { try #require(DecisionCode(text)) }

    private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    private func months(_ first: String, _ last: String) throws -> MonthRange {
        let first = try #require(Month(iso: first))
        let last = try #require(Month(iso: last))
        return try #require(MonthRange(from: first, through: last))
    }

    private func figure(
        _ decisions: [Decision],
        _ scope: OverviewLine.Scope,
        months: MonthRange? = nil,
        years: [BudgetYear] = [],
        asOf: String = "2025-12-31"
    ) throws -> Figure {
        try Grant(of: insats, decisions.reversed(), asOf: day(asOf))
            .figure(scope, months: months, years: years, recipients: [])
    }

    private func decision(
        _ text: String,
        _ kind: Decision.Kind = .grant,
        _ relation: Decision.Relation = .none,
        on date: String,
        _ ceilings: (Ceiling.Scope, Int64)...
    ) throws -> Decision {
        Decision(
            code: try code(text),
            insats: try insats,
            kind: kind,
            relation: relation,
            date: try day(date),
            paragraph: "§ 1",
            diaryNumber: "",
            ceilings: try ceilings.map { Ceiling(scope: $0.0, amount: try Money(ore: $0.1)) },
            financing: "",
            conditions: []
        )
    }
}
