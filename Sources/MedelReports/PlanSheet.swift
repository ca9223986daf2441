public import MedelCore
public import MedelDocument

/// R7, flerårsplan: the budget year and the two after it.
///
/// Source: SPEC 7 (R7), KL 11:6, GUIDE 7.
public enum PlanSheet {
    /// Makes the sheet; its first year is the calendar year of the snapshot's day.
    ///
    /// - Throws: `SheetRefusal.nothingToShow` when there is neither a budget nor a plan.
    public static func make(
        _ snapshot: Snapshot,
        _ standing: EquityStanding
    ) throws(SheetRefusal) -> Document {
        try bounded { () throws(MoneyError) -> Document? in try document(snapshot, standing) }
            .orRefuse(.nothingToShow(.plan))
    }

    private static func document(
        _ snapshot: Snapshot,
        _ standing: EquityStanding
    ) throws(MoneyError) -> Document? {
        let overview = Overview(snapshot)
        let years = try overview.planYears(opening: Figure(standing.opening))
        guard years.contains(where: { $0.basis != .missing }) else { return nil }
        let budgets = years.map { year in
            snapshot.plan.associationBudgets.first {
                $0.year == year.year && $0.decidedOn <= snapshot.asOf
            }
        }
        let table = try table(years, budgets, try parties(years, snapshot))
        return Document(
            heading: Heading(
                Report.plan.title,
                snapshot,
                scope: ["Budgetår \(overview.year) och två planår"]
            ),
            sections: [
                Section(tables: [table], charts: chart(table, years)),
                goals(budgets.first ?? nil),
            ].compactMap(\.self),
            notes: notes(years, budgets, standing, snapshot),
            definitions: planDefinitions
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
        let keys = years.map { "year.\($0.year)" }
        let columns =
            [Column(key: "item", title: "Post", kind: .text, width: 44)]
            + years.map { year in
                Column(
                    key: "year.\(year.year)",
                    title: year.title,
                    kind: .amount,
                    width: 16
                )
            }
        func row(
            _ key: String,
            _ title: String,
            _ figures: [Figure],
            level: Int = 0,
            _ emphasis: TableRow.Emphasis = .body,
            sum: [String] = []
        ) -> TableRow {
            var formulas: [String: Formula] = [:]
            for (place, column) in keys.enumerated()
            where !sum.isEmpty && figures[place] != .notApplicable {
                formulas[column] = .sum(rows: sum)
            }
            return TableRow(
                key: key,
                cells: [.text(title)] + figures.map(cell),
                level: level,
                emphasis: emphasis,
                formulas: formulas
            )
        }
        var rows = [row("income", "Intäkter", years.map(\.income))]
        for party in Party.allCases {
            guard let figures = parties[party] else { continue }
            rows.append(
                row("income.\(party)", party.contributionWords, figures, level: 1, .memo)
            )
        }
        for line in PlanYear.ownLines {
            let figures = years.map { $0.ownCosts[line] ?? .notApplicable }
            rows.append(row(line.rawValue, line.swedish, figures))
        }
        rows.append(row("insatser", "Insatser, beslutade och ej fördelade", years.map(\.insatser)))
        let own = PlanYear.ownLines.map(\.rawValue)
        let parts = ["income"] + own + ["insatser"]
        rows.append(row("result", "Årets resultat", years.map(\.result), .subtotal, sum: parts))
        rows.append(row("opening", "Ingående eget kapital", years.map(\.opening)))
        rows.append(
            row(
                "closing",
                "Eget kapital vid årets slut",
                years.map(\.closing),
                .subtotal,
                sum: ["opening", "result"]
            )
        )
        let expected = budgets.map { budget in
            budget.map { Figure($0.expectedEquity) } ?? .notApplicable
        }
        if expected.contains(where: { $0.amount != nil }) {
            let known = expected.map { $0.amount == nil ? .notApplicable : $0 }
            rows.append(row("expected", "Förväntat i budgetbeslutet", known, level: 1, .memo))
        }
        rows.append(row("bound", "Bundna insatser (beviljat)", years.map(\.bound)))
        rows.append(row("minimum", "Lägsta eget kapital", years.map(\.minimum)))
        rows.append(
            row(
                "room",
                "Fritt utrymme för ny verksamhet",
                years.map(\.room),
                .total,
                sum: ["opening", "income"] + own + ["bound", "minimum"]
            )
        )
        return Table(
            key: Report.plan.rawValue,
            columns: columns,
            leadingCount: 1,
            groups: [Table.Group(title: "", columnKeys: keys)],
            warnedKeys: Set(keys),
            rows: rows
        )
    }

    private static func chart(_ table: Table, _ years: [PlanYear]) -> [Chart] {
        guard years.allSatisfy({ $0.closing.amount != nil }) else { return [] }
        let words = years.compactMap { year in
            year.closing.amount.map { "\(year.year) \(kronor($0))" }
        }
        return [
            Chart(
                kind: .columns,
                title: "Eget kapital vid årets slut",
                summary: "Eget kapital vid årets slut: \(words.joined(separator: ", ")).",
                tableKey: table.key,
                labelKey: "item",
                rowKeys: ["closing"],
                seriesKeys: years.map { "year.\($0.year)" }
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

    private static func notes(
        _ years: [PlanYear],
        _ budgets: [AssociationBudget?],
        _ standing: EquityStanding,
        _ snapshot: Snapshot
    ) -> [Note] {
        var notes = SheetNotes()
        notes.add(standing.words)
        for year in years { notes.add(year.basisWords) }
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
