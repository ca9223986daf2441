public import MedelCore
public import MedelDocument

/// R3, insats i detalj: budget rows against cost categories, by budget year, calendar year and in
/// all.
///
/// Source: SPEC 5, 7 (R3), GUIDE 7.
public enum InsatsSheet {
    /// How many budget years, and how many calendar years, a sheet has columns for.
    static let yearsMax = 40

    /// Makes the sheet of an insats.
    ///
    /// - Throws: `SheetRefusal.unknownInsats`, or `.nothingToShow` when the insats has neither a
    ///   budget, a decision nor a book.
    public static func make(
        _ code: InsatsCode,
        _ snapshot: Snapshot
    ) throws(SheetRefusal) -> Document {
        guard let insats = snapshot.plan.insatser.first(where: { $0.code == code }) else {
            throw .unknownInsats(code)
        }
        return try bounded { () throws(MoneyError) -> Document? in
            try document(insats, snapshot)
        }.orRefuse(.nothingToShow(.insats))
    }

    private static func document(
        _ insats: Insats,
        _ snapshot: Snapshot
    ) throws(MoneyError) -> Document? {
        let overview = try InsatsOverview(insats, in: Overview(snapshot))
        let parts = try parts(of: overview)
        let names = Dictionary(
            snapshot.plan.recipients.map { ($0.code, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
        let table = try InsatsTable(overview, parts, names: names).table()
        guard table.hasAmounts else { return nil }
        let period = text(overview.months)
        return Document(
            heading: Heading(
                "\(Report.insats.title): \(insats.name)",
                snapshot,
                scope: [
                    "Insats \(insats.code.text)",
                    "Insatsägare: \(owner(of: insats, names))",
                    "Period: \(period.isEmpty ? "okänd" : period)",
                    "Beslut: \(decision(on: overview))",
                    "Budget: \(status(of: overview.budget))",
                ] + (overview.grant.closedOn.map { ["Avslutad: \($0)"] } ?? [])
            ),
            sections: [Section(tables: [table], charts: InsatsChart(parts).charts(of: table))]
                + derivations(of: overview.budget?.version),
            notes: (overview.budget?.version.rows ?? []).filter(\.isIncomeAboveZero)
                .map { Note(incomeWords($0)) }
                + (try notes(overview, parts, snapshot.plan)),
            definitions: sheetDefinitions
        )
    }

    /// How the amounts of rules came about, where there are rules.
    private static func derivations(of version: BudgetVersion?) -> [Section] {
        guard let table = version.flatMap({ DerivationTable(version: $0).table }) else { return [] }
        return [Section(title: DerivationTable.title, tables: [table])]
    }

    /// Every scope that the sheet has columns for.
    private static func parts(of insats: InsatsOverview) throws(MoneyError) -> [InsatsPart] {
        var scopes: [(OverviewLine.Scope, String, String)] = []
        for (place, year) in (insats.budget?.version.years ?? []).prefix(yearsMax).enumerated() {
            let months = year.months.map { " (\(text($0)))" } ?? ""
            scopes.append((.budgetYear(place + 1), "period.\(place + 1).", year.label + months))
        }
        let years = insats.months.map { Array($0.calendarYears.prefix(yearsMax)) } ?? []
        for year in years {
            scopes.append((.calendarYear(year), "calendar.\(year).", "Kalenderår \(year)"))
        }
        scopes.append((.total, "total.", "Från början till \(insats.asOf)"))
        var parts: [InsatsPart] = []
        for (scope, prefix, title) in scopes {
            parts.append(
                InsatsPart(
                    scope: scope,
                    columns: LineColumns(prefix: prefix),
                    title: title,
                    line: try insats.line(scope),
                    rows: try insats.budget?.rows(scope),
                    cost: try insats.incurred(scope),
                    unmapped: try insats.unmapped(scope)
                )
            )
        }
        return parts
    }

    private static func notes(
        _ insats: InsatsOverview,
        _ parts: [InsatsPart],
        _ plan: AssociationPlan
    ) throws(MoneyError) -> [Note] {
        var notes = SheetNotes()
        for part in parts {
            let figures = [Measure.budget, .granted, .incurred].map { part.line[$0] }
            for figure in figures + [part.line.booked] {
                for note in figure.notes where part.scope == .total || !isOfWhole(note, parts) {
                    let subject = part.scope == .total ? "" : part.title + ": "
                    switch note {
                    case .appliedBudget, .decisionMissing, .budgetMissing, .rejected,
                        .recipientMissing, .monthsOfBooks, .spread:
                        notes.add(note.text)
                    default: notes.add(subject + note.text)
                    }
                }
            }
        }
        if insats.hasSharedCategories {
            notes.add(
                "Där flera budgetrader har samma kostnadsslag står det upparbetade på en egen rad "
                    + "för kostnadsslaget, eftersom bokföringen inte säger vilken budgetrad det hör "
                    + "till."
            )
        }
        if parts.contains(where: \.isOpeningOnly) {
            notes.add(
                "Ingående läge är en summa. Vilka rader den avser är inte känt, så raderna är tomma "
                    + "för de år som bara har ingående läge."
            )
        }
        if insats.months == nil {
            notes.add("Insatsens månader är inte kända, så belopp per kalenderår saknas.")
        }
        if parts.contains(where: { !insats.hasBegun($0.scope) }) {
            notes.add(
                "Upparbetat är tomt för år som börjar efter \(insats.asOf): där kan ingenting vara "
                    + "bokfört än."
            )
        }
        addNarrowCeilings(insats.grant, plan, to: &notes)
        notes.addAbsences(parts.map(\.line))
        if let basis = insats.grant.terms.basis { notes.add(words(for: basis)) }
        for decision in insats.grant.decisions {
            for condition in decision.conditions {
                let due = condition.due.map { " (senast \($0))" } ?? ""
                notes.add(
                    "Villkor i \(decision.paragraph), \(decision.date): \(condition.text)\(due)"
                )
            }
        }
        try notes.addDoubts(insats, plan.eligibilityRules)
        notes.addCategories(
            (insats.budget?.version.rows.map(\.category) ?? [])
                + parts.flatMap { $0.cost?.categories.keys.map { $0 } ?? [] },
            plan
        )
        notes.addVAT(of: insats.insats, plan, in: insats.asOf.month)
        notes.add(insats.insats.notes)
        notes.add(insats.budget?.version.notes ?? [])
        for text in insats.budget.map({ DerivationTable(version: $0.version).notes }) ?? [] {
            notes.add(text)
        }
        return notes.notes
    }

    /// The ceilings that no column shows: of a cost category or a recipient.
    private static func addNarrowCeilings(
        _ grant: Grant,
        _ plan: AssociationPlan,
        to notes: inout SheetNotes
    ) {
        for (scope, amount) in grant.ceilings.sorted(by: { $0.key.order < $1.key.order }) {
            switch scope {
            case .category(let category):
                let name = plan.words(for: category)
                notes.add("Maxbelopp för kostnadsslaget \(name): \(kronor(amount)).")
            case .recipient(let owner):
                notes.add("Maxbelopp för mottagaren \(owner.text): \(kronor(amount)).")
            case .total, .budgetYear, .calendarYear: continue
            }
        }
    }
}

/// What the grant pays of the cost.
func words(for basis: FundingBasis) -> String {
    switch basis {
    case .wholeCost: "Bidraget avser hela kostnaden, högst maxbeloppet."
    case .share(let rate): "Bidraget avser \(rate) % av kostnaden, högst maxbeloppet."
    case .rows(let rows):
        "Bidraget avser raderna \(rows.map(\.text).joined(separator: ", ")), högst maxbeloppet."
    case .lastAfterOther:
        "Bidraget betalar sist, det som återstår efter övrig finansiering, högst maxbeloppet."
    }
}

/// The number and kind of the budget that holds, such as `2, beviljad 2023-05-25`.
func numberedStatus(of budget: BudgetLayout?) -> String {
    budget.map { "\($0.version.number), \(status(of: $0))" } ?? ""
}

/// What kind of budget is in force, as the sheet's head says it.
func status(of budget: BudgetLayout?) -> String {
    guard let version = budget?.version else { return "saknas" }
    return switch version.kind {
    case .applied: "ansökt \(version.date)"
    case .granted: "beviljad \(version.date)"
    case .revised: "reviderad \(version.date)"
    }
}

/// Whether a book is missing for the whole as well, whose note then says it all.
private func isOfWhole(_ note: MeasureNote, _ parts: [InsatsPart]) -> Bool {
    guard let whole = parts.last(where: { $0.scope == .total })?.line else { return false }
    return (whole[.incurred].notes + whole.booked.notes).contains { other in
        switch (note, other) {
        case (.bookMissing(let book, _), .bookMissing(let same, _)): book == same
        case (.associationBookMissing, .associationBookMissing): true
        default: false
        }
    }
}

/// What one scope of the sheet holds.
struct InsatsPart {
    let scope: OverviewLine.Scope
    let columns: LineColumns
    let title: String
    let line: OverviewLine
    let rows: [Money]?
    let cost: IncurredCost?
    let unmapped: Figure

    /// Whether all that is known of the cost is what opening positions say in one sum, so that
    /// nobody knows which rows it falls on.
    var isOpeningOnly: Bool {
        guard let opening = cost?.opening, let cost else { return false }
        return opening != .zero && cost.categories.isEmpty
    }
}

extension Ceiling.Scope {
    /// A text by which scopes are put in a fixed order.
    fileprivate var order: String {
        switch self {
        case .total: "0"
        case .budgetYear(let number): "1 \(number)"
        case .calendarYear(let year): "2 \(year)"
        case .recipient(let owner): "3 \(owner.text)"
        case .category(let category): "4 \(category.text)"
        }
    }
}
