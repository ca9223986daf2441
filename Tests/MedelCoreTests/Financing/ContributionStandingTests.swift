import MedelCore
import TestSupport
import Testing

struct ContributionStandingTests {
    private static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    private static func payment(
        _ kind: ContributionPayment.Kind?,
        invoiced: String? = nil,
        due: String? = nil,
        received: String? = nil,
        _ ore: Int64
    ) throws -> ContributionPayment {
        ContributionPayment(
            kind: kind,
            invoiced: try invoiced.map(day),
            due: try due.map(day),
            received: try received.map(day),
            amount: try Money(ore: ore)
        )
    }

    private static func contribution(
        _ ore: Int64,
        asked: Int64? = nil,
        on date: String? = "2024-10-10",
        _ payments: [ContributionPayment] = []
    ) throws -> Contribution {
        Contribution(
            year: 2025,
            member: try #require(MemberCode("OSK")),
            amount: try Money(ore: ore),
            decidedOn: try date.map(day),
            asked: try asked.map { try Money(ore: $0) },
            payments: payments
        )
    }

    private func standing(
        _ contribution: Contribution,
        asOf date: String = "2025-06-30",
        budget: String? = "2024-11-20"
    ) throws -> ContributionStanding {
        try ContributionStanding(
            contribution,
            asOf: Self.day(date),
            budgetDay: try budget.map(Self.day)
        )
    }

    @Test(arguments: [(600, 400), (1_000, 0), (1_100, 0)])
    func `what is overdue is never more than what remains`(
        _ received: Int64,
        _ overdue: Int64
    ) throws {
        let found = try standing(
            Self.contribution(
                1_000,
                [
                    Self.payment(.invoice, due: "2025-01-31", received: "2025-01-31", received),
                    Self.payment(.invoice, due: "2025-03-31", 500),
                ]
            )
        )
        #expect(found.overdue.ore == overdue)
        #expect(found.marks.contains(.overdue) == (overdue > 0))
    }

    @Test func `that a decision came late is not known before it was met`() throws {
        let late = try Self.contribution(1_000, on: "2024-12-15")
        #expect(try standing(late, asOf: "2024-12-14").marks == [.undecided])
        #expect(try standing(late, asOf: "2024-12-15").marks == [.late])
    }

    @Test func `a refund is taken off what has come in, and is never overdue`() throws {
        let contribution = try Self.contribution(
            1_000,
            [
                Self.payment(
                    .invoice,
                    invoiced: "2025-01-02",
                    due: "2025-01-31",
                    received: "2025-01-31",
                    600
                ),
                Self.payment(
                    .invoice,
                    invoiced: "2025-01-02",
                    due: "2025-01-31",
                    received: "2025-02-01",
                    500
                ),
                Self.payment(.refund, due: "2025-03-01", received: "2025-03-05", 100),
            ]
        )
        let february = try standing(contribution, asOf: "2025-02-28")
        #expect(february.received.ore == 1_100)
        #expect(february.remaining == .zero)
        #expect(february.excess?.ore == 100)
        #expect(february.marks == [.paidInExcess])
        let march = try standing(contribution, asOf: "2025-03-05")
        #expect(march.received.ore == 1_000)
        #expect(march.refunded.ore == 100)
        #expect(march.remaining == .zero)
        #expect(march.planned?.ore == 1_000)
        #expect(march.marks.isEmpty)
        #expect(try standing(contribution, asOf: "2025-03-04").overdue == .zero)
    }

    @Test(arguments: [
        ("2025-01-31", 0), ("2025-02-01", 700), ("2025-02-03", 700), ("2025-02-04", 0),
    ])
    func `what falls due is overdue from the day after until it comes`(
        _ date: String,
        _ overdue: Int64
    ) throws {
        let contribution = try Self.contribution(
            700,
            [Self.payment(.invoice, due: "2025-01-31", received: "2025-02-04", 700)]
        )
        let found = try standing(contribution, asOf: date)
        #expect(found.overdue.ore == overdue)
        #expect(found.marks.contains(.overdue) == (overdue > 0))
    }

    @Test func `invoiced is unknown where nobody has said, and nothing where it is not yet`() throws
    {
        let said = try Self.contribution(
            900,
            [
                Self.payment(.requisition, invoiced: "2025-06-30", due: "2025-07-31", 400),
                Self.payment(.invoice, invoiced: "2025-07-01", due: "2025-07-31", 300),
                Self.payment(.invoice, due: "2025-10-31", 200),
            ]
        )
        #expect(try standing(said).invoiced?.ore == 400)
        let unsaid = try Self.contribution(900, [Self.payment(nil, due: "2025-07-31", 900)])
        #expect(try standing(unsaid).invoiced == nil)
        let came = try Self.contribution(
            900,
            [Self.payment(.invoice, due: "2025-01-31", received: "2025-01-30", 900)]
        )
        #expect(try standing(came).invoiced == nil)
        #expect(try standing(came, asOf: "2025-01-29").invoiced == .zero)
        #expect(try standing(Self.contribution(900)).invoiced == .zero)
        #expect(try standing(Self.contribution(900)).planned == nil)
    }

    @Test(arguments: [
        ("2024-11-20", "2024-11-20", false), ("2024-11-21", "2024-11-20", true),
        ("2024-11-30", nil, false), ("2024-12-01", nil, true),
    ])
    func `late is after the association's budget, or the law's last day`(
        _ decided: String,
        _ budget: String?,
        _ isLate: Bool
    ) throws {
        let found = try standing(Self.contribution(1, on: decided), budget: budget)
        #expect(found.marks.contains(.late) == isLate)
    }

    @Test func `lower than asked and instalments that differ are marked with the difference`()
        throws
    {
        let contribution = try Self.contribution(
            1_000,
            asked: 1_200,
            [Self.payment(.invoice, due: "2025-10-31", 1_030)]
        )
        let found = try standing(contribution)
        #expect(found.marks == [.lower, .instalmentsDiffer])
        #expect(try found.difference()?.ore == 30)
        #expect(try standing(Self.contribution(1_200, asked: 1_200)).marks.isEmpty)
    }

    @Test func `what is decided after the day is not known that day`() throws {
        let found = try standing(Self.contribution(1_000, on: "2025-07-01"))
        #expect(found.decided == nil)
        #expect(found.remaining == nil)
        #expect(found.marks == [.undecided])
        #expect(try standing(Self.contribution(1_000, on: nil)).decided?.ore == 1_000)
    }

    @Test(arguments: [
        ("2024-10-09", 1_000, true), ("2024-10-10", 1_000, false), ("2025-03-09", 1_000, false),
        ("2025-03-10", 900, false),
    ])
    func `the version decided by the day holds, with all money that has come`(
        _ date: String,
        _ ore: Int64,
        _ isAhead: Bool
    ) throws {
        let day = try Self.day(date)
        let paid = try [Self.payment(.invoice, due: "2025-01-31", received: "2025-01-30", 900)]
        let contributions = try [
            Self.contribution(1_000), Self.contribution(900, on: "2025-03-10", paid),
        ]
        let versions = try contributions.enumerated().map { place, contribution in
            ContributionVersion(
                number: place + 1,
                contribution: contribution,
                recorded: try #require(Timestamp(iso: "2025-04-01T12:00:00Z")),
                actor: "ekonom",
                ledgerVersion: place + 2
            )
        }
        let found = try #require(versions.inForce(in: 2025, asOf: day).first)
        #expect(found.amount.ore == ore)
        #expect(found.payments == paid)
        #expect(found.isDecided(asOf: day) != isAhead)
        #expect(versions.inForce(in: 2024, asOf: day).isEmpty)
    }
}
