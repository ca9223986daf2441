import Foundation
import LedgerSupport
import MedelCore
import MedelStore
import TestSupport
import Testing

struct ContributionVersionTests {
    private static func plan(_ amounts: [(year: Int, member: String, ore: Int64)]) throws
        -> AssociationPlan
    {
        var plan = AssociationPlan()
        plan.contributions = try amounts.map { one in
            Contribution(
                year: one.year,
                member: try #require(MemberCode(one.member)),
                amount: try Money(ore: one.ore),
                decidedOn: nil,
                payments: []
            )
        }
        return plan
    }

    @Test func `every version is kept with its event, and the latest is in force`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let plans = try [
                Self.plan([(2025, "B", 100), (2025, "A", 50), (2026, "A", 60)]),
                Self.plan([(2025, "B", 90)]),
                Self.plan([(2025, "B", 90)]),
                Self.plan([(2025, "B", 95)]),
            ]
            for (place, plan) in plans.enumerated() {
                _ = try test.ledger.apply(
                    plan,
                    mapping: nil,
                    TestLedger.operation(.loadPlan, key: "plan \(place)")
                )
            }
            let versions = try test.ledger.contributionVersions(year: 2025)
            #expect(versions.map(\.contribution.member.text) == ["A", "B", "B", "B"])
            #expect(versions.map(\.number) == [1, 1, 2, 3])
            #expect(versions.map(\.contribution.amount.ore) == [50, 100, 90, 95])
            #expect(versions.map(\.ledgerVersion) == [2, 2, 3, 4])
            #expect(versions.allSatisfy { $0.actor == "ekonom" })
            let moment = try TestLedger.moment()
            #expect(versions.allSatisfy { $0.recorded == moment })
            #expect(try test.ledger.contributionVersions().count == 5)
            #expect(try test.ledger.contributionVersions(year: 2019).isEmpty)
            let current = try test.ledger.plan().contributions
            #expect(current.map(\.amount.ore) == [50, 95, 60])
        }
    }
}
