import MedelCore
import MedelReports
import TestSupport
import Testing

/// How R17 places contributions that nobody has registered instalments of.
@Suite struct InstalmentPlanSheetTests {
    private static func instalments(_ parts: [(String, Int)]) throws -> InstalmentPlan? {
        InstalmentPlan(
            try parts.map { due, percent in
                InstalmentPlan.Part(
                    due: try #require(DayOfYear(due)),
                    share: try #require(Rate(basisPoints: percent * 100))
                )
            }
        )
    }

    private static func liquidity(
        asOf day: String,
        plan parts: [(String, Int)]?,
        payments: [ContributionPayment] = [],
        of year: Int = 2025,
        banks: [String: Int64] = [:]
    ) throws -> LiquidityPlan {
        var build = Build()
        build.plan.profile = AssociationProfile(
            interimClosingMonth: nil,
            members: [],
            instalmentPlan: try parts.flatMap(instalments),
            notes: []
        )
        let contribution = Contribution(
            year: year,
            member: try #require(MemberCode("FK")),
            amount: try Money(ore: 100_000),
            decidedOn: nil,
            payments: payments
        )
        var booked: [Month: Money] = [:]
        for (month, kronor) in banks {
            booked[try #require(Month(iso: month))] = try Money(ore: kronor * 100)
        }
        return try LiquidityPlan(
            2025,
            Overview(try build.snapshot(asOf: day)),
            contributions: [contribution],
            banks: booked
        )
    }

    /// The months that money is expected in, with kronor.
    private static func months(_ plan: LiquidityPlan) -> [String: Int64] {
        var months: [String: Int64] = [:]
        for line in plan.lines where line.contributions.amount != .zero {
            months[line.month.description] = (line.contributions.amount?.ore ?? 0) / 100
        }
        return months
    }

    private static let halves = [("01-31", 50), ("07-31", 50)]

    @Test func `a plan places what nobody has registered, and without one it has no day`() throws {
        let planned = try Self.liquidity(asOf: "2025-01-01", plan: Self.halves)
        #expect(Self.months(planned) == ["2025-01": 500, "2025-07": 500])
        #expect(planned.followsInstalmentPlan)
        #expect(planned.undated.isEmpty)
        let bare = try Self.liquidity(asOf: "2025-01-01", plan: nil)
        #expect(Self.months(bare).isEmpty)
        #expect(!bare.followsInstalmentPlan)
        #expect(bare.undated.map { $0.amount?.ore } == [100_000])
    }

    @Test(arguments: [
        ("2025-01-31", [:] as [String: Int64], ["2025-01": 500, "2025-07": 500], Int64(0)),
        ("2025-02-01", [:], ["2025-07": 500], 50_000),
        ("2025-01-31", ["2024-12": 10, "2025-01": 20], ["2025-07": 500], 50_000),
        ("2025-08-01", [:], [:], 100_000),
    ])
    func `a part whose day has passed or is booked is told aside, since it may have come in`(
        _ day: String,
        _ banks: [String: Int64],
        _ months: [String: Int64],
        _ undated: Int64
    ) throws {
        let plan = try Self.liquidity(asOf: day, plan: Self.halves, banks: banks)
        #expect(Self.months(plan) == months)
        #expect(plan.undated.reduce(0) { $0 + ($1.amount?.ore ?? 0) } == undated)
    }

    @Test func `registered instalments go before the plan`() throws {
        let own = ContributionPayment(
            due: Day(iso: "2025-03-31"),
            received: nil,
            amount: try Money(ore: 100_000)
        )
        let plan = try Self.liquidity(asOf: "2025-01-01", plan: Self.halves, payments: [own])
        #expect(Self.months(plan) == ["2025-03": 1_000])
        #expect(!plan.followsInstalmentPlan)
    }

    private static func instalment(
        _ kronor: Int64,
        due: String?,
        received: String? = nil,
        kind: ContributionPayment.Kind? = nil
    ) throws -> ContributionPayment {
        ContributionPayment(
            kind: kind,
            due: due.flatMap { Day(iso: $0) },
            received: received.flatMap { Day(iso: $0) },
            amount: try Money(ore: kronor * 100)
        )
    }

    @Test(
        arguments: [
            ("2025-01-31", 500, ["2025-01": 500, "2025-07": 500]),
            ("2025-07-31", 500, ["2025-01": 500, "2025-07": 500]),
            ("2025-03-31", 600, ["2025-03": 600, "2025-07": 400]),
            ("2025-03-31", 100, ["2025-01": 400, "2025-03": 100, "2025-07": 500]),
            ("2025-03-31", 1_000, ["2025-03": 1_000]), ("2025-03-31", 1_001, ["2025-03": 1_001]),
        ] as [(String, Int64, [String: Int64])]
    )
    func `what no instalment is registered of follows the days that the plan has left`(
        _ due: String,
        _ kronor: Int64,
        _ months: [String: Int64]
    ) throws {
        let own = try Self.instalment(kronor, due: due)
        let plan = try Self.liquidity(asOf: "2025-01-01", plan: Self.halves, payments: [own])
        #expect(Self.months(plan) == months)
        #expect(plan.undated.isEmpty)
        let bare = try Self.liquidity(asOf: "2025-01-01", plan: nil, payments: [own])
        let rest = max(0, 1_000 - kronor) * 100
        #expect(bare.undated.map { $0.amount?.ore } == (rest == 0 ? [] : [rest]))
    }

    @Test func `a refund of what came in asks for nothing again`() throws {
        let payments = [
            try Self.instalment(1_000, due: "2025-01-31", received: "2025-01-31"),
            try Self.instalment(100, due: nil, received: "2025-06-30", kind: .refund),
        ]
        let plan = try Self.liquidity(asOf: "2025-06-30", plan: Self.halves, payments: payments)
        #expect(Self.months(plan) == ["2025-01": 1_000, "2025-06": -100])
        #expect(plan.undated.isEmpty)
    }

    @Test func `an earlier year's unpaid instalment is expected the first month not booked`()
        throws
    {
        let late = [
            try Self.instalment(400, due: "2024-07-31"),
            try Self.instalment(600, due: "2024-12-31", received: "2025-01-15"),
        ]
        let plan = try Self.liquidity(
            asOf: "2025-02-10",
            plan: Self.halves,
            payments: late,
            of: 2024,
            banks: ["2024-12": 10, "2025-01": 20, "2025-02": 30]
        )
        #expect(Self.months(plan) == ["2025-01": 600, "2025-03": 400])
        #expect(plan.undated.isEmpty)
        let whole = Dictionary(
            uniqueKeysWithValues: (1...12).map { month in
                (month < 10 ? "2025-0\(month)" : "2025-\(month)", Int64(month))
            }
        ).merging(["2024-12": 1]) { $1 }
        let booked = try Self.liquidity(
            asOf: "2025-12-31",
            plan: Self.halves,
            payments: late,
            of: 2024,
            banks: whole
        )
        #expect(Self.months(booked) == ["2025-01": 600])
        #expect(booked.undated.map { $0.amount?.ore } == [40_000])
        let unregistered = try Self.liquidity(asOf: "2025-02-10", plan: Self.halves, of: 2024)
        #expect(Self.months(unregistered).isEmpty && unregistered.undated.isEmpty)
    }
}
