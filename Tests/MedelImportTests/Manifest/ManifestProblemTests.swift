import Foundation
import MedelCore
import MedelImport
import TestSupport
import Testing

@Suite struct ManifestProblemTests {
    private static let nasty = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Manifests/nasty")

    @Test func `a nasty folder is read to its end and every problem is named in words`() throws {
        let manifest = try Manifest(folder: Self.nasty.path)
        #expect(!manifest.isSound)
        let lines = manifest.problems.map { problem in
            let word = problem.isWarning ? "varning" : "fel"
            return "\(problem.place) \(word): \(problem.reason.swedish)\n"
        }
        expectGolden(
            lines.joined(),
            "manifest-problems.txt",
            testFile: Self.nasty.deletingLastPathComponent().path
        )
    }

    @Test func `the example in the documentation reads without a problem`() throws {
        let file = SharedFiles.projectRoot.appending(path: "docs/manifest.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let parts = text.components(separatedBy: "```")
        let example = try #require(parts.dropFirst().first)
        let yaml = example.dropFirst("yaml".count)
        let manifest = Manifest([ManifestFile(name: "plan.yaml", bytes: Array(yaml.utf8))])
        #expect(manifest.problems == [])
        #expect(manifest.plan.decisions.map(\.relation).count == 2)
        let rows = try #require(manifest.plan.budgets.first?.rows)
        #expect(rows.prefix(3).map(\.amounts.first?.ore) == [98_000_000, -9_000_000, 7_200_050])
        #expect(rows.map { $0.derivation == nil } == [true, true, true, false, false, false])
        #expect(manifest.plan.profile?.notes.count == 3)
        let first = try #require(manifest.plan.decisions.first)
        #expect(first.terms.basis == .wholeCost)
        #expect(first.terms.tolerance?.amount?.ore == 5_000_000)
        #expect(manifest.plan.fundingSources.map(\.insats?.text) == [nil, "VAGKNUTEN"])
        #expect(manifest.plan.associationBudgets.first?.goals.first?.assessment == .partly)
        #expect(manifest.mapping?.values.map(\.count) == [1])
    }

    @Test func `a folder without mapping leaves rules alone, one with an empty key holds none`() {
        let without = Manifest([ManifestFile(name: "a.yaml", bytes: Array("recipients:".utf8))])
        let empty = Manifest([ManifestFile(name: "a.yaml", bytes: Array("mapping:".utf8))])
        #expect(without.mapping == nil)
        #expect(empty.mapping == [:])
        #expect(without.problems + empty.problems == [])
    }

    @Test func `a folder without manifests, a file and nothing at all are told apart`() throws {
        try withTemporaryFolder { folder in
            let empty = try Manifest(folder: folder.path)
            #expect(empty.problems.map(\.reason) == [.file(.noFiles)])
            let missing = folder.appending(path: "borta").path
            #expect(throws: SourceFileError.missing(path: missing)) {
                try Manifest(folder: missing)
            }
            let file = folder.appending(path: "plan.yaml")
            try Data().write(to: file)
            #expect(throws: SourceFileError.isFile(path: file.path)) {
                try Manifest(folder: file.path)
            }
            #expect(try Manifest(folder: folder.path).problems == [])
        }
    }

    /// A plan of an insats of three budget years in 2021–2023 with a ceiling and more.
    private func problems(
        _ scope: String,
        _ terms: String = "",
        budget: Bool = true,
        mapping: String = ""
    ) -> [String] {
        let budgets = """
                budgets:
                  - kind: granted
                    date: 2020-10-01
                    years: [ { label: A, from: 2021-01, through: 2021-12 },
                      { label: B, from: 2022-01, through: 2022-12 },
                      { label: C, from: 2023-01, through: 2023-12 } ]
                    rows: [ { code: lon, category: LON, label: Lön, amounts: [1, 2, 3] } ]
            """
        let text = """
            \(mapping)
            insatser:
              - code: I01
                name: Ett
                mode: own
                attribution: stated
                from: 2021-01
                through: 2023-12
            \(budget ? budgets : "")
                decisions:
                  - { code: B1, kind: grant, date: 2020-11-20, paragraph: § 1,
                      ceilings: [ { scope: \(scope), amount: 100 } ] \(terms) }
            """
        let manifest = Manifest([ManifestFile(name: "plan.yaml", bytes: Array(text.utf8))])
        return manifest.problems.map { ($0.isWarning ? "varning: " : "fel: ") + $0.reason.swedish }
    }

    private static let rules =
        "mapping: [ { book: association, object: \"6:1\", "
        + "target: insats:I01, category: RESOR, priority: 1 } ]"

    @Test func `a ceiling that can apply is taken without a word`() {
        let scopes = [
            "total", "budgetYear 1", "budgetYear 3", "calendarYear 2021", "calendarYear 2023",
            "category LON",
        ]
        for scope in scopes { #expect(problems(scope) == [], "\(scope)") }
        #expect(problems("calendarYear 2024", ", lastCostDay: 2024-01-31") == [])
    }

    @Test func `a ceiling that can never apply is an error, one that may is a warning`() {
        func first(_ found: [String]) -> String { found.first ?? "" }
        #expect(first(problems("budgetYear 4")).hasPrefix("fel: Insatsens budget har 3 budgetår"))
        #expect(
            first(problems("budgetYear 4", budget: false)).hasPrefix("varning: Insatsen har ing")
        )
        for year in [2020, 2024] {
            let found = first(problems("calendarYear \(year)"))
            #expect(found.hasPrefix("fel: Insatsen pågår 2021-01 – 2023-12"), "\(found)")
        }
        let words = "Ingen rad i insatsens budget har kostnadsslaget RESOR"
        #expect(first(problems("category RESOR")).hasPrefix("varning: \(words)"))
        #expect(first(problems("category RESOR", mapping: Self.rules)).hasPrefix("varning: "))
        let unknown = problems("category LOKAL", mapping: Self.rules)
        #expect(first(unknown).hasPrefix("fel: Varken insatsens budget eller"), "\(unknown)")
        let guideline = ", guidelines: [ { category: LOKAL, amount: 1, action: warn } ]"
        #expect(problems("total", guideline, mapping: Self.rules).count == 1)
    }

    @Test func `a file that cannot be read gives no findings where others refer to it`() {
        let association = """
            association:
              members: [ { code: FK, name: Försäkringskassan, party: state, key: 1 } ]
              equityMin: 1
              equityMin: 2
            """
        let contributions = """
            contributions:
              - { year: 2025, member: FK, amount: 1 }
              - { year: 2025, member: NY, amount: 1 }
            """
        let manifest = Manifest([
            ManifestFile(name: "a.yaml", bytes: Array(association.utf8)),
            ManifestFile(name: "b.yaml", bytes: Array(contributions.utf8)),
        ])
        #expect(manifest.problems.map(\.place.file) == ["a.yaml", "b.yaml"])
        #expect(manifest.problems.last?.reason.swedish.contains("NY") == true)
    }
}
