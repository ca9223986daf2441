import MedelCore
import MedelDocument

extension AnnualDocument {
    /// Bokslutsspecifikation: the accounts behind each row of the balansräkning, each with the
    /// command that lists its postings.
    ///
    /// Source: LKBR 4:6, SPEC 1.5.
    func balanceSpecification() throws(MoneyError) -> Section {
        Section(
            key: "specifikation",
            title: "Bokslutsspecifikation, balansräkning",
            paragraphs: [
                Paragraph(
                    "Kontona bakom varje post. Skulder och eget kapital har omvänt tecken mot "
                        + "bokföringen, som i balansräkningen. Kommandot visar kontots "
                        + "transaktionsrader ned till fil och rad."
                )
            ],
            tables: [try specification(statements.balance, "specifikation.balans", "")],
            beginsPage: true
        )
    }

    /// The same for the resultaträkning.
    func incomeSpecification() throws(MoneyError) -> Section {
        Section(
            key: "specifikation.resultatrakning",
            title: "Bokslutsspecifikation, resultaträkning",
            paragraphs: [
                Paragraph(
                    "Kontona bakom varje post. Intäkter är positiva och kostnader negativa, som "
                        + "i resultaträkningen."
                )
            ],
            tables: [try specification(statements.income, "specifikation.resultat", "")],
            beginsPage: true
        )
    }

    private func specification(
        _ statement: Statement,
        _ key: String,
        _ title: String
    ) throws(MoneyError) -> Table {
        let isBalance = statement.kind == .balance
        var isPastAssets = false
        var rows: [TableRow] = []
        for row in statement.rows {
            if row.kind == .total { isPastAssets = true }
            if isBalance, row.key == equityRow { rows += try equityRows(row) }
            guard !row.accounts.isEmpty else { continue }
            rows += try accountRows(row, isTurned: !isBalance || isPastAssets)
        }
        let columns = [
            words("account", "Konto", width: 10), words("name", "Benämning", width: 34),
            amount("opening", "Ingående"), amount("movement", isBalance ? "Förändring" : "Utfall"),
            amount("closing", "Utgående"), words("command", "Följ beloppet", width: 60),
        ]
        // A result account neither opens nor closes with anything.
        let kept = isBalance ? Array(columns.indices) : [0, 1, 3, 5]
        return table(
            key,
            title,
            kept.map { columns[$0] },
            leading: 2,
            rows: rows.map { row in
                TableRow(
                    key: row.key,
                    cells: kept.map { row.row.cells[$0] },
                    level: row.level,
                    emphasis: row.emphasis,
                    formulas: row.formulas
                )
            }
        )
    }

    /// The row of equity at the year's end.
    private var equityRow: String? {
        accounts.templates.balance.rows.first { $0.filling == .equity(.closing) }?.key
    }

    private func accountRows(
        _ row: Statement.Row,
        isTurned: Bool
    ) throws(MoneyError) -> [TableRow] {
        let turned = { (amount: Money?) in isTurned ? amount.map { -$0 } : amount }
        var rows = row.accounts.map { account in
            accountRow(
                row.key,
                account,
                turned(account.opening),
                turned(account.movement),
                turned(account.closing)
            )
        }
        rows.append(
            try sumRow(
                row.key,
                row.title,
                rows,
                opening: row.accounts.map { turned($0.opening) },
                movement: row.accounts.map { turned($0.movement) },
                closing: row.accounts.map { turned($0.closing) }
            )
        )
        return rows
    }

    /// Equity accounts, what earlier years' result accounts came to, and the year's result.
    private func equityRows(_ row: Statement.Row) throws(MoneyError) -> [TableRow] {
        let kinds = accounts.book.classes
        var own: [YearFigures.Account] = []
        var closers: [YearFigures.Account] = []
        for account in statements.figures.accounts {
            let seat = accounts.templates.seat(of: account.number, kinds[account.number])
            if seat.isEquity { own.append(account) }
            if seat == .closing { closers.append(account) }
        }
        var rows = own.map { account in
            accountRow(
                row.key,
                account,
                account.opening.map { -$0 },
                account.movement.map { -$0 },
                account.closing.map { -$0 }
            )
        }
        var openings = own.map { $0.opening.map { -$0 } }
        var movements = own.map { $0.movement.map { -$0 } }
        var closings = own.map { $0.closing.map { -$0 } }
        let prior = statements.figures.priorResults.map { -$0 } ?? .zero
        let lines: [(String, String, opening: Money, movement: Money)] = [
            ("tidigare", "Tidigare års resultat på resultatkonton", prior, .zero),
            ("resultat", "Årets resultat", .zero, statements.equity.result),
        ]
        for (key, title, opening, movement) in lines {
            let closing = try opening + movement
            rows.append(
                TableRow(
                    key: "\(row.key)/\(key)",
                    cells: [
                        .empty, .text(title), .amount(opening), .amount(movement),
                        .amount(closing), .empty,
                    ],
                    level: 1
                )
            )
            openings.append(opening)
            movements.append(movement)
            closings.append(closing)
        }
        for account in closers {
            let movement = account.movement.map { -$0 }
            rows.append(accountRow(row.key, account, .zero, movement, movement))
            openings.append(.zero)
            movements.append(movement)
            closings.append(movement)
        }
        rows.append(
            try sumRow(
                row.key,
                "Eget kapital",
                rows,
                opening: openings,
                movement: movements,
                closing: closings
            )
        )
        return rows
    }

    private func accountRow(
        _ row: String,
        _ account: YearFigures.Account,
        _ opening: Money?,
        _ movement: Money?,
        _ closing: Money?
    ) -> TableRow {
        TableRow(
            key: "\(row)/\(account.number.text)",
            cells: [
                .text(account.number.text), cell(account.name),
                opening.map { .amount($0) } ?? .empty, movement.map { .amount($0) } ?? .empty,
                closing.map { .amount($0) } ?? .empty, .text(command(account.number)),
            ],
            level: 1
        )
    }

    private func sumRow(
        _ key: String,
        _ title: String,
        _ rows: [TableRow],
        opening: [Money?],
        movement: [Money?],
        closing: [Money?]
    ) throws(MoneyError) -> TableRow {
        let keys = rows.map(\.key)
        var cells: [Cell] = [.text("Summa"), .text(title)]
        var formulas: [String: Formula] = [:]
        for (column, amounts) in [
            ("opening", opening), ("movement", movement), ("closing", closing),
        ] {
            let known = amounts.compactMap { $0 }
            guard !known.isEmpty else {
                cells.append(.empty)
                continue
            }
            cells.append(.amount(try Money.sum(known)))
            formulas[column] = .sum(rows: keys)
        }
        return TableRow(
            key: "\(key)/summa",
            cells: cells + [.empty],
            emphasis: .subtotal,
            formulas: formulas
        )
    }

    /// The command that lists the postings of an account in the year, and of no longer account.
    func command(_ account: AccountNumber) -> String {
        let isPlain = account.text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte)
        }
        let quoted = account.text.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "'\\''")
        return "medel sheet postings --book association --account "
            + (isPlain ? account.text : "'\(quoted)'")
            + " --exact --from \(year)-01-01 --to \(year)-12-31"
    }
}
