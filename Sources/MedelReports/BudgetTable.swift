import MedelCore
import MedelDocument

/// The rows of one budget version by budget year, with their sums.
struct BudgetTable {
    let version: BudgetVersion

    func table() throws(MoneyError) -> Table {
        let years = version.years.enumerated().map { place, year in
            let months = year.months.map { " (\(text($0)))" } ?? ""
            return Column(
                key: "year.\(place + 1)",
                title: year.label + months,
                kind: .amount,
                width: 16
            )
        }
        let leading = [
            Column(key: "code", title: "Rad", kind: .text, width: 14),
            Column(key: "label", title: "Budgetrad", kind: .text, width: 40),
        ]
        let columns =
            leading
            + [Column(key: "category", title: "Kostnadsslag", kind: .text, width: 13)] + years
            + [Column(key: "total", title: "Summa", kind: .amount, width: 16)]
        var rows: [TableRow] = []
        let costs = version.rows.filter(\.isCost)
        for row in costs { rows.append(try body(row)) }
        if version.hasOtherIncome {
            let incomes = version.rows.filter(\.isOtherIncome)
            rows.append(try sum("sum:costs", "Summa kostnader", .subtotal, of: costs))
            for row in incomes { rows.append(try body(row)) }
            rows.append(try sum("sum:incomes", "Summa intäkter", .subtotal, of: incomes))
            rows.append(try sum("total", "Nettokostnad", .total, of: costs + incomes))
        } else {
            rows.append(try sum("total", "Summa kostnader", .total, of: costs))
        }
        for row in version.rows where row.isFinancing { rows.append(try body(row)) }
        return BudgetSheets.table("budget", columns, leading: leading.count, rows)
    }

    private var yearKeys: [String] { version.years.indices.map { "year.\($0 + 1)" } }

    private func body(_ row: BudgetRow) throws(MoneyError) -> TableRow {
        let cells: [Cell] = [
            .text(row.code.text), .text(row.label), .text(row.category?.text ?? ""),
        ]
        return TableRow(
            key: row.code.text,
            cells: cells + row.amounts.map { .amount($0) } + [.amount(try Money.sum(row.amounts))],
            emphasis: row.isFinancing ? .memo : .body,
            formulas: ["total": .columns(yearKeys)]
        )
    }

    private func sum(
        _ key: String,
        _ title: String,
        _ emphasis: TableRow.Emphasis,
        of own: [BudgetRow]
    ) throws(MoneyError) -> TableRow {
        var sums: [Money] = []
        for place in version.years.indices {
            sums.append(try Money.sum(own.map { $0.amounts[place] }))
        }
        let keys = own.map(\.code.text)
        var formulas: [String: Formula] = ["total": .columns(yearKeys)]
        for key in yearKeys where !keys.isEmpty { formulas[key] = .sum(rows: keys) }
        return TableRow(
            key: key,
            cells: [.text(""), .text(title), .text("")]
                + sums.map { .amount($0) } + [.amount(try Money.sum(sums))],
            emphasis: emphasis,
            formulas: formulas
        )
    }
}
