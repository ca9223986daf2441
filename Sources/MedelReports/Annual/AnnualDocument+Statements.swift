import MedelCore
import MedelDocument

extension AnnualDocument {
    /// Resultaträkning, LKBR 5:2.
    func incomeStatement() throws(MoneyError) -> Section {
        Section(
            key: "resultatrakning",
            title: "Resultaträkning",
            tables: [try table(statements.income, key: "resultatrakning")],
            beginsPage: true
        )
    }

    /// Balansräkning, LKBR 6:2.
    func balanceSheet() throws(MoneyError) -> Section {
        let hasOffBalance = statements.balance.rows.contains { $0.kind == .offBalance }
        return Section(
            key: "balansrakning",
            title: "Balansräkning",
            tables: [
                try table(
                    statements.balance,
                    key: "balansrakning",
                    footnotes: hasOffBalance
                        ? [
                            "Panter och ansvarsförbindelser står inte i bokföringen. Raderna är "
                                + "tomma tills uppgiften lämnas; tomt betyder inte noll."
                        ] : []
                )
            ],
            beginsPage: true
        )
    }

    private func table(
        _ statement: Statement,
        key: String,
        footnotes: [String] = []
    ) throws(MoneyError) -> Table {
        var rows: [TableRow] = []
        for row in statement.rows { rows.append(try tableRow(row, in: statement)) }
        return table(
            key,
            "",
            [
                words("post", "Post", width: 58), amount("current", "\(year)"),
                amount("previous", "\(year - 1)"),
            ],
            rows: rows,
            footnotes: footnotes
        )
    }

    private func tableRow(
        _ row: Statement.Row,
        in statement: Statement
    ) throws(MoneyError) -> TableRow {
        var formulas: [String: Formula] = [:]
        if !row.parts.isEmpty {
            let parts = row.parts.compactMap { statement[$0] }
            formulas["current"] = try sum(parts.map { ($0.key, $0.current) }, is: row.current)
            formulas["previous"] = try sum(parts.map { ($0.key, $0.previous) }, is: row.previous)
        }
        let emphasis: TableRow.Emphasis =
            switch row.kind {
            case .heading: .heading
            case .amount: .body
            case .sum: .subtotal
            case .total: .total
            case .part, .offBalance, .error: .memo
            }
        return TableRow(
            key: row.key,
            cells: [.text(row.title), cell(row.current), cell(row.previous)],
            level: row.level,
            emphasis: emphasis,
            formulas: formulas
        )
    }
}
