import Foundation
import MedelCore
import MedelImport
import TestSupport
import Testing

@Suite struct ManifestHostileTests {
    private func read(_ text: String) -> Manifest {
        Manifest([ManifestFile(name: "a.yaml", bytes: Array(text.utf8))])
    }

    private static let originals: [[UInt8]] = {
        let names = [
            "samples/kalmar/vagknuten.yaml", "samples/kalmar/krus.yaml", "docs/manifest.md",
            "Tests/MedelImportTests/Manifests/nasty/b-insatser.yaml",
            "Tests/MedelImportTests/Manifests/nasty/f-bomb.yaml",
        ]
        return names.map { name in
            let file = SharedFiles.projectRoot.appending(path: name)
            return (try? [UInt8](Data(contentsOf: file))) ?? []
        }
    }()

    @Test(arguments: 0..<20)
    func `a hundred mutations of a manifest crash nothing`(_ seed: Int) {
        var generator = SeededGenerator(seed: seed)
        let marks = Array("{}[]:,-&*!|>'\"%@`#?\n\t \u{0}".utf8) + [0xFF, 0xC3, 0x80]
        for _ in 0..<100 {
            var bytes = Self.originals.randomElement(using: &generator) ?? []
            for _ in 0..<Int.random(in: 1...12, using: &generator) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
                case 1: bytes[place] = marks.randomElement(using: &generator) ?? 0
                case 2: bytes.insert(marks.randomElement(using: &generator) ?? 0, at: place)
                case 3:
                    let end = min(bytes.count, place + Int.random(in: 0...80, using: &generator))
                    bytes.removeSubrange(place..<end)
                default:
                    let end = min(bytes.count, place + Int.random(in: 0...80, using: &generator))
                    bytes.insert(contentsOf: bytes[place..<end], at: place)
                }
            }
            let manifest = Manifest([ManifestFile(name: "a.yaml", bytes: bytes)])
            // Whatever is taken can be said: problems in words, budgets with an amount per year.
            #expect(manifest.problems.allSatisfy { !$0.reason.swedish.isEmpty })
            #expect(
                manifest.plan.budgets.allSatisfy { budget in
                    budget.rows.allSatisfy { $0.amounts.count == budget.years.count }
                }
            )
        }
    }

    @Test func `a file larger than the limit is not read`() {
        let manifest = read(String(repeating: "#", count: 1_000_001))
        #expect(manifest.problems.map(\.reason) == [.file(.fileTooLarge(bytesMax: 1_000_000))])
    }

    @Test(arguments: ["[", "{a: ", "- ", "? "])
    func `lists and mappings inside each other are refused beyond the limit`(_ opener: String) {
        let manifest = read(String(repeating: opener, count: 20_000))
        #expect(!manifest.isSound)
        let closed = read(
            String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
        )
        #expect(closed.problems.map(\.reason) == [.file(.tooDeep(limit: 32))])
    }

    @Test func `aliases beyond the limit are refused before they are multiplied`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let names = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(names)]\n"
        }
        #expect(read(text).problems.map(\.reason) == [.file(.tooManyAliases(limit: 10))])
    }

    @Test func `aliases inside the limit are read as what they repeat`() {
        let text = """
            recipients:
              - { code: A, name: &name Kommunen }
              - { code: B, name: *name }
            """
        #expect(read(text).plan.recipients.map(\.name) == ["Kommunen", "Kommunen"])
    }

    @Test func `more values than the limit are refused`() {
        let text = "recipients: [" + String(repeating: "1, ", count: 100_001) + "1]"
        #expect(read(text).problems.map(\.reason) == [.file(.tooManyValues(limit: 100_000))])
    }

    @Test func `more problems than the limit are counted and not listed`() {
        let text = "recipients:\n" + String(repeating: "- 1\n", count: 6_000)
        let problems = read(text).problems
        #expect(problems.count == 5_001)
        #expect(problems.last?.reason == .file(.tooManyProblems(limit: 5_000)))
    }
}
