import MedelCore
import MedelDocument

extension AnnualDocument {
    /// The notes that figures alone can make.
    ///
    /// Source: LKBR 9:13 (cost of the revisors' examination), GUIDE 3.5.
    func notes() throws(MoneyError) -> Section {
        Section(
            key: "noter",
            title: "Noter",
            tables: [try auditCost(), try unspentGrants(), try contributions()]
                .compactMap(\.self),
            beginsPage: true
        )
    }

    private func auditCost() throws(MoneyError) -> Table {
        let hasPrevious = statements.previous?.isDeclared == false
        var amounts: [AccountNumber: (current: [Money], previous: [Money])] = [:]
        for movement in accounts.book.movements where movement.target == .area(.audit) {
            if movement.year == year {
                amounts[movement.account, default: ([], [])].current.append(movement.amount)
            } else if movement.year == year - 1 {
                amounts[movement.account, default: ([], [])].previous.append(movement.amount)
            }
        }
        var rows: [TableRow] = []
        for (account, sums) in amounts.sorted(by: { $0.key < $1.key }) {
            let previous: Cell = hasPrevious ? .amount(try Money.sum(sums.previous)) : .amount(nil)
            rows.append(
                TableRow(
                    key: account.text,
                    cells: [
                        .text(account.text), cell(accounts.book.names[account] ?? ""),
                        .amount(try Money.sum(sums.current)), previous,
                    ]
                )
            )
        }
        let keys = rows.map(\.key)
        // Without a rule nothing is known of the cost: that is another thing than none.
        let isKnown = !keys.isEmpty
        let current = try Money.sum(amounts.values.lazy.flatMap(\.current))
        let previous = try Money.sum(amounts.values.lazy.flatMap(\.previous))
        rows.append(
            TableRow(
                key: "total",
                cells: [
                    .text("Summa"), .empty, .amount(isKnown ? current : nil),
                    .amount(hasPrevious && isKnown ? previous : nil),
                ],
                emphasis: .total,
                formulas: keys.isEmpty
                    ? [:] : ["current": .sum(rows: keys), "previous": .sum(rows: keys)]
            )
        )
        return table(
            "revision",
            "Kostnad för revisorernas granskning",
            [
                words("account", "Konto", width: 10), words("name", "Benämning", width: 36),
                amount("current", "\(year)"), amount("previous", "\(year - 1)"),
            ],
            leading: 2,
            rows: rows,
            footnotes: ["Granskning av bokföring, delårsrapport och årsredovisning (LKBR 9:13)."]
                + (isKnown
                    ? [] : ["Kostnaden är inte känd: ingen mappningsregel leder till area:audit."])
        )
    }

    /// What decisions granted and nobody has used, per insats.
    ///
    /// - Returns: nil when no insats belongs to the years.
    private func unspentGrants() throws(MoneyError) -> Table? {
        let overview = Overview(snapshot)
        var rows: [TableRow] = []
        var figures: [[Figure]] = []
        var missing: [String] = []
        for insats in overview.insatser {
            let line = try InsatsOverview(insats, in: overview).line(.calendarYear(year))
            let before = try InsatsOverview(insats, in: overview).line(.calendarYear(year - 1))
            let values = [line, before].flatMap { [$0[.granted], $0[.incurred], $0[.unspent]] }
            guard values.contains(where: { $0.value != .notApplicable }) else { continue }
            if values.contains(where: { $0.value == .unknown }) { missing.append(insats.code.text) }
            figures.append(values)
            rows.append(
                TableRow(
                    key: insats.code.text,
                    cells: [.text("\(insats.code.text) \(insats.name)")] + values.map(cell)
                )
            )
        }
        guard !rows.isEmpty else { return nil }
        var columns: [Column] = []
        var groups: [Table.Group] = []
        for shown in [year, year - 1] {
            let own = [
                amount("granted.\(shown)", "Beviljat"), amount("incurred.\(shown)", "Upparbetat"),
                amount("unspent.\(shown)", "Kvar att förbruka"),
            ]
            columns += own
            groups.append(Table.Group(title: "\(shown)", columnKeys: own.map(\.key)))
        }
        let keys = rows.map(\.key)
        var sums: [Cell] = []
        for place in columns.indices {
            sums.append(cell(try Figure.sum(figures.lazy.map { $0[place] })))
        }
        rows.append(
            TableRow(
                key: "total",
                cells: [.text("Summa")] + sums,
                emphasis: .total,
                formulas: Dictionary(
                    uniqueKeysWithValues: columns.map { ($0.key, .sum(rows: keys)) }
                )
            )
        )
        return Table(
            key: "beviljat",
            title: "Beviljat men inte upparbetat",
            columns: [words("insats", "Insats", width: 34)] + columns,
            leadingCount: 1,
            groups: groups,
            rows: rows,
            footnotes: unspentNotes(missing)
        )
    }

    private func unspentNotes(_ missing: [String]) -> [Note] {
        let rule = Note(
            "Beviljat är vad besluten anger för kalenderåret; upparbetat är kostnaden i "
                + "mottagarnas böcker, i egen regi i förbundets."
        )
        guard !missing.isEmpty else { return [rule] }
        return [
            rule,
            Note(
                "Uppgift saknas för \(missing.joined(separator: ", ")); skälen står i uppföljning "
                    + "per insats. Summan visas därför inte."
            ),
        ]
    }

    /// The members' contributions, decided and received by the year's last day.
    private func contributions() throws(MoneyError) -> Table {
        let all = snapshot.plan.contributions
        let members = snapshot.plan.profile?.members ?? []
        var codes = members.map(\.code)
        let others = Set(all.filter { [year, year - 1].contains($0.year) }.map(\.member))
            .subtracting(codes)
        codes += others.sorted()
        var rows: [TableRow] = []
        var figures: [[Figure]] = []
        for code in codes {
            let current = all.first { $0.year == year && $0.member == code }
            let previous = all.first { $0.year == year - 1 && $0.member == code }
            guard current != nil || previous != nil else { continue }
            let values = [
                Figure(current?.amount), try received(current), Figure(previous?.amount),
                try received(previous),
            ]
            figures.append(values)
            let name = members.first { $0.code == code }?.name ?? code.text
            rows.append(TableRow(key: code.text, cells: [.text(name)] + values.map(cell)))
        }
        let columns = [
            amount("decided.\(year)", "Beslutat \(year)"),
            amount("received.\(year)", "Inbetalt \(year)"),
            amount("decided.\(year - 1)", "Beslutat \(year - 1)"),
            amount("received.\(year - 1)", "Inbetalt \(year - 1)"),
        ]
        let keys = rows.map(\.key)
        var sums: [Cell] = []
        for place in columns.indices {
            sums.append(
                keys.isEmpty
                    ? .amount(nil) : cell(try Figure.sum(figures.lazy.map { $0[place] }))
            )
        }
        rows.append(
            TableRow(
                key: "total",
                cells: [.text("Summa")] + sums,
                emphasis: .total,
                formulas: keys.isEmpty
                    ? [:]
                    : Dictionary(uniqueKeysWithValues: columns.map { ($0.key, .sum(rows: keys)) })
            )
        )
        let booked = accounts.operating[.income]?.amounts.actual.amount ?? .zero
        return table(
            "medlemsbidrag",
            "Medlemmarnas bidrag",
            [words("member", "Medlem", width: 36)] + columns,
            rows: rows,
            footnotes: [
                "Inbetalt är vad som kommit in av årets bidrag till och med \(snapshot.asOf). "
                    + "Bokförda intäkter \(year) är \(kronor(booked))."
            ]
                + (keys.isEmpty
                    ? ["Inga bidrag är registrerade för \(year) eller \(year - 1)."] : [])
        )
    }

    /// What had come in of a contribution; unknown without one.
    private func received(_ contribution: Contribution?) throws(MoneyError) -> Figure {
        guard let contribution else { return Figure(.unknown) }
        let paid = contribution.payments.filter { payment in
            payment.received.map { $0 <= snapshot.asOf } ?? false
        }
        return Figure(try Money.sum(paid.lazy.map(\.signed)))
    }
}
