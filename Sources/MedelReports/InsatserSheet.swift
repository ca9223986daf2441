public import MedelCore
public import MedelDocument

/// R2, uppföljning per insats: one row for each insats, the year and the whole side by side.
///
/// Source: SPEC 5, 7 (R2), GUIDE 7.
public enum InsatserSheet {
    private static let total = LineColumns(
        prefix: "total.",
        extras: [.unspent, .booked]
    )

    private struct Line {
        let insats: InsatsOverview
        let year: OverviewLine
        let whole: OverviewLine
    }

    private static let leading = [
        Column(key: "code", title: "Kod", kind: .text, width: 11),
        Column(key: "name", title: "Insats", kind: .text, width: 22),
        Column(key: "owner", title: "Insatsägare", kind: .text, width: 16),
        Column(key: "decision", title: "Beslut", kind: .text, width: 14),
        Column(key: "period", title: "Period", kind: .text, width: 17),
    ]

    private static let used = Column(
        key: "total.used",
        title: "Förbrukat av beviljat",
        kind: .basisPoints,
        width: 9
    )

    private static let people = [
        Column(key: "participants.planned", title: "Planerade deltagare", kind: .count, width: 9),
        Column(key: "participants.reported", title: "Deltagare", kind: .count, width: 9),
        Column(
            key: "costPerParticipant.planned",
            title: "Budget per planerad deltagare",
            kind: .amount,
            width: 11
        ),
        Column(
            key: "costPerParticipant.actual",
            title: "Kostnad per deltagare",
            kind: .amount,
            width: 11
        ),
    ]

    private static let version = Column(
        key: "version",
        title: "Budgetversion",
        kind: .text,
        width: 18
    )

    private static let comment = Column(
        key: "comment",
        title: "Kommentar",
        kind: .text,
        width: 38
    )

    /// Makes the sheet.
    ///
    /// - Throws: `SheetRefusal.nothingToShow` when no insats has a budget, a decision or a book.
    public static func make(_ snapshot: Snapshot) throws(SheetRefusal) -> Document {
        try bounded { () throws(MoneyError) -> Document? in try document(snapshot) }
            .orRefuse(.nothingToShow(.insatser))
    }

    private static func document(_ snapshot: Snapshot) throws(MoneyError) -> Document? {
        let overview = Overview(snapshot)
        var lines: [Line] = []
        for insats in overview.insatser {
            let insats = try InsatsOverview(insats, in: overview)
            lines.append(
                Line(
                    insats: insats,
                    year: try insats.line(.calendarYear(overview.year)),
                    whole: try insats.line(.total)
                )
            )
        }
        let table = try table(lines, overview)
        guard table.hasAmounts else { return nil }
        return Document(
            heading: Heading(Report.insatser.title, snapshot),
            sections: [Section(tables: [table], charts: chart(table, overview.year))],
            notes: try notes(lines, overview),
            definitions: sheetDefinitions + [
                Definition(used.title, "Upparbetat i procent av beviljat, från början till nu."),
                Definition(
                    "Kostnad per deltagare",
                    "Årets upparbetade delat med årets redovisade deltagare, avrundat till öre; "
                        + "budget per planerad deltagare är årets budget delad med de planerade."
                ),
            ]
        )
    }

    private static func table(
        _ lines: [Line],
        _ overview: Overview
    ) throws(MoneyError) -> Table {
        // The bare measures are those of the calendar year; what has come since the start stands
        // beside them.
        let year = LineColumns(prefix: "", extras: [.unspent])
        let columns = leading + year.columns + total.columns + [used] + people + [version, comment]
        let names = Dictionary(
            overview.snapshot.plan.recipients.map { ($0.code, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
        var rows: [TableRow] = []
        for line in lines {
            let insats = line.insats.insats
            rows.append(
                TableRow(
                    key: insats.code.text,
                    cells: [
                        .text(insats.code.text), cell(insats.name),
                        cell(owner(of: insats, names)), cell(decision(on: line.insats)),
                        cell(text(line.insats.months)),
                    ] + (try year.cells(line.year)) + (try total.cells(line.whole))
                        + [share(of: line.whole)] + keyFigures(line, overview.year)
                        + [cell(numberedStatus(of: line.insats.budget)), cell(remarks(on: line))],
                    formulas: formulas(of: line, year)
                )
            )
        }
        let keys = rows.map(\.key)
        let years = try year.cells(sumOf: lines.map(\.year))
        let wholes = try total.cells(sumOf: lines.map(\.whole))
        let whole = try OverviewLine.sum(lines.map(\.whole))
        var sums: [String: Formula] = [:]
        for column in year.columns + total.columns where !keys.isEmpty {
            sums[column.key] = .sum(rows: keys)
        }
        if case .basisPoints = share(of: whole) { sums[used.key] = shareFormula }
        rows.append(
            TableRow(
                key: "total",
                cells: [.text("Summa"), .empty, .empty, .empty, .empty] + years + wholes
                    + [share(of: whole)] + people.map { _ in .empty } + [.empty, .empty],
                emphasis: .total,
                formulas: sums
            )
        )
        return Table(
            key: Report.insatser.rawValue,
            columns: columns,
            leadingCount: leading.count,
            groups: [
                Table.Group(
                    title: "Kalenderår \(overview.year)",
                    columnKeys: year.columns.map(\.key)
                ),
                Table.Group(
                    title: "Från början till \(overview.snapshot.asOf)",
                    columnKeys: total.columns.map(\.key) + [used.key]
                ),
                Table.Group(title: "Nyckeltal \(overview.year)", columnKeys: people.map(\.key)),
                Table.Group(title: "", columnKeys: [version.key, comment.key]),
            ],
            warnedKeys: year.warnedKeys.union(total.warnedKeys),
            detailKeys: [version.key],
            rows: rows
        )
    }

    private static let shareFormula = Formula.share(
        part: "total.incurred",
        whole: "total.granted"
    )

    private static func formulas(of line: Line, _ year: LineColumns) -> [String: Formula] {
        var formulas = year.formulas(line.year).merging(total.formulas(line.whole)) { $1 }
        if case .basisPoints = share(of: line.whole) { formulas[used.key] = shareFormula }
        return formulas
    }

    /// Participants and what each of them costs; nothing where nobody has told.
    private static func keyFigures(_ line: Line, _ year: Int) -> [Cell] {
        let figures = line.insats.keyFigures(year, line.year)
        return [figures.planned, figures.reported].map { $0.map { .count($0) } ?? .empty }
            + [figures.plannedCost, figures.actualCost].map { $0.map { .amount($0) } ?? .empty }
    }

    /// Upparbetat of beviljat; empty when there is no such share.
    private static func share(of line: OverviewLine) -> Cell {
        guard let granted = line[.granted].amount, let incurred = line[.incurred].amount,
            let points = incurred.basisPoints(of: granted, rounding: .halfAwayFromZero)
        else { return .empty }
        return .basisPoints(Int(points))
    }

    private static func notes(
        _ lines: [Line],
        _ overview: Overview
    ) throws(MoneyError) -> [Note] {
        var notes = SheetNotes()
        let all = lines.flatMap { [$0.year, $0.whole] }
        if all.contains(where: { $0[.granted].notes.contains(.spread) }) {
            notes.add(
                "Där kommentaren säger periodiserat är beviljat per kalenderår fördelat lika över "
                    + "månaderna; det stoppar ingenting."
            )
        }
        if all.contains(where: { $0[.budget].notes.contains(.appliedBudget) }) {
            notes.add(
                "Ansökt budget är vad sökanden har begärt; den är inte beslutad och ingår i "
                    + "summan."
            )
        }
        notes.addAbsences(all)
        let areas = try AreaBudgetFigures(
            .insatser,
            year: overview.year,
            in: overview.snapshot.plan.areaBudgets,
            asOf: overview.snapshot.asOf
        )
        if let budget = areas.final.amount {
            notes.add("Förbundets budget för insatser \(overview.year) är \(kronor(budget)).")
        }
        try notes.addUnplaced(overview)
        notes.add(overview.snapshot.plan.profile?.notes ?? [])
        for line in lines {
            let code = line.insats.insats.code.text
            notes.add(line.insats.insats.notes, about: code, kinds: [.assumed])
            notes.add(line.insats.budget?.version.notes ?? [], about: code, kinds: [.assumed])
        }
        return notes.notes
    }

    /// What must be known to read the line, in the words of its figures.
    private static func remarks(on line: Line) -> String {
        var seen: Set<String> = []
        var texts: [String] = []
        for overview in [line.year, line.whole] {
            let figures = [Measure.budget, .granted, .incurred].map { overview[$0] }
            for figure in figures + [overview.booked] {
                for note in figure.notes where seen.insert(note.text).inserted {
                    // What is released in all is told, and of the year with it.
                    if case .released = note, overview != line.whole { continue }
                    texts.append(note.text)
                }
            }
        }
        if let closed = line.insats.grant.closedOn { texts.append("Avslutad \(closed).") }
        return texts.joined(separator: " ")
    }

    private static func chart(_ table: Table, _ year: Int) -> [Chart] {
        let series = ["budget", "incurred"].filter { key in
            table.place(ofColumn: key).map { !table.isBlank(column: $0) } ?? false
        }
        let rows = table.rows.dropLast().map(\.key)
        guard !series.isEmpty, (1...30).contains(rows.count) else { return [] }
        return [
            Chart(
                kind: .columns,
                title: "Budget och upparbetat per insats \(year)",
                summary: "Budget och upparbetat \(year) för \(rows.count) insatser, "
                    + "en grupp för varje insats i tabellens ordning.",
                tableKey: table.key,
                labelKey: "code",
                rowKeys: rows,
                seriesKeys: series
            )
        ]
    }
}

/// Who runs an insats, as sheets show it.
func owner(of insats: Insats, _ names: [OwnerCode: String]) -> String {
    switch insats.mode {
    case .own: "Förbundet, egen regi"
    case .grant: insats.recipients.map { names[$0] ?? $0.text }.joined(separator: ", ")
    }
}

/// The decisions that an insats stands on, as sheets show them.
func decision(on insats: InsatsOverview) -> String {
    switch insats.grant.state {
    case .undecided: "beslut saknas"
    case .rejected:
        insats.grant.rejection.map { "avslag \($0.paragraph), \($0.date)" } ?? "avslag"
    case .granted:
        insats.grant.decisions.map { decision in
            let number = decision.diaryNumber.isEmpty ? "" : ", dnr \(decision.diaryNumber)"
            return "\(decision.paragraph), \(decision.date)\(number)"
        }.joined(separator: "; ")
    }
}
