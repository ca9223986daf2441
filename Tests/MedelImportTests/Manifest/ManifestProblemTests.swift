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
        #expect(rows[1].amounts.first?.ore == 7_200_050)
        #expect(rows.map { $0.derivation == nil } == [true, true, false, false, false])
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
}
