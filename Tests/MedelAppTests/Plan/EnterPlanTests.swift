import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelImport
import MedelStore
import TestSupport
import Testing

/// A plan entered by commands, one thing at a time.
@Suite struct EnterPlanTests {
    /// A ledger that a plan can be brought into.
    private struct Desk {
        let test: TestLedger
        let performer: Performer

        init(in folder: URL, _ name: String = "bok.medel") throws {
            test = try TestLedger(in: folder, name: name)
            performer = Performer(actor: "ekonom", now: try TestLedger.moment())
        }

        func load(_ text: String, keepsNothing: Bool = false) throws -> LoadReport {
            let folder = test.folder.appending(path: "plan")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: folder.appending(path: "plan.yaml"))
            return try LoadFolder(test.ledger, by: performer)(
                folder.path,
                keepsNothing: keepsNothing
            )
        }

        func add(_ text: String, as form: PlanAddition.Form) throws -> LoadReport {
            let file = test.folder.appending(path: "a.yaml")
            try Data(text.utf8).write(to: file)
            return try AddPlanFile(test.ledger, by: performer)(file.path, as: form)
        }

        func enter(
            _ entry: EnterContribution.Entry,
            _ contribution: Contribution,
            keepsNothing: Bool = false
        ) throws -> LoadReport {
            try EnterContribution(test.ledger, by: performer)(
                entry,
                of: contribution.member,
                year: contribution.year,
                keepsNothing: keepsNothing
            )
        }

        /// Everything of a plan, in the order in which it happens, and what came of each.
        func enter(_ plan: EnteredPlan) throws -> [LoadReport] {
            var reports: [LoadReport] = []
            for one in plan.contributions {
                let decided = EnterContribution.Entry.decision(
                    one.amount,
                    asked: one.asked,
                    on: one.decidedOn
                )
                reports.append(try enter(decided, one))
                for payment in one.payments {
                    let asked = ContributionPayment(
                        kind: payment.kind,
                        invoiced: payment.invoiced,
                        due: payment.due,
                        received: nil,
                        amount: payment.amount
                    )
                    reports.append(try enter(.instalment(asked), one))
                }
                for payment in one.payments.reversed() {
                    guard let day = payment.received else { continue }
                    let receipt = EnterContribution.Entry.receipt(
                        on: day,
                        due: payment.due,
                        amount: nil
                    )
                    reports.append(try enter(receipt, one))
                }
            }
            reports += try plan.lines.map {
                try EnterBudgetLine(test.ledger, by: performer)($0)
            }
            reports += try plan.sources.map { try AddFundingSource(test.ledger, by: performer)($0) }
            reports += try plan.participants.reversed().map { insats, count in
                try CountParticipants(test.ledger, by: performer)(
                    insats,
                    year: count.year,
                    planned: count.planned,
                    reported: count.reported
                )
            }
            return try reports + plan.files.map { try add($0.text, as: $0.form) }
        }
    }

    @Test(arguments: 0..<60)
    func `a plan entered by commands is the plan that a folder describes`(_ seed: Int) throws {
        try withTemporaryFolder { folder in
            let plan = try EnteredPlan(seed: seed)
            let byHand = try Desk(in: folder)
            _ = try byHand.load(EnteredPlan.members + plan.insatser(described: false))
            let reports = try byHand.enter(plan)
            #expect(reports.allSatisfy { $0.result != .refused })
            let byFolder = try Desk(in: folder, "mapp.medel")
            #expect(try byFolder.load(plan.manifest).result != .refused)
            let entered = try byHand.test.ledger.plan()
            #expect(entered == (try byFolder.test.ledger.plan()))
            // Each knows what the other says.
            let head = try byHand.test.ledger.head()
            #expect(try byHand.load(plan.manifest).result == .unchanged)
            let again = try byHand.enter(plan)
            #expect(again.allSatisfy { $0.result == .unchanged })
            #expect(try byHand.test.ledger.head() == head)
            #expect(try byHand.test.ledger.verify().faults == [])
        }
    }

    private static let plan =
        EnteredPlan.members + """
            contributions:
              - { year: 2026, member: OSK, amount: 1000, payments: [ { due: 2026-01-31, amount: 500 } ] }
            """

    private func contribution(_ ledger: Ledger) throws -> Contribution {
        try #require(try ledger.plan().contributions.first)
    }

    @Test func `a check does everything and keeps nothing`() throws {
        try withTemporaryFolder { folder in
            let desk = try Desk(in: folder)
            _ = try desk.load(Self.plan)
            let before = try contribution(desk.test.ledger)
            let head = try desk.test.ledger.head()
            let amount = try Money(ore: 70_000)
            let report = try desk.enter(
                .decision(amount, asked: nil, on: nil),
                before,
                keepsNothing: true
            )
            #expect(report.result == .wouldBeRecorded)
            #expect(report.changes.map(\.swedish) == ["Bidrag 2026 från OSK: ändrad, version 2"])
            #expect(try contribution(desk.test.ledger) == before)
            #expect(try desk.test.ledger.head() == head)
        }
    }

    @Test func `what is refused leaves the ledger as it was`() throws {
        try withTemporaryFolder { folder in
            let desk = try Desk(in: folder)
            _ = try desk.load(Self.plan)
            let before = try contribution(desk.test.ledger)
            let head = try desk.test.ledger.head()
            let day = try #require(Day(iso: "2026-02-03"))
            let receipt = EnterContribution.Entry.receipt(on: day, due: day, amount: nil)
            #expect(throws: InstalmentFault.noneMatches(before.payments)) {
                try desk.enter(receipt, before)
            }
            let absent = Contribution(
                year: 2027,
                member: before.member,
                amount: .zero,
                decidedOn: nil,
                payments: []
            )
            #expect(throws: ContributionRefusal.notDecided(before.member, year: 2027)) {
                try desk.enter(receipt, absent)
            }
            let stranger = Contribution(
                year: 2026,
                member: try #require(MemberCode("XYZ")),
                amount: .zero,
                decidedOn: nil,
                payments: []
            )
            let refused = try desk.enter(.decision(.zero, asked: nil, on: nil), stranger)
            #expect(refused.result == .refused)
            #expect(refused.problems.count == 1)
            #expect(try desk.test.ledger.head() == head)
        }
    }

    @Test func `a folder takes back what a command has kept when it changes, and says so`() throws {
        try withTemporaryFolder { folder in
            let desk = try Desk(in: folder)
            _ = try desk.load(Self.plan)
            let before = try contribution(desk.test.ledger)
            let day = try #require(Day(iso: "2026-01-30"))
            _ = try desk.enter(.receipt(on: day, due: nil, amount: nil), before)
            let received = try contribution(desk.test.ledger)
            #expect(received.payments.map(\.received) == [day])
            let again = try desk.load(Self.plan)
            #expect(again.result == .unchanged)
            #expect(
                again.kept.map(\.keptWords) == [
                    "Bidrag 2026 från OSK: det som har registrerats med kommando gäller; "
                        + "mappen är oförändrad."
                ]
            )
            #expect(try contribution(desk.test.ledger) == received)
            let other = Self.plan.replacing("amount: 1000", with: "amount: 900")
            #expect(try desk.load(other).changes.map(\.replacesEntry) == [true])
            #expect(try desk.load(Self.plan).changes.map(\.replacesEntry) == [false])
        }
    }

    @Test func `versions are kept under events of their own`() throws {
        try withTemporaryFolder { folder in
            let desk = try Desk(in: folder)
            _ = try desk.load(Self.plan)
            let before = try contribution(desk.test.ledger)
            for kronor in 1...3 {
                let amount = try Money(ore: Int64(kronor) * 100)
                _ = try desk.enter(.decision(amount, asked: nil, on: nil), before)
            }
            let versions = try desk.test.ledger.contributionVersions(year: 2026)
            #expect(versions.map(\.contribution.amount.ore) == [100_000, 100, 200, 300])
            #expect(Set(versions.map(\.ledgerVersion)).count == 4)
            #expect(versions.allSatisfy { $0.contribution.payments == before.payments })
        }
    }
}
