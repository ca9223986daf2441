public import MedelCore
public import MedelDocument

/// R1, ekonomisk uppföljning totalt: the association's budget against what has been incurred.
///
/// Source: SPEC 5, 7 (R1), GUIDE 7.
public enum TotalSheet {
    private static let line = LineColumns(prefix: "")

    private struct Post {
        let key: String
        let title: String
        let overview: AreaOverview
    }

    /// Makes the sheet for the calendar year of the snapshot's day.
    ///
    /// - Throws: `SheetRefusal.nothingToShow` when there is neither a budget, an insats nor a book.
    public static func make(_ snapshot: Snapshot) throws(SheetRefusal) -> Document {
        try bounded { () throws(MoneyError) -> Document? in try document(snapshot) }
            .orRefuse(.nothingToShow(.total))
    }

    private static func document(_ snapshot: Snapshot) throws(MoneyError) -> Document? {
        let overview = Overview(snapshot)
        var insatser: [InsatsOverview] = []
        for insats in overview.insatser {
            insatser.append(try InsatsOverview(insats, in: overview))
        }
        let posts = [
            Post(key: "board", title: "Styrelse", overview: try overview.area(.board)),
            Post(
                key: "administration",
                title: "Administration",
                overview: try overview.area(.administration)
            ),
            Post(key: "audit", title: "Revision", overview: try overview.area(.audit)),
            Post(
                key: "insatser",
                title: "Insatser",
                overview: try overview.allInsatser(insatser)
            ),
            Post(
                key: "unallocated",
                title: "Insatser, ej fördelat",
                overview: try overview.area(.unallocated)
            ),
        ]
        let table = try table(posts, year: overview.year)
        guard table.hasAmounts else { return nil }
        var notes = SheetNotes()
        try add(posts, insatser, overview, to: &notes)
        return Document(
            heading: Heading(
                Report.total.title,
                snapshot,
                scope: ["Kalenderår \(overview.year)"]
            ),
            sections: [Section(tables: [table], charts: chart(table, year: overview.year))],
            notes: notes.notes,
            definitions: sheetDefinitions
        )
    }

    private static func table(_ posts: [Post], year: Int) throws(MoneyError) -> Table {
        let budget = [
            amount("budget.original", "Ursprunglig budget"),
            amount("budget.changes", "Budgetändringar"),
            amount("budget.final", "Slutlig budget"),
        ]
        let previous = amount("previous.incurred", "Upparbetat \(year - 1)")
        let post = Column(key: "post", title: "Post", kind: .text, width: 24)
        let columns = [post] + budget + line.columns + [previous]
        var rows: [TableRow] = []
        for post in posts {
            let figures = [
                post.overview.budget.original, post.overview.budget.changes,
                post.overview.budget.final,
            ]
            var formulas = line.formulas(post.overview.line)
            formulas["budget.final"] = .columns(["budget.original", "budget.changes"])
            formulas["budget"] = .columns(["budget.original", "budget.changes"])
            rows.append(
                TableRow(
                    key: post.key,
                    cells: [.text(post.title)] + figures.map(cell)
                        + (try line.cells(post.overview.line))
                        + [cell(post.overview.previousIncurred)],
                    formulas: formulas
                )
            )
        }
        rows.append(try total(posts, columns))
        return Table(
            key: Report.total.rawValue,
            columns: columns,
            leadingCount: 1,
            groups: [
                Table.Group(title: "Budget \(year)", columnKeys: budget.map(\.key)),
                Table.Group(
                    title: "Uppföljning \(year)",
                    columnKeys: line.columns.map(\.key)
                ),
                Table.Group(title: "", columnKeys: [previous.key]),
            ],
            warnedKeys: line.warnedKeys,
            detailKeys: ["budget.final"],
            rows: rows
        )
    }

    private static func total(
        _ posts: [Post],
        _ columns: [Column]
    ) throws(MoneyError) -> TableRow {
        let overviews = posts.map(\.overview)
        let figures = [
            try Figure.sum(overviews.lazy.map(\.budget.original)),
            try Figure.sum(overviews.lazy.map(\.budget.changes)),
            try Figure.sum(overviews.lazy.map(\.budget.final)),
        ]
        let lineCells = try line.cells(sumOf: overviews.map(\.line))
        let keys = posts.map(\.key)
        return TableRow(
            key: "total",
            cells: [.text("Summa")] + figures.map(cell) + lineCells
                + [cell(try Figure.sum(overviews.lazy.map(\.previousIncurred)))],
            emphasis: .total,
            formulas: Dictionary(
                uniqueKeysWithValues: columns.dropFirst().map { ($0.key, .sum(rows: keys)) }
            )
        )
    }

    private static func amount(_ key: String, _ title: String) -> Column {
        Column(key: key, title: title, kind: .amount, width: 11)
    }

    private static func add(
        _ posts: [Post],
        _ insatser: [InsatsOverview],
        _ overview: Overview,
        to notes: inout SheetNotes
    ) throws(MoneyError) {
        let year = overview.year
        for post in posts {
            for measure in [Measure.budget, .incurred] {
                for note in post.overview.line[measure].notes {
                    notes.add("\(post.title): \(note.text)")
                }
            }
        }
        var ungranted: [(reason: String, codes: [InsatsCode])] = []
        var costless: [InsatsCode] = []
        var hasSpread = false
        for insats in insatser {
            let line = try insats.line(.calendarYear(year))
            if line[.incurred].value == .unknown { costless.append(insats.insats.code) }
            if let reason = line[.granted].ungrantedReason {
                let place = ungranted.firstIndex { $0.reason == reason } ?? ungranted.count
                if place == ungranted.count { ungranted.append((reason, [])) }
                ungranted[place].codes.append(insats.insats.code)
            }
            if line[.granted].notes.contains(.spread) { hasSpread = true }
        }
        let gaps =
            ungranted.map { (Measure.granted, $0.codes, $0.reason) } + [(.incurred, costless, "")]
        for (measure, codes, reason) in gaps where !codes.isEmpty {
            let names = codes.prefix(12).map(\.text).joined(separator: ", ")
            let more = codes.count > 12 ? " och \(codes.count - 12) till" : ""
            notes.add(
                "\(measure.title) saknas för \(names)\(more)\(reason); skälen står i "
                    + "\(Report.insatser.title.lowercased()). Summan visas därför inte."
            )
        }
        if hasSpread {
            notes.add(
                "Beviljat per kalenderår är för minst en insats periodiserat: fördelat lika över "
                    + "månaderna, utan att stoppa någonting."
            )
        }
        notes.addAbsences(posts.map(\.overview.line))
        try notes.addUnplaced(overview)
        notes.add(overview.snapshot.plan.profile?.notes ?? [])
    }

    private static func chart(_ table: Table, year: Int) -> [Chart] {
        let series = ["budget", "incurred"].filter { key in
            table.place(ofColumn: key).map { !table.isBlank(column: $0) } ?? false
        }
        guard !series.isEmpty else { return [] }
        return [
            Chart(
                kind: .columns,
                title: "Budget och upparbetat \(year)",
                summary: summary(table, year: year),
                tableKey: table.key,
                labelKey: "post",
                rowKeys: table.rows.dropLast().map(\.key),
                seriesKeys: series
            )
        ]
    }

    private static func summary(_ table: Table, year: Int) -> String {
        guard let total = table.rows.last,
            let budgetPlace = table.place(ofColumn: "budget"),
            let incurredPlace = table.place(ofColumn: "incurred")
        else { return "" }
        switch (total.row.cells[budgetPlace], total.row.cells[incurredPlace]) {
        case (.amount(let budget?), .amount(let incurred?)):
            let share = percent(incurred, of: budget)
            return "Av budgeten \(year) på \(kronor(budget)) är \(kronor(incurred)) upparbetat"
                + (share.isEmpty ? "." : ", \(share).")
        case (.amount(let budget?), _):
            return "Budgeten \(year) är \(kronor(budget)). Allt upparbetat är inte känt."
        case (_, .amount(let incurred?)):
            return "Upparbetat \(year) är \(kronor(incurred)). Budgeten är inte känd."
        default: return "Varken hela budgeten eller hela kostnaden \(year) är känd."
        }
    }
}

extension Figure {
    /// Why what is granted for a year is not known, in brackets after a space; nil when it is
    /// known, and empty where no reason is given.
    fileprivate var ungrantedReason: String? {
        guard value == .unknown else { return nil }
        if notes.contains(.decisionMissing) { return " (beslut saknas i källan)" }
        if notes.contains(.monthsUnknown) { return " (insatsens månader är inte kända)" }
        if notes.contains(.ceilingMissing) { return " (besluten anger inget maxbelopp för året)" }
        return ""
    }
}

extension Optional {
    /// The value, or the refusal for want of it.
    func orRefuse(_ refusal: SheetRefusal) throws(SheetRefusal) -> Wrapped {
        guard let self else { throw refusal }
        return self
    }
}
