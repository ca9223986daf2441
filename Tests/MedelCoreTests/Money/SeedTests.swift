import Foundation
import MedelCore
import TestSupport
import Testing

/// The budgets of the source documents, where those are present.
@Suite(.enabled(if: SharedFiles.arePresent))
struct SeedTests {
    private struct Seeds: Decodable {
        let insatser: [Insats]
    }

    private struct Insats: Decodable {
        let name: String
        let lines: [Line]?
    }

    private struct Line: Decodable {
        let amounts: [Int64]?
        let amount: Int64?
        let asPrinted: String?

        enum CodingKeys: String, CodingKey {
            case amounts
            case amount
            case asPrinted = "as_printed"
        }
    }

    private func lines(of name: String) throws -> [Line] {
        let file = SharedFiles.root.appending(path: "domain/seeds.json")
        let seeds = try JSONDecoder().decode(Seeds.self, from: Data(contentsOf: file))
        let insats = try #require(seeds.insatser.first { $0.name.hasPrefix(name) })
        return try #require(insats.lines)
    }

    @Test func `Vägknuten 2.0 gives the calendar years of the specification`() throws {
        let lines = try lines(of: "Vägknuten")
        #expect(lines.count == 12)
        let spreads = try (0..<3).map { place in
            let first = try #require(Month(year: 2017 + place, month: 2))
            let last = try #require(first.advanced(by: 11))
            let months = try #require(MonthRange(from: first, through: last))
            let amounts = try lines.map { try Money(ore: #require($0.amounts)[place] * 100) }
            return try Spread(amounts, over: MonthProfile(equal: months))
        }
        let sums = try Spread.calendarYears(spreads).map { AmountText.machine.text($0.amount) }
        #expect(sums == ["1619750.00", "1780750.00", "1809500.00", "151000.00"])
    }

    @Test func `the amounts of Vägknuten 2.0 are read as they are printed`() throws {
        let reader = AmountReader(.applicationText)
        for line in try lines(of: "Vägknuten") {
            let printed = try #require(line.asPrinted)
            let amounts = try #require(line.amounts)
            // Three amounts a row, with a point or a blank at the thousands.
            let words = printed.split(separator: " ")
            var figures: [String] = []
            for word in words {
                let isTail = word.count == 3 && figures.last.map { $0.count < 4 } == true
                if isTail, let last = figures.popLast() {
                    figures.append(last + " " + word)
                } else {
                    figures.append(String(word))
                }
            }
            #expect(try figures.map { try reader.read($0).ore } == amounts.map { $0 * 100 })
        }
    }

    @Test func `the first four months of KRUS are a third`() throws {
        let amounts = try lines(of: "KRUS").map { try Money(ore: #require($0.amount) * 100) }
        let months = try #require(MonthRange(calendarYear: 2019))
        let spread = try Spread(amounts, over: MonthProfile(equal: months))
        let fourth = try #require(Month(number: 201_904))
        let third = try #require(MonthRange(from: months.first, through: fourth))
        #expect(try spread.total(in: third).ore == 764_333_33)
    }
}
