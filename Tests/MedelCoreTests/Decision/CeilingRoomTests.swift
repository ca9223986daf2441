import MedelCore
import Testing

@Suite struct CeilingRoomTests {
    private let build: CeilingBuild
    private static let million: Int64 = 100_000_000

    init() throws { build = try CeilingBuild() }

    @Test func `a ceiling of 1,0 mkr a year and costs of 0,8 then 1,3 give 1,8 in all`() throws {
        var room = try build.room([
            build.decision(
                "A",
                [(.calendarYear(2024), Self.million), (.calendarYear(2025), Self.million)]
            )
        ])
        let first = room.approve([try build.use("2024-06", "LON", 80_000_000)])
        let second = room.approve([try build.use("2025-06", "LON", 130_000_000)])
        #expect((first + second).map(\.amount.ore) == [80_000_000, 100_000_000])
        #expect(try room.room(for: build.use("2024-01", 0)).ore == 20_000_000)
    }

    @Test func `GUIDE 10 case 4, Jobbvägen, four calendar years under three budget years`() throws {
        let years = [
            try CeilingBuild.year("2025-06", "2026-05"),
            try CeilingBuild.year("2026-06", "2027-05"),
            try CeilingBuild.year("2027-06", "2028-05"),
        ]
        let yearly: Int64 = 160_120_800
        var room = try build.room(
            [
                build.decision(
                    "A",
                    [(.budgetYear(1), yearly), (.budgetYear(2), yearly), (.budgetYear(3), yearly)]
                )
            ],
            years: years
        )
        // Calendar 2026 holds parts of two budget years and has no ceiling of its own.
        let spring = room.approve([try build.use("2026-05", 170_000_000)])
        let autumn = room.approve([try build.use("2026-06", 160_120_800)])
        #expect((spring + autumn).map(\.amount.ore) == [yearly, yearly])
        #expect(room.approve([try build.use("2028-06", 100)]).map(\.amount) == [.zero])
        #expect(try room.room(for: build.use("2028-05", 1)).ore == yearly)
    }

    @Test(arguments: [
        (asked: Int64(110_000_000), paid: Int64(100_000_000), freed: Int64(0)),
        (asked: 90_000_000, paid: 90_000_000, freed: 10_000_000),
        (asked: 100_000_000, paid: 100_000_000, freed: 0), (asked: 0, paid: 0, freed: 100_000_000),
        (asked: 100_000_001, paid: 100_000_000, freed: 0),
        (asked: -5, paid: -5, freed: 100_000_005),
    ])
    func `GUIDE 10 case 6, what passes the ceiling is the owner's and what is below is freed`(
        _ test: (asked: Int64, paid: Int64, freed: Int64)
    ) throws {
        var room = try build.room([build.decision("A", [(.total, Self.million)])])
        #expect(
            room.approve([try build.use("2025-06", "LON", test.asked)]).map(\.amount.ore) == [
                test.paid
            ]
        )
        #expect(try room.room(for: build.use("2025-07", 0)).ore == test.freed)
    }

    @Test func `the smallest room of all scopes limits, and every one of them is used`() throws {
        let osk = try #require(OwnerCode("OSK"))
        let lon = try #require(CostCategoryCode("LON"))
        var room = try build.room([
            build.decision(
                "A",
                [
                    (.total, 1_000), (.calendarYear(2025), 700), (.recipient(osk), 600),
                    (.category(lon), 500),
                ]
            )
        ])
        #expect(
            room.approve([try build.use("2025-01", "LON", "OSK", 800)]).map(\.amount.ore) == [500]
        )
        #expect(
            room.approve([try build.use("2025-01", "PO", "OSK", 800)]).map(\.amount.ore) == [100]
        )
        #expect(
            room.approve([try build.use("2025-01", "PO", "MON", 800)]).map(\.amount.ore) == [100]
        )
        #expect(
            room.approve([try build.use("2026-01", "PO", "MON", 800)]).map(\.amount.ore) == [300]
        )
        #expect(room.approve([try build.use("2026-01", "PO", "MON", 800)]).map(\.amount.ore) == [0])
    }

    @Test func `room is taken in the order of claims, and a claim in the order of its rows`() throws
    {
        var room = try build.room([build.decision("A", [(.total, 100)])])
        let (first, held) = room.reserve([
            try build.use("2025-01", "LON", 70), try build.use("2025-01", "PO", 50),
        ])
        #expect(held.held.map(\.amount.ore) == [70, 30])
        let (second, none) = room.reserve([try build.use("2025-02", "LON", 10)])
        #expect(none.held.map(\.amount.ore) == [0])
        #expect(try room.reserved(in: .total).ore == 100)
        let approved = try room.approve(first, [Money(ore: 60), .zero])
        #expect(approved.map(\.amount.ore) == [60, 0])
        #expect(try room.reserved(in: .total) == .zero)
        try room.release(second)
        #expect(try room.room(for: build.use("2025-03", 0)).ore == 40)
        #expect(throws: CeilingRoomFault.notOpen) { try room.release(second) }
        #expect(throws: CeilingRoomFault.notOpen) { try room.approve(first, []) }
    }

    @Test func `more than what a reservation holds is not approved`() throws {
        var room = try build.room([build.decision("A", [(.total, 100)])])
        let (id, _) = room.reserve([try build.use("2025-01", "LON", 70)])
        for ore in [Int64(71), -1] {
            let amount = try Money(ore: ore)
            #expect(throws: CeilingRoomFault.notHeld) { try room.approve(id, [amount]) }
        }
        #expect(throws: CeilingRoomFault.notHeld) { try room.approve(id, []) }
        #expect(try room.approve(id, [Money(ore: 70)]).map(\.amount.ore) == [70])
    }

    @Test func `a correction gives room to its own claim at once and to others when approved`()
        throws
    {
        var room = try build.room([build.decision("A", [(.total, 100)])])
        _ = room.approve([try build.use("2025-01", "LON", 100)])
        let (id, held) = room.reserve([
            try build.use("2025-02", "PO", 40), try build.use("2025-01", "LON", -40),
        ])
        #expect(held.held.map(\.amount.ore) == [40, -40])
        #expect(room.approve([try build.use("2025-03", 5)]).map(\.amount) == [.zero])
        // Without the correction there is no room for the row that leant on it.
        #expect(try room.approve(id, [Money(ore: 40), .zero]).map(\.amount.ore) == [0, 0])
        #expect(try room.approved(in: .total).ore == 100)
    }

    @Test func `ceilings count from the opening position`() throws {
        let osk = try #require(OwnerCode("OSK"))
        var room = try build.room(
            [
                build.decision(
                    "A",
                    on: "2021-11-20",
                    [(.total, 1_000), (.calendarYear(2022), 400), (.recipient(osk), 900)]
                )
            ],
            from: [build.position(2022, approved: 397, recipient: "OSK")]
        )
        #expect(try room.approved(in: .recipient(osk)).ore == 397)
        #expect(room.approve([try build.use("2022-12", nil, "OSK", 50)]).map(\.amount.ore) == [3])
        #expect(
            room.approve([try build.use("2023-01", nil, "OSK", 900)]).map(\.amount.ore) == [500]
        )
    }

    @Test func `a month that no ceiling names has no money`() throws {
        let room = try build.room([build.decision("A", [(.calendarYear(2025), 100)])])
        #expect(try room.room(for: build.use("2026-01", 1)) == .zero)
        #expect(try build.room([]).room(for: build.use("2025-01", 1)) == .zero)
        let unknown = BudgetYear(label: "År 1", months: nil)
        let dateless = try build.room(
            [build.decision("A", [(.budgetYear(1), 100)])],
            years: [unknown]
        )
        #expect(try dateless.room(for: build.use("2025-01", 1)) == .zero)
    }

    @Test func `decisions change room at their place`() throws {
        var room = try build.room([
            build.decision("A", [(.calendarYear(2024), 100), (.calendarYear(2025), 100)])
        ])
        let code = try #require(DecisionCode("A"))
        let late = try build.use("2025-05", 1)
        #expect(try room.room(for: late).ore == 100)
        try room.decide(
            build.decision("B", .amend, .adds(code), on: "2025-02-01", [(.calendarYear(2025), 20)])
        )
        #expect(try room.room(for: late).ore == 120)
        _ = room.approve([try build.use("2024-05", 70)])
        try room.decide(
            build.decision(
                "C",
                .carryOver,
                .moves,
                on: "2025-03-01",
                [(.calendarYear(2024), -30), (.calendarYear(2025), 30)]
            )
        )
        #expect(try room.room(for: late).ore == 150)
        #expect(try room.room(for: build.use("2024-05", 1)) == .zero)
        try room.decide(
            build.decision(
                "D",
                .exception,
                .adds(code),
                on: "2025-04-01",
                [(.calendarYear(2024), 5)]
            )
        )
        #expect(try room.room(for: build.use("2024-05", 1)).ore == 5)
    }

    @Test func `a decision that would bring a ceiling below what it holds is not taken`() throws {
        var room = try build.room([build.decision("A", [(.total, 100)])])
        let code = try #require(DecisionCode("A"))
        _ = room.approve([try build.use("2025-01", "LON", 60)])
        let (id, _) = room.reserve([try build.use("2025-01", "LON", 30)])
        let lower = try build.decision(
            "B",
            .amend,
            .replaces(code),
            on: "2025-02-01",
            [(.total, 89)]
        )
        #expect(throws: CeilingRoomFault.belowUsed(.total)) { try room.decide(lower) }
        #expect(try room.room(for: build.use("2025-01", 1)).ore == 10)
        let other = try build.decision(
            "B",
            .amend,
            .replaces(code),
            on: "2025-02-01",
            [(.calendarYear(2026), 500)]
        )
        #expect(throws: CeilingRoomFault.belowUsed(.total)) { try room.decide(other) }
        try room.release(id)
        try room.decide(lower)
        #expect(try room.room(for: build.use("2025-01", 1)).ore == 29)
    }

    @Test func `a riktbelopp tells when it is passed and stops nothing`() throws {
        let lon = try #require(CostCategoryCode("LON"))
        let terms = GrantTerms(guidelines: [
            Guideline(category: lon, amount: try Money(ore: 50), action: .decide)
        ])
        var room = try build.room([build.decision("A", [(.total, 100)], terms: terms)])
        _ = room.approve([try build.use("2025-01", "LON", 50)])
        #expect(try room.passedGuidelines().isEmpty)
        #expect(room.approve([try build.use("2025-01", "LON", 1)]).map(\.amount.ore) == [1])
        let passed = try room.passedGuidelines()
        #expect(passed.map(\.used.ore) == [51])
        #expect(passed.map(\.guideline.action) == [.decide])
    }
}
