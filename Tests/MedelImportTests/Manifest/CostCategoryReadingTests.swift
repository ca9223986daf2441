import MedelCore
import MedelImport
import Testing

@Suite struct CostCategoryReadingTests {
    /// Everything that names a kostnadsslag, one by one; `X` stands for the code.
    static let uses = [
        "insatser:\n  - code: KRUS\n    name: Krus\n    mode: own\n    attribution: stated\n    budgets:\n      - kind: applied\n        date: 2024-10-01\n        years: [ { label: År 1, from: 2025-01, through: 2025-12 } ]\n        rows: [ { code: lon, category: X, label: Lön, amounts: [100] } ]",
        "insatser:\n  - code: KRUS\n    name: Krus\n    mode: own\n    attribution: stated\n    decisions:\n      - code: A\n        kind: grant\n        date: 2024-10-01\n        paragraph: § 1\n        ceilings: [ { scope: total, amount: 100 }, { scope: category X, amount: 50 } ]",
        "insatser:\n  - code: KRUS\n    name: Krus\n    mode: own\n    attribution: stated\n    decisions:\n      - code: A\n        kind: grant\n        date: 2024-10-01\n        paragraph: § 1\n        guidelines: [ { category: X, amount: 50, action: warn } ]\n        ceilings: [ { scope: total, amount: 100 } ]",
        "mapping:\n  - { book: association, account: \"5\", target: area:board, category: X }",
        "eligibility:\n  - { code: tolk, title: Tolk, categories: [X], text: Pröva., source: Källa }",
    ]

    static let catalogue = "costCategories:\n  - { code: LON, name: lön }\n"

    static func read(_ yaml: String) -> Manifest {
        Manifest([ManifestFile(name: "plan.yaml", bytes: Array(yaml.utf8))])
    }

    /// The codes that are said to be described nowhere.
    static func unknown(_ manifest: Manifest) -> [String] {
        manifest.problems.compactMap { problem in
            guard case .plan(.unknownReference(.costCategory, let code)) = problem.reason else {
                return nil
            }
            return code
        }
    }

    @Test(arguments: uses)
    func `with a catalogue an unknown code is an error, wherever it stands`(_ use: String) {
        let misspelt = use.replacing("X", with: "LONN")
        let manifest = Self.read(Self.catalogue + misspelt)
        #expect(Self.unknown(manifest) == ["LONN"])
        #expect(!manifest.isSound)
        // The same file with the right code, or without a catalogue, has no such error.
        #expect(Self.unknown(Self.read(Self.catalogue + use.replacing("X", with: "LON"))) == [])
        #expect(Self.unknown(Self.read(misspelt)) == [])
    }

    @Test func `a decision of its own file is held against the ledger's catalogue`() throws {
        var plan = Self.read(Self.uses[0].replacing("X", with: "LON")).plan
        plan.costCategories = Self.read(Self.catalogue).plan.costCategories
        let file = { (code: String) in
            """
            insats: KRUS
            code: A
            kind: grant
            date: 2024-12-01
            paragraph: § 1
            ceilings:
              - { scope: total, amount: 100 }
              - { scope: category \(code), amount: 50 }
            """
        }
        let read = { (code: String) in
            PlanAddition(
                ManifestFile(name: "beslut.yaml", bytes: Array(file(code).utf8)),
                as: .decision,
                beside: plan
            )
        }
        #expect(read("LON").isSound)
        let refused = read("LOKAL")
        #expect(!refused.isSound)
        #expect(
            refused.problems.map(\.reason) == [.plan(.notInLedger(.costCategory, "LOKAL"))]
        )
    }

    @Test(arguments: [
        ("", true), (", from: 2025-12", true), (", from: 2026-01", false),
        (", through: 2025-01", true), (", through: 2024-12", false),
        (", from: 2024-01, through: 2024-12", false),
    ])
    func `an amount in a year that the category does not hold in is a warning`(
        _ dates: String,
        _ holds: Bool
    ) throws {
        let catalogue = "costCategories:\n  - { code: LON, name: lön\(dates) }\n"
        let code = try #require(CostCategoryCode("LON"))
        let manifest = Self.read(catalogue + Self.uses[0].replacing("X", with: "LON"))
        #expect(manifest.isSound)
        #expect(
            manifest.problems.map(\.reason)
                == (holds ? [] : [.plan(.categoryNotHeld(code, year: "År 1"))])
        )
        let zero = Self.uses[0].replacing("X", with: "LON").replacing("[100]", with: "[0]")
        #expect(Self.read(catalogue + zero).problems.isEmpty)
    }

    @Test func `a code twice, months reversed and a code in small letters are errors`() {
        let yaml = """
            costCategories:
              - { code: LON, name: lön }
              - { code: LON, name: pay }
              - { code: PO, name: po, from: 2025-02, through: 2025-01 }
              - { code: resor, name: resor }
            """
        let manifest = Self.read(yaml)
        #expect(manifest.problems.map(\.place.line) == [3, 4, 5])
        #expect(!manifest.isSound)
    }
}
