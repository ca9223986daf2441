import MedelCore
import TestSupport
import Testing

@Suite struct BudgetDiffTests {
    /// A version of a few rows and years, some of which another version will have too.
    private static func version(
        _ number: Int,
        _ generator: inout SeededGenerator
    ) throws -> BudgetVersion {
        let spans = [
            ("2018-01", "2018-12"), ("2019-01", "2019-12"), ("2019-07", "2020-06"),
            ("2021-01", "2021-12"),
        ]
        var years: [BudgetYear] = []
        for span in spans where Int.random(in: 0..<3, using: &generator) > 0 {
            let label = Bool.random(using: &generator) ? span.0 : "År"
            years.append(BudgetYear(label: label, months: try Plan.months(span.0, span.1)))
        }
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
            years.append(BudgetYear(label: "okänt", months: nil))
        }
        var rows: [BudgetRow] = []
        for name in ["lon", "po", "resor", "it", "tolk"].shuffled(using: &generator)
        where Int.random(in: 0..<4, using: &generator) > 0 {
            rows.append(
                BudgetRow(
                    code: try Plan.code(name),
                    category: CostCategoryCode(Bool.random(using: &generator) ? "LON" : "PO"),
                    label: Bool.random(using: &generator) ? name : "Rad",
                    recipient: nil,
                    amounts: try years.map { _ in
                        try Money(ore: Int64.random(in: -3...3, using: &generator) * 10_000)
                    }
                )
            )
        }
        return BudgetVersion(
            insats: try #require(InsatsCode("KRUS")),
            number: number,
            kind: BudgetVersion.Kind.allCases.randomElement(using: &generator) ?? .applied,
            date: try #require(Day(iso: "2019-04-09")),
            years: years,
            rows: rows,
            notes: Bool.random(using: &generator) ? [SourceNote(.remark, "anmärkning")] : [],
            rates: Bool.random(using: &generator) ? try Plan.rates().rates : [],
            decision: Bool.random(using: &generator) ? DecisionCode("2019-12") : nil
        )
    }

    @Test(arguments: 0..<200)
    func `a difference applied to the old version gives the new`(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let old = try Self.version(1, &generator)
        let new = try Self.version(2, &generator)
        let diff = try BudgetDiff(from: old, to: new)
        #expect(try diff.applied(to: old) == new)
        #expect(try diff.turned.applied(to: new) == old)
        #expect(try BudgetDiff(from: new, to: old) == diff.turned)
        #expect(diff.turned.turned == diff)
        #expect(try BudgetDiff(from: old, to: old).isEmpty)
        #expect(diff.isEmpty == (try BudgetDiff(from: new, to: old).isEmpty))
        #expect(try new.number == old.number || diff.applied(to: new) == nil)
        let costs = { (version: BudgetVersion) in
            version.rows.flatMap(\.amounts).reduce(Int64(0)) { $0 + $1.ore }
        }
        let changes = diff.rows.flatMap(\.changes).reduce(Int64(0)) { $0 + $1.ore }
        #expect(changes == costs(new) - costs(old))
    }

    @Test func `versions that differ in number alone do not differ`() throws {
        let year = try Plan.year("2019-01", "2019-12")
        let row = BudgetRow(
            code: try Plan.code("lon"),
            category: nil,
            label: "Lön",
            recipient: nil,
            amounts: [try Plan.kronor(1)]
        )
        let old = try Plan.version(1, years: [year], rows: [row])
        let new = try Plan.version(2, years: [year], rows: [row])
        let diff = try BudgetDiff(from: old, to: new)
        #expect(diff.isEmpty && diff.rows.isEmpty)
        let revised = try Plan.version(3, years: [year], rows: [row], kind: .revised)
        #expect(try !BudgetDiff(from: old, to: revised).isEmpty)
    }

    @Test func `replacing a preliminary rate changes the rows that build on it`() throws {
        let plans = [
            try Plan.row("lon", Plan.staff(pay: 3_000_000)),
            try Plan.row("po", Plan.charges(.region, on: ["lon"])),
            try Plan.row("adm", Plan.percent(400, of: ["lon", "po"])),
            try Plan.row("resor", kronor: [5_000]),
        ]
        let years = [try Plan.year("2022-01", "2022-12")]
        let versions = try [(1, 4_627, PORate.Status.preliminary), (2, 4_522, .final)].map {
            number,
            points,
            status in
            let rates = PORateTable([try Plan.rate(.region, 2022, points, status)])
            let rows = try #require(BudgetEvaluation(plans, years: years, rates: rates).rows)
            return try Plan.version(number, years: years, rows: rows)
        }
        let diff = try BudgetDiff(from: versions[0], to: versions[1])
        #expect(diff.rows.map(\.code.text) == ["adm", "po"])
        // 360 000 × (45,22 − 46,27) % = −3 780, and 4 % of that.
        #expect(diff.rows.map { $0.changes.map(\.ore) } == [[-15_120], [-378_000]])
        #expect(versions[1].computedAgain.rows == nil)
    }
}
