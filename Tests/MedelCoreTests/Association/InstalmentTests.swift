import MedelCore
import TestSupport
import Testing

/// Entering a contribution, its instalments and what comes in.
@Suite struct InstalmentTests {
    private static func day(_ text: String?) throws -> Day? {
        guard let text else { return nil }
        let day: Day = try #require(Day(iso: text))
        return day
    }

    /// An instalment of kronor; days are written short, as in `01-31` of 2026.
    private static func part(
        _ kronor: Int64,
        _ kind: ContributionPayment.Kind? = .invoice,
        invoiced: String? = nil,
        due: String? = nil,
        received: String? = nil
    ) throws -> ContributionPayment {
        ContributionPayment(
            kind: kind,
            invoiced: try day(invoiced.map { "2026-" + $0 }),
            due: try day(due.map { "2026-" + $0 }),
            received: try day(received.map { "2026-" + $0 }),
            amount: try Money(ore: kronor * 100)
        )
    }

    private static func contribution(
        _ parts: [ContributionPayment],
        kronor: Int64 = 1000,
        on day: String? = "2025-10-09",
        asked: Int64? = nil
    ) throws -> Contribution {
        Contribution(
            year: 2026,
            member: try #require(MemberCode("OSK")),
            amount: try Money(ore: kronor * 100),
            decidedOn: try Self.day(day),
            asked: try asked.map { try Money(ore: $0 * 100) },
            payments: parts
        )
    }

    @Test(arguments: [
        // amount, day, asked; the day and what was asked for that come of it
        (1000, nil, nil, "2025-10-09", 1200), (999, nil, nil, nil, 1200),
        (999, "2025-12-01", nil, "2025-12-01", 1200), (0, nil, 1300, nil, 1300),
        (1000, "2025-12-01", 0, "2025-12-01", 0),
    ])
    func `a new decision keeps instalments, what was asked, and the day of the same amount`(
        _ kronor: Int64,
        _ day: String?,
        _ asked: Int64?,
        _ dayAfter: String?,
        _ askedAfter: Int64
    ) throws {
        let parts = [try Self.part(500, due: "01-31"), try Self.part(500, due: "07-31")]
        let before = try Self.contribution(parts, asked: 1200)
        let after = before.decided(
            try Money(ore: kronor * 100),
            asked: try asked.map { try Money(ore: $0 * 100) },
            on: try Self.day(day)
        )
        #expect(
            after
                == (try Self.contribution(parts, kronor: kronor, on: dayAfter, asked: askedAfter))
        )
    }

    @Test func `an instalment said twice is there once, and takes what the second one adds`()
        throws
    {
        let empty = try Self.contribution([])
        let planned = try Self.part(500, nil, due: "01-31")
        let invoiced = try Self.part(500, invoiced: "01-02", due: "01-31")
        let one = empty.adding(planned)
        #expect(one.payments == [planned])
        #expect(one.adding(planned) == one)
        let two = one.adding(invoiced)
        #expect(two.payments == [invoiced])
        #expect(two.adding(planned) == two)
        let came = try two.receiving(
            on: try #require(Day(iso: "2026-02-01")),
            due: nil,
            amount: nil
        )
        #expect(came.adding(invoiced) == came)
    }

    @Test func `what differs in amount, due date, day of invoicing or direction is another`() throws
    {
        let first = try Self.part(500, invoiced: "01-02", due: "01-31")
        let others = [
            try Self.part(501, invoiced: "01-02", due: "01-31"),
            try Self.part(500, invoiced: "01-02", due: "02-28"),
            try Self.part(500, invoiced: "01-02"),
            try Self.part(500, invoiced: "01-03", due: "01-31"),
            try Self.part(500, .requisition, invoiced: "01-02", due: "01-31"),
            try Self.part(500, .refund, invoiced: "01-02", due: "01-31"),
        ]
        for other in others {
            let contribution = try Self.contribution([first])
            #expect(contribution.adding(other).payments == [first, other])
        }
        let unsaid = try Self.contribution([try Self.part(500, nil, due: "01-31")])
        #expect(unsaid.adding(try Self.part(500, .refund, due: "01-31")).payments.count == 2)
    }

    @Test func `one that is alike is taken before one that must be completed`() throws {
        let planned = try Self.part(500, due: "01-31")
        let invoiced = try Self.part(500, invoiced: "01-02", due: "01-31")
        let both = try Self.contribution([planned, invoiced])
        #expect(both.adding(invoiced) == both)
    }

    /// What is named among instalments of 500 (January, come in on 3 February), 500 (July) and 700
    /// (October).
    struct Naming: Sendable {
        let on: String
        let due: String?
        let kronor: Int64?
        let received: Int?
        let fault: String

        init(_ on: String, _ due: String?, _ kronor: Int64?, takes received: Int) {
            (self.on, self.due, self.kronor, self.received, fault) = (on, due, kronor, received, "")
        }

        init(_ on: String, _ due: String?, _ kronor: Int64?, _ fault: String) {
            (self.on, self.due, self.kronor, received, self.fault) = (on, due, kronor, nil, fault)
        }
    }

    @Test(arguments: [
        Naming("08-02", "07-31", nil, takes: 1), Naming("08-02", nil, 700, takes: 2),
        Naming("08-02", "07-31", 500, takes: 1), Naming("08-02", nil, 500, takes: 1),
        Naming("02-03", "01-31", nil, takes: 0), Naming("02-03", "10-31", nil, takes: 2),
        Naming("08-02", nil, nil, "several"), Naming("02-03", nil, 500, "several"),
        Naming("02-04", "01-31", nil, "already"), Naming("08-02", "07-30", nil, "none"),
        Naming("08-02", "07-31", 700, "none"), Naming("08-02", nil, 0, "none"),
    ])
    func `money comes into one instalment that is meant alone, and in no other`(
        _ naming: Naming
    ) throws {
        var parts = [
            try Self.part(500, due: "01-31", received: "02-03"), try Self.part(500, due: "07-31"),
            try Self.part(700, due: "10-31"),
        ]
        let before = try Self.contribution(parts)
        let day = try #require(Day(iso: "2026-" + naming.on))
        let due = try Self.day(naming.due.map { "2026-" + $0 })
        let amount = try naming.kronor.map { try Money(ore: $0 * 100) }
        do {
            let after = try before.receiving(on: day, due: due, amount: amount)
            let place = try #require(naming.received, "it was taken")
            parts[place] = ContributionPayment(
                kind: .invoice,
                due: parts[place].due,
                received: day,
                amount: parts[place].amount
            )
            #expect(after.payments == parts)
        } catch InstalmentFault.noneMatches(let listed) {
            #expect(naming.fault == "none")
            #expect(listed == parts)
        } catch InstalmentFault.severalMatch(let listed) {
            #expect(naming.fault == "several")
            #expect(listed.count >= 2)
        } catch InstalmentFault.alreadyReceived(let listed) {
            #expect(naming.fault == "already")
            #expect(listed == [parts[0]])
        } catch InstalmentFault.noneReceived, InstalmentFault.severalReceived {
            Issue.record("nothing is corrected")
        }
    }

    @Test func `nothing comes into a contribution without instalments`() throws {
        let day = try #require(Day(iso: "2026-02-03"))
        #expect(throws: InstalmentFault.noneMatches([])) {
            try Self.contribution([]).receiving(on: day, due: nil, amount: nil)
        }
    }

    @Test(arguments: [
        Naming("02-04", "01-31", nil, takes: 0), Naming("02-04", "04-30", nil, takes: 1),
        Naming("02-04", nil, 700, takes: 1), Naming("02-03", nil, 500, takes: 0),
        Naming("02-04", nil, nil, "several"), Naming("02-04", "07-31", nil, "none"),
        Naming("02-04", nil, 600, "none"),
    ])
    func `the day is corrected of one instalment that has come in, and of no other`(
        _ naming: Naming
    ) throws {
        var parts = [
            try Self.part(500, due: "01-31", received: "02-03"),
            try Self.part(700, due: "04-30", received: "05-02"), try Self.part(500, due: "07-31"),
        ]
        let before = try Self.contribution(parts)
        let day = try #require(Day(iso: "2026-" + naming.on))
        let due = try Self.day(naming.due.map { "2026-" + $0 })
        let amount = try naming.kronor.map { try Money(ore: $0 * 100) }
        do {
            let after = try before.correctingReceipt(to: day, due: due, amount: amount)
            let place = try #require(naming.received, "it was taken")
            parts[place] = ContributionPayment(
                kind: .invoice,
                due: parts[place].due,
                received: day,
                amount: parts[place].amount
            )
            #expect(after.payments == parts)
        } catch InstalmentFault.noneReceived(let listed) {
            #expect(naming.fault == "none")
            #expect(listed == parts)
        } catch InstalmentFault.severalReceived(let listed) {
            #expect(naming.fault == "several")
            #expect(listed == Array(parts.prefix(2)))
        }
    }
}
