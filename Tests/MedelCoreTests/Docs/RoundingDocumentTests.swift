import Foundation
import MedelCore
import TestSupport
import Testing

/// Runs the worked examples of docs/rounding.md.
struct RoundingDocumentTests {
    @Test(arguments: RunTable.rounding(of: "share"))
    func `the published shares are what is computed`(_ row: RunTable.Row) throws {
        let amount = try Money(ore: row.number(0))
        let rate = try #require(Rate(basisPoints: Int(row.number(1))))
        let rounding = try #require(Rounding(rawValue: row.cells[2]))
        #expect(try amount.share(rate, rounding: rounding).ore == row.number(3))
    }

    @Test(arguments: RunTable.rounding(of: "split"))
    func `the published splits are what is computed`(_ row: RunTable.Row) throws {
        let parts = try Money(ore: row.number(0)).split(
            weights: row.numbers(1).map { Int($0) },
            unit: #require(SplitUnit(rawValue: row.cells[2])),
            balancing: Int(row.cells[3])
        )
        #expect(try parts.map(\.ore) == row.numbers(4))
    }

    @Test(arguments: RunTable.rounding(of: "spread"))
    func `the published cells are what is computed`(_ row: RunTable.Row) throws {
        let weights = try row.numbers(1).map { Int($0) }
        let first = try #require(Month(number: 202_501))
        let last = try #require(first.advanced(by: weights.count - 1))
        let months = try #require(MonthRange(from: first, through: last))
        let amounts = try row.lists(0).joined().map { try Money(ore: $0) }
        let spread = try Spread(amounts, over: MonthProfile(months: months, weights: weights))
        #expect(try spread.cells.map { $0.map(\.ore) } == row.lists(2))
    }

    @Test(arguments: RunTable.rounding(of: "years"))
    func `the published calendar years are what is computed`(_ row: RunTable.Row) throws {
        let first = try #require(Month(iso: row.cells[0]))
        let length = Int(try row.number(1))
        let spreads = try row.numbers(2).enumerated().map { place, ore in
            let from = try #require(first.advanced(by: place * length))
            let through = try #require(from.advanced(by: length - 1))
            let months = try #require(MonthRange(from: from, through: through))
            return try Spread([Money(ore: ore)], over: MonthProfile(equal: months))
        }
        let years = try Spread.calendarYears(spreads).map { "\($0.year)=\($0.amount.ore)" }
        #expect(years.joined(separator: " ") == row.cells[3])
    }

    @Test(arguments: RunTable.rounding(of: "read"))
    func `the published readings are what is read`(_ row: RunTable.Row) throws {
        let dialect: AmountReader.Dialect =
            switch row.cells[1] {
            case "applicationText": .applicationText
            case "manifest": .manifest
            case "ledgerExtract comma": .ledgerExtract(decimalSign: .comma)
            case "ledgerExtract point": .ledgerExtract(decimalSign: .point)
            default: .ledgerExtract(decimalSign: nil)
            }
        let outcome: String
        do throws(AmountFault) {
            outcome = String(try AmountReader(dialect).read(row.code(0)).ore)
        } catch {
            outcome = "refused: " + String("\(error)".prefix { $0 != "(" })
        }
        #expect(outcome == row.cells[2])
    }

    @Test(arguments: RunTable.rounding(of: "show"))
    func `the published texts are what is shown`(_ row: RunTable.Row) throws {
        let amount = try Money(ore: row.number(0))
        for (place, form) in AmountText.allCases.enumerated() {
            #expect(form.text(amount) == row.code(place + 1))
        }
    }

    @Test(arguments: RunTable.rounding(of: "percent"))
    func `the published percentages are what is computed`(_ row: RunTable.Row) throws {
        let rate = try #require(Rate(basisPoints: Int(row.number(1))))
        let unit = try #require(RoundingUnit(rawValue: row.cells[3]))
        let rule = try #require(Rounding(rawValue: row.cells[4]))
        let percent = PercentRule(
            base: [],
            rate: rate,
            caps: nil,
            includesItself: row.cells[2] == "yes"
        )
        let amount = try percent.amount(
            of: Money(ore: row.number(0)),
            cap: row.cells[5].isEmpty ? nil : Money(ore: row.number(5)),
            rounding: RowRounding(unit: unit, rule: rule)
        )
        #expect(try amount.ore == row.number(6))
    }

    @Test func `every table is found and none is empty`() {
        for name in ["share", "split", "spread", "years", "percent", "read", "show"] {
            #expect(RunTable.rounding(of: name).count >= 3, "\(name)")
        }
    }
}

/// A table of docs/rounding.md under a mark that says how it is run.
enum RunTable {
    /// A row below the heading.
    struct Row: Sendable, CustomTestStringConvertible {
        let cells: [String]

        var testDescription: String { cells.joined(separator: " | ") }

        func number(_ place: Int) throws -> Int64 { try #require(Int64(cells[place])) }

        /// Numbers with blanks between.
        func numbers(_ place: Int) throws -> [Int64] { try lists(place).flatMap(\.self) }

        /// Lists of numbers with commas between.
        func lists(_ place: Int) throws -> [[Int64]] {
            try cells[place].split(separator: ",").map { list in
                try list.split(separator: " ").map { try #require(Int64($0)) }
            }
        }

        /// A text in backticks, in which `·` is a no-break space.
        func code(_ place: Int) -> String {
            cells[place].replacing("`", with: "").replacing("·", with: "\u{A0}")
        }
    }

    static func rounding(of name: String) -> [Row] {
        let file = SharedFiles.projectRoot.appending(path: "docs/rounding.md")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let mark = lines.firstIndex(of: "<!-- run: \(name) -->") else { return [] }
        return lines[(mark + 1)...].prefix { $0.hasPrefix("|") }.dropFirst(2).map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
            return Row(
                cells: cells.dropFirst().dropLast().map {
                    $0.trimmingCharacters(in: CharacterSet(charactersIn: " "))
                }
            )
        }
    }
}
