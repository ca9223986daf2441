public import MedelCore
public import MedelDocument

/// R6, eget kapital and utrymme för ny verksamhet.
///
/// Source: SPEC 7 (R6), GUIDE 2.5 and 7.
public enum EquitySheet {
    private static let item = Column(key: "item", title: "Post", kind: .text, width: 46)

    /// Makes the sheet.
    ///
    /// - Parameters:
    ///   - snapshot: what is known.
    ///   - standing: what the association's book says of its equity that year.
    ///   - year: the calendar year; nil for that of the snapshot's day.
    /// - Returns: equity over the year, as budgeted and booked, and the room in it.
    /// - Throws: `SheetRefusal.nothingInYear` when the year has neither a budget nor an equity.
    public static func make(
        _ snapshot: Snapshot,
        _ standing: EquityStanding,
        year: Int? = nil
    ) throws(SheetRefusal) -> Document {
        let overview = Overview(snapshot)
        let year = year ?? overview.year
        let isBooked = standing.year == year && standing.absence == nil
        guard overview.plannedYears.contains(year) || isBooked else {
            throw .nothingInYear(.budgetAndBook, snapshot.plan.gap(year, asOf: snapshot.asOf))
        }
        return try bounded { () throws(MoneyError) -> Document? in
            try document(year, overview, standing)
        }
        .orRefuse(.nothingToShow(.equity))
    }

    private static func document(
        _ calendarYear: Int,
        _ overview: Overview,
        _ standing: EquityStanding
    ) throws(MoneyError) -> Document? {
        let snapshot = overview.snapshot
        let chain = try overview.planYears(from: standing, through: calendarYear)
        guard let year = chain.last else { return nil }
        let guideline = try EquityLimit(year, snapshot)
        let equity = try equityTable(year, standing, guideline, snapshot)
        let room = roomTable(year)
        return Document(
            heading: Heading(
                Report.equity.title,
                snapshot,
                scope: ["Kalenderår \(year.year)"]
            ),
            sections: [Section(tables: [equity, room])],
            notes: notes(
                year,
                standing.words(for: chain, from: calendarYear),
                guideline,
                snapshot
            ),
            definitions: planDefinitions(bound: "Beviljat till insatser")
        )
    }

    private static func equityTable(
        _ year: PlanYear,
        _ standing: EquityStanding,
        _ guideline: EquityLimit,
        _ snapshot: Snapshot
    ) throws(MoneyError) -> Table {
        let opening = Figure(standing.opening)
        let result = Figure(standing.result)
        let closing = try Figure.sum([opening, result])
        let limit = guideline.limit
        // A year that the book has not come to has a budget only.
        let isTold = standing.tells(of: year)
        func pair(_ planned: Figure, _ booked: Figure) -> [Figure] {
            isTold ? [planned, booked] : [planned]
        }
        var rows = [
            row("opening", "Ingående eget kapital", pair(year.opening, opening)),
            row("result", "Årets resultat", pair(year.result, result)),
            row(
                "closing",
                "Utgående eget kapital",
                pair(year.closing, closing),
                .subtotal,
                formula: .sum(rows: ["opening", "result"])
            ),
            row("guideline", "Riktvärde för eget kapital", pair(limit, limit)),
        ]
        if limit != .notApplicable {
            rows.append(
                row(
                    "excess",
                    "Över riktvärdet (under när beloppet är negativt)",
                    pair(
                        try Figure.difference(year.closing, minus: limit),
                        try Figure.difference(closing, minus: limit)
                    ),
                    .total,
                    formula: .rowDifference(of: "closing", minus: "guideline")
                )
            )
        }
        let columns = [item, budget(year)] + (isTold ? [actual(year, snapshot)] : [])
        return table("equity", "Eget kapital \(year.year)", columns, rows)
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
        rows.append(
            row("room", "Utrymme för ny verksamhet", [year.room], .total, formula: .sum(rows: keys))
        )
        return table("room", "Utrymme för ny verksamhet \(year.year)", [item, budget(year)], rows)
    }

    private static func budget(_ year: PlanYear) -> Column {
        let title =
            switch year.basis {
            case .budget, .missing: "Enligt budget"
            case .plan: "Enligt plan"
            }
        return Column(key: "budget", title: title, kind: .amount, width: 16)
    }

    private static func actual(_ year: PlanYear, _ snapshot: Snapshot) -> Column {
        let isWhole = snapshot.lastBooked(in: year.year)?.monthOfYear == 12
        return Column(
            key: "actual",
            title: isWhole ? "Bokfört" : "Bokfört hittills",
            kind: .amount,
            width: 16
        )
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
        formula: Formula? = nil
    ) -> TableRow {
        var formulas: [String: Formula] = [:]
        for (figure, column) in zip(figures, ["budget", "actual"])
        where figure != .notApplicable {
            formulas[column] = formula
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
        _ openingWords: [String],
        _ guideline: EquityLimit,
        _ snapshot: Snapshot
    ) -> [Note] {
        var notes = SheetNotes()
        for words in openingWords { notes.add(words) }
        if let month = snapshot.lastBooked(in: year.year), month.monthOfYear < 12 {
            notes.add("Förbundets bok är inläst till och med \(month.swedish).")
        }
        notes.add(year.basisWords)
        switch guideline.source {
        case .step(let source): notes.add("Riktvärde: \(source)")
        case .tableEmpty:
            notes.add(
                "Riktvärdet är tomt: förbundet har inte lagt in någon tabell för skäligt eget "
                    + "kapital. Nationella rådets steg är inte bekräftade "
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
                "Styrelsen har inte angett något lägsta eget kapital; utrymmet är "
                    + "räknat utan."
            )
        }
        notes.add(
            "Beviljat är vad besluten ger för \(year.year), periodiserat där maxbeloppet inte "
                + "är per kalenderår."
        )
        for release in year.released { notes.add(release.words(in: year.year)) }
        notes.add(snapshot.plan.profile?.notes ?? [])
        return notes.notes
    }
}
