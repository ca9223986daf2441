import TestSupport

/// A budget table that was written in one of the forms that applications have, and what it says.
struct WrittenTable {
    struct Row {
        let label: String
        var amounts: [Int64]
    }

    private(set) var rows: [Row] = []
    private var sums: [Int64]
    private var hasSum = true
    private let hasSumFirst: Bool
    private let isRunOn: Bool
    private let hasTotal: Bool
    private let mark: String
    private let years: Int

    private static let labels = [
        "Lönekostnader inkl. PO", "Lokaler", "Dator och telefon", "Resor i tjänsten",
        "Utbildning, handledning", "Köp av tjänster (friskvård)", "Administration ca 4%", "Övrigt",
        "Lön 1,5 handledare", "Material", "Tolk", "Hyra av bil", "Konsult, 2 dagar á 8 000 kr",
    ]

    init(_ generator: inout SeededGenerator) {
        years = Int.random(in: 1...3, using: &generator)
        let labels = Self.labels.shuffled(using: &generator)
            .prefix(Int.random(in: 3...9, using: &generator))
        for label in labels {
            let amounts = (0..<years).map { _ in
                Int64.random(in: 1...1_400, using: &generator) * 1_000
            }
            rows.append(Row(label: label, amounts: amounts))
        }
        let all = rows
        sums = (0..<years).map { year in all.reduce(0) { $0 + $1.amounts[year] } }
        isRunOn = years > 1 && Bool.random(using: &generator)
        hasSumFirst = !isRunOn && Int.random(in: 0..<5, using: &generator) == 0
        hasTotal = !isRunOn && years > 1 && Bool.random(using: &generator)
        mark = [" ", ".", "\u{A0}"].randomElement(using: &generator) ?? " "
    }

    /// The application.
    var text: String {
        let gap = isRunOn ? " " : "    "
        let names = (1...years).map { "År \($0)" } + (hasTotal ? ["Summa"] : [])
        let heading = ["Budget"] + (years > 1 ? names : [])
        var lines = rows.map { line($0.label, $0.amounts, gap) }
        let sum = line("Summa kostnader", sums, gap)
        if hasSum { lines.insert(sum, at: hasSumFirst ? 0 : lines.count) }
        let table = [heading.joined(separator: gap)] + lines
        return "Ansökan\n\n" + table.joined(separator: isRunOn ? " " : "\n") + "\n\nUnderskrift\n"
    }

    mutating func dropRow(_ generator: inout SeededGenerator) {
        rows.remove(at: Int.random(in: 0..<rows.count, using: &generator))
    }

    mutating func dropSum() { hasSum = false }

    mutating func changeAmount(_ generator: inout SeededGenerator) {
        let row = Int.random(in: 0..<rows.count, using: &generator)
        let year = Int.random(in: 0..<years, using: &generator)
        rows[row].amounts[year] += Int64.random(in: 1...9, using: &generator) * 1_000
    }

    mutating func changeSum(_ generator: inout SeededGenerator) {
        let year = Int.random(in: 0..<years, using: &generator)
        sums[year] += Int64.random(in: 1...9, using: &generator) * 100
    }

    private func line(_ label: String, _ amounts: [Int64], _ gap: String) -> String {
        let all = amounts + (hasTotal ? [amounts.reduce(0, +)] : [])
        return ([label] + all.map(written)).joined(separator: gap)
    }

    private func written(_ amount: Int64) -> String {
        var digits = Array(String(amount))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(contentsOf: mark, at: place)
            place -= 3
        }
        return String(digits)
    }
}
