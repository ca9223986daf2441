import MedelCore
import MedelDocument
import MedelReports
import TestSupport
import Testing

/// What a closed insats still binds, in the sheets that look ahead.
@Suite struct ClosedInsatsTests {
    /// Open 2025–2027 with 900 kronor a year, closed in the middle of the first.
    private func build(closed: Bool) throws -> Build {
        var build = Build()
        try build.insats("A", months: ("2025-01", "2027-12"))
        try build.decide(
            "1",
            on: "A",
            "2024-11-01",
            ceilings: (2025...2027).map { (.calendarYear($0), 90_000) }
        )
        if closed { try build.decide("2", on: "A", "2025-06-30", .close, ceilings: []) }
        for line in AssociationBudgetLine.allCases {
            try build.area(line, 2025, .original, line == .unallocated ? 7_000 : 0)
        }
        try build.cover("owner:OSK", "2025-01", "2025-06")
        try build.post("owner:OSK", "2025-05", "insats:A", nil, 25_000)
        return build
    }

    private func overview(closed: Bool, asOf day: String = "2025-09-30") throws -> InsatsOverview {
        let overview = Overview(try build(closed: closed).snapshot(asOf: day))
        return try InsatsOverview(try #require(overview.insatser.first), in: overview)
    }

    @Test(
        arguments: [
            (false, [90_000, 90_000, 90_000], [0, 0, 0]),
            (true, [25_000, 0, 0], [65_000, 90_000, 90_000]),
        ] as [(Bool, [Int64], [Int64])]
    )
    func `a closed insats binds what it cost the closing year and nothing after`(
        _ closed: Bool,
        _ bound: [Int64],
        _ released: [Int64]
    ) throws {
        let insats = try overview(closed: closed)
        let found = try (2025...2027).map { try insats.bound(in: $0) }
        #expect(found.map(\.figure.amount?.ore) == bound)
        #expect(found.map(\.released.ore) == released)
    }

    @Test func `months after the closing need no book, and the cost stays`() throws {
        let cost = try overview(closed: true).incurred(.calendarYear(2025))
        #expect(cost?.figure.amount?.ore == 25_000)
        #expect(try overview(closed: false).incurred(.calendarYear(2025))?.figure.amount == nil)
    }

    @Test func `the closing year binds all that is granted while its cost is not known`() throws {
        var build = try build(closed: true)
        build.coverage = [:]
        let overview = Overview(try build.snapshot(asOf: "2025-09-30"))
        let insats = try InsatsOverview(try #require(overview.insatser.first), in: overview)
        #expect(try insats.bound(in: 2025).figure.amount?.ore == 90_000)
    }

    @Test func `nothing is expected to be paid after the closing, and that is told`() throws {
        let sheet = try LiquiditySheet.make(
            2025,
            build(closed: true).snapshot(asOf: "2025-06-30"),
            [
                ContributionVersion(
                    number: 1,
                    contribution: Contribution(
                        year: 2025,
                        member: try #require(MemberCode("FK")),
                        amount: try Money(ore: 100),
                        decidedOn: nil,
                        payments: []
                    ),
                    recorded: try #require(Timestamp(iso: "2025-01-01T00:00:00Z")),
                    actor: nil,
                    ledgerVersion: 1
                )
            ],
            []
        )
        #expect(try sheet.kronor("liquidity", "2025-06", "insatser") == -75)
        #expect(try sheet.kronor("liquidity", "2025-07", "insatser") == 0)
        let notes = sheet.notes.map(\.text)
        #expect(notes.contains { $0.hasPrefix("A är avslutad 2025-06-30: 650,00") })
        #expect(notes.contains { $0.hasPrefix("Insatser, ej fördelat: budgetens 70,00") })
    }
}
