public import MedelCore
public import MedelDocument

/// What the members have decided for a year, against what was asked and what their shares give.
public enum ContributionsSheet {
    private static let columns = [
        Column(key: "member", title: "Medlem", kind: .text, width: 28),
        Column(key: "asked", title: "Begärt", kind: .amount, width: 14),
        Column(key: "decided", title: "Beslutat", kind: .amount, width: 14),
        Column(key: "deviation", title: "Beslutat − begärt", kind: .amount, width: 14),
        Column(key: "byShare", title: "Enligt andel", kind: .amount, width: 14),
        Column(key: "offShare", title: "Beslutat − andel", kind: .amount, width: 14),
        Column(key: "decidedOn", title: "Beslutat den", kind: .date, width: 12),
        Column(key: "remark", title: "Anmärkning", kind: .text, width: 30),
    ]

    private static let summed = ["asked", "decided", "deviation", "byShare", "offShare"]

    /// Shows a year.
    ///
    /// - Throws: `SheetRefusal.nothingInYear` when no contribution is described for the year.
    public static func make(
        _ year: Int,
        _ snapshot: Snapshot,
        _ versions: [ContributionVersion]
    ) throws(SheetRefusal) -> Document {
        try bounded { () throws(MoneyError) -> Document? in
            let funding = try FundingYear(
                year,
                snapshot,
                versions,
                FinancialPosition(snapshot.asOf, missing: .nothingBooked)
            )
            guard !funding.lines.isEmpty else { return nil }
            return Document(
                heading: Heading(
                    "Medlemsbidrag",
                    snapshot,
                    scope: ["Kalenderår \(year)"]
                ),
                sections: [Section(tables: [try table(funding)])],
                notes: try FundingNotes(funding).members(),
                definitions: definitions
            )
        }
        .orRefuse(.contributionsMissing(year, versions))
    }

    private static func table(_ funding: FundingYear) throws(MoneyError) -> Table {
        let decided = try Figure.sum(funding.lines.map { Figure($0.standing?.decided) })
        var split: ContributionSplit?
        if let total = decided.amount, let profile = funding.profile {
            // Why there are no shares is said among the notes.
            split = try? ContributionSplit(
                total,
                year: funding.year,
                members: profile.members,
                sharing: profile.sharing
            )
        }
        var rows: [TableRow] = []
        var columns: [[Figure]] = Array(repeating: [], count: summed.count)
        for line in funding.lines {
            let figures = try figures(line, split)
            for place in figures.indices { columns[place].append(figures[place]) }
            // A decision after the day is not known on the day.
            let decidedOn = line.standing.flatMap {
                $0.decided == nil ? nil : $0.contribution.decidedOn
            }
            let marks =
                line.standing?.marks.filter(\.isOfDecision).map(\.swedish) ?? ["bidrag saknas"]
            rows.append(
                TableRow(
                    key: line.code.text,
                    cells: [.text(line.member?.name ?? line.code.text)] + figures.map(cell) + [
                        decidedOn.map { .date($0) } ?? .empty,
                        cell(marks.joined(separator: ", ")),
                    ],
                    formulas: [
                        "deviation": .difference(of: "decided", minus: "asked"),
                        "offShare": .difference(of: "decided", minus: "byShare"),
                    ]
                )
            )
        }
        var sums: [Figure] = []
        for column in columns { sums.append(try Figure.sum(column)) }
        let keys = rows.map(\.key)
        rows.append(
            TableRow(
                key: "total",
                cells: [.text("Summa")] + sums.map(cell) + [.empty, .empty],
                emphasis: .total,
                formulas: Dictionary(
                    uniqueKeysWithValues: summed.map { ($0, .sum(rows: keys)) }
                )
            )
        )
        return Table(
            key: "contributions",
            columns: Self.columns,
            leadingCount: 1,
            groups: [
                Table.Group(title: "", columnKeys: summed + ["decidedOn", "remark"])
            ],
            warnedKeys: ["deviation", "offShare"],
            rows: rows
        )
    }

    private static func figures(
        _ line: FundingMembersTable.Line,
        _ split: ContributionSplit?
    ) throws(MoneyError) -> [Figure] {
        let contribution = line.standing?.contribution
        let asksNothing = contribution?.amount == .zero && contribution?.payments.isEmpty == true
        let asked: Figure =
            contribution?.asked.map { Figure($0) }
            ?? (asksNothing ? .notApplicable : Figure(.unknown))
        let decided = Figure(line.standing?.decided)
        let byShare = Figure(split.map { $0[line.code] ?? .zero })
        return [
            asked, decided, try .difference(decided, minus: asked), byShare,
            try .difference(decided, minus: byShare),
        ]
    }

    private static let definitions = [
        Definition("Begärt", "Vad förbundet har bett medlemmen om för året."),
        Definition("Beslutat", "Vad medlemmen själv har beslutat att betala."),
        Definition(
            "Enligt andel",
            "Summan av vad alla har beslutat, fördelad efter parternas andelar och medlemmarnas "
                + "nycklar."
        ),
    ]
}
