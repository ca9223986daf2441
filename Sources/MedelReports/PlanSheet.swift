public import MedelCore
public import MedelDocument

/// R7, flerårsplan: the budget year and the two after it.
///
/// Source: SPEC 7 (R7), KL 11:6, GUIDE 7.
public enum PlanSheet {
    /// Makes the sheet.
    ///
    /// - Parameters:
    ///   - snapshot: what is known.
    ///   - standing: what the association's book says of its equity that year.
    ///   - year: the budget year; nil for the calendar year of the snapshot's day.
    /// - Returns: the year and the two after it.
    /// - Throws: `SheetRefusal.nothingInYear` when the year has neither a budget nor a plan.
    public static func make(
        _ snapshot: Snapshot,
        _ standing: EquityStanding,
        year: Int? = nil
    ) throws(SheetRefusal) -> Document {
        let overview = Overview(snapshot)
        let year = year ?? overview.year
        guard overview.plannedYears.contains(year) else {
            throw .nothingInYear(.budget, snapshot.plan.gap(year, asOf: snapshot.asOf))
        }
        return try bounded { () throws(MoneyError) -> Document in
            try document(year, overview, standing)
        }
    }

    private static func document(
        _ year: Int,
        _ overview: Overview,
        _ standing: EquityStanding
    ) throws(MoneyError) -> Document {
        let snapshot = overview.snapshot
        let chain = try overview.planYears(from: standing, through: year + 2)
        let years = chain.filter { $0.year >= year }
        let budgets = years.map { year in
            snapshot.plan.associationBudgets.first {
                $0.year == year.year && $0.decidedOn <= snapshot.asOf
            }
        }
        let parties = try parties(years, snapshot)
        let table = try table(years, budgets, parties)
        return Document(
            heading: Heading(
                Report.plan.title,
                snapshot,
                scope: ["Budgetår \(year) och två planår"]
            ),
            sections: [
                Section(tables: [table], charts: chart(table, years)),
                goals(budgets.first ?? nil),
            ].compactMap(\.self),
            notes: try partyNotes(years, parties)
                + notes(years, budgets, standing.words(for: chain, from: year), snapshot),
            definitions: planDefinitions(bound: "Bundna insatser (beviljat)")
        )
    }

    /// What each party has decided to pay, where members have decided for the year.
    private static func parties(
        _ years: [PlanYear],
        _ snapshot: Snapshot
    ) throws(MoneyError) -> [Party: [Figure]] {
        let members = Dictionary(
            (snapshot.plan.profile?.members ?? []).map { ($0.code, $0.party) },
            uniquingKeysWith: { first, _ in first }
        )
        var found: [Party: [Figure]] = [:]
        for party in Party.allCases {
            var figures: [Figure] = []
            for year in years {
                let decided = snapshot.plan.contributions.filter { contribution in
                    contribution.year == year.year && members[contribution.member] == party
                        && contribution.decidedOn.map { $0 <= snapshot.asOf } ?? true
                }
                figures.append(
                    decided.isEmpty
                        ? .notApplicable : Figure(try Money.sum(decided.lazy.map(\.amount)))
                )
            }
            if figures.contains(where: { $0 != .notApplicable }) { found[party] = figures }
        }
        return found
    }

    private static func table(
        _ years: [PlanYear],
        _ budgets: [AssociationBudget?],
        _ parties: [Party: [Figure]]
    ) throws(MoneyError) -> Table {
        let columns = PlanColumns(years)
        return Table(
            key: Report.plan.rawValue,
            columns: columns.columns,
            leadingCount: 1,
            groups: [Table.Group(title: "", columnKeys: columns.keys)],
            rows: try columns.flow(parties) + columns.equity(budgets) + columns.room()
        )
    }

    private static func chart(_ table: Table, _ years: [PlanYear]) -> [Chart] {
        guard years.allSatisfy({ $0.lastKnownClosing.amount != nil }) else { return [] }
        let words = years.compactMap { year in
            year.lastKnownClosing.amount.map { "\(year.year) \(kronor($0))" }
        }
        return [
            Chart(
                kind: .columns,
                title: "Eget kapital vid årets slut",
                summary: "Eget kapital vid årets slut: \(words.joined(separator: ", ")).",
                tableKey: table.key,
                labelKey: "item",
                rowKey: "closing",
                columnKeys: years.map { "year.\($0.year)" }
            )
        ]
    }

    private static func goals(_ budget: AssociationBudget?) -> Section? {
        guard let budget, !budget.goals.isEmpty else { return nil }
        let columns = [
            Column(key: "goal", title: "Mål", kind: .text, width: 44),
            Column(key: "target", title: "Ska nås", kind: .text, width: 16),
            Column(key: "outcome", title: "Utfall", kind: .text, width: 16),
            Column(key: "assessment", title: "Bedömning", kind: .text, width: 16),
        ]
        let rows = budget.goals.enumerated().map { place, goal in
            TableRow(
                key: "goal.\(place + 1)",
                cells: [
                    .text(goal.text), cell(goal.target), cell(goal.outcome),
                    cell(goal.assessment?.swedish ?? ""),
                ]
            )
        }
        let table = Table(
            key: "goals",
            columns: columns,
            leadingCount: 1,
            groups: [Table.Group(title: "", columnKeys: ["target", "outcome", "assessment"])],
            rows: rows
        )
        return Section(title: "Mål \(budget.year)", tables: [table])
    }

    /// Says where what the members have decided is not the income that is budgeted.
    private static func partyNotes(
        _ years: [PlanYear],
        _ parties: [Party: [Figure]]
    ) throws(MoneyError) -> [Note] {
        var notes: [Note] = []
        for (place, year) in years.enumerated() {
            let decided = try Figure.sum(parties.values.lazy.map { $0[place] })
            guard let sum = decided.amount, let income = year.income.amount, sum != income else {
                continue
            }
            let difference = try income - sum
            notes.append(
                Note(
                    "Medlemmarna har beslutat \(kronor(sum)) för \(year.year); av de budgeterade "
                        + "intäkterna är \(kronor(difference)) annat eller inte beslutat."
                )
            )
        }
        return notes
    }

    /// From which decision the plan years are, those of one decision together.
    private static func basisWords(_ years: [PlanYear]) -> [String] {
        let planned = years.filter { if case .plan = $0.basis { true } else { false } }
        guard planned.count > 1, Set(planned.map(\.basis)).count == 1, let last = planned.last
        else { return years.map(\.basisWords) }
        let names = planned.dropLast().map { "\($0.year)" }.joined(separator: ", ")
        return ["\(names) och \(last.basisWords)"]
            + years.filter { $0.basis == .missing }.map(\.basisWords)
    }

    private static func notes(
        _ years: [PlanYear],
        _ budgets: [AssociationBudget?],
        _ openingWords: [String],
        _ snapshot: Snapshot
    ) -> [Note] {
        var notes = SheetNotes()
        for words in openingWords { notes.add(words) }
        for words in basisWords(years) { notes.add(words) }
        for year in years {
            notes.add(year.bookedWords)
            for release in year.released { notes.add(release.words(in: year.year)) }
        }
        for (year, budget) in zip(years, budgets) where year.basis == .budget {
            if let result = year.result.amount, result < .zero {
                let motive = budget?.motive ?? ""
                notes.add(
                    "Budgeten för \(year.year) har högre kostnader än intäkter, "
                        + "\(kronor(-result)) (kommunallagen 11 kap. 5 §). "
                        + (motive.isEmpty ? "Skälet är inte angivet." : "Skäl: \(motive).")
                )
            }
            if let budget, budget.isLate {
                notes.add(
                    "Budgeten för \(year.year) beslutades \(budget.decidedOn), efter den 30 "
                        + "november (finsamlagen 23 §)."
                )
            }
        }
        notes.add(snapshot.plan.profile?.notes ?? [])
        return notes.notes
    }
}
