import MedelCore
import MedelImport
import Testing

/// One thing in a file or from a command, and a folder beside what a ledger has been told.
@Suite struct PlanAdditionTests {
    private static let kept = """
        association: { members: [ { code: OSK, name: OSK, party: municipality, key: 1 } ] }
        areaBudget:
          - { year: 2026, line: income, kind: original, amount: 100, decidedOn: 2025-11-20,
              reference: § 57 }
          - { year: 2026, line: board, kind: original, amount: 90, decidedOn: 2025-11-20,
              reference: § 57 }
        recipients: [ { code: OSK, name: OSK } ]
        insatser:
          - code: I01
            name: I01
            mode: grant
            attribution: stated
            from: 2026-01
            through: 2026-12
            recipients: [OSK]
            decisions:
              - { code: 2025-41, kind: grant, date: 2025-11-20, paragraph: § 41,
                  ceilings: [ { scope: total, amount: 100 } ] }
          - { code: I02, name: I02, mode: own, attribution: stated }
        """

    private static let budget = """
        insats: I01
        kind: granted
        date: 2025-11-20
        decision: 2025-41
        years: [ { label: "2026", from: 2026-01, through: 2026-12 } ]
        rows: [ { code: lon, label: Lön, recipient: OSK, amounts: [100] } ]
        """

    private func folder(_ text: String, beside decisions: [Decision] = []) -> Manifest {
        let file = ManifestFile(name: "plan.yaml", bytes: Array(text.utf8))
        var known = AssociationPlan()
        known.decisions = decisions
        return Manifest([file], also: [], beside: known)
    }

    private func file(_ text: String, as form: PlanAddition.Form = .budget) -> PlanAddition {
        let kept = folder(Self.kept)
        #expect(kept.isSound)
        let file = ManifestFile(name: "a.yaml", bytes: Array(text.utf8))
        return PlanAddition(file, as: form, beside: kept.plan)
    }

    @Test func `a budget of an insats is all that its file adds`() {
        let read = file(Self.budget)
        #expect(read.problems == [])
        #expect(read.plan.budgets.map(\.insats.text) == ["I01"])
        #expect(read.plan.budgets.map(\.decision?.text) == ["2025-41"])
        var rest = read.plan
        rest.budgets = []
        #expect(rest == AssociationPlan())
    }

    @Test(arguments: [
        ("I01", "I09", "Insats I09 finns inte i huvudboken", 1),
        ("I01", "I02", "Beslut 2025-41 gäller insats I01", 4),
        ("2025-41", "2025-14", "Beslut 2025-14 finns inte i huvudboken", 4),
        ("OSK", "OKS", "Mottagare OKS finns inte i huvudboken", 6),
        ("insats: I01", "poRates:", "insats saknas", 1),
        ("kind:", "kinds:", "Nyckeln «kinds» är okänd", 2),
        ("amounts: [100]", "amounts: [100, 1]", "Raden har 2 belopp", 6),
        ("date: 2025-11-20", "date: igår", "ingen dag", 3),
    ])
    func `what is wrong with a budget is told with its line`(
        _ before: String,
        _ after: String,
        _ words: String,
        _ line: Int
    ) {
        let read = file(Self.budget.replacing(before, with: after))
        #expect(!read.isSound)
        let found = read.problems.filter { $0.reason.swedish.contains(words) }
        #expect(found.map(\.place) == [ManifestPlace(file: "a.yaml", line: line)])
    }

    @Test func `months outside those that the ledger has are a warning`() {
        let read = file(Self.budget.replacing("2026-12 }", with: "2027-01 }"))
        #expect(read.problems.map(\.isWarning) == [true])
    }

    @Test(arguments: [
        "", "# bara en kommentar", "areaBudget:\ninsats: I01", "- a", "insats: [", "a",
    ])
    func `a file that describes no budget is refused`(_ text: String) {
        let read = file(text)
        #expect(!read.isSound)
        #expect(read.problems.allSatisfy { $0.place.file == "a.yaml" })
    }

    @Test func `a line goes with the others of its year`() {
        let read = file(
            """
            areaBudget:
              - { year: 2026, line: audit, kind: original, amount: 30, decidedOn: 2025-11-20,
                  reference: § 57 }
            """
        )
        #expect(Set(read.plan.areaBudgets.map(\.amount.ore)) == [10_000, 9_000, 3_000])
        #expect(read.problems.map(\.place.line) == [2])
        #expect(read.problems.first?.reason.swedish.contains("20,00 kr högre än") == true)
    }

    @Test func `what the board says of a year is held against the lines that are kept`() {
        let text = "associationBudgets: [ { year: 2026, decidedOn: 2025-12-01, reference: § 1 } ]"
        let read = file(text)
        #expect(read.plan.areaBudgets == [])
        #expect(read.plan.associationBudgets.count == 1)
        #expect(read.problems.map(\.isWarning) == [true])
        let kept = folder(Self.kept.replacing("amount: 90", with: "amount: 110")).plan
        let bytes = Array(text.replacing("12-01", with: "11-30").utf8)
        let late = PlanAddition(ManifestFile(name: "a", bytes: bytes), as: .budget, beside: kept)
        #expect(late.problems.first?.reason.swedish.contains("10,00 kr högre än") == true)
    }

    @Test(arguments: [1899, 1900, 2999, 3000, -1, 0])
    func `a year that no manifest can say is refused`(_ year: Int) throws {
        var values = AssociationPlan()
        values.contributions = [
            Contribution(
                year: year,
                member: try #require(MemberCode("OSK")),
                amount: .zero,
                decidedOn: nil,
                payments: []
            )
        ]
        let read = PlanAddition(entering: values, named: "b", beside: folder(Self.kept).plan)
        #expect(read.isSound == (1900...2999).contains(year))
        #expect(read.plan.contributions == values.contributions)
    }

    @Test(arguments: ["§ 1", "", " \t", "a\u{7}", "a\nb"])
    func `a text that no manifest can say is refused`(_ text: String) throws {
        var values = AssociationPlan()
        values.areaBudgets = [
            AreaBudget(
                year: 2030,
                line: .board,
                kind: .original,
                amount: .zero,
                decidedOn: try #require(Day(iso: "2029-11-20")),
                reference: text
            )
        ]
        let read = PlanAddition(entering: values, named: "b", beside: AssociationPlan())
        #expect(read.isSound == ["§ 1", "a\nb"].contains(text))
    }

    @Test(arguments: [(100, 100, true), (100, 101, false), (0, 0, true), (0, 1, false)])
    func `instalments beyond what is decided are a warning, refunds taken off`(
        _ decided: Int64,
        _ sum: Int64,
        _ isQuiet: Bool
    ) throws {
        let text = """
            association: { members: [ { code: OSK, name: OSK, party: municipality, key: 1 } ] }
            contributions:
              - { year: 2026, member: OSK, amount: \(decided),
                  payments: [ { amount: \(sum + 5) }, { kind: refund, amount: 5 } ] }
            """
        let read = folder(text)
        #expect(read.isSound)
        #expect(read.problems.isEmpty == isQuiet)
    }

    // MARK: A folder beside a ledger

    private var decided: [Decision] { folder(Self.kept).plan.decisions }

    private func insats(_ decision: String, budget: String = "") -> String {
        """
        recipients: [ { code: OSK, name: OSK } ]
        insatser:
          - code: I01
            name: I01
            mode: grant
            attribution: stated
            recipients: [OSK]
            budgets: [\(budget)]
            decisions: [ { code: 2026-1, date: 2025-11-21, paragraph: § 1, \(decision) } ]
        """
    }

    @Test(arguments: [
        "kind: amend, relation: replaces 2025-41, ceilings: [ { scope: total, amount: 90 } ]",
        "kind: grant, relation: adds 2025-41, ceilings: [ { scope: total, amount: 90 } ]",
        "kind: close",
    ])
    func `a folder may build on a decision that the ledger has`(_ decision: String) {
        let text = insats(
            decision,
            budget: "{ kind: granted, date: 2025-11-20, decision: 2025-41, years: [ { label: A } ],"
                + " rows: [ { code: a, label: A, amounts: [1] } ] }"
        )
        #expect(!folder(text).isSound)
        let read = folder(text, beside: decided)
        #expect(read.problems == [])
        #expect(read.plan.decisions.map(\.code.text) == ["2026-1"])
    }

    @Test(arguments: [
        ("kind: grant, ceilings: [ { scope: total, amount: 9 } ]", "redan ett första beslut"),
        ("kind: close, date: 2025-11-19", "avslutades 2025-11-19"),
        (
            "kind: amend, date: 2025-11-19, relation: adds 2025-41, "
                + "ceilings: [ { scope: total, amount: 9 } ]", "Rätta date eller relation"
        ),
    ])
    func `a folder that does not go with what the ledger has is refused where it says so`(
        _ decision: String,
        _ words: String
    ) {
        let text =
            decision.contains("date:")
            ? insats(decision).replacing("date: 2025-11-21, ", with: "") : insats(decision)
        let read = folder(text, beside: decided)
        #expect(!read.isSound)
        #expect(read.problems.map(\.place) == [ManifestPlace(file: "plan.yaml", line: 9)])
        #expect(read.problems.first?.reason.swedish.contains(words) == true)
    }

    @Test func `what stands in the ledger already is not held against itself`() {
        // An earlier program took both; nothing can be done about it, and the folder says no more.
        let text = insats("kind: grant, ceilings: [ { scope: total, amount: 9 } ]")
        let read = folder(text, beside: decided + folder(text).plan.decisions)
        #expect(read.problems == [])
    }
}
