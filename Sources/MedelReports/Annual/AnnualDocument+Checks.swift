import MedelCore
import MedelDocument

extension AnnualDocument {
    /// The checks between the parts, each with its figures.
    func checks() throws(MoneyError) -> Section {
        var tables = [try checkTable()]
        if !accounts.openingCheck.differences.isEmpty { tables.append(try openingTable()) }
        if !accounts.operating.unmapped.isEmpty { tables.append(unmappedTable()) }
        if !accounts.late.isEmpty { tables.append(lateTable()) }
        if !accounts.shifted.isEmpty { tables.append(shiftedTable()) }
        return Section(
            key: "kontroller",
            title: "Kontroller",
            paragraphs: [Paragraph(closedMonths)],
            tables: tables,
            beginsPage: true
        )
    }

    private var closedMonths: String {
        let months = MonthRange(calendarYear: year)?.months ?? []
        let closed = months.filter { accounts.book.closed.contains($0) }.count
        let covered = months.filter { accounts.book.covered.contains($0) }.count
        return "Av årets 12 månader är \(covered) inlästa och \(closed) stängda i förbundets bok."
    }

    private struct Check {
        let key: String
        let title: String
        let left: Figure
        let right: Figure
    }

    private func checkTable() throws(MoneyError) -> Table {
        var rows: [TableRow] = []
        for check in try checkList() { rows.append(try row(check)) }
        return table(
            "kontroller",
            "",
            [
                words("check", "Kontroll", width: 62), amount("left", "Ena sidan"),
                amount("right", "Andra sidan"), amount("difference", "Skillnad"),
                words("outcome", "Utfall", width: 22),
            ],
            rows: rows
        )
    }

    private func checkList() throws(MoneyError) -> [Check] {
        let balance = statements.balance
        let layout = accounts.templates.balance
        let unknown = Figure(.unknown)
        let equity = statements.equity
        let accountDifferences = try Money.sum(
            accounts.openingCheck.differences.filter { !$0.isDisposition }.map {
                difference throws(MoneyError) in
                let amount = try difference.opened - difference.closed
                return amount < .zero ? -amount : amount
            }
        )
        let hasOpening = accounts.openingCheck.isDone
        let resultRow = balance.rows.first { row in
            layout.rows.contains { $0.key == row.key && $0.filling == .equity(.result) }
        }
        return [
            Check(
                key: "balans",
                title: "Summa tillgångar = summa eget kapital, avsättningar och skulder",
                left: balance.total(.assets, in: layout)?.current ?? unknown,
                right: balance.total(.equityAndDebts, in: layout)?.current ?? unknown
            ),
            Check(
                key: "resultat-balans",
                title: "Årets resultat: resultaträkningen = balansräkningen",
                left: Figure(statements.result),
                right: resultRow?.current ?? unknown
            ),
            Check(
                key: "resultat-drift",
                title: "Årets resultat: resultaträkningen = driftredovisningen",
                left: Figure(statements.result),
                right: Figure(accounts.operatingResult)
            ),
            Check(
                key: "eget-kapital",
                title: "Eget kapital vid årets början + årets resultat = vid årets slut",
                left: Figure(
                    try equity.opening.map { opening throws(MoneyError) in
                        try opening + equity.result
                    }
                ),
                right: Figure(equity.closing)
            ),
            Check(
                key: "ib-eget-kapital",
                title: "Ingående eget kapital = utgående året före",
                left: Figure(accounts.openingCheck.openedEquity),
                right: Figure(accounts.openingCheck.closedEquity)
            ),
            Check(
                key: "ib-konton",
                title: "Ingående balans = utgående året före, per konto: summa avvikelser = 0",
                left: hasOpening ? Figure(accountDifferences) : unknown,
                right: hasOpening ? Figure(.zero) : unknown
            ),
        ]
    }

    private func row(_ check: Check) throws(MoneyError) -> TableRow {
        let difference = try Figure.difference(check.left, minus: check.right)
        let outcome =
            switch difference.amount {
            case .zero?: "Stämmer"
            case nil: "Kan inte kontrolleras"
            default: "Stämmer inte"
            }
        return TableRow(
            key: check.key,
            cells: [
                .text(check.title), cell(check.left), cell(check.right), cell(difference),
                .text(outcome),
            ],
            formulas: ["difference": .difference(of: "left", minus: "right")]
        )
    }

    private func openingTable() throws(MoneyError) -> Table {
        var rows: [TableRow] = []
        for difference in accounts.openingCheck.differences {
            rows.append(
                TableRow(
                    key: difference.account.text,
                    cells: [
                        .text(difference.account.text),
                        cell(accounts.book.names[difference.account] ?? ""),
                        .amount(difference.opened), .amount(difference.closed),
                        .amount(try difference.opened - difference.closed),
                        .text(difference.isDisposition ? "Disposition av resultat" : "Fel"),
                    ],
                    formulas: ["difference": .difference(of: "opened", minus: "closed")]
                )
            )
        }
        return table(
            "ingaende",
            "Konton som öppnar på annat belopp än de stängde, i bokföringens tecken",
            [
                words("account", "Konto", width: 10), words("name", "Benämning", width: 34),
                amount("opened", "Ingående enligt fil"), amount("closed", "Utgående året före"),
                amount("difference", "Skillnad"), words("reason", "Slag", width: 26),
            ],
            leading: 2,
            rows: rows
        )
    }

    private func unmappedTable() -> Table {
        table(
            "utan.koppling",
            "Resultatkonton utan koppling till budgeten",
            [
                words("account", "Konto", width: 10), words("name", "Benämning", width: 34),
                amount("amount", "Belopp"), words("command", "Följ beloppet", width: 60),
            ],
            leading: 2,
            rows: accounts.operating.unmapped.map { account in
                TableRow(
                    key: account.number.text,
                    cells: [
                        .text(account.number.text), cell(account.name),
                        .amount(-account.shown),
                        .text(
                            "medel sheet postings --book association --unmapped --from "
                                + "\(year)-01-01 --to \(year)-12-31"
                        ),
                    ]
                )
            },
            footnotes: [
                "Beloppen ingår i årets resultat men hör inte till något område. Lägg till "
                    + "mappningsregler i planen."
            ]
        )
    }

    private func lateTable() -> Table {
        table(
            of: accounts.late,
            "efter.stangning",
            "Inkommet efter stängning: ingår inte i något belopp",
            footnote: "Ge verifikationerna en månad med medel book assign. Kommandona i "
                + "specifikationen visar dem också, utan period."
        )
    }

    private func shiftedTable() -> Table {
        table(
            of: accounts.shifted,
            "annat.ar",
            "Verifikationer som räknas i ett annat år än sitt datum",
            footnote: "Kommandona i specifikationen väljer efter verifikationens datum, beloppen "
                + "räknas i perioden."
        )
    }

    private func table(
        of vouchers: [AccountYears.LateVoucher],
        _ key: String,
        _ title: String,
        footnote: String
    ) -> Table {
        var rows: [TableRow] = []
        for voucher in vouchers {
            for amount in voucher.amounts {
                rows.append(
                    TableRow(
                        key: "\(voucher.number)/\(amount.account.text)",
                        cells: [
                            .count(voucher.number), .text(voucher.name), .date(voucher.date),
                            cell(voucher.month.map { "\($0)" } ?? ""), cell(voucher.text),
                            .text(amount.account.text), .amount(amount.amount),
                        ]
                    )
                )
            }
        }
        return table(
            key,
            title,
            [
                Column(key: "number", title: "Nr", kind: .count, width: 8),
                words("voucher", "Verifikation", width: 14),
                Column(key: "date", title: "Datum", kind: .date, width: 12),
                words("period", "Period", width: 10), words("text", "Text", width: 40),
                words("account", "Konto", width: 10), amount("amount", "Belopp"),
            ],
            leading: 2,
            rows: rows,
            footnotes: [footnote]
        )
    }
}
