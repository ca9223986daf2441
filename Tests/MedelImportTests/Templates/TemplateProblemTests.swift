import MedelCore
import MedelImport
import Testing

@Suite struct TemplateProblemTests {
    private static func problems(_ text: String) -> [String] {
        let (template, problems) = StatementTemplate.read(Array(text.utf8), file: "mall.yaml")
        #expect(template == nil)
        return problems.map { "\($0.place.line.map(String.init) ?? "-") \($0.reason)" }
    }

    private static func reasons(_ text: String) -> [ManifestReason] {
        StatementTemplate.read(Array(text.utf8), file: "mall.yaml").problems.map(\.reason)
    }

    private static let head = "template: prov\nversion: 1\nstatement: income\n"
    private static let total =
        "  - { key: slut, title: Slut, kind: total, total: result, of: [a] }\n"

    @Test func `a file is read to its end and each problem has its line`() {
        let text = """
            template: Prov
            version: noll
            statement: income
            years: { from: 2025, through: 2024 }
            rows:
              - { key: a, title: A }
              - { key: a, title: A igen }
              - { key: summa, title: S, kind: sum, of: [a, b] }
              - { key: skillnad, title: T }
              - { key: ek, title: EK, kind: equity, part: opening }
              - { key: x, titel: X }
              - { key: y, title: Y, kind: summa }

            """
        #expect(Self.problems(text).count == 11)
        let place = ManifestPlace(file: "mall.yaml", line: 6)
        let expected: [ManifestReason] = [
            .template(.badKey("Prov")), .template(.yearsReversed(from: 2025, through: 2024)),
            .template(.totalMissing(.result)), .template(.repeated("a", first: place)),
            .template(.rowNotAbove("b")), .template(.reservedKey("skillnad")),
            .template(.notInStatement("equity")), .shape(.missingKey("title")),
        ]
        for reason in expected { #expect(Self.reasons(text).contains(reason), "\(reason)") }
        for reason in Self.reasons(text) { #expect(!reason.swedish.isEmpty) }
    }

    /// A broken template and what is wrong with it.
    struct Broken: Sendable {
        let text: String
        let reason: ManifestReason
    }

    private static let chart = "template: prov\nversion: 1\naccounts:\n"
    private static let first = "  - { prefix: \"3\", row: a }\n"

    static let broken: [Broken] = [
        Broken(text: "", reason: .shape(.missingKey("template"))),
        Broken(text: "template: prov\nversion: 1\n", reason: .template(.noContent)),
        Broken(text: "\(head)rows: []\naccounts: []\n", reason: .template(.noContent)),
        Broken(
            text: "\(head)rows:\n  - { key: a, title: A }\n",
            reason: .template(.totalMissing(.result))
        ),
        Broken(
            text: "\(head)rows:\n  - { key: a, title: A }\n\(total)\(total)",
            reason: .template(.repeated("slut", first: ManifestPlace(file: "mall.yaml", line: 6)))
        ),
        Broken(
            text: "\(chart)  - { prefix: \"3 5\", row: a }\n",
            reason: .template(.badPrefix("3 5"))
        ),
        Broken(
            text: "\(chart)\(first)  - { prefix: \"3\", row: b }\n",
            reason: .template(.repeated("3", first: ManifestPlace(file: "mall.yaml", line: 4)))
        ),
        Broken(
            text: "statement: income\n\(chart)\(first)",
            reason: .template(.notInStatement("statement"))
        ),
    ]

    @Test(arguments: broken)
    func `a broken template is refused with its reason`(_ test: Broken) {
        #expect(Self.reasons(test.text).contains(test.reason))
    }

    @Test(arguments: [
        [UInt8](repeating: 0x61, count: 1_000_001), [0xFF, 0xFE, 0x00],
        Array(String(repeating: "- ", count: 40).utf8), Array("[1, {".utf8),
    ])
    func `hostile bytes give a problem and no crash`(_ bytes: [UInt8]) {
        let (template, problems) = StatementTemplate.read(bytes, file: "mall.yaml")
        #expect(template == nil)
        #expect(!problems.isEmpty)
    }

    @Test func `a good template is read whole`() throws {
        let text =
            Self.head + "years: { from: 2020 }\nrows:\n  - { key: a, title: A, level: 2 }\n"
            + Self.total
        let (template, problems) = StatementTemplate.read(Array(text.utf8), file: "mall.yaml")
        #expect(problems == [])
        guard case .layout(let layout) = try #require(template).content else {
            Issue.record("no layout")
            return
        }
        #expect(layout.firstYear == 2020)
        #expect(layout.lastYear == nil)
        #expect(layout.rows.map(\.level) == [2, 0])
        #expect(layout.rows[1].filling == .total(.result, ["a"]))
    }
}
