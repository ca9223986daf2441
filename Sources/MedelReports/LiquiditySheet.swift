public import MedelCore
public import MedelDocument

/// R17, likviditetsplan: the bank month by month, as booked and then as expected.
///
/// Source: SPEC 7 (R17).
public enum LiquiditySheet {
    /// A column of amounts and what a month has in it.
    private struct Amount: Sendable {
        let column: Column
        let value: @Sendable (LiquidityPlan.Line) -> Figure

        init(
            _ key: String,
            _ title: String,
            _ width: Int,
            _ value: @escaping @Sendable (LiquidityPlan.Line) -> Figure
        ) {
            column = Column(key: key, title: title, kind: .amount, width: width)
            self.value = value
        }
    }

    private static let leading = [
        Column(key: "month", title: "Månad", kind: .text, width: 17),
        Column(key: "basis", title: "Underlag", kind: .text, width: 11),
    ]
    private static let opening = Amount("opening", "Ingående bank", 14) { $0.opening }
    private static let closing = Amount("closing", "Utgående bank", 14) { $0.closing }
    private static let moved = [
        Amount("contributions", "Medlemsbidrag", 13) { $0.contributions },
        Amount("insatser", "Beviljat till insatser", 13) { $0.insatser },
        Amount("ownCosts", "Egna kostnader", 13) { $0.ownCosts },
        Amount("others", "Övriga betalningar, netto", 13) { $0.others },
    ]

    /// What moves the bank in some month: a column that belongs to booked months only, or only to
    /// expected ones, is not there without them.
    private static func moved(in plan: LiquidityPlan) -> [Amount] {
        moved.filter { amount in
            plan.lines.contains { amount.value($0) != .notApplicable }
        }
    }

    /// Makes the sheet of a calendar year.
    ///
    /// - Parameters:
    ///   - year: the calendar year.
    ///   - snapshot: plan and books as of a day.
    ///   - versions: every version of the members' contributions.
    ///   - positions: the balances at the end of the booked months of the year and of the one
    ///     before it, in order.
    /// - Returns: the document.
    /// - Throws: `SheetRefusal.nothingInYear` when nothing is known of the year's money.
    public static func make(
        _ year: Int,
        _ snapshot: Snapshot,
        _ versions: [ContributionVersion],
        _ positions: [FinancialPosition]
    ) throws(SheetRefusal) -> Document {
        try bounded { () throws(MoneyError) -> Document? in
            let years = Set(versions.map(\.contribution.year)).sorted()
            let contributions = years.flatMap { versions.inForce(in: $0, asOf: snapshot.asOf) }
            var banks: [Month: Money] = [:]
            for position in positions { banks[position.day.month] = position.bank }
            if let first = positions.first, first.day.monthOfYear == 1,
                let before = first.day.month.advanced(by: -1)
            {
                banks[before] = first.openingBank
            }
            let plan = try LiquidityPlan(
                year,
                Overview(snapshot),
                contributions: contributions,
                banks: banks
            )
            guard years.contains(year) || !banks.isEmpty else { return nil }
            let table = try table(plan, year)
            return Document(
                heading: Heading(
                    Report.liquidity.title,
                    snapshot,
                    scope: ["Kalenderår \(year)"]
                ),
                sections: [Section(tables: [table], charts: chart(plan, table, year))],
                notes: notes(plan, year, snapshot, positions),
                definitions: definitions
            )
        }
        .orRefuse(
            .nothingInYear(
                .contributionsAndBook,
                SheetRefusal.YearGap(
                    year: year,
                    known: known(snapshot, versions),
                    asOf: snapshot.asOf
                )
            )
        )
    }

    /// The years that something is known of.
    private static func known(_ snapshot: Snapshot, _ versions: [ContributionVersion]) -> [Int] {
        let booked = snapshot.coverage[.association]?.map(\.year) ?? []
        return Set(versions.map(\.contribution.year) + booked).sorted()
    }

    private static func table(_ plan: LiquidityPlan, _ year: Int) throws(MoneyError) -> Table {
        let moved = moved(in: plan)
        let movedKeys = moved.map(\.column.key)
        let amounts = [opening] + moved + [closing]
        var rows: [TableRow] = []
        for (place, line) in plan.lines.enumerated() {
            var formulas: [String: Formula] = [
                "closing": .columns(["opening"] + movedKeys)
            ]
            if place > 0 {
                formulas["opening"] = .cell(
                    row: plan.lines[place - 1].month.description,
                    column: "closing"
                )
            }
            rows.append(
                TableRow(
                    key: line.month.description,
                    cells: [
                        .text(line.month.swedish), .text(line.isBooked ? "bokfört" : "väntat"),
                    ] + amounts.map { cell($0.value(line)) },
                    formulas: formulas
                )
            )
        }
        rows.append(try total(plan, moved, rows.map(\.key)))
        return Table(
            key: Report.liquidity.rawValue,
            columns: leading + amounts.map(\.column),
            leadingCount: leading.count,
            groups: [
                Table.Group(title: "", columnKeys: ["opening"]),
                Table.Group(title: "In och ut \(year)", columnKeys: movedKeys),
                Table.Group(title: "", columnKeys: ["closing"]),
            ],
            warnedKeys: ["opening", "closing"],
            rows: rows
        )
    }

    private static func total(
        _ plan: LiquidityPlan,
        _ moved: [Amount],
        _ keys: [String]
    ) throws(MoneyError) -> TableRow {
        var sums: [Figure] = []
        for amount in moved { sums.append(try Figure.sum(plan.lines.map(amount.value))) }
        var formulas = Dictionary(
            uniqueKeysWithValues: moved.map { ($0.column.key, Formula.sum(rows: keys)) }
        )
        if let first = keys.first { formulas["opening"] = .cell(row: first, column: "opening") }
        if let last = keys.last { formulas["closing"] = .cell(row: last, column: "closing") }
        let opening = plan.lines.first?.opening ?? .notApplicable
        let closing = plan.lines.last?.closing ?? .notApplicable
        return TableRow(
            key: "total",
            cells: [.text("Året"), .empty] + ([opening] + sums + [closing]).map(cell),
            emphasis: .total,
            formulas: formulas
        )
    }

    private static func chart(_ plan: LiquidityPlan, _ table: Table, _ year: Int) -> [Chart] {
        let known = plan.lines.compactMap { line in
            line.closing.amount.map { (month: line.month, amount: $0) }
        }
        guard let lowest = known.min(by: { $0.amount < $1.amount }) else { return [] }
        return [
            Chart(
                kind: .columns,
                title: "Bank vid månadens slut \(year)",
                summary: "Lägst är \(lowest.month.swedish): \(kronor(lowest.amount)).",
                tableKey: table.key,
                labelKey: "month",
                rowKeys: table.rows.dropLast().map(\.key),
                seriesKeys: ["closing"]
            )
        ]
    }

    private static let definitions = [
        Definition(
            "Medlemsbidrag",
            "Bokförd månad: delbetalningar som har kommit in. Väntad månad: delbetalningar som "
                + "förfaller, och i den första de som har förfallit. Återbetalningar är avdragna."
        ),
        Definition(
            "Beviljat till insatser",
            "Årets beviljade belopp lika fördelat över insatsens månader, för de månader som inte "
                + "är bokförda; ingenting efter det att insatsen är avslutad."
        ),
        Definition(
            "Egna kostnader",
            "Budgeten för styrelse, administration och revision minus det upparbetade, lika "
                + "fördelat över de månader som inte är bokförda."
        ),
        Definition(
            "Övriga betalningar, netto",
            "Vad kassa och bank har ändrats utöver medlemsbidragen i en bokförd månad."
        ),
    ]
}

extension Month {
    /// The month as a row's name: `mars 2025`.
    var swedish: String { Self.names[monthOfYear - 1] + " \(year)" }

    private static let names = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
        "oktober", "november", "december",
    ]
}
