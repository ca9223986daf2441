public import MedelCore
public import MedelDocument

/// The annual report as one document: summary, statements, notes, specification and checks.
///
/// Source: SPEC 7 (R11), LKBR 4–6, 9 and 10 kap.
public struct AnnualDocument: Sendable {
    let accounts: AnnualAccounts
    let snapshot: Snapshot
    let status: ReportStatus

    var year: Int { accounts.year }
    var statements: FinancialStatements { accounts.statements }

    /// Prepares the report of a year that the snapshot's day ends.
    public init(_ accounts: AnnualAccounts, _ snapshot: Snapshot, status: ReportStatus) {
        self.accounts = accounts
        self.snapshot = snapshot
        self.status = status
    }

    /// Makes the document, still without a colophon.
    ///
    /// - Throws: `SheetRefusal.amountOutOfRange` when a sum passes the largest amount.
    public func make() throws(SheetRefusal) -> Document {
        try bounded { () throws(MoneyError) -> Document in
            Document(
                heading: Heading(
                    "Årsredovisning \(year)",
                    snapshot,
                    scope: [status.swedish, "Räkenskapsår \(year)"]
                ),
                sections: [
                    try summary(),
                    try incomeStatement(),
                    try balanceSheet(),
                    try operatingStatement(),
                    try notes(),
                    try balanceSpecification(),
                    try incomeSpecification(),
                    try checks(),
                ],
                notes: remarks()
            )
        }
    }

    private func remarks() -> [Note] {
        var notes = SheetNotes()
        if statements.previous?.isDeclared == true {
            notes.add(
                "Jämförelsetalen för \(year - 1) är de som ekonomisystemets fil för \(year) "
                    + "uppger; det årets verifikationer är inte inlästa."
            )
        }
        if statements.previous == nil {
            notes.add("Jämförelsetal för \(year - 1) saknas: året är inte inläst.")
        } else if statements.previousEquity?.opening == nil {
            notes.add("Eget kapital vid början av \(year - 1) är inte känt.")
        }
        if accounts.operating[.total]?.amounts.previous.value == .unknown {
            notes.add(
                "Utfallet \(year - 1) per område saknas: det årets verifikationer är inte inlästa."
            )
        }
        if accounts.operating[.total]?.amounts.final.value == .unknown {
            notes.add("Förbundets budget för \(year) saknas i planen.")
        }
        notes.add(snapshot.plan.profile?.notes ?? [])
        return notes.notes
    }
}

extension AnnualDocument {
    /// A column of kronor.
    func amount(_ key: String, _ title: String, width: Int = 16) -> Column {
        Column(key: key, title: title, kind: .amount, width: width)
    }

    /// A column of text.
    func words(_ key: String, _ title: String, width: Int) -> Column {
        Column(key: key, title: title, kind: .text, width: width)
    }

    /// A table whose columns after the leading ones stand by themselves.
    func table(
        _ key: String,
        _ title: String,
        _ columns: [Column],
        leading: Int = 1,
        rows: [TableRow],
        footnotes: [String] = []
    ) -> Table {
        Table(
            key: key,
            title: title,
            columns: columns,
            leadingCount: leading,
            groups: columns.count > leading
                ? [Table.Group(title: "", columnKeys: columns.dropFirst(leading).map(\.key))] : [],
            rows: rows,
            footnotes: footnotes.map { Note($0) }
        )
    }

    /// The sum of a column's rows as a formula, where it gives the figure that stands there.
    ///
    /// - Returns: nil where the figure is known and a part is not, so that no formula could give it.
    func sum(_ parts: [(key: String, figure: Figure)], is whole: Figure) throws(MoneyError)
        -> Formula?
    {
        let sum = try Figure.sum(parts.lazy.map(\.figure))
        let isSame =
            sum.value == whole.value
            || (sum.amount ?? .zero) == whole.amount
                && sum.value != .unknown
        return isSame ? .sum(rows: parts.map(\.key)) : nil
    }
}
