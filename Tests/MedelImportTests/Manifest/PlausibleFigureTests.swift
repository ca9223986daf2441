import MedelCore
import MedelImport
import Testing

/// Amounts, numbers and days that cannot be, or that are hardly meant.
@Suite struct PlausibleFigureTests {
    private static let kept = """
        association: { members: [ { code: OSK, name: OSK, party: municipality, key: 1 },
            { code: NY, name: Ny, party: municipality, key: 1, from: 2026-07 } ] }
        areaBudget:
          - { year: 2026, line: board, kind: original, amount: 90, decidedOn: 2025-11-20,
              reference: § 57 }
        contributions:
          - { year: 2026, member: OSK, amount: 100, decidedOn: 2025-10-09,
              payments: [ { due: 2026-01-31, amount: 50, received: 2026-01-30 } ] }
        insatser:
          - { code: I01, name: I01, mode: own, attribution: stated, from: 2025-02,
              through: 2027-01 }

        """

    private func folder(_ text: String) -> Manifest {
        Manifest(
            [ManifestFile(name: "plan.yaml", bytes: Array(text.utf8))],
            also: [],
            today: Day(iso: "2026-06-30")
        )
    }

    private func enter(_ change: (inout AssociationPlan) throws -> Void) throws -> PlanAddition {
        let known = folder(Self.kept)
        #expect(known.problems == [])
        var values = AssociationPlan()
        try change(&values)
        return PlanAddition(
            entering: values,
            named: "b",
            beside: known.plan,
            today: Day(iso: "2026-06-30")
        )
    }

    private func contribution(
        _ payments: [ContributionPayment] = [],
        year: Int = 2026,
        from member: String = "OSK",
        ore: Int64 = 10_000,
        on day: String? = "2025-10-09"
    ) throws -> Contribution {
        Contribution(
            year: year,
            member: try #require(MemberCode(member)),
            amount: try Money(ore: ore),
            decidedOn: day.flatMap { Day(iso: $0) },
            payments: payments
        )
    }

    /// Whether it is refused, warned of or taken quietly.
    private func outcome(_ problems: [ManifestProblem]) -> String {
        if problems.isEmpty { return "quiet" }
        return problems.allSatisfy(\.isWarning) ? "warned" : "refused"
    }

    // MARK: Amounts

    @Test(arguments: [
        ("amounts: [ { year: 2026, amount: 0 } ]", "quiet"),
        ("amounts: [ { year: 2026, amount: \"-0,01\" } ]", "refused"),
        ("share: 0", "refused"), ("share: \"0,01\"", "quiet"), ("share: 100", "quiet"),
        ("share: 101", "refused"), ("share: -5", "refused"),
        ("share: 40, ceiling: -1", "refused"),
    ])
    func `a source pays nothing below zero and no share beyond the whole`(
        _ source: String,
        _ expected: String
    ) {
        let text = "fundingSources: [ { code: K, kind: esf, name: K, \(source) } ]"
        #expect(outcome(folder(text).problems) == expected)
    }

    @Test(arguments: [(60, "quiet"), (61, "warned")])
    func `shares beyond the whole together are warned of, with their sum`(
        _ share: Int,
        _ expected: String
    ) {
        let text = """
            fundingSources:
              - { code: A, kind: esf, name: A, share: 40 }
              - { code: B, kind: other, name: B, share: \(share) }
              - { code: T, kind: inKind, name: T, share: 90 }
            """
        let problems = folder(text).problems
        #expect(outcome(problems) == expected)
        #expect(problems.allSatisfy { $0.reason.swedish.contains("101 procent") })
        #expect(problems.allSatisfy { $0.place.line == 3 })
    }

    @Test(arguments: ["invoice", "requisition", "refund"], [-1, 0, 1] as [Int64])
    func `an instalment of any kind is above zero`(_ kind: String, _ ore: Int64) throws {
        let sign = ore < 0 ? "-" : ""
        let read = folder(
            """
            association: { members: [ { code: OSK, name: OSK, party: municipality, key: 1 } ] }
            contributions:
              - { year: 2026, member: OSK, amount: 100,
                  payments: [ { kind: \(kind), amount: "\(sign)0,0\(ore.magnitude)" } ] }
            """
        )
        #expect(read.isSound == (ore > 0))
        let payment = ContributionPayment(
            kind: ContributionPayment.Kind(rawValue: kind),
            due: nil,
            received: nil,
            amount: try Money(ore: ore)
        )
        let entered = try enter { $0.contributions = [try contribution([payment])] }
        #expect(entered.isSound == (ore > 0))
    }

    @Test(arguments: [(-1, false), (0, true)])
    func `nobody decides less than nothing`(_ ore: Int64, _ isSound: Bool) throws {
        #expect(try enter { $0.contributions = [try contribution(ore: ore)] }.isSound == isSound)
    }

    @Test func `an amount that no sheet could sum is refused with member and year`() throws {
        let payment = ContributionPayment(due: nil, received: nil, amount: Money.max)
        let read = try enter { $0.contributions = [try contribution([payment])] }
        let words = read.problems.filter { !$0.isWarning }.map(\.reason.swedish)
        #expect(words.count == 1)
        #expect(words.allSatisfy { $0.contains("OSK för 2026") && $0.contains("största") })
    }

    @Test(arguments: [(0, true), (1, false)])
    func `amounts of a plan may come to the largest amount together and no further`(
        _ more: Int64,
        _ isSound: Bool
    ) throws {
        // The ledger has 100 and 50 from OSK and 90 for the board.
        let ore = Money.max.ore - 24_000 + more
        let read = try enter {
            $0.contributions = [try contribution(year: 2025, ore: ore, on: nil)]
        }
        #expect(read.isSound == isSound)
    }

    // MARK: Days

    @Test(arguments: [
        ("2026-06-30", "quiet"), ("2026-07-01", "refused"), ("2025-01-01", "quiet"),
        ("2024-12-31", "refused"),
    ])
    func `money comes in no later than today and no more than a year before its year`(
        _ day: String,
        _ expected: String
    ) throws {
        let payment = ContributionPayment(
            due: nil,
            received: Day(iso: day),
            amount: try Money(ore: 100)
        )
        let read = try enter { $0.contributions = [try contribution([payment])] }
        #expect(outcome(read.problems) == expected)
    }

    @Test(arguments: [
        ("2026-06-30", "quiet"), ("2026-07-01", "refused"), ("2025-10-09", "quiet"),
        ("2025-10-08", "warned"),
    ])
    func `a contribution is decided no later than today, and an older decision is told`(
        _ day: String,
        _ expected: String
    ) throws {
        let read = try enter { $0.contributions = [try contribution(ore: 9_900, on: day)] }
        #expect(outcome(read.problems) == expected)
    }

    @Test(arguments: [
        (AssociationBudgetLine.board, "2025-11-20", "quiet"), (.board, "2025-11-19", "refused"),
        (.board, "2026-07-01", "refused"), (.audit, "2025-12-01", "refused"),
    ])
    func `a change of the budget follows on its original`(
        _ line: AssociationBudgetLine,
        _ day: String,
        _ expected: String
    ) throws {
        let change = AreaBudget(
            year: 2026,
            line: line,
            kind: .change,
            amount: try Money(ore: -100),
            decidedOn: try #require(Day(iso: day)),
            reference: "§ 2"
        )
        #expect(outcome(try enter { $0.areaBudgets = [change] }.problems) == expected)
    }

    @Test(arguments: [("90", true), ("91", false)])
    func `an original that stands is not changed by a file`(_ amount: String, _ isSound: Bool) {
        let text = """
            areaBudget:
              - { year: 2026, line: board, kind: original, amount: \(amount),
                  decidedOn: 2025-11-20, reference: § 57 }
            """
        let file = ManifestFile(name: "a.yaml", bytes: Array(text.utf8))
        let read = PlanAddition(file, as: .budget, beside: folder(Self.kept).plan)
        #expect(read.isSound == isSound)
        // The folder is the plan as a whole, where a slip of the pen is put right.
        #expect(folder(text).isSound)
    }

    @Test(arguments: [
        (2026, "quiet"), (2025, "warned"), (2027, "quiet"),
    ])
    func `a contribution from somebody who is no member that year is warned of`(
        _ year: Int,
        _ expected: String
    ) throws {
        let read = try enter {
            $0.contributions = [try contribution(year: year, from: "NY", on: nil)]
        }
        #expect(outcome(read.problems) == expected)
    }

    @Test(arguments: [
        (2025, 3, "quiet"), (2027, nil, "quiet"), (2027, 3, "warned"), (2024, nil, "warned"),
        (2028, nil, "warned"), (2026, -3, "refused"),
    ])
    func `participants are counted in the insats's years and reported when they have begun`(
        _ year: Int,
        _ reported: Int?,
        _ expected: String
    ) throws {
        let insats = try #require(folder(Self.kept).plan.insatser.first)
        let read = try enter {
            $0.insatser = [insats.counting(year: year, planned: 4, reported: reported)]
        }
        #expect(outcome(read.problems) == expected)
    }
}
