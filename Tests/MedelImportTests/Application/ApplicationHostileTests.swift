import Foundation
import MedelCore
import MedelImport
import TestSupport
import Testing

/// Damaged applications crash nothing, and never make the program say that sums agree when they
/// do not.
struct ApplicationHostileTests {
    private static let originals: [[UInt8]] = ApplicationSample.all
        .filter { $0.name.hasSuffix(".txt") }.compactMap { try? $0.bytes() }

    /// Sums up again, by other means than the program.
    private func addUp(_ rows: [ApplicationRow], year: Int) -> Int128 {
        rows.reduce(0) {
            $0 + Int128($1.amounts.indices.contains(year) ? $1.amounts[year]?.ore ?? 0 : 0)
        }
    }

    /// What must hold of any proposal.
    private func check(_ proposal: ApplicationProposal, _ note: Comment) throws {
        guard let budget = proposal.budget else { return }
        if budget.verdict == .agrees {
            #expect(budget.rows.allSatisfy { $0.known?.count == budget.years.count }, note)
            for year in budget.years.indices {
                let sum = addUp(budget.rows, year: year)
                let isPrinted = budget.sums.contains { printed in
                    let place = printed.amounts.count == budget.years.count ? year : 0
                    return printed.amounts.indices.contains(place)
                        && printed.amounts[place].map { Int128($0.ore) } == sum
                }
                #expect(isPrinted, note)
            }
            #expect(
                !budget.sums.contains {
                    if case .differs = $0.outcome { return true }
                    return false
                },
                note
            )
        }
        let code = try #require(InsatsCode("PROV"))
        let today = try #require(Day(iso: "2026-01-31"))
        let frame = ProposalManifest.Frame(file: "a.txt", code: code, today: today)
        guard let manifest = ProposalManifest(proposal, frame) else { return }
        let loaded = Manifest([ManifestFile(name: "a.yaml", bytes: Array(manifest.text.utf8))])
        #expect(loaded.isSound, "\(note) \(loaded.problems) \(manifest.text)")
    }

    @Test(arguments: 0..<200)
    func `damage crashes nothing and claims nothing`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let marks = Array(" \t.,-%:;0123456789()|<>ÅkrSumma\"#'\\{}[]&*!\u{c}".utf8) + [0xFF, 0xC3]
        for round in 0..<3 {
            var lines = (Self.originals.randomElement(using: &generator) ?? [])
                .split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                Damage.allCases.randomElement(using: &generator)?
                    .strike(&lines, marks, &generator)
            }
            let bytes = Array(lines.joined(separator: [0x0A]))
            guard let text = try? ApplicationText(bytes) else { continue }
            try check(ApplicationProposal(text), "seed \(seed), round \(round)")
        }
    }

    @Test(arguments: 0..<200)
    func `a table is read as it was written, in whatever form`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let table = WrittenTable(&generator)
        let proposal = ApplicationProposal(try ApplicationText(Array(table.text.utf8)))
        let budget = try #require(proposal.budget, "\(table.text)")
        #expect(budget.rows.map(\.label) == table.rows.map(\.label), "\(table.text)")
        #expect(budget.rows.map(\.kronor) == table.rows.map { $0.amounts.map(Optional.init) })
        #expect(budget.verdict == .agrees, "\(table.text)")
        try check(proposal, "seed \(seed)")
    }

    @Test(arguments: 0..<400)
    func `sums never agree when a row or a figure is wrong`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var table = WrittenTable(&generator)
        switch seed % 4 {
        case 0: table.dropRow(&generator)
        case 1: table.dropSum()
        case 2: table.changeAmount(&generator)
        default: table.changeSum(&generator)
        }
        let proposal = ApplicationProposal(try ApplicationText(Array(table.text.utf8)))
        #expect(proposal.budget?.verdict != .agrees, "\(table.text)")
        try check(proposal, "seed \(seed)")
    }

    @Test func `size and shape are bounded`() throws {
        let limit = ApplicationText.bytesMax
        #expect(throws: ApplicationFault.tooLarge(bytesMax: limit)) {
            try ApplicationText([UInt8](repeating: 0x41, count: limit + 1))
        }
        #expect(throws: ApplicationFault.tooManyLines(linesMax: ApplicationText.linesMax)) {
            try ApplicationText([UInt8](repeating: 0x0A, count: ApplicationText.linesMax + 1))
        }
        #expect(throws: ApplicationFault.empty) { try ApplicationText([]) }
        #expect(throws: ApplicationFault.empty) { try ApplicationText(Array(" \n\t\u{c}".utf8)) }
        #expect(throws: ApplicationFault.notText) { try ApplicationText([0x50, 0x4B, 0, 1]) }
    }

    @Test(arguments: ["1 ", "000 ", "Lön 1 000 ", "(", "<", "År 1 ", "1.", "- ", "%"])
    func `a line of one thing over and over ends`(_ part: String) throws {
        let text = String(repeating: part, count: 4_000) + "\nSumma 1 000 kr\n"
        let proposal = ApplicationProposal(try ApplicationText(Array(text.utf8)))
        try check(proposal, "\(part)")
    }
}

/// A way to damage a text.
private enum Damage: CaseIterable {
    case dropLine, doubleLine, swapLines, joinLines, breakLine, putByte, changeByte, dropBytes
    case blanks

    func strike(
        _ lines: inout [[UInt8]],
        _ marks: [UInt8],
        _ generator: inout SeededGenerator
    ) {
        guard lines.count > 1 else { return }
        let place = Int.random(in: 0..<lines.count - 1, using: &generator)
        let column = Int.random(in: 0...lines[place].count, using: &generator)
        let mark = marks.randomElement(using: &generator) ?? 0x20
        switch self {
        case .dropLine: lines.remove(at: place)
        case .doubleLine: lines.insert(lines[place], at: place)
        case .swapLines: lines.swapAt(place, place + 1)
        case .joinLines: lines[place] += [0x20] + lines.remove(at: place + 1)
        case .breakLine:
            let rest = Array(lines[place][column...])
            lines[place].removeSubrange(column...)
            lines.insert(rest, at: place + 1)
        case .putByte: lines[place].insert(mark, at: column)
        case .changeByte: if column < lines[place].count { lines[place][column] = mark }
        case .dropBytes:
            let end = min(lines[place].count, column + Int.random(in: 1...6, using: &generator))
            lines[place].removeSubrange(column..<end)
        case .blanks:
            lines[place] = lines[place].flatMap { byte in
                byte == 0x20 && Bool.random(using: &generator) ? [0x20, 0x20] : [byte]
            }
        }
    }
}
