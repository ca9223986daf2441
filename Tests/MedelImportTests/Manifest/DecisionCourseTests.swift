import MedelCore
import MedelImport
import Testing

/// How the decisions on an insats may follow on each other.
@Suite struct DecisionCourseTests {
    private static let total = "ceilings: [ { scope: total, amount: 90 } ]"
    private static let first =
        "{ code: B1, kind: grant, date: 2025-01-01, paragraph: § 1, "
        + "financing: Eget kapital, \(total) }"

    private func amend(_ code: String, _ relation: String, _ date: String) -> String {
        "{ code: \(code), kind: amend, relation: \(relation), date: \(date), paragraph: § 1, "
            + "financing: Eget kapital, \(Self.total) }"
    }

    private func folder(
        _ decisions: [String],
        beside kept: [Decision] = [],
        today: String? = nil
    ) -> Manifest {
        let text = """
            insatser:
              - code: I01
                name: I01
                mode: own
                attribution: stated
                from: 2025-01
                through: 2027-12
                decisions:
            \(decisions.map { "      - \($0)\n" }.joined())
            """
        var known = AssociationPlan()
        known.decisions = kept
        return Manifest(
            [ManifestFile(name: "a.yaml", bytes: Array(text.utf8))],
            also: [],
            beside: known,
            today: today.flatMap { Day(iso: $0) }
        )
    }

    @Test(arguments: ["2025-03-01", "2025-02-01"])
    func `a decision that is replaced already is not replaced again, the same day or later`(
        _ date: String
    ) {
        let read = folder([
            Self.first, amend("B2", "replaces B1", "2025-02-01"), amend("B3", "replaces B1", date),
        ])
        #expect(read.problems.map(\.place.line) == [11])
        #expect(
            read.problems.map(\.reason.swedish) == [
                "Beslut B1 är redan ersatt av B2. Vad menas: «relation: replaces B2» eller "
                    + "«relation: adds B2»?"
            ]
        )
    }

    @Test func `the question names the decision that stands last`() {
        let read = folder([
            Self.first, amend("B2", "replaces B1", "2025-02-01"),
            amend("B3", "replaces B2", "2025-03-01"), amend("B4", "replaces B1", "2025-04-01"),
        ])
        #expect(read.problems.count == 1)
        #expect(read.problems.first?.reason.swedish.contains("ersatt av B2") == true)
        #expect(read.problems.first?.reason.swedish.contains("replaces B3") == true)
    }

    @Test(arguments: ["replaces B2", "adds B2", "adds B1"])
    func `what answers the question is taken`(_ relation: String) {
        let read = folder([
            Self.first, amend("B2", "replaces B1", "2025-02-01"),
            amend("B3", relation, "2025-03-01"),
        ])
        #expect(read.problems == [])
    }

    @Test func `what a ledger took before is read, and holds against what is new whatever its day`()
    {
        let old = [
            Self.first, amend("B2", "replaces B1", "2025-03-01"),
            amend("B3", "replaces B1", "2025-04-01"),
        ]
        let kept = folder(old).plan.decisions
        #expect(kept.count == 3)
        #expect(folder(old, beside: kept).problems == [])
        #expect(folder([], beside: kept).problems == [])
        let read = folder([amend("B4", "replaces B1", "2025-02-01")], beside: kept)
        #expect(read.problems.map(\.place.line) == [9])
        #expect(read.problems.first?.reason.swedish.contains("ersatt av B2") == true)
    }

    @Test(arguments: [
        ("calendarYear", 2025, 2026, true), ("calendarYear", 2026, 2025, true),
        ("calendarYear", 2025, 2027, false), ("calendarYear", 2027, 2025, false),
    ])
    func `room is moved only between years that have a ceiling`(
        _ kind: String,
        _ from: Int,
        _ to: Int,
        _ isSound: Bool
    ) {
        let read = folder([
            "{ code: B1, kind: grant, date: 2024-12-01, paragraph: § 1, ceilings: [ { scope: "
                + "\(kind) 2025, amount: 90 }, { scope: \(kind) 2026, amount: 90 } ] }",
            "{ code: B2, kind: carryOver, relation: moves, date: 2026-01-20, paragraph: § 1, "
                + "ceilings: [ { scope: \(kind) \(from), amount: -40 }, { scope: \(kind) \(to), "
                + "amount: 40 } ] }",
        ])
        #expect(read.isSound == isSound)
        let words = read.problems.map(\.reason.swedish).joined()
        #expect(words.contains("\(kind) 2027, där insatsen inte har") != isSound)
    }

    @Test(arguments: [("2025-01-01", true), ("2025-01-02", true), ("2024-12-31", false)])
    func `nothing is decided on a day that has not been`(_ today: String, _ isSound: Bool) {
        #expect(folder([Self.first], today: today).isSound == isSound)
        let kept = folder([Self.first]).plan.decisions
        #expect(folder([Self.first], beside: kept, today: today).isSound)
    }

    @Test(arguments: [("5", true), ("0", true), ("-1", false)])
    func `a tolerance is not below zero`(_ amount: String, _ isSound: Bool) {
        let read = folder([
            "{ code: B1, kind: grant, date: 2024-12-01, paragraph: § 1, \(Self.total), "
                + "tolerance: { amount: \(amount) } }"
        ])
        #expect(read.isSound == isSound)
    }
}
