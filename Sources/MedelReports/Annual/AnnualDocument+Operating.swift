import MedelCore
import MedelDocument

extension AnnualDocument {
    private typealias Amounts = OperatingStatement.Amounts

    /// Driftredovisning, LKBR 10:1.
    func operatingStatement() throws(MoneyError) -> Section {
        let operating = accounts.operating
        let columns = [
            amount("original", "Ursprunglig budget"), amount("changes", "Budgetändringar"),
            amount("final", "Slutlig budget"), amount("actual", "Utfall \(year)"),
            amount("deviation", "Avvikelse"), amount("previous", "Utfall \(year - 1)"),
        ]
        var rows: [TableRow] = []
        for row in operating.rows { rows.append(try tableRow(row, in: operating)) }
        return Section(
            key: "driftredovisning",
            title: "Driftredovisning",
            paragraphs: [
                Paragraph(
                    "Intäkter är positiva och kostnader negativa. Avvikelsen är utfall minus "
                        + "slutlig budget: ett belopp över noll är till förbundets fördel. Utfallet "
                        + "är förbundets egen bokföring."
                )
            ],
            tables: [
                table(
                    "driftredovisning",
                    "",
                    [words("post", "Post", width: 36)] + columns,
                    rows: rows,
                    footnotes: [
                        "En insats budget är kalenderårets del av den budget som gällde vid årets "
                            + "ingång (ursprunglig) och utgång (slutlig). Förbundets budget för "
                            + "insatser är beslutad för sig; skillnaden står på egen rad."
                    ]
                )
            ],
            beginsPage: true
        )
    }

    private func tableRow(
        _ row: OperatingStatement.Row,
        in operating: OperatingStatement
    ) throws(MoneyError) -> TableRow {
        let amounts = row.amounts
        var formulas: [String: Formula] = [
            "final": .columns(["original", "changes"]),
            "deviation": .difference(of: "actual", minus: "final"),
        ]
        let parts = operating.rows.filter { isPart($0.subject, of: row.subject) }
        if !parts.isEmpty {
            let columns: [(String, (Amounts) -> Figure)] = [
                ("original", { $0.original }), ("changes", { $0.changes }),
                ("actual", { $0.actual }), ("previous", { $0.previous }),
            ]
            for (key, figure) in columns {
                formulas[key] = try sum(
                    parts.map { ($0.subject.key, figure($0.amounts)) },
                    is: figure(amounts)
                )
            }
        }
        return TableRow(
            key: row.subject.key,
            cells: [
                .text(title(row.subject)), cell(amounts.original), cell(amounts.changes),
                cell(amounts.final), cell(amounts.actual), cell(try amounts.deviation()),
                cell(amounts.previous),
            ],
            level: row.subject.isSummed || row.subject == .total ? 0 : 1,
            emphasis: emphasis(row.subject),
            formulas: formulas
        )
    }

    private func isPart(
        _ part: OperatingStatement.Subject,
        of whole: OperatingStatement.Subject
    ) -> Bool {
        switch whole {
        case .total: part.isSummed
        case .insatser:
            switch part {
            case .insats, .insatserDifference: true
            case .income, .unmappedIncome, .area, .insatser, .unmappedCosts, .total: false
            }
        case .income, .unmappedIncome, .area, .insats, .insatserDifference, .unmappedCosts: false
        }
    }

    private func emphasis(_ subject: OperatingStatement.Subject) -> TableRow.Emphasis {
        switch subject {
        case .total: .total
        case .insatser: .subtotal
        case .unmappedIncome, .unmappedCosts: .memo
        case .income, .area, .insats, .insatserDifference: .body
        }
    }

    private func title(_ subject: OperatingStatement.Subject) -> String {
        switch subject {
        case .income: "Intäkter"
        case .unmappedIncome: "Intäkter utan koppling"
        case .area(let area): area.swedish
        case .insatser: "Insatser"
        case .insats(let code, let name): name.isEmpty ? code.text : "\(code.text) \(name)"
        case .insatserDifference: "Förbundets budget utöver insatsernas"
        case .unmappedCosts: "Övrigt utan koppling"
        case .total: "Årets resultat"
        }
    }
}

extension BudgetArea {
    /// What people call it.
    fileprivate var swedish: String {
        switch self {
        case .board: "Styrelse"
        case .administration: "Administration"
        case .audit: "Revision"
        case .unallocated: "Insatser, ej fördelat"
        case .income: "Intäkter"
        }
    }
}
