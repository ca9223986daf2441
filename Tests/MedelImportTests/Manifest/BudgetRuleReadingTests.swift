import Foundation
import MedelCore
import MedelImport
import TestSupport
import Testing

@Suite struct BudgetRuleReadingTests {
    private static let head = """
        insatser:
          - code: I01
            name: Insats
            mode: own
            attribution: stated
            budgets:
              - kind: applied
                date: 2018-10-01
                years:
                  - { label: År 1, from: 2018-07, through: 2019-06 }
                  - { label: År 2, from: 2019-07, through: 2020-06 }
        """

    private static let rates = """
        poRates:
          - { sector: municipality, year: 2018, percent: "39,17", status: final, source: prov }
          - { sector: municipality, year: 2019, percent: "39,15", status: final, source: prov }
          - { sector: municipality, year: 2020, percent: "40,15", status: final, source: prov }

        """

    /// A manifest of one budget with these rows, indented as they stand.
    private static func manifest(_ rows: String, rates: String = rates) -> Manifest {
        let indented = rows.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "        " + $0 }.joined(separator: "\n")
        let text = rates + head + "\n" + indented + "\n"
        return Manifest([ManifestFile(name: "a.yaml", bytes: Array(text.utf8))])
    }

    @Test func `the rules of the documentation read without a problem`() throws {
        let file = SharedFiles.projectRoot.appending(path: "docs/manifest.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let blocks = text.components(separatedBy: "```")
        let rules = try #require(blocks.first { $0.hasPrefix("yaml\nrows:") })
        let manifest = Self.manifest(String(rules.dropFirst("yaml\n".count)))
        #expect(manifest.problems == [])
        let budget = try #require(manifest.plan.budgets.first)
        #expect(
            budget.rows.map(\.code.text) == [
                "lon", "handledare", "vikarie", "po", "administration", "tolk", "slut",
            ]
        )
        #expect(budget.rows[4].amounts.map(\.ore) == [5_840_000, 5_460_000])
        #expect(budget.rows[5].amounts.map(\.ore) == [1_125_000, 1_125_000])
        #expect(budget.rows[6].amounts.map(\.ore) == [0, 5_000_000])
        #expect(budget.rates.map(\.year) == [2018, 2019, 2020])
    }

    struct Problem: Sendable {
        let row: String
        let reasons: [ManifestReason]
    }

    /// Rows whose content, percentage or base is wrong.
    private static func problemsOfContent() throws -> [Problem] {
        let a = try #require(BudgetRowCode("a"))
        let missing = try #require(BudgetRowCode("borta"))
        let known = ["amounts", "staff", "po", "percent", "unit", "lump"]
        return [
            Problem(row: "", reasons: [.budget(.contentMissing(known: known))]),
            Problem(
                row: "amounts: [1, 2], percent: { of: [lon], rate: 4 }",
                reasons: [.budget(.contentRepeated(["amounts", "percent"]))]
            ),
            Problem(
                row: "amounts: [1, 2], roundTo: krona",
                reasons: [.budget(.roundingWithoutRule)]
            ),
            Problem(
                row: "category: INTAKT_OVRIG, amounts: [-1, 2]",
                reasons: [.budget(.incomeAboveZero("INTAKT_OVRIG"))]
            ),
            Problem(
                row: "category: INTAKT_FORBUND, percent: { of: [lon], rate: 4 }",
                reasons: [.budget(.incomeAboveZero("INTAKT_FORBUND"))]
            ),
            Problem(
                row: "percent: { of: [lon], rate: 104 }",
                reasons: [.value(.badRate("104"))]
            ),
            Problem(
                row: "percent: { rate: 4 }",
                reasons: [.shape(.missingKey("of"))]
            ),
            Problem(
                row: "percent: { of: [borta], rate: 4 }",
                reasons: [.budget(.rule(.unknownRow(missing)))]
            ),
            Problem(
                row: "percent: { of: [a], rate: 4 }",
                reasons: [.budget(.rule(.circle([a])))]
            ),
            Problem(
                row: "percent: { of: [lon], rate: 4, cap: [1, 2, 3] }",
                reasons: [.budget(.rule(.valueCount(expected: 2, found: 3)))]
            ),
        ]
    }

    /// Rows whose staff, PO, units or lump sum is wrong.
    private static func problemsOfRules() -> [Problem] {
        [
            Problem(
                row: "staff: { posts: [\"1,755\", -1], monthlyPay: 31000 }",
                reasons: [.budget(.badPosts("1,755")), .budget(.badPosts("-1"))]
            ),
            Problem(
                row: "staff: { posts: 1, employment: 101, monthlyPay: 31000 }",
                reasons: [.budget(.badEmployment("101"))]
            ),
            Problem(
                row: "staff: { posts: 1, monthlyPay: 31000, holiday: { perDay: 1 } }",
                reasons: [.budget(.holidayForm)]
            ),
            Problem(
                row: "staff: { posts: 1, monthlyPay: 31000, raises: [ { from: 2019-01 } ] }",
                reasons: [.budget(.raiseForm)]
            ),
            Problem(
                row: "staff: { posts: 1, monthlyPay: 31000, po: { percent: 40 } }",
                reasons: [.budget(.poForm)]
            ),
            Problem(
                row: "staff: { posts: 1, monthlyPay: 1, po: { sector: region } }",
                reasons: [.budget(.rule(.missingRate(.region, year: 2018)))]
            ),
            Problem(
                row: "staff: { posts: 1, monthlyPay: 1, bought: yes, holiday: { share: 1 } }",
                reasons: [.budget(.rule(.boughtStaff))]
            ),
            Problem(
                row: "po: { of: [lon], sector: kommun }",
                reasons: [
                    .value(
                        .badChoice(
                            "kommun",
                            known: ["municipality", "region", "state", "other"]
                        )
                    )
                ]
            ),
            Problem(
                row: "unit: { quantity: tio, unit: st, price: 1 }",
                reasons: [.budget(.badQuantity("tio"))]
            ),
            Problem(row: "lump: { amount: 5 }", reasons: [.shape(.missingKey("when"))]),
        ]
    }

    @Test func `what is wrong with a rule is named where it stands`() throws {
        for test in try Self.problemsOfContent() + Self.problemsOfRules() {
            let row = test.row.isEmpty ? "" : ", " + test.row
            let manifest = Self.manifest(
                """
                rows:
                  - { code: lon, label: Lön, amounts: [100, 100] }
                  - { code: a, label: A\(row) }
                """
            )
            #expect(manifest.problems.map(\.reason) == test.reasons, "\(test.row)")
            #expect(manifest.problems.allSatisfy { $0.place.line == 18 }, "\(test.row)")
            #expect(manifest.problems.allSatisfy { !$0.reason.swedish.isEmpty })
            #expect(!manifest.isSound)
        }
    }

    @Test func `a missing rate says where to add it`() {
        let manifest = Self.manifest(
            """
            rows:
              - { code: lon, label: Lön, staff: { posts: 1, monthlyPay: 1, po: { sector: region } } }
            """
        )
        #expect(
            manifest.problems.map(\.reason.swedish) == [
                "PO-pålägget för region 2018 saknas. Lägg till det under poRates i mappen: "
                    + "«- { sector: region, year: 2018, percent: \"…\", status: preliminary, "
                    + "source: … }», eller i mallen po och anta den."
            ]
        )
    }

    @Test func `rates from elsewhere fill in what the folder does not have`() throws {
        let rate = PORate(
            sector: .municipality,
            year: 2020,
            rate: try #require(Rate(basisPoints: 4_000)),
            status: .final,
            source: "antagen"
        )
        let row = "rows: [ { code: lon, label: L, staff: { posts: 1, monthlyPay: 100, "
        let text =
            Self.rates.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
            + Self.head + "\n        " + row + "po: { sector: municipality } } } ]\n"
        let files = [ManifestFile(name: "a.yaml", bytes: Array(text.utf8))]
        #expect(Manifest(files).problems.count == 1)
        let filled = Manifest(files, also: [], rates: PORateTable([rate]))
        #expect(filled.problems == [])
        #expect(filled.plan.budgets.first?.rates.last == rate)
    }

    @Test func `the shipped PO rates are those that are confirmed`() throws {
        let path = SharedFiles.projectRoot.appending(path: "templates/po.yaml")
        let bytes = [UInt8](try Data(contentsOf: path))
        let file = StatementTemplate.read(bytes, file: "po.yaml")
        #expect(file.problems == [])
        guard case .poRates(let table) = file.template?.content else {
            Issue.record("no PO rates")
            return
        }
        let shown = table.rates.map { "\($0.year) \($0.sector) \($0.rate) \($0.status)" }
        #expect(
            shown == [
                "2013 municipality 38,46 final", "2013 region 43,03 final",
                "2014 municipality 38,46 final", "2014 region 44,13 final",
                "2019 municipality 39,15 final", "2019 region 46,45 final",
                "2020 municipality 40,15 final", "2020 region 46,45 final",
                "2021 municipality 40,15 final", "2021 region 46,15 final",
                "2022 municipality 39,25 final", "2022 region 45,22 final",
            ]
        )
    }

    @Test func `a PO file is read to its end`() {
        let text = """
            template: po
            version: 2
            poRates:
              - { sector: municipality, year: 2019, percent: 39.15, status: final, source: a }
              - { sector: kommun, year: 2019, percent: "39,15", status: final, source: a }
              - { sector: region, year: 2019, percent: "46,45", status: final, source: a }
              - { sector: region, year: 2019, percent: "46,46", status: final, source: b }
            insatser: []
            """
        let file = StatementTemplate.read(Array(text.utf8), file: "po.yaml")
        #expect(file.problems.map(\.place.line) == [4, 5, 7, 8])
        #expect(file.template == nil)
    }
}
