import Foundation
import MedelCore
import MedelImport
import TestSupport
import Testing

/// Real applications, whose figures were checked by hand.
@Suite(.enabled(if: SharedFiles.arePresent))
struct ApplicationSeedTests {
    private struct Seeds: Decodable {
        struct Line: Decodable {
            let name: String
            let amount: Int64?
            let amounts: [Int64]?
        }
        struct Insats: Decodable {
            let file: String?
            let lines: [Line]?
        }
        let insatser: [Insats]
    }

    private func proposal(_ file: String) throws -> ApplicationProposal {
        let data = try Data(contentsOf: SharedFiles.root.appending(path: "seeds/\(file)"))
        return ApplicationProposal(try ApplicationText([UInt8](data)))
    }

    private func lines(_ file: String) throws -> [Seeds.Line] {
        let data = try Data(contentsOf: SharedFiles.root.appending(path: "domain/seeds.json"))
        let seeds = try JSONDecoder().decode(Seeds.self, from: data)
        return try #require(seeds.insatser.first { $0.file == file }?.lines)
    }

    /// The letters of a label in the same form whatever OCR and the table of figures made of it.
    private func letters(_ label: String) -> String {
        label.replacing("[OCR]", with: "").replacing("[sic]", with: "")
            .folding(options: .diacriticInsensitive, locale: Locale(identifier: "en"))
            .lowercased().filter { $0.isLetter || $0.isNumber }
    }

    @Test(arguments: [
        ("000_b5456b94afc5df05.txt", 12), ("001_95de699fb5006895.txt", 11),
        ("004_df35aedd6bf2078a.txt", 6),
    ])
    func `an application's rows are those of the table of figures, and its sums agree`(
        _ file: String,
        _ count: Int
    ) throws {
        let budget = try #require(try proposal(file).budget)
        let lines = try lines(file)
        #expect(budget.rows.count == count)
        #expect(budget.rows.map { letters($0.label) } == lines.map { letters($0.name) })
        let expected = lines.map { ($0.amounts ?? [$0.amount ?? -1]).map(Optional.init) }
        #expect(budget.rows.map(\.kronor) == expected)
        #expect(budget.verdict == .agrees)
        #expect(budget.rows.allSatisfy { $0.category != nil })
    }

    @Test func `an income below zero is the association's`() throws {
        let budget = try #require(try proposal("001_95de699fb5006895.txt").budget)
        #expect(budget.incomes.map(\.kronor) == [[-2_293_000]])
        #expect(budget.incomes[0].category?.text == "INTAKT_FORBUND")
        #expect(budget.sums.map(\.outcome) == [.agreesWithAll, .agreesWithNet])
    }

    @Test func `years take their months from a period of three years`() throws {
        let budget = try #require(try proposal("000_b5456b94afc5df05.txt").budget)
        #expect(
            budget.years.map(\.words) == [
                "År 1 2017-02 2018-01", "År 2 2018-02 2019-01", "År 3 2019-02 2020-01",
            ]
        )
    }

    @Test func `an amount a year without rows is found, and no rows are made up`() throws {
        let proposal = try proposal("003_b47f82f468486aa5.txt")
        #expect(proposal.budget == nil)
        let lump = try #require(proposal.lump)
        #expect(lump.amounts.map(\.ore) == [1_601_208_00])
        #expect(lump.isPerYear)
        #expect(proposal.name == "Jobbvägen – Försteg till ordinarie verksamhet")
    }

    @Test func `a catalogue is no budget`() throws {
        let proposal = try proposal("002_72ed6f0d8c1bb7c9.txt")
        #expect(proposal.budget == nil)
        #expect(proposal.lump == nil)
    }

    @Test func `doubtful costs are flagged`() throws {
        let first = try #require(try proposal("000_b5456b94afc5df05.txt").budget)
        let rules = first.rows.flatMap(\.doubts).compactMap { doubt -> EligibilityConcern? in
            if case .eligibility(let rule) = doubt { return rule }
            return nil
        }
        #expect(rules == [.licence, .interpreter])
        let last = try #require(try proposal("004_df35aedd6bf2078a.txt").budget)
        #expect(last.rows[3].doubts == [.eligibility(.participantCost)])
    }
}
