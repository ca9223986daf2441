public import MedelCore
public import MedelDocument

/// The ceilings of an insats with what is left under each.
///
/// Source: SPEC 4.1.
public enum RoomSheet {
    private static let columns = [
        Column(key: "scope", title: "Maxbelopp för", kind: .text, width: 30),
        Column(key: "granted", title: "Beviljat", kind: .amount, width: 13),
        Column(key: "opening", title: "Ingående läge", kind: .amount, width: 13),
        Column(key: "incurred", title: "Upparbetat därefter", kind: .amount, width: 13),
        Column(key: "room", title: "Utrymme", kind: .amount, width: 13),
        Column(key: "above", title: "Över maxbeloppet", kind: .amount, width: 13),
    ]

    /// Makes the sheet.
    ///
    /// - Throws: `SheetRefusal.unknownInsats`, `.nothingToShow` without a ceiling.
    public static func make(
        _ code: InsatsCode,
        _ snapshot: Snapshot
    ) throws(SheetRefusal) -> Document {
        guard let insats = snapshot.plan.insatser.first(where: { $0.code == code }) else {
            throw .unknownInsats(code)
        }
        return try bounded { () throws(MoneyError) -> Document? in
            try document(InsatsOverview(insats, in: Overview(snapshot)), snapshot)
        }.orRefuse(.nothingToShow(.rooms))
    }

    private static func document(
        _ insats: InsatsOverview,
        _ snapshot: Snapshot
    ) throws(MoneyError) -> Document? {
        let ceilings = try insats.ceilings()
        guard !ceilings.isEmpty else { return nil }
        let rows = ceilings.map { ceiling in
            TableRow(
                key: ceiling.scope.key,
                cells: [
                    .text(ceiling.title), .amount(ceiling.granted), cell(ceiling.opening),
                    cell(ceiling.incurred), cell(ceiling.room), cell(ceiling.above),
                ]
            )
        }
        let table = Table(
            key: Report.rooms.rawValue,
            columns: columns,
            leadingCount: 1,
            groups: [Table.Group(title: "", columnKeys: columns.dropFirst().map(\.key))],
            rows: rows
        )
        return Document(
            heading: Heading(
                "\(Report.rooms.title): \(insats.insats.name)",
                snapshot,
                scope: ["Insats \(insats.insats.code)", "Beslut: \(decision(on: insats))"]
            ),
            sections: [Section(tables: [table])],
            notes: try notes(insats, ceilings, snapshot.plan),
            definitions: [
                Definition(
                    "Utrymme",
                    "Maxbeloppet minus ingående läge och upparbetat därefter, aldrig under noll. En "
                        + "kostnad måste rymmas under alla maxbelopp som den hör till; det minsta "
                        + "utrymmet avgör."
                ),
                Definition("Över maxbeloppet", "Kostnad över maxbelopp, bärs av mottagaren."),
            ]
        )
    }

    private static func notes(
        _ insats: InsatsOverview,
        _ ceilings: [CeilingStanding],
        _ plan: AssociationPlan
    ) throws(MoneyError) -> [Note] {
        var notes = SheetNotes()
        for note in try insats.incurred(.total)?.figure.notes ?? [] { notes.add(note.text) }
        if let basis = insats.grant.terms.basis { notes.add(words(for: basis)) }
        let uses = try insats.uses()
        for guideline in insats.grant.terms.guidelines {
            let used = try Money.sum(
                uses.lazy.filter { $0.category == guideline.category }.map(\.amount)
            )
            guard used > guideline.amount else { continue }
            let wanted = guideline.action == .decide ? " Ett beslut behövs." : ""
            notes.add(
                "Riktbeloppet för \(plan.words(for: guideline.category)), "
                    + "\(kronor(guideline.amount)), är passerat: \(kronor(used)). Det stoppar "
                    + "ingenting.\(wanted)"
            )
        }
        let years = insats.budgetYears
        let bare = try Money.sum(
            uses.lazy.filter { !insats.grant.covers($0, years: years) }.map(\.amount)
        )
        if bare != .zero {
            notes.add(
                "\(kronor(bare)) är upparbetat i månader eller hos mottagare som inget "
                    + "maxbelopp omfattar."
            )
        }
        let usesCategories = ceilings.contains {
            if case .category = $0.scope { true } else { false }
        }
        if usesCategories, uses.contains(where: { $0.category == nil }) {
            notes.add(
                "Ingående läge och kostnader utan kostnadsslag räknas inte mot maxbelopp per "
                    + "kostnadsslag."
            )
        }
        notes.add("Rekvisitioner är inte registrerade i Medel, så reserverat och godkänt saknas.")
        return notes.notes
    }
}

extension Ceiling.Scope {
    /// What names the scope to machines, in the manifest's words.
    var key: String {
        switch self {
        case .total: "total"
        case .budgetYear(let number): "budgetYear \(number)"
        case .calendarYear(let year): "calendarYear \(year)"
        case .recipient(let owner): "recipient \(owner.text)"
        case .category(let category): "category \(category.text)"
        }
    }
}
