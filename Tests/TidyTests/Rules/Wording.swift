extension TidyRule {
    /// Nothing stops the program without saying why in a precondition.
    func noTraps(_ file: SourceFile) -> [Finding] {
        guard file.path.hasSuffix(".swift") else { return [] }
        return findings(in: file, lines: SourceText(file.text).code) { line in
            let tight = line.filter { !$0.isWhitespace }
            if hasForced(line, "try") { return "a forced try" }
            if hasForced(line, "as") { return "a forced cast" }
            let stops = words(of: line).contains { $0.word == "fatalError" }
            return stops && tight.contains("fatalError(") ? "a fatal error" : nil
        }
    }

    private func hasForced(_ line: Substring, _ keyword: String) -> Bool {
        guard line.contains(keyword + "!") else { return false }
        return line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "!") }
            .contains { $0.hasPrefix(keyword + "!") }
    }

    /// Work to be done lies in the issue list.
    func nothingLeftOver(_ file: SourceFile) -> [Finding] {
        guard file.path.hasSuffix(".swift") else { return [] }
        // Joined here, so that this file passes its own rule.
        let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
        return findings(in: file, lines: SourceText(file.text).raw) { line in
            let found = words(of: line).first { marks.contains(String($0.word)) }
            return found.map { "\($0.word) left over" }
        }
    }

    /// A row that is replaced passes by the triggers that keep facts.
    func noReplacingInsert(_ file: SourceFile) -> [Finding] {
        guard file.isSwift(under: "Sources") else { return [] }
        return findings(in: file, lines: SourceText(file.text).written) { line in
            line.uppercased().contains("OR REPLACE") ? "OR REPLACE passes triggers" : nil
        }
    }

    /// Values cross threads because the compiler says that they may.
    func noUncheckedSendable(_ file: SourceFile) -> [Finding] {
        guard file.path.hasSuffix(".swift") else { return [] }
        return findings(in: file, lines: SourceText(file.text).code) { line in
            line.contains("@unchecked") ? "@unchecked" : nil
        }
    }

    /// A file's name is a concept of the domain.
    func fileNamesSayWhat(_ file: SourceFile) -> [Finding] {
        let banned: Set<String> = [
            "util", "utils", "utility", "utilities", "helper", "helpers", "manager", "managers",
            "common", "misc", "stuff",
        ]
        let name = file.path.split(separator: "/").last ?? ""
        return parts(ofName: name.prefix { $0 != "." }).filter(banned.contains).map {
            Finding(path: file.path, line: 1, reason: "a file is not named \($0)")
        }
    }

    /// The words of a camel-case name, in lower case.
    private func parts(ofName name: Substring) -> [String] {
        var parts: [String] = [""]
        for character in name {
            if character.isUppercase || !character.isLetter { parts.append("") }
            parts[parts.count - 1].append(character.lowercased())
        }
        return parts.map { String($0.filter(\.isLetter)) }.filter { !$0.isEmpty }
    }
}
