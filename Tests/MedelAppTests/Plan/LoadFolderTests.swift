import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelImport
import MedelStore
import TestSupport
import Testing

@Suite struct LoadFolderTests {
    private static let plan = """
        association:
          members:
            - { code: OSK, name: Oskarshamns kommun, party: municipality, key: 27000 }
        areaBudget:
          - { year: 2025, line: board, kind: original, amount: 250000, decidedOn: 2024-11-20,
              reference: § 41 }
        contributions:
          - { year: 2025, member: OSK, amount: 1250000,
              payments: [ { due: 2025-01-31, amount: 625000 } ] }
        recipients:
          - { code: OSK, name: Oskarshamns kommun, vat: netto }
        insatser:
          - code: I01
            name: Insats ett
            mode: grant
            attribution: stated
            from: 2025-01
            through: 2025-12
            recipients: [OSK]
            budgets:
              - kind: applied
                date: 2024-10-01
                years: [ { label: "2025", from: 2025-01, through: 2025-12 } ]
                rows:
                  - { code: lon, category: LON, label: Lön, recipient: OSK, amounts: [100000] }
            decisions:
              - { code: 2024-41, kind: grant, date: 2024-11-20, paragraph: § 41,
                  ceilings: [ { scope: total, amount: 100000 } ] }
            openingPositions:
              - { recipient: OSK, year: 2024, granted: 1, incurred: 1, approved: 1, paid: 1,
                  advance: 0, source: ÅR 2024, confirmedBy: [A, B] }
        mapping:
          - { book: association, account: "6", object: 6:I01, target: insats:I01, category: OVRIGT }
        """

    private func withLedger(_ body: (TestLedger, (String) throws -> LoadReport) throws -> Void)
        throws
    {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let manifests = folder.appending(path: "plan")
            try FileManager.default.createDirectory(
                at: manifests,
                withIntermediateDirectories: true
            )
            let performer = Performer(actor: "ekonom", now: try TestLedger.moment())
            try body(test) { text in
                try Data(text.utf8).write(to: manifests.appending(path: "plan.yaml"))
                return try LoadFolder(test.ledger, by: performer)(manifests.path)
            }
        }
    }

    @Test func `a folder loaded twice changes nothing and what was kept reads back`() throws {
        try withLedger { test, load in
            let first = try load(Self.plan)
            #expect(
                first.changes.map(\.swedish) == [
                    "Förbundet och dess medlemmar: ny", "Förbundets budget 2025: ny",
                    "Bidrag 2025 från OSK: ny", "Mottagare OSK: ny", "Insats I01: ny",
                    "Budget 1 för I01 (ansökt): ny", "Beslut 2024-41: ny",
                    "Ingående läge 2024 för I01 hos OSK: ny",
                    "Mappningsregel för association: konto 6… 6:I01 → insats:I01 OVRIGT: ny",
                ]
            )
            let head = try test.ledger.head()
            let kept = try test.ledger.plan()
            #expect(kept.decisions.first?.ceilings.first?.amount.ore == 10_000_000)
            #expect(kept.openingPositions.count == 1)
            #expect(try load(Self.plan).result == .unchanged)
            #expect(try test.ledger.head() == head)
            #expect(try test.ledger.plan() == kept)
            #expect(try test.ledger.verify().faults == [])
        }
    }

    @Test func `a check says what would change and keeps nothing`() throws {
        try withLedger { test, load in
            let head = try test.ledger.head()
            let folder = test.folder.appending(path: "plan")
            let file = folder.appending(path: "plan.yaml")
            try Data(Self.plan.utf8).write(to: file)
            let performer = Performer(actor: "ekonom", now: try TestLedger.moment())
            let load = LoadFolder(test.ledger, by: performer)
            let report = try load(folder.path, keepsNothing: true)
            #expect(report.result == .wouldBeRecorded)
            #expect(report.changes.count == 9)
            #expect(try test.ledger.head() == head)
            #expect(try test.ledger.plan() == AssociationPlan())
        }
    }

    @Test func `a changed budget becomes a new number and going back one more`() throws {
        try withLedger { test, load in
            _ = try load(Self.plan)
            let changed = Self.plan.replacing("amounts: [100000]", with: "amounts: [90000]")
            #expect(
                try load(changed).changes.map(\.swedish)
                    == ["Budget 2 för I01 (ansökt): ändrad, tidigare versioner finns kvar"]
            )
            #expect(try load(changed).result == .unchanged)
            _ = try load(Self.plan)
            let budgets = try test.ledger.plan().budgets
            #expect(budgets.map(\.number) == [1, 2, 3])
            #expect(
                budgets.map { $0.rows[0].amounts[0].ore } == [10_000_000, 9_000_000, 10_000_000]
            )
            #expect(try load(Self.plan).result == .unchanged)
        }
    }

    @Test func `a changed insats is a new version and a changed decision is refused`() throws {
        try withLedger { test, load in
            _ = try load(Self.plan)
            let renamed = Self.plan.replacing("Insats ett", with: "Insats I")
            #expect(try load(renamed).changes.map(\.swedish) == ["Insats I01: ändrad, version 2"])
            #expect(try test.ledger.plan().insatser.map(\.name) == ["Insats I"])
            let head = try test.ledger.head()
            let code = try #require(DecisionCode("2024-41"))
            let other = renamed.replacing(
                "{ scope: total, amount: 100000 }",
                with: "{ scope: total, amount: 1 }"
            )
            #expect(throws: PlanRefusal.decisionsChanged([code])) { try load(other) }
            #expect(try test.ledger.head() == head)
        }
    }

    @Test func `a rule that is gone ends, and one for a book that is not there waits`() throws {
        try withLedger { test, load in
            _ = try load(Self.plan)
            let moved = Self.plan.replacing("book: association", with: "book: owner:OSK")
            let report = try load(moved)
            #expect(
                report.changes.map(\.swedish) == [
                    "Mappningsregel för association: konto 6… 6:I01 → insats:I01 OVRIGT: avslutad"
                ]
            )
            #expect(report.waitingRules.map(\.count) == [1])
            #expect(try test.ledger.mappingRules(of: test.book()) == [])
            let again = try load(moved)
            #expect(again.result == .unchanged)
            #expect(again.waitingRules.map(\.count) == [1])
        }
    }

    @Test func `a rule that would move an amount in a closed month refuses it all`()
        throws
    {
        try withLedger { test, load in
            let file = SharedFiles.projectRoot.appending(path: "samples/sie/rattelser-4e.se")
            try test.read(Array(try Data(contentsOf: file)), named: "rattelser.se")
            for month in 1...12 { try test.set(month, to: .closed) }
            let head = try test.ledger.head()
            #expect(throws: LedgerError.monthNotOpen) { try load(Self.plan) }
            #expect(try test.ledger.head() == head)
            #expect(try test.ledger.plan() == AssociationPlan())
        }
    }

    @Test func `everything that the documentation describes is kept as it was read`() throws {
        try withLedger { test, load in
            let file = SharedFiles.projectRoot.appending(path: "docs/manifest.md")
            let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "```")
            let yaml = String(try #require(parts.dropFirst().first).dropFirst("yaml".count))
            #expect(try load(yaml).problems == [])
            let read = Manifest([ManifestFile(name: "a.yaml", bytes: Array(yaml.utf8))]).plan
            let kept = try test.ledger.plan()
            #expect(kept.profile == read.profile)
            #expect(kept.associationBudgets == read.associationBudgets)
            #expect(Set(kept.fundingSources) == Set(read.fundingSources))
            #expect(kept.contributions == read.contributions)
            #expect(Set(kept.insatser) == Set(read.insatser))
            #expect(kept.decisions == read.decisions.sorted { $0.date < $1.date })
            #expect(kept.openingPositions == read.openingPositions)
            #expect(try load(yaml).result == .unchanged)
        }
    }

    @Test func `a folder with an error is refused with its problems and noted`() throws {
        try withLedger { test, load in
            let head = try test.ledger.head()
            let report = try load(Self.plan.replacing("amount: 1250000", with: "amount: mycket"))
            #expect(report.result == .refused)
            #expect(report.problems.map(\.place.line) == [8])
            #expect(try test.ledger.head() == head)
        }
    }
}
