import MedelCore
import MedelDocument

extension ProposalSheet {
    /// The budget's rows: costs, then income, then the association's own grant outside the sums.
    static func rows(_ proposal: GrantProposal) throws(MoneyError) -> Table {
        let version = proposal.layout.version
        let years = version.years.prefix(InsatsSheet.yearsMax)
        let keys = years.indices.map { "period.\($0 + 1)" }
        let columns =
            [
                Column(key: "label", title: "Budgetrad", kind: .text, width: 38),
                Column(key: "category", title: "Kostnadsslag", kind: .text, width: 14),
            ]
            + zip(keys, years).map { amount($0, $1.label) }
            + [
                amount("total", "Summa"),
                Column(key: "share", title: "Andel av kostnad", kind: .basisPoints, width: 10),
                Column(key: "flags", title: "Att pröva", kind: .text, width: 34),
            ]
        var table = try RowsTable(proposal, yearCount: years.count)
        let costs = version.rows.filter(\.isCost)
        try table.add(costs)
        guard version.hasOtherIncome else {
            try table.addSum("total", "Summa kostnader", .total, of: costs, showsShare: true)
            return finish(table, columns, version)
        }
        let incomes = version.rows.filter(\.isOtherIncome)
        try table.addSum("sum:costs", "Summa kostnader", .subtotal, of: costs, showsShare: true)
        try table.add(incomes)
        try table.addSum("sum:incomes", "Summa intäkter", .subtotal, of: incomes)
        try table.addSum("total", "Nettokostnad", .total, of: costs + incomes)
        return finish(table, columns, version)
    }

    private static func finish(
        _ table: RowsTable,
        _ columns: [Column],
        _ version: BudgetVersion
    ) -> Table {
        Table(
            key: "rows",
            columns: columns,
            leadingCount: 2,
            groups: [
                Table.Group(title: "", columnKeys: columns.dropFirst(2).map(\.key))
            ],
            rows: table.rows + table.financing
        )
    }
}

/// The rows of the table of a budget that is put before the board.
private struct RowsTable {
    private let proposal: GrantProposal
    private let yearCount: Int
    private let costs: Money
    private(set) var rows: [TableRow] = []

    /// The association's own grant as the recipient budgets it, which no sum holds.
    let financing: [TableRow]

    init(_ proposal: GrantProposal, yearCount: Int) throws(MoneyError) {
        let version = proposal.layout.version
        self.proposal = proposal
        self.yearCount = yearCount
        costs = try Money.sum(version.rows.lazy.filter(\.isCost).flatMap(\.amounts))
        var financing: [TableRow] = []
        for row in version.rows where row.isFinancing {
            financing.append(
                TableRow(
                    key: row.code.text,
                    cells: [cell(row.label), cell(row.category?.text ?? "")]
                        + row.amounts.prefix(yearCount).map { .amount($0) }
                        + [.amount(try Money.sum(row.amounts)), .empty, .empty],
                    emphasis: .memo
                )
            )
        }
        self.financing = financing
    }

    private var version: BudgetVersion { proposal.layout.version }

    private var yearKeys: [String] { (0..<yearCount).map { "period.\($0 + 1)" } }

    mutating func add(_ own: [BudgetRow]) throws(MoneyError) {
        for row in own {
            let sum = try Money.sum(row.amounts)
            let flags = proposal.flags.filter { $0.row == row.code }.map(\.rule.title)
            rows.append(
                TableRow(
                    key: row.code.text,
                    cells: [cell(row.label), cell(row.category?.text ?? "")]
                        + row.amounts.prefix(yearCount).map { .amount($0) }
                        + [
                            .amount(sum), row.isCost ? share(sum) : .empty,
                            cell(flags.joined(separator: ", ")),
                        ],
                    formulas: yearCount == version.years.count
                        ? ["total": .columns(yearKeys)] : [:]
                )
            )
        }
    }

    mutating func addSum(
        _ key: String,
        _ title: String,
        _ emphasis: TableRow.Emphasis,
        of own: [BudgetRow],
        showsShare: Bool = false
    ) throws(MoneyError) {
        var sums: [Cell] = []
        for place in 0..<yearCount {
            sums.append(.amount(try Money.sum(own.lazy.map { $0.amounts[place] })))
        }
        let whole = try Money.sum(own.lazy.flatMap(\.amounts))
        let keys = own.map(\.code.text)
        rows.append(
            TableRow(
                key: key,
                cells: [.text(title), .empty] + sums
                    + [.amount(whole), showsShare ? share(whole) : .empty, .empty],
                emphasis: emphasis,
                formulas: keys.isEmpty
                    ? [:]
                    : Dictionary(
                        uniqueKeysWithValues: (yearKeys + ["total"]).map { ($0, .sum(rows: keys)) }
                    )
            )
        )
    }

    private func share(_ part: Money) -> Cell {
        guard let points = part.basisPoints(of: costs, rounding: .halfAwayFromZero) else {
            return .empty
        }
        return .basisPoints(Int(points))
    }
}
