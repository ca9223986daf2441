import MedelCore
import MedelDocument

/// The columns of the plan, a year each, and the rows that stand in them.
struct PlanColumns {
    private let years: [PlanYear]

    /// The keys of the years' columns.
    let keys: [String]

    private static let own = PlanYear.ownLines.map(\.rawValue)

    init(_ years: [PlanYear]) {
        self.years = years
        keys = years.map { "year.\($0.year)" }
    }

    /// The name of the row, then a column for each year.
    var columns: [Column] {
        let item = Column(key: "item", title: "Post", kind: .text, width: 44)
        return [item]
            + zip(years, keys).map { year, key in
                Column(key: key, title: year.title, kind: .amount, width: 16)
            }
    }

    /// What comes in and goes out, and the result of it.
    func flow(_ parties: [Party: [Figure]]) -> [TableRow] {
        var rows = [row("income", "Intäkter", years.map(\.income))]
        for party in Party.allCases {
            guard let figures = parties[party] else { continue }
            rows.append(
                row("income.\(party)", party.contributionWords, figures, level: 1, .memo)
            )
        }
        for line in PlanYear.ownLines {
            let figures = years.map { $0.ownCosts[line] ?? .notApplicable }
            rows.append(row(line.rawValue, line.swedish, figures))
        }
        rows.append(row("insatser", "Insatser, beslutade och ej fördelade", years.map(\.insatser)))
        let parts = ["income"] + Self.own + ["insatser"]
        rows.append(row("result", "Årets resultat", years.map(\.result), .subtotal, sum: parts))
        return rows
    }

    /// Equity over each year, and what the budget decision expected of it.
    ///
    /// A year that the book has closed ends as the book says, with a row of its own for what that
    /// is beyond the lines.
    func equity(_ budgets: [AssociationBudget?]) throws(MoneyError) -> [TableRow] {
        var rows = [row("opening", "Ingående eget kapital", years.map(\.opening))]
        var parts = ["opening", "result"]
        var beyond: [Figure] = []
        for year in years { beyond.append(try year.beyondLines()) }
        if beyond.contains(where: { $0 != .notApplicable && $0.amount != .zero }) {
            rows.append(row("beyond", "Bokfört utöver budget eller plan", beyond))
            parts.append("beyond")
        }
        rows.append(
            row(
                "closing",
                "Eget kapital vid årets slut",
                zip(years, beyond).map { $1.value == .unknown ? $0.closing : $0.lastKnownClosing },
                .subtotal,
                sum: parts
            )
        )
        let expected = budgets.map { budget in
            budget?.expectedEquity.map { Figure($0) } ?? .notApplicable
        }
        if expected.contains(where: { $0 != .notApplicable }) {
            rows.append(row("expected", "Förväntat i budgetbeslutet", expected, level: 1, .memo))
        }
        return rows
    }

    /// What is bound, and what room is left.
    func room() -> [TableRow] {
        [
            row("bound", "Bundna insatser (beviljat)", years.map(\.bound)),
            row("minimum", "Lägsta eget kapital", years.map(\.minimum)),
            row(
                "room",
                "Fritt utrymme för ny verksamhet",
                years.map(\.room),
                .total,
                sum: ["opening", "income"] + Self.own + ["bound", "minimum"]
            ),
        ]
    }

    private func row(
        _ key: String,
        _ title: String,
        _ figures: [Figure],
        level: Int = 0,
        _ emphasis: TableRow.Emphasis = .body,
        sum: [String] = []
    ) -> TableRow {
        var formulas: [String: Formula] = [:]
        for (place, column) in keys.enumerated()
        where !sum.isEmpty && figures[place] != .notApplicable {
            formulas[column] = .sum(rows: sum)
        }
        return TableRow(
            key: key,
            cells: [.text(title)] + figures.map(cell),
            level: level,
            emphasis: emphasis,
            formulas: formulas
        )
    }
}
