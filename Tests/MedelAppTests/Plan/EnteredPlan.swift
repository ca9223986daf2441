import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelImport
import TestSupport
import Testing

/// Invented things of a plan that follow from a seed alone, to be entered one by one or loaded as a
/// folder.
struct EnteredPlan {
    /// What both ledgers begin with.
    static let members = """
        association:
          members:
            - { code: FK, name: Försäkringskassan, party: state, key: 1 }
            - { code: OSK, name: Oskarshamns kommun, party: municipality, key: 1 }
        recipients: [ { code: OSK, name: Oskarshamns kommun } ]

        """

    /// A budget or a decision, which is added from a file.
    struct File {
        let form: PlanAddition.Form

        /// Nil for the association's own.
        let insats: String?

        /// The keys with their values; the association's lines under one key.
        let fields: [(key: String, value: String)]

        var text: String {
            (insats.map { "insats: \($0)\n" } ?? "")
                + fields.map { "\($0.key): \($0.value)\n" }.joined()
        }

        var mapping: String {
            "{ " + fields.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + " }"
        }
    }

    private(set) var contributions: [Contribution] = []
    private(set) var lines: [AreaBudget] = []
    private(set) var sources: [FundingSource] = []
    private(set) var participants: [(insats: InsatsCode, count: ParticipantCount)] = []
    private(set) var files: [File] = []
    private var chance: SeededGenerator

    init(seed: Int) throws {
        chance = SeededGenerator(seed: seed)
        for year in 2025...2026 where coin() {
            for member in ["FK", "OSK"] where coin() { try addContribution(member, year) }
            for line in AssociationBudgetLine.allCases where !coin() { try addLines(line, year) }
            if !coin() { addStatement(year) }
        }
        for (number, insats) in ["I01", "I02", nil].enumerated() where !coin() {
            try addSource("K\(number)", insats)
        }
        for insats in ["I01", "I02"] where coin() {
            for year in 2025...2027 where !coin() {
                participants.append(
                    (
                        try #require(InsatsCode(insats)),
                        ParticipantCount(year: year, planned: maybe(0...99), reported: maybe(0...9))
                    )
                )
            }
            if coin() { addBudgets(of: insats) }
        }
    }

    // MARK: In the manifest's form

    /// What a folder says of all of it.
    var manifest: String {
        let own = files.filter { $0.insats == nil }.flatMap(\.fields)
            .map { String($0.value.dropFirst().dropLast()) }
        return Self.members
            + "contributions: [\(contributions.map(\.manifest).joined(separator: ", "))]\n"
            + "areaBudget: [\(lines.map(\.manifest).joined(separator: ", "))]\n"
            + "associationBudgets: [\(own.joined(separator: ", "))]\n"
            + "fundingSources: [\(manifest(ofSourcesTo: nil))]\n"
            + insatser(described: true)
    }

    /// The insatser, with all that is known of them or by themselves.
    func insatser(described: Bool) -> String {
        let insatser = ["I01", "I02"].map { code in
            let head =
                "  - { code: \(code), name: \(code), mode: grant, attribution: stated, "
                + "recipients: [OSK]"
            guard described else { return head + " }\n" }
            let counts = participants.filter { $0.insats.text == code }.map(\.count.manifest)
            let own = files.filter { $0.insats == code }
            let budgets = own.filter { $0.form == .budget }.map(\.mapping)
            let decisions = own.filter { $0.form == .decision }.map(\.mapping)
            return head + ", participants: [\(counts.joined(separator: ", "))]"
                + ", fundingSources: [\(manifest(ofSourcesTo: code))]"
                + ", budgets: [\(budgets.joined(separator: ", "))]"
                + ", decisions: [\(decisions.joined(separator: ", "))] }\n"
        }
        return "insatser:\n" + insatser.joined()
    }

    private func manifest(ofSourcesTo insats: String?) -> String {
        sources.filter { $0.insats?.text == insats }.map(\.manifest).joined(separator: ", ")
    }

    // MARK: By chance

    /// True two times in three.
    private mutating func coin() -> Bool { Int.random(in: 0..<3, using: &chance) > 0 }

    private mutating func maybe(_ range: ClosedRange<Int>) -> Int? {
        coin() ? Int.random(in: range, using: &chance) : nil
    }

    private mutating func money() throws -> Money {
        try Money(ore: .random(in: 1...100_000_000, using: &chance))
    }

    /// A day of the months; of 2026 only those that have been at the tests' moment.
    private mutating func day(_ year: Int, months: ClosedRange<Int> = 1...12) throws -> Day {
        let month = Int.random(in: months, using: &chance)
        let day = Day(
            year: year,
            month: year == 2026 ? 1 : month,
            day: .random(in: 1...28, using: &chance)
        )
        return try #require(day)
    }

    private mutating func addContribution(_ member: String, _ year: Int) throws {
        var payments: [ContributionPayment] = []
        for month in 1...Int.random(in: 1...4, using: &chance) {
            // Each falls due on a day of its own, by which it is told from the others.
            payments.append(
                ContributionPayment(
                    kind: ContributionPayment.Kind.allCases.randomElement(using: &chance),
                    invoiced: coin() ? try day(year) : nil,
                    due: Day(year: year, month: month, day: 28),
                    received: coin() ? try day(year) : nil,
                    amount: try money()
                )
            )
        }
        contributions.append(
            Contribution(
                year: year,
                member: try #require(MemberCode(member)),
                amount: try money(),
                decidedOn: coin() ? try day(year - 1) : nil,
                asked: coin() ? try money() : nil,
                payments: coin() ? payments : []
            )
        )
    }

    private mutating func addLines(_ line: AssociationBudgetLine, _ year: Int) throws {
        for number in 0...Int.random(in: 0...2, using: &chance) {
            lines.append(
                AreaBudget(
                    year: year,
                    line: line,
                    kind: number == 0 ? .original : .change,
                    amount: try money(),
                    decidedOn: try day(year - 1, months: number == 0 ? 1...6 : 7...12),
                    reference: "§ \(number)"
                )
            )
        }
    }

    private mutating func addStatement(_ year: Int) {
        let text =
            "[{ year: \(year), decidedOn: \(year - 1)-11-20, reference: § 9, "
            + "expectedEquity: \(Int.random(in: 0...9, using: &chance)), "
            + "goals: [ { text: Mål, target: Nio } ], "
            + "plan: [ { year: \(year + 1), line: income, amount: 1 } ] }]"
        files.append(File(form: .budget, insats: nil, fields: [("associationBudgets", text)]))
    }

    private mutating func addSource(_ code: String, _ insats: String?) throws {
        var amounts: [FundingSource.Amount] = []
        for year in 2025...2026 {
            amounts.append(
                FundingSource.Amount(
                    year: year,
                    amount: try money(),
                    isApproximate: coin(),
                    excludesVAT: coin()
                )
            )
        }
        sources.append(
            FundingSource(
                code: try #require(FundingCode(code)),
                insats: insats.flatMap { InsatsCode($0) },
                kind: FundingSource.Kind.allCases.randomElement(using: &chance) ?? .esf,
                name: "Källa \(code)",
                amounts: amounts,
                share: maybe(1...10_000).flatMap { Rate(basisPoints: $0) },
                ceiling: coin() ? try money() : nil,
                matching: maybe(0...10_000).flatMap { Rate(basisPoints: $0) },
                notes: coin() ? [SourceNote(.source, "Avtal")] : []
            )
        )
    }

    /// What is applied for, then a decision and what it grants, each as an ekonom meets them.
    private mutating func addBudgets(of insats: String) {
        let rows =
            "[ { code: lon, label: Lön, recipient: OSK, amounts: "
            + "[\(Int.random(in: 0...9999, using: &chance))] }, "
            + "{ code: adm, label: Administration, percent: { of: [lon], rate: 4 } } ]"
        let years = "[ { label: A, from: 2026-01, through: 2026-12 } ]"
        files.append(
            File(
                form: .budget,
                insats: insats,
                fields: [
                    ("kind", "applied"), ("date", "2025-10-01"), ("years", years), ("rows", rows),
                ]
            )
        )
        guard coin() else { return }
        files.append(
            File(
                form: .decision,
                insats: insats,
                fields: [
                    ("code", "B-\(insats)"), ("kind", "grant"), ("date", "2025-11-20"),
                    ("paragraph", "§ 1"), ("ceilings", "[ { scope: total, amount: 9999 } ]"),
                ]
            )
        )
        files.append(
            File(
                form: .budget,
                insats: insats,
                fields: [
                    ("kind", "granted"), ("date", "2025-11-20"), ("decision", "B-\(insats)"),
                    ("years", years), ("rows", rows),
                ]
            )
        )
    }
}
