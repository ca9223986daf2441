import MedelCore
import MedelImport
import TestSupport
import Testing

/// A folder held against what a ledger has and it has not.
@Suite struct BesideLedgerTests {
    private static let insats = """
        insatser:
          - code: I01
            name: I01
            mode: own
            attribution: stated

        """

    private static func budget(years: Int) -> String {
        let listed = (1...years).map { "{ label: År \($0) }" }.joined(separator: ", ")
        let amounts = Array(repeating: "100", count: years).joined(separator: ", ")
        return """
                budgets:
                  - kind: granted
                    date: 2025-1\(years % 3)-01
                    years: [ \(listed) ]
                    rows: [ { code: lon, category: LON, label: Lön, amounts: [\(amounts)] } ]

            """
    }

    private static func decision(_ scope: String) -> String {
        """
            decisions:
              - { code: B1, kind: grant, date: 2025-11-20, paragraph: § 1, financing: Medel,
                  ceilings: [ { scope: \(scope), amount: 1 } ] }

        """
    }

    private func read(_ yaml: String, beside known: AssociationPlan = AssociationPlan()) -> Manifest
    {
        let file = ManifestFile(name: "a.yaml", bytes: Array(yaml.utf8))
        return Manifest([file], also: [], beside: known)
    }

    @Test func `a ceiling of a budget year that only the ledger's budget has may apply`() {
        let folder =
            Self.insats + Self.budget(years: 2) + Self.decision("budgetYear 3")
        let known = read(Self.insats + Self.budget(years: 3)).plan
        #expect(known.budgets.map(\.years.count) == [3])
        #expect(!read(folder).isSound)
        let manifest = read(folder, beside: known)
        #expect(manifest.problems == [])
        #expect(manifest.plan.budgets.map(\.years.count) == [2])
        #expect(
            !read(folder.replacing("budgetYear 3", with: "budgetYear 4"), beside: known).isSound
        )
    }

    @Test(arguments: [
        (code: "LON", isSound: true), (code: "KOST", isSound: false),
    ])
    func `a folder without a catalogue is held against the ledger's`(
        _ test: (code: String, isSound: Bool)
    ) {
        let known = read("costCategories: [ { code: LON, name: lön } ]").plan
        let folder = Self.insats + Self.budget(years: 2).replacing("LON", with: test.code)
        #expect(read(folder).isSound)
        let manifest = read(folder, beside: known)
        #expect(manifest.isSound == test.isSound)
        #expect(manifest.plan.costCategories == [])
        let own = folder + "costCategories: [ { code: OVRIGT, name: övrigt } ]\n"
        #expect(read(own, beside: known).isSound == test.isSound)
    }

    @Test(arguments: [
        (lost: "K: KRUS", isKnown: false), (lost: "K: (KRUS)", isKnown: false),
        (lost: "code: K, x", isKnown: true), (lost: "\"K\"", isKnown: true),
    ])
    func `only a whole code in a file that cannot be read may describe it`(
        _ test: (lost: String, isKnown: Bool)
    ) {
        let text = test.lost.replacing("K: ", with: "")
        let files = [
            ManifestFile(name: "a.yaml", bytes: Array("insatser: [ \(text)".utf8)),
            ManifestFile(
                name: "b.yaml",
                bytes: Array(
                    "mapping: [ { book: association, target: insats:K, account: \"5\" } ]".utf8
                )
            ),
        ]
        let unknown = Manifest(files).problems.filter {
            $0.reason == .plan(.unknownReference(.insats, "K"))
        }
        #expect(unknown.isEmpty == test.isKnown)
    }

    @Test func `references past a file that cannot be read are looked up once each`() {
        let count = 2_000
        let rules = (0..<count).map {
            "  - { book: association, target: insats:I\($0), account: \"5\", priority: \($0) }\n"
        }
        let lost = "insatser: [" + String(repeating: "x ", count: 400_000)
        let manifest = Manifest([
            ManifestFile(name: "a.yaml", bytes: Array(lost.utf8)),
            ManifestFile(name: "b.yaml", bytes: Array(("mapping:\n" + rules.joined()).utf8)),
        ])
        #expect(manifest.problems.filter { $0.place.file == "b.yaml" }.count == count)
    }
}
