import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelDocument
import MedelStore
import TestSupport
import Testing

@Suite struct BudgetRuleLoadTests {
    /// A plan with a granted budget of rules.
    private static func plan(
        percent: String,
        status: String,
        kind: String = "granted",
        more: String = ""
    ) -> String {
        """
        poRates:
          - { sector: region, year: 2022, percent: "\(percent)", status: \(status), source: SKR }
        recipients:
          - { code: OSK, name: Oskarshamns kommun }
        insatser:
          - code: I01
            name: Insats ett
            mode: grant
            attribution: stated
            recipients: [OSK]
            budgets:
              - kind: \(kind)
                date: 2021-10-01
                decision: 2021-41
                years: [ { label: "2022", from: 2022-01, through: 2022-12 } ]
                rows:
                  - { code: lon, category: LON, label: Lön, staff: { posts: 1, monthlyPay: 30000 } }
                  - { code: po, category: PO, label: PO, po: { of: [lon], sector: region } }
                  - { code: adm, category: ADM_OH, label: Adm,
                      percent: { of: [lon, po], rate: 4 }, roundTo: krona }
                  - { code: resor, category: RESOR, label: Resor, amounts: [20000] }
                  - { code: it, category: IT_TELE, label: IT, amounts: [10000] }
        \(more)
            decisions:
              - { code: 2021-41, kind: grant, date: 2021-11-20, paragraph: § 41,
                  ceilings: [ { scope: total, amount: 600000 } ],
                  tolerance: { percent: 10 } }
        """
    }

    private func withLedger(
        _ body: (TestLedger, Performer, (String) throws -> LoadReport) throws -> Void
    ) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let manifests = folder.appending(path: "plan")
            try FileManager.default.createDirectory(
                at: manifests,
                withIntermediateDirectories: true
            )
            let performer = Performer(actor: "ekonom", now: try TestLedger.moment())
            try body(test, performer) { text in
                try Data(text.utf8).write(to: manifests.appending(path: "plan.yaml"))
                return try LoadFolder(test.ledger, by: performer)(manifests.path)
            }
        }
    }

    private func insats() throws -> InsatsCode { try #require(InsatsCode("I01")) }

    private func move(_ from: String, _ to: String, _ kronor: Int64) throws -> Reallocation.Move {
        Reallocation.Move(
            from: try #require(BudgetRowCode(from)),
            to: try #require(BudgetRowCode(to)),
            year: 1,
            amount: try Money(ore: kronor * 100)
        )
    }

    @Test func `rules and amounts are kept, and the same folder again changes nothing`() throws {
        try withLedger { test, _, load in
            let plan = Self.plan(percent: "46,27", status: "preliminary")
            #expect(try load(plan).problems == [])
            let kept = try test.ledger.plan()
            let version = try #require(kept.budgets.first)
            #expect(
                version.rows.map { $0.amounts[0].ore }
                    == [36_000_000, 16_657_200, 2_106_300, 2_000_000, 1_000_000]
            )
            #expect(version.rates.map(\.rate.basisPoints) == [4_627])
            #expect(version.decision?.text == "2021-41")
            #expect(version.computedAgain.rows == version.rows)
            #expect(try load(plan).result == .unchanged)
            #expect(try test.ledger.verify().faults == [])
        }
    }

    @Test func `replacing a preliminary rate makes a revised version of what was granted`() throws {
        try withLedger { test, performer, load in
            let before = Self.plan(percent: "46,27", status: "preliminary")
            let after = Self.plan(percent: "45,22", status: "final")
            _ = try load(before)
            let report = try load(after)
            #expect(report.changes.map(\.swedish) == ["Budget 2 för I01 (reviderad): ny"])
            #expect(try load(after).result == .unchanged)
            let versions = try test.ledger.plan().budgets
            #expect(versions.map(\.kind) == [.granted, .revised])
            #expect(versions[0].rates.map(\.status) == [.preliminary])
            let recomputation = try #require(versions[1].recomputation)
            #expect(recomputation.base == 1)
            #expect(recomputation.rates.map(\.before) == versions[0].rates.map(Optional.init))
            #expect(recomputation.rates.map(\.after) == versions[1].rates.map(Optional.init))
            #expect(versions[1].date == performer.now.dayInStockholm)
            #expect(versions[0].date < versions[1].date)
            let diff = try BudgetDiff(from: versions[0], to: versions[1])
            #expect(diff.rows.map(\.code.text) == ["adm", "po"])
            #expect(diff.rows.map { $0.changes[0].ore } == [-15_100, -378_000])
            #expect(try diff.applied(to: versions[0]) == versions[1])
            // Back to the first rate is a version too, and the latest one holds.
            #expect(try load(before).changes.count == 1)
            #expect(try load(before).result == .unchanged)
            let history = try test.ledger.budgetHistory(of: insats())
            #expect(history.inForce?.version.rows == versions[0].rows)
            #expect(history.entries.map(\.version.number) == [1, 2, 3])
        }
    }

    @Test func `an applied budget that has been granted stays as it was applied for`() throws {
        try withLedger { test, _, load in
            let grant = """
                      - kind: granted
                        date: 2021-11-20
                        years: [ { label: "2022", from: 2022-01, through: 2022-12 } ]
                        rows: [ { code: lon, category: LON, label: Lön, amounts: [400000] } ]
                """
            _ = try load(
                Self.plan(percent: "46,27", status: "preliminary", kind: "applied", more: grant)
            )
            let after = Self.plan(percent: "45,22", status: "final", kind: "applied", more: grant)
            #expect(try load(after).result == .unchanged)
            #expect(try test.ledger.plan().budgets.count == 2)
        }
    }

    @Test func `a reallocation is an event, counts together and is refused outside`() throws {
        try withLedger { test, performer, load in
            _ = try load(Self.plan(percent: "46,27", status: "preliminary"))
            let reallocate = ReallocateBudget(test.ledger, by: performer)
            let first = try reallocate(
                move("resor", "it", 600),
                in: insats(),
                reason: "Digitala möten"
            )
            #expect(first.version.number == 2)
            #expect(first.version.reallocation?.base == 1)
            let head = try test.ledger.head()
            let outside = ReallocationFault.outsideTolerance(
                try #require(BudgetRowCode("it")),
                year: 1,
                change: try Money(ore: 100_100),
                limit: try Money(ore: 100_000)
            )
            #expect(throws: outside) {
                try reallocate(move("resor", "it", 401), in: insats(), reason: "mer")
            }
            #expect(throws: LedgerError.reasonMissing) {
                try reallocate(move("resor", "it", 400), in: insats(), reason: " ")
            }
            #expect(try test.ledger.head() == head)
            let second = try reallocate(move("resor", "it", 400), in: insats(), reason: "mer")
            #expect(
                second.version.rows.map { $0.amounts[0].ore }.suffix(2) == [1_900_000, 1_100_000]
            )
            let entries = try test.ledger.budgetHistory(of: insats()).entries
            #expect(entries.map(\.reason) == ["", "Digitala möten", "mer"])
            #expect(entries.map(\.actor) == ["ekonom", "ekonom", "ekonom"])
            #expect(Set(entries.map(\.event)).count == 3)
            #expect(try test.ledger.verify().faults == [])
        }
    }

    @Test func `what has been moved is moved in the version with a new rate too`() throws {
        try withLedger { test, performer, load in
            let before = Self.plan(percent: "46,27", status: "preliminary")
            let after = Self.plan(percent: "45,22", status: "final")
            _ = try load(before)
            let reallocate = ReallocateBudget(test.ledger, by: performer)
            _ = try reallocate(move("resor", "it", 600), in: insats(), reason: "mer IT")
            #expect(try load(before).result == .unchanged)
            #expect(try load(after).changes.count == 1)
            #expect(try load(after).result == .unchanged)
            let history = try test.ledger.budgetHistory(of: insats())
            let holds = try #require(history.inForce?.version)
            #expect(holds.number == 3)
            #expect(holds.recomputation?.base == 2)
            #expect(
                holds.rows.map { $0.amounts[0].ore }
                    == [36_000_000, 16_279_200, 2_091_200, 1_940_000, 1_060_000]
            )
            // The tolerance is measured on what the board decided, with the rate of that day.
            #expect(holds.reallocation?.base == 1)
            #expect(holds.reallocation?.moves.count == 1)
            let again = try reallocate(move("resor", "it", 400), in: insats(), reason: "mer")
            #expect(
                again.version.rows.map { $0.amounts[0].ore }.suffix(2) == [1_900_000, 1_100_000]
            )
            #expect(try load(after).result == .unchanged)
            #expect(try load(before).changes.count == 1)
            let back = try #require(try test.ledger.budgetHistory(of: insats()).inForce?.version)
            #expect(back.recomputation?.base == 4)
            #expect(
                back.rows.map { $0.amounts[0].ore }
                    == [36_000_000, 16_657_200, 2_106_300, 1_900_000, 1_100_000]
            )
            #expect(try test.ledger.verify().faults == [])
        }
    }

    @Test func `without a decided budget or a tolerance nothing is moved`() throws {
        try withLedger { test, performer, load in
            let plan = Self.plan(percent: "46,27", status: "preliminary", kind: "applied")
            _ = try load(plan)
            let reallocate = ReallocateBudget(test.ledger, by: performer)
            #expect(throws: LedgerError.notFound(.budget, name: "beviljad för I01")) {
                try reallocate(move("resor", "it", 1), in: insats(), reason: "x")
            }
            let other = try #require(InsatsCode("I02"))
            #expect(throws: LedgerError.notFound(.insats, name: "I02")) {
                try reallocate(move("resor", "it", 1), in: other, reason: "x")
            }
        }
        try withLedger { test, performer, load in
            let plan = Self.plan(percent: "46,27", status: "preliminary")
            _ = try load(plan.replacing(",\n          tolerance: { percent: 10 }", with: ""))
            let reallocate = ReallocateBudget(test.ledger, by: performer)
            #expect(throws: ReallocationFault.noTolerance) {
                try reallocate(move("resor", "it", 1), in: insats(), reason: "x")
            }
        }
    }
}
