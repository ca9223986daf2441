import TestSupport

/// A budget in a form drawn by lot, and what it says.
struct InventedTable {
    /// Where the years stand.
    enum Shape: CaseIterable {
        case oneYear, columns, tables, besideEachOther, terms, outcomeFirst
    }

    /// How amounts are written.
    enum Style: CaseIterable {
        case blanks, noBreak, thin, points, apostrophes, plain, priceMark, decimals, thousands
        case thousandsInRow
    }

    /// What stands beside the amounts.
    enum Extra: CaseIterable {
        case none, totalLast, totalFirst, share, numberAndPrice
    }

    /// How an income is shown to be one.
    enum Income: CaseIterable {
        case none, minus, trueMinus, parentheses, minusAfter, heading
    }

    struct Row {
        let label: String
        let amounts: [Int64]
    }

    let shape: Shape
    let style: Style
    let extra: Extra
    let income: Income
    let rows: [Row]
    let other: Row?
    let hasSum: Bool
    let hasTabs: Bool
    let isDrifting: Bool
    let isPaged: Bool
    let sumLabel: String
    /// How many years are proposed.
    let years: Int
    private let drift: [Int]

    private static let labels = [
        "Löner handledare", "Lokaler", "Dator och telefon", "Resor i tjänsten", "Material",
        "Utbildning, handledning", "Köp av tjänster", "Administration", "Övrigt", "Möten",
        "Projektledare", "Litteratur",
    ]

    init(_ generator: inout SeededGenerator) {
        shape = Shape.allCases.randomElement(using: &generator) ?? .oneYear
        style = Style.allCases.randomElement(using: &generator) ?? .blanks
        let extra = Extra.allCases.randomElement(using: &generator) ?? .none
        let fits: [Extra] =
            switch shape {
            case .oneYear: [.none, .share, .numberAndPrice]
            case .columns, .terms: [.none, .totalLast, .totalFirst]
            case .tables, .besideEachOther, .outcomeFirst: [.none]
            }
        self.extra = fits.contains(extra) ? extra : .none
        let income = Income.allCases.randomElement(using: &generator) ?? .none
        self.income = [.tables, .besideEachOther].contains(shape) ? .none : income
        let years: Int =
            switch shape {
            case .oneYear: 1
            case .columns, .tables, .terms: Int.random(in: 2...3, using: &generator)
            case .besideEachOther, .outcomeFirst: 2
            }
        self.years = shape == .outcomeFirst ? 1 : years
        let labels = Self.labels.shuffled(using: &generator)
            .prefix(Int.random(in: 3...8, using: &generator))
        var rows: [Row] = []
        for label in labels {
            let amounts = (0..<years).map { _ in
                Int64.random(in: 2...1_900, using: &generator)
                    * (Bool.random(using: &generator) ? 1_000 : 500)
            }
            rows.append(Row(label: label, amounts: amounts))
        }
        self.rows = rows
        let received = (0..<years).map { _ in Int64.random(in: 2...90, using: &generator) * 1_000 }
        other = self.income == .none ? nil : Row(label: "Bidrag från kommunen", amounts: received)
        hasSum = Int.random(in: 0..<4, using: &generator) > 0
        hasTabs = shape != .besideEachOther && Bool.random(using: &generator)
        isDrifting = !hasTabs && shape != .besideEachOther && Bool.random(using: &generator)
        isPaged = shape == .columns && Bool.random(using: &generator)
        sumLabel =
            ["Summa", "Totalt", "Summa kostnader", "S:a", "Surnma", "TOTALT", "Totait"]
            .randomElement(using: &generator) ?? "Summa"
        drift = (0..<12).map { _ in Int.random(in: 0...5, using: &generator) }
    }

    /// Whether the form is one that must be read exactly.
    ///
    /// A minus after an amount, parentheses before a share, and one figure in a table of numbers
    /// and prices may raise doubts.
    var isUsual: Bool {
        income != .minusAfter && (extra != .numberAndPrice || income == .none)
            && (extra != .share || income != .parentheses)
    }

    /// The costs that a proposal should have.
    var costs: [Row] {
        shape == .outcomeFirst
            ? rows.map { Row(label: $0.label, amounts: [$0.amounts[1]]) } : rows
    }

    /// The incomes that it should have, below zero.
    var incomes: [Row] {
        guard let other else { return [] }
        let amounts = shape == .outcomeFirst ? [other.amounts[1]] : other.amounts
        return [Row(label: other.label, amounts: amounts.map { -$0 })]
    }

    /// The application.
    var text: String {
        let unit = style == .thousands ? " (tkr)" : ""
        let start = "Ansökan\n\nInsatsen pågår hela tiden.\n\n"
        switch shape {
        case .oneYear: return start + "Budget 2026\(unit)\n" + columnHeads + body(nil) + "\n"
        case .columns:
            let names = (0..<years).map { String(2026 + $0) }
            return start + "Budget\(unit)\n" + heads(names) + body(nil)
        case .terms:
            let names = (0..<years).map { $0 % 2 == 0 ? "HT \(2026 + $0 / 2)" : "VT 2027" }
            return start + "Budget\(unit)\n" + heads(names) + body(nil)
        case .outcomeFirst:
            return start + "Budget\(unit)\n" + heads(["Utfall 2025", "Budget 2026"]) + body(nil)
        case .tables:
            return start
                + (0..<years).map { "Budget \(2026 + $0)\(unit)\n" + body($0) }
                .joined(separator: "\n")
        case .besideEachOther:
            let left = ("Kostnader 2026\(unit)\n" + body(0)).split(separator: "\n")
            let right = ("Kostnader 2027\(unit)\n" + body(1)).split(separator: "\n")
            return start + "Budget\n"
                + zip(left, right).map { padded(String($0), to: 62) + $1 + "\n" }.joined()
        }
    }

    /// The rows with all years or one, and the sum.
    private func body(_ year: Int?) -> String {
        var lines = rows.map { line($0.label, pick($0.amounts, year), isSum: false) }
        let sums = rows[0].amounts.indices.map { place in
            rows.reduce(0) { $0 + $1.amounts[place] }
        }
        if hasSum { lines.append(line(sumLabel, pick(sums, year), isSum: true)) }
        if isPaged { lines.insert("Ansökan Kvarnen      Sida 3\n\u{c}", at: 2) }
        if let other {
            if income == .heading { lines += ["", "Intäkter"] }
            lines.append(line(other.label, pick(other.amounts, year).map { -$0 }, isSum: true))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func pick(_ amounts: [Int64], _ year: Int?) -> [Int64] {
        year.map { [amounts[$0]] } ?? amounts
    }

    private var columnHeads: String {
        extra == .numberAndPrice ? cells("", ["Antal", "à-pris", "Belopp"]) + "\n" : ""
    }

    private func heads(_ names: [String]) -> String {
        var names = names
        if extra == .totalLast { names.append("Totalt") }
        if extra == .totalFirst { names.insert("Totalt", at: 0) }
        return cells("", names) + "\n"
    }

    private func line(_ label: String, _ amounts: [Int64], isSum: Bool) -> String {
        var written = amounts.map(amount)
        let total = amount(amounts.reduce(0, +))
        switch extra {
        case .none: break
        case .totalLast: written.append(total)
        case .totalFirst: written.insert(total, at: 0)
        case .share: written.append("12 %")
        case .numberAndPrice:
            if !isSum { written = ["2", amount(amounts[0] / 2), written[0]] }
        }
        return cells(label, written)
    }

    private func cells(_ label: String, _ words: [String]) -> String {
        if hasTabs { return ([label] + words).joined(separator: "\t") }
        var text = padded(label, to: 30)
        for (place, word) in words.enumerated() {
            let extra = isDrifting ? drift[(place + label.count) % drift.count] : 0
            text += "  " + padded("", to: max(0, 14 + extra - word.count)) + word
        }
        return text
    }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func amount(_ kronor: Int64) -> String {
        let isIncome = kronor < 0
        let text = written(abs(kronor))
        guard isIncome else { return text }
        switch income {
        case .none, .heading: return text
        case .minus: return "-" + text
        case .trueMinus: return "\u{2212}" + text
        case .parentheses: return "(" + text + ")"
        case .minusAfter: return text + "-"
        }
    }

    private func written(_ kronor: Int64) -> String {
        switch style {
        case .blanks: grouped(kronor, " ")
        case .noBreak: grouped(kronor, "\u{A0}")
        case .thin: grouped(kronor, "\u{2009}")
        case .points: grouped(kronor, ".")
        case .apostrophes: grouped(kronor, "\u{2019}")
        case .plain: String(kronor)
        case .priceMark: grouped(kronor, " ") + ":-"
        case .decimals: grouped(kronor, " ") + ",00"
        case .thousands: thousands(kronor)
        case .thousandsInRow: thousands(kronor) + " tkr"
        }
    }

    private func thousands(_ kronor: Int64) -> String {
        grouped(kronor / 1_000, " ") + (kronor % 1_000 == 0 ? "" : ",\(kronor % 1_000 / 100)")
    }

    private func grouped(_ kronor: Int64, _ mark: String) -> String {
        var digits = Array(String(kronor)).map(String.init)
        var place = digits.count - 3
        while place > 0 {
            digits.insert(mark, at: place)
            place -= 3
        }
        return digits.joined()
    }
}
