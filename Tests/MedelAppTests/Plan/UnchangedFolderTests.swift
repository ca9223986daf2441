import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelStore
import TestSupport
import Testing

/// Commands beside a folder that stays as it was.
@Suite struct UnchangedFolderTests {
    private static let plan =
        EnteredPlan.members + """
            areaBudget:
              - { year: 2026, line: board, kind: original, amount: 2500, decidedOn: 2025-11-20,
                  reference: § 41 }
            contributions:
              - { year: 2026, member: OSK, amount: 1000, payments: [ { due: 2026-01-31, amount: 500 } ] }
              - { year: 2026, member: FK, amount: 1000 }
            fundingSources:
              - { code: EGNA, kind: ownFunds, name: Sparat, amounts: [ { year: 2026, amount: 10 } ] }
            insatser:
              - { code: I01, name: I01, mode: own, attribution: stated }
              - { code: I02, name: I02, mode: own, attribution: stated }

            """

    /// Enters one thing by a command that the seed gives.
    private func enter(in desk: PlanDesk, _ chance: inout SeededGenerator) throws {
        let amount = try Money(ore: Int64.random(in: 1...100_000, using: &chance))
        let ledger = desk.test.ledger
        let day = try #require(Day(iso: "2026-01-30"))
        switch Int.random(in: 0..<5, using: &chance) {
        case 0:
            let member = try #require(MemberCode(Bool.random(using: &chance) ? "OSK" : "FK"))
            _ = try EnterContribution(ledger, by: desk.performer)(
                .decision(amount, asked: nil, on: day),
                of: member,
                year: 2026
            )
        case 1:
            let instalment = ContributionPayment(
                kind: .invoice,
                invoiced: nil,
                due: day,
                received: day,
                amount: amount
            )
            _ = try EnterContribution(ledger, by: desk.performer)(
                .instalment(instalment),
                of: try #require(MemberCode("OSK")),
                year: 2026
            )
        case 2:
            let insats = try #require(InsatsCode(Bool.random(using: &chance) ? "I01" : "I02"))
            _ = try CountParticipants(ledger, by: desk.performer)(
                insats,
                year: Int.random(in: 2025...2027, using: &chance),
                planned: Int.random(in: 0...99, using: &chance),
                reported: nil
            )
        case 3:
            let line = AreaBudget(
                year: 2026,
                line: .board,
                kind: .change,
                amount: amount,
                decidedOn: day,
                reference: "§ \(amount.ore)"
            )
            _ = try EnterBudgetLine(ledger, by: desk.performer)(line)
        default:
            let source = FundingSource(
                code: try #require(FundingCode("EGNA")),
                insats: nil,
                kind: .ownFunds,
                name: "Sparat \(amount.ore)",
                amounts: [],
                share: nil,
                ceiling: amount,
                matching: nil,
                notes: []
            )
            _ = try AddFundingSource(ledger, by: desk.performer)(source)
        }
    }

    @Test(arguments: 0..<20)
    func `what commands have entered holds beside a folder that has not changed`(
        _ seed: Int
    ) throws {
        try withTemporaryFolder { folder in
            let desk = try PlanDesk(in: folder)
            var chance = SeededGenerator(seed: seed)
            _ = try desk.load(Self.plan)
            let first = try desk.test.ledger.plan()
            for _ in 0..<Int.random(in: 1...6, using: &chance) {
                try enter(in: desk, &chance)
                let entered = try desk.test.ledger.plan()
                let head = try desk.test.ledger.head()
                let report = try desk.load(Self.plan)
                #expect(report.result == .unchanged)
                #expect(report.kept.isEmpty == (entered == first))
                #expect(Set(report.kept).count == report.kept.count)
                #expect(try desk.test.ledger.plan() == entered)
                #expect(try desk.test.ledger.head() == head)
            }
        }
    }

    @Test func `a change elsewhere in the folder leaves an instalment received alone`() throws {
        try withTemporaryFolder { folder in
            let desk = try PlanDesk(in: folder)
            _ = try desk.load(Self.plan)
            let member = try #require(MemberCode("OSK"))
            let day = try #require(Day(iso: "2026-01-30"))
            _ = try EnterContribution(desk.test.ledger, by: desk.performer)(
                .receipt(on: day, due: nil, amount: nil),
                of: member,
                year: 2026
            )
            let changed = Self.plan.replacing("name: I02", with: "name: Insats två")
            let report = try desk.load(changed)
            #expect(report.changes.map(\.swedish) == ["Insats I02: ändrad, version 2"])
            #expect(report.kept == [.contribution(year: 2026, member)])
            let kept = try desk.test.ledger.plan().contributions.first { $0.member == member }
            #expect(kept?.payments.map(\.received) == [day])
        }
    }

    @Test func `a folder loaded for the first time after commands does not take back later ones`()
        throws
    {
        try withTemporaryFolder { folder in
            let desk = try PlanDesk(in: folder)
            _ = try desk.load(EnteredPlan.members)
            let member = try #require(MemberCode("OSK"))
            let enter = EnterContribution(desk.test.ledger, by: desk.performer)
            let day = try #require(Day(iso: "2026-01-30"))
            let instalment = ContributionPayment(
                kind: nil,
                invoiced: nil,
                due: day,
                received: nil,
                amount: try Money(ore: 100)
            )
            let decided = try Money(ore: 100)
            _ = try enter(.decision(decided, asked: nil, on: nil), of: member, year: 2026)
            _ = try enter(.instalment(instalment), of: member, year: 2026)
            let plan =
                EnteredPlan.members
                + "contributions: [ { year: 2026, member: OSK, amount: 1, "
                + "payments: [ { due: 2026-01-30, amount: 1 } ] } ]\n"
            let first = try desk.load(plan)
            #expect(first.result == .unchanged)
            #expect(first.kept == [])
            _ = try enter(.receipt(on: day, due: nil, amount: nil), of: member, year: 2026)
            let again = try desk.load(plan)
            #expect(again.result == .unchanged)
            #expect(again.kept == [.contribution(year: 2026, member)])
        }
    }
}
