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
        for row in version.rows where !row.isFinancing { rows.append(try body(row)) }
        rows.append(try total(rows.map(\.key)))
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

    private func total(_ keys: [String]) throws(MoneyError) -> TableRow {
        var sums: [Money] = []
        for place in version.years.indices {
            sums.append(
                try Money.sum(version.rows.filter { !$0.isFinancing }.map { $0.amounts[place] })
            )
        }
        var formulas: [String: Formula] = ["total": .columns(yearKeys)]
        for key in yearKeys where !keys.isEmpty { formulas[key] = .sum(rows: keys) }
        return TableRow(
            key: "total",
            cells: [.text(""), .text("Summa kostnader"), .text("")]
                + sums.map { .amount($0) } + [.amount(try Money.sum(sums))],
            emphasis: .total,
            formulas: formulas
        )
    }
}
