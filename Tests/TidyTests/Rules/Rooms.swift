extension TidyRule {
    /// What each room of the house may import.
    ///
    /// Source: docs/decisions.md, "Arrows point inward".
    static let allowedImports: [String: Set<String>] = [
        "MedelCore": [],
        "MedelDocument": ["MedelCore"],
        "MedelReports": ["MedelCore", "MedelDocument"],
        "MedelImport": systemModules.union(["MedelCore", "Yams"]),
        "MedelRender": systemModules.union([
            "MedelCore", "MedelDocument", "CRename", "CXlsxWriter",
        ]),
        "MedelStore": systemModules.union(["MedelCore", "CCrypto", "GRDB", "GRDBSQLite"]),
        "MedelApp": systemModules.union([
            "MedelCore", "MedelDocument", "MedelImport", "MedelRender", "MedelReports",
            "MedelStore",
        ]),
        "MedelWeb": systemModules.union([
            "MedelApp", "MedelCore", "MedelDocument", "Hummingbird", "HTTPTypes", "NIOCore",
            "Logging", "ServiceLifecycle",
        ]),
        "medel": systemModules.union([
            "MedelApp", "MedelCore", "MedelDocument", "MedelImport", "MedelRender", "MedelStore",
            "MedelWeb", "ArgumentParser",
        ]),
        "CXlsxWriter": [],
        "CCrypto": [],
        "CRename": [],
    ]

    /// What comes with Swift; not for the rooms that must give the same answer everywhere.
    private static let systemModules: Set<String> = [
        "Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization",
    ]

    /// Rooms where an amount is a whole number of öre and nothing else.
    private static let exactRooms: Set<String> = ["MedelCore", "MedelDocument", "MedelReports"]

    private static let unsafeRooms: Set<String> = ["MedelImport", "MedelRender", "MedelStore"]

    /// Single files outside those rooms that may be unsafe, each with a reason in the file.
    private static let unsafeFiles: Set<String> = []

    /// An import follows an arrow.
    func arrowsPointInward(_ file: SourceFile) -> [Finding] {
        guard file.isSwift(under: "Sources") else { return [] }
        guard let room = file.room, let allowed = Self.allowedImports[room] else {
            return [Finding(path: file.path, line: 1, reason: "lies in no room of the house")]
        }
        return findings(in: file, lines: SourceText(file.text).code) { line in
            guard let module = importedModule(line), !allowed.contains(module) else { return nil }
            return "\(room) imports \(module)"
        }
    }

    /// The module that a line of code imports.
    func importedModule(_ line: Substring) -> String? {
        let modifiers: Set<Substring> = [
            "public", "package", "internal", "fileprivate", "private", "testable",
            "preconcurrency", "exported", "_exported", "_implementationOnly",
        ]
        let kinds: Set<Substring> = [
            "struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor",
        ]
        var rest = words(of: line).map(\.word).drop { modifiers.contains($0) }
        guard rest.popFirst() == "import" else { return nil }
        return rest.drop { kinds.contains($0) }.first.map(String.init)
    }

    /// Only the store speaks to the database.
    func queriesInStoreOnly(_ file: SourceFile) -> [Finding] {
        guard file.isSwift(under: "Sources"), file.room != "MedelStore" else { return [] }
        let queries = [
            "SELECT ", "INSERT INTO", "DELETE FROM", "CREATE TABLE", "ALTER TABLE", "DROP TABLE",
            "PRAGMA ",
        ]
        return findings(in: file, lines: SourceText(file.text).written) { line in
            queries.first { line.contains($0) }.map { "SQL outside the store: \($0)" }
        }
    }

    /// Memory is touched by hand only where speed was measured to need it.
    func unsafeInItsRoomsOnly(_ file: SourceFile) -> [Finding] {
        guard let room = file.room, file.isSwift(under: "Sources"),
            !Self.unsafeRooms.contains(room), !Self.unsafeFiles.contains(file.path)
        else { return [] }
        return findings(in: file, lines: SourceText(file.text).code) { line in
            let found = words(of: line).first { $0.word.lowercased().contains("unsafe") }
            return found.map { "\($0.word) outside its rooms" }
        }
    }

    /// No amount passes through a binary fraction.
    func noFloatingPoint(_ file: SourceFile) -> [Finding] {
        guard let room = file.room, file.isSwift(under: "Sources"),
            Self.exactRooms.contains(room)
        else { return [] }
        let types: Set<Substring> = [
            "Double", "Float", "Float16", "Float32", "Float64", "Float80", "CGFloat", "Decimal",
            "NSDecimalNumber",
        ]
        return findings(in: file, lines: SourceText(file.text).code) { line in
            let found = words(of: line)
            if let type = found.first(where: { types.contains($0.word) }) {
                return "\(type.word) in a room of whole numbers"
            }
            return hasFraction(found, in: line) ? "a fraction in a room of whole numbers" : nil
        }
    }

    /// Whether a number with a point or an exponent stands in the line.
    private func hasFraction(
        _ found: [(before: Character?, word: Substring)],
        in line: Substring
    ) -> Bool {
        found.contains { before, word in
            guard let first = word.first, first.isNumber, !word.hasPrefix("0x") else {
                return false
            }
            if word.contains("e") || word.contains("E") { return true }
            // `pair.0.1` is two places in a tuple and no number.
            guard before != "." else { return false }
            let after = line[word.endIndex...]
            return after.first == "." && after.dropFirst().first?.isNumber == true
        }
    }
}
