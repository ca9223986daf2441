import Testing

/// Each rule finds what it is there to find, and lets alone what is right.
struct RuleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: TidyRule
        let path: String
        let text: String
        /// The lines found fault with.
        let lines: [Int]

        init(_ rule: TidyRule, _ path: String, _ text: String, _ lines: [Int]) {
            self.rule = rule
            self.path = path
            self.text = text
            self.lines = lines
        }

        var testDescription: String { "\(rule) in \(path): \(text.prefix(60))" }
    }

    private static let core = "Sources/MedelCore/Money/Money.swift"
    private static let store = "Sources/MedelStore/File.swift"
    private static let app = "Sources/MedelApp/Load.swift"
    private static let test = "Tests/MedelCoreTests/MoneyTests.swift"
    private static let left = "TO" + "DO"

    static let lengths = [
        Case(.fileLength, core, lines(300), []),
        Case(.fileLength, core, lines(301), [301]),
        Case(.fileLength, test, lines(400), []),
        Case(.fileLength, test, lines(401), [401]),
        Case(.fileLength, "docs/rounding.md", lines(900), []),
        Case(.functionLength, core, "func a() {\n" + lines(68) + "}\n", []),
        Case(.functionLength, core, "let x = 1\nfunc a() {\n" + lines(69) + "}\n", [2]),
        Case(.functionLength, test, "init() {\n" + lines(69) + "}\n", [1]),
    ]

    static let wording = [
        Case(.noTraps, core, "let a = try! b()", [1]),
        Case(.noTraps, test, "\nlet a = b as! C", [2]),
        Case(.noTraps, core, "fatalError(\"no\")", [1]),
        Case(.noTraps, core, "// try! as! fatalError(\nlet retry = \"try!\"", []),
        Case(.noTraps, core, "try a(); b as? C; fatalErrorCount += 1; let x = has!", []),
        Case(.nothingLeftOver, core, "// \(left): later", [1]),
        Case(.nothingLeftOver, test, "let a = \"\(left)\"", [1]),
        Case(.nothingLeftOver, core, "// \(left)S are no mark, nor is AUTO\(left)", []),
        Case(.noReplacingInsert, store, "let q = \"INSERT or replace INTO a\"", [1]),
        Case(.noReplacingInsert, store, "// OR REPLACE passes triggers", []),
        Case(.noUncheckedSendable, app, "extension A: @unchecked Sendable {}", [1]),
        Case(.noUncheckedSendable, app, "Month(unchecked: 1) // @unchecked", []),
        Case(.fileNamesSayWhat, "Sources/MedelCore/MoneyHelper.swift", "", [1]),
        Case(.fileNamesSayWhat, "Tests/TestSupport/Day+Utils.swift", "", [1]),
        Case(.fileNamesSayWhat, "Sources/MedelApp/manager.swift", "", [1]),
        Case(.fileNamesSayWhat, "Sources/MedelApp/Commonwealth.swift", "", []),
    ]

    static let rooms = [
        Case(.arrowsPointInward, core, "import Foundation", [1]),
        Case(.arrowsPointInward, core, "// import Foundation\nlet important = 1", []),
        Case(.arrowsPointInward, "Sources/MedelDocument/A.swift", "public import MedelCore", []),
        Case(.arrowsPointInward, "Sources/MedelDocument/A.swift", "import MedelReports", [1]),
        Case(.arrowsPointInward, "Sources/MedelReports/A.swift", "import Foundation", [1]),
        Case(.arrowsPointInward, "Sources/MedelImport/A.swift", "import MedelStore", [1]),
        Case(.arrowsPointInward, "Sources/MedelRender/A.swift", "import struct MedelApp.A", [1]),
        Case(.arrowsPointInward, store, "import GRDB\n@preconcurrency import CCrypto", []),
        Case(.arrowsPointInward, app, "import Foundation\n@testable import GRDB", [2]),
        Case(.arrowsPointInward, "Sources/medel/A.swift", "internal import GRDB", [1]),
        Case(.arrowsPointInward, "Sources/Shed/A.swift", "", [1]),
        Case(.arrowsPointInward, "Sources/A.swift", "", [1]),
        Case(.arrowsPointInward, test, "import Foundation", []),
        Case(.queriesInStoreOnly, app, "let a = \"SELECT 1\"", [1]),
        Case(.queriesInStoreOnly, app, "let a = \"\"\"\n  INSERT INTO b\n\"\"\"", [2]),
        Case(.queriesInStoreOnly, store, "let a = \"SELECT 1\"", []),
        Case(.queriesInStoreOnly, app, "// SELECT 1\nlet a = \"Select a file\"", []),
        Case(.unsafeInItsRoomsOnly, core, "a.withUnsafeBytes { $0 }", [1]),
        Case(.unsafeInItsRoomsOnly, app, "let a: UnsafePointer<Int>", [1]),
        Case(.unsafeInItsRoomsOnly, app, "nonisolated(unsafe) var a = 1", [1]),
        Case(.unsafeInItsRoomsOnly, store, "a.withUnsafeBytes { $0 }", []),
        Case(.unsafeInItsRoomsOnly, core, "// an unsafe word", []),
        Case(.noFloatingPoint, core, "let a: Double = b", [1]),
        Case(.noFloatingPoint, core, "let a = 0.5", [1]),
        Case(.noFloatingPoint, core, "let a = 1e6", [1]),
        Case(.noFloatingPoint, "Sources/MedelReports/A.swift", "let a = Decimal(1)", [1]),
        Case(.noFloatingPoint, core, "a.0.1 + 0x1E; 0...5; 1_000; \"1.5\"; case3.b // 1.5", []),
        Case(.noFloatingPoint, "Sources/MedelRender/A.swift", "let a: Double = 0.5", []),
    ]

    static let documents = [
        Case(.oneTitle, "docs/a.md", "# A\n\n## B\n```\n# c\n```\n", []),
        Case(.oneTitle, "docs/a.md", "# A\n\n# B\n", [3]),
        Case(.oneTitle, "docs/a.md", "\n# A\n", [1]),
        Case(.oneTitle, "docs/a.md", "A\n", [1]),
        Case(.pathsExist, "docs/a.md", "`Sources/MedelCore/` and `docs/rounding.md`", []),
        Case(.pathsExist, "docs/a.md", "x\n`Sources/Nowhere/A.swift`", [2]),
        Case(.pathsExist, "docs/a.md", "[a](rounding.md#a) [b](../Package.swift)", []),
        Case(.pathsExist, "docs/a.md", "[a](nowhere.md)", [1]),
        Case(.pathsExist, "README.md", "[a](docs/rounding.md) [b](rounding.md)", [1]),
        Case(.pathsExist, "docs/a.md", "[a](https://a.se/b) [b](#c) `Sources/*/A.swift`", []),
        Case(.pathsExist, "docs/a.md", "```\n`Sources/Nowhere`\n```", []),
    ]

    @Test(arguments: lengths + wording + rooms + documents)
    func `a rule finds the lines that break it and no others`(_ test: Case) {
        let file = SourceFile(path: test.path, text: test.text)
        #expect(test.rule.findings(in: file).map(\.line) == test.lines)
    }

    @Test func `every rule is shown to fail`() {
        let all = Self.lengths + Self.wording + Self.rooms + Self.documents
        #expect(Set(all.filter { !$0.lines.isEmpty }.map(\.rule)) == Set(TidyRule.allCases))
    }
}

private func lines(_ count: Int) -> String { String(repeating: "a\n", count: count) }
