public import MedelCore
public import MedelDocument

/// The versions of an insats's budget: all of them, one of them, and the difference of two.
///
/// Source: SPEC 3 (budget versions), SPEC 11 (`medel budget`).
public enum BudgetSheets {
    /// Every version with its sum, and who kept it, when and why.
    public static func list(_ history: BudgetHistory) throws(SheetRefusal) -> Document {
        guard !history.entries.isEmpty else { throw .nothingToShow(.insats) }
        var rows: [TableRow] = []
        for entry in history.entries {
            let version = entry.version
            let total = try bounded { () throws(MoneyError) in try version.netCost }
            let holds = history.inForce == entry ? "gäller" : ""
            rows.append(
                TableRow(
                    key: "version.\(version.number)",
                    cells: [
                        .count(version.number), .text(word(for: version.kind)), .date(version.date),
                        .amount(total), .text(holds), .text(decision(of: version, history)),
                        .text(version.origin), .text(time(of: entry)), .text(entry.actor),
                        .text(entry.briefly), .count(entry.event),
                    ]
                )
            )
        }
        let columns = [
            Column(key: "number", title: "Version", kind: .count, width: 8),
            Column(key: "kind", title: "Slag", kind: .text, width: 11),
            Column(key: "date", title: "Datum", kind: .date, width: 11),
            Column(key: "total", title: "Nettokostnad", kind: .amount, width: 16),
            Column(key: "holds", title: "Läge", kind: .text, width: 8),
            Column(key: "decision", title: "Beslut", kind: .text, width: 22),
            Column(key: "origin", title: "Ursprung", kind: .text, width: 34),
            Column(key: "time", title: "Införd", kind: .text, width: 17),
            Column(key: "actor", title: "Av", kind: .text, width: 14),
            Column(key: "reason", title: "Skäl", kind: .text, width: 40),
            Column(key: "event", title: "Händelse", kind: .count, width: 9),
        ]
        return Document(
            heading: heading("Budgetens versioner", history),
            sections: [Section(tables: [table("budgetVersions", columns, leading: 2, rows)])],
            notes: history.entries.flatMap { entry in
                (entry.version.recomputation?.rates ?? []).map {
                    Note("Version \(entry.version.number) är omräknad. \($0.swedish)")
                }
            }
        )
    }

    /// One version: rows by budget year, and how the amounts came about.
    ///
    /// - Parameters:
    ///   - number: the version; nil for the one that holds.
    ///   - history: every version.
    /// - Returns: rows by budget year, and under them how their amounts came about.
    /// - Throws: `SheetRefusal.unknownBudget` when there is no such version.
    public static func show(
        _ number: Int?,
        of history: BudgetHistory
    ) throws(SheetRefusal) -> Document {
        guard let entry = number.map({ history[$0] }) ?? history.inForce else {
            throw .unknownBudget(history.insats.code, number: number)
        }
        let version = entry.version
        let table = try bounded { () throws(MoneyError) in
            try BudgetTable(version: version).table()
        }
        let derivations = DerivationTable(version: version)
        var notes = SheetNotes()
        for row in version.rows where row.isIncomeAboveZero { notes.add(incomeWords(row)) }
        for text in derivations.notes { notes.add(text) }
        for change in version.recomputation?.rates ?? [] { notes.add(change.swedish) }
        for move in version.reallocation?.moves ?? [] { notes.add(version.words(for: move)) }
        notes.add(version.notes)
        return Document(
            heading: heading(
                "Budget, version \(version.number)",
                history,
                [line(for: entry, history)]
            ),
            sections: [Section(title: "Rader", tables: [table])]
                + (derivations.table.map { [Section(title: DerivationTable.title, tables: [$0])] }
                    ?? []),
            notes: notes.notes
        )
    }

    /// What differs between two versions, by row and budget year.
    ///
    /// - Throws: `SheetRefusal.unknownBudget` when there is no such version.
    public static func difference(
        from first: Int,
        to second: Int,
        of history: BudgetHistory
    ) throws(SheetRefusal) -> Document {
        guard let before = history[first] else {
            throw .unknownBudget(history.insats.code, number: first)
        }
        guard let after = history[second] else {
            throw .unknownBudget(history.insats.code, number: second)
        }
        let table = try bounded { () throws(MoneyError) in
            try BudgetDiffTable(before: before.version, after: after.version)
        }
        return Document(
            heading: heading(
                "Budgetens ändring, version \(first) till \(second)",
                history,
                ["Från " + line(for: before, history), "Till " + line(for: after, history)]
            ),
            sections: [Section(tables: [try bounded(table.table)])],
            notes: table.notes
        )
    }
}

extension BudgetSheets {
    static func table(
        _ key: String,
        _ columns: [Column],
        leading: Int,
        _ rows: [TableRow]
    ) -> Table {
        Table(
            key: key,
            columns: columns,
            leadingCount: leading,
            groups: [
                Table.Group(title: "", columnKeys: columns.dropFirst(leading).map(\.key))
            ],
            rows: rows
        )
    }

    private static func heading(
        _ title: String,
        _ history: BudgetHistory,
        _ scope: [String] = []
    ) -> Heading {
        Heading(
            title: "\(title): \(history.insats.name)",
            association: history.association,
            scope: ["Insats \(history.insats.code.text)"] + scope,
            asOf: nil,
            ledgerVersion: history.ledgerVersion,
            head: history.head,
            created: history.created
        )
    }

    /// A version in a line: what it is, the decision, and who kept it, when and why.
    private static func line(
        for entry: BudgetHistory.Entry,
        _ history: BudgetHistory
    ) -> String {
        let version = entry.version
        let decision = decision(of: version, history)
        var parts = ["version \(version.number), \(word(for: version.kind)) \(version.date)"]
        if !decision.isEmpty { parts.append("beslut \(decision)") }
        if !version.origin.isEmpty { parts.append(version.origin) }
        let actor = entry.actor.isEmpty ? "" : " av \(entry.actor)"
        parts.append("införd \(time(of: entry))\(actor) (händelse \(entry.event))")
        if !entry.why.isEmpty { parts.append("skäl: \(entry.why)") }
        return parts.joined(separator: "; ")
    }

    private static func time(of entry: BudgetHistory.Entry) -> String {
        (entry.time.dayInStockholm ?? entry.time.day).description
    }

    /// The decision that a version names, with date and paragraph where it is known.
    private static func decision(of version: BudgetVersion, _ history: BudgetHistory) -> String {
        guard let code = version.decision else { return "" }
        guard let decision = history.decisions.first(where: { $0.code == code }) else {
            return code.text
        }
        return "\(code.text), \(decision.paragraph), \(decision.date)"
    }
}
