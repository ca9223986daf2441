public import MedelCore
public import MedelDocument

/// R6, eget kapital and utrymme för ny verksamhet.
///
/// Source: SPEC 7 (R6), GUIDE 2.5 and 7.
public enum EquitySheet {
    private static let item = Column(key: "item", title: "Post", kind: .text, width: 46)
    private static let budget = Column(
        key: "budget",
        title: "Enligt budget",
        kind: .amount,
        width: 16
    )
    private static let actual = Column(
        key: "actual",
        title: "Bokfört hittills",
        kind: .amount,
        width: 16
    )

    /// Makes the sheet for the calendar year of the snapshot's day.
    ///
    /// - Throws: `SheetRefusal.nothingToShow` when there is neither a budget nor an equity.
    public static func make(
        _ snapshot: Snapshot,
        _ standing: EquityStanding
    ) throws(SheetRefusal) -> Document {
        try bounded { () throws(MoneyError) -> Document? in try document(snapshot, standing) }
            .orRefuse(.nothingToShow(.equity))
    }

    private static func document(
        _ snapshot: Snapshot,
        _ standing: EquityStanding
    ) throws(MoneyError) -> Document? {
        let overview = Overview(snapshot)
        let years = try overview.planYears(1, opening: Figure(standing.opening))
        guard let year = years.first else { return nil }
        let guideline = try Guideline(year, snapshot)
        let equity = try equityTable(year, standing, guideline)
        let room = roomTable(year)
        guard year.basis != .missing || standing.absence == nil else { return nil }
        return Document(
            heading: Heading(
                Report.equity.title,
                snapshot,
                scope: ["Kalenderår \(year.year)"]
            ),
            sections: [Section(tables: [equity, room])],
            notes: notes(year, standing, guideline, snapshot),
            definitions: planDefinitions
        )
    }

    private static func equityTable(
        _ year: PlanYear,
        _ standing: EquityStanding,
        _ guideline: Guideline
    ) throws(MoneyError) -> Table {
        let opening = Figure(standing.opening)
        let result = Figure(standing.result)
        let closing = try Figure.sum([opening, result])
        let limit = try Figure.difference(.notApplicable, minus: guideline.limit)
        var rows = [
            row("opening", "Ingående eget kapital", [opening, opening]),
            row("result", "Årets resultat", [year.result, result]),
            row(
                "closing",
                "Utgående eget kapital",
                [year.closing, closing],
                .subtotal,
                sum: ["opening", "result"]
            ),
            row("guideline", "Riktvärde för eget kapital", [limit, limit]),
        ]
        if limit != .notApplicable {
            rows.append(
                row(
                    "excess",
                    "Över riktvärdet (under när beloppet är negativt)",
                    [try Figure.sum([year.closing, limit]), try Figure.sum([closing, limit])],
                    .total,
                    sum: ["closing", "guideline"]
                )
            )
        }
        return table("equity", "Eget kapital \(year.year)", [item, budget, actual], rows)
    }

    private static func roomTable(_ year: PlanYear) -> Table {
        var rows = [
            row("opening", "Ingående eget kapital", [year.opening]),
            row("income", "Intäkter", [year.income]),
        ]
        for line in PlanYear.ownLines {
            rows.append(
                row(line.rawValue, line.swedish, [year.ownCosts[line] ?? .notApplicable])
            )
        }
        rows.append(row("bound", "Beviljat till insatser", [year.bound]))
        rows.append(row("minimum", "Lägsta eget kapital", [year.minimum]))
        let keys = rows.map(\.key)
        rows.append(row("room", "Utrymme för ny verksamhet", [year.room], .total, sum: keys))
        return table("room", "Utrymme för ny verksamhet \(year.year)", [item, budget], rows)
    }

    private static func table(
        _ key: String,
        _ title: String,
        _ columns: [Column],
        _ rows: [TableRow]
    ) -> Table {
        Table(
            key: key,
            title: title,
            columns: columns,
            leadingCount: 1,
            groups: [Table.Group(title: "", columnKeys: columns.dropFirst().map(\.key))],
            rows: rows
        )
    }

    private static func row(
        _ key: String,
        _ title: String,
        _ figures: [Figure],
        _ emphasis: TableRow.Emphasis = .body,
        sum: [String] = []
    ) -> TableRow {
        var formulas: [String: Formula] = [:]
        for (figure, column) in zip(figures, [budget, actual])
        where !sum.isEmpty && figure != .notApplicable {
            formulas[column.key] = .sum(rows: sum)
        }
        return TableRow(
            key: key,
            cells: [.text(title)] + figures.map(cell),
            emphasis: emphasis,
            formulas: formulas
        )
    }

    private static func notes(
        _ year: PlanYear,
        _ standing: EquityStanding,
        _ guideline: Guideline,
        _ snapshot: Snapshot
    ) -> [Note] {
        var notes = SheetNotes()
        notes.add(standing.words)
        notes.add(year.basisWords)
        switch guideline.source {
        case .step(let source): notes.add("Riktvärde: \(source)")
        case .tableEmpty:
            notes.add(
                "Riktvärdet är tomt: förbundet har inte lagt in någon tabell för skäligt eget "
                    + "kapital (equityGuidelines). Nationella rådets steg är inte bekräftade "
                    + "och levereras därför inte med Medel."
            )
        case .noStep(let contributions):
            notes.add(
                "Riktvärdet är tomt: inget steg i tabellen för skäligt eget kapital gäller "
                    + "bidrag på \(kronor(contributions))."
            )
        case .contributionsMissing:
            notes.add("Riktvärdet är inte känt, eftersom årets bidrag inte är kända.")
        }
        if year.minimum == .notApplicable {
            notes.add(
                "Styrelsen har inte angett något lägsta eget kapital (equityMin); utrymmet är "
                    + "räknat utan."
            )
        }
        notes.add(
            "Beviljat är vad besluten ger för \(year.year), periodiserat där maxbeloppet inte "
                + "är per kalenderår."
        )
        notes.add(snapshot.plan.profile?.notes ?? [])
        return notes.notes
    }
}

/// What counts as a reasonable equity in a year.
private struct Guideline {
    enum Source {
        case step(String)
        case tableEmpty
        case noStep(Money)
        case contributionsMissing
    }

    let limit: Figure
    let source: Source

    init(_ year: PlanYear, _ snapshot: Snapshot) throws(MoneyError) {
        let table = snapshot.plan.profile?.equityGuidelines ?? []
        let decided = snapshot.plan.contributions.filter { contribution in
            contribution.year == year.year
                && contribution.decidedOn.map { $0 <= snapshot.asOf } ?? true
        }
        guard !table.isEmpty else {
            (limit, source) = (.notApplicable, .tableEmpty)
            return
        }
        guard !decided.isEmpty else {
            (limit, source) = (Figure(.unknown), .contributionsMissing)
            return
        }
        let contributions = try Money.sum(decided.lazy.map(\.amount))
        let step = table.step(year: year.year, contributions: contributions)
        guard let step, let most = step.equityMax(contributions: contributions) else {
            (limit, source) = (.notApplicable, .noStep(contributions))
            return
        }
        (limit, source) = (Figure(most), .step(step.source))
    }
}
