import Testing

/// The glossary and the code use the same words.
struct GlossaryTests {
    /// The cells of each row of the glossary's tables, without the headings.
    private func rows() throws -> [[Substring]] {
        let files = try SourceFile.all(endingIn: [".md"])
        let glossary = try #require(files.first { $0.path == "docs/glossary.md" })
        return glossary.text.split(separator: "\n")
            .filter { $0.hasPrefix("| ") && !$0.hasPrefix("| Swedish") }
            .map { $0.split(separator: "|").map { $0.drop { $0 == " " } } }
    }

    @Test func `every name in code type is declared in the core`() throws {
        let core = try SourceFile.all(endingIn: [".swift"]).filter { $0.room == "MedelCore" }
        let declaring: Set<Substring> = ["struct", "enum", "var", "func"]
        let code = core.flatMap { SourceText($0.text).code }.filter { !$0.isEmpty }
        let names = code.flatMap { line in
            let words = words(of: line).map(\.word)
            return zip(words, words.dropFirst()).filter { declaring.contains($0.0) }.map(\.1)
        }
        let declared = Set(names)
        for row in try rows() {
            let pieces = row[1].split(separator: "`", omittingEmptySubsequences: false)
            for (index, name) in pieces.enumerated() where index % 2 == 1 {
                #expect(declared.contains(name), "\(name)")
            }
        }
    }

    @Test func `every row has a term, a name and a meaning, and no term stands twice`() throws {
        let rows = try rows()
        #expect(rows.count > 60)
        #expect(rows.allSatisfy { $0.count == 3 && !$0.contains(where: \.isEmpty) })
        let terms = rows.flatMap { $0[0].split(separator: ",") }.map {
            $0.filter { $0 != " " }.lowercased()
        }
        #expect(Set(terms).count == terms.count)
    }
}
