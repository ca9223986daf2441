public import MedelCore
public import MedelDocument

/// The decision log: every decision on insatser in order of day, for the board and the revisor.
///
/// Source: SPEC 3 (decision), finsamlagen 10 §, KL 11:15.
public enum DecisionLogSheet {
    private static let columns = [
        Column(key: "date", title: "Datum", kind: .date, width: 10),
        Column(key: "paragraph", title: "§", kind: .text, width: 6),
        Column(key: "insats", title: "Insats", kind: .text, width: 13),
        Column(key: "kind", title: "Beslut", kind: .text, width: 12),
        Column(key: "code", title: "Kod", kind: .text, width: 9),
        Column(key: "diaryNumber", title: "Dnr", kind: .text, width: 15),
        Column(key: "relation", title: "Förhållande", kind: .text, width: 12),
        Column(key: "amount", title: "Belopp", kind: .amount, width: 12),
        Column(key: "ceilings", title: "Maxbelopp", kind: .text, width: 28),
        Column(key: "financing", title: "Finansiering", kind: .text, width: 16),
        Column(key: "decidedBy", title: "Fattat av", kind: .text, width: 13),
        Column(key: "conditions", title: "Villkor", kind: .text, width: 32),
        Column(key: "nextDue", title: "Nästa villkorsdag", kind: .date, width: 11),
        Column(key: "minutes", title: "Protokollets SHA-256", kind: .text, width: 20),
    ]

    /// Makes the log.
    ///
    /// - Parameters:
    ///   - snapshot: what is known.
    ///   - first: the first day of meetings; nil for no limit.
    ///   - last: the last day of meetings; nil for the day of the snapshot.
    ///   - insats: the only insats; nil for all.
    /// - Returns: the log, without rows where no meeting is inside.
    /// - Throws: `SheetRefusal.nothingToShow` when no decision is known at all, `.unknownInsats`.
    public static func make(
        _ snapshot: Snapshot,
        from first: Day? = nil,
        through last: Day? = nil,
        insats: InsatsCode? = nil
    ) throws(SheetRefusal) -> Document {
        if let insats, !snapshot.plan.insatser.contains(where: { $0.code == insats }) {
            throw .unknownInsats(insats)
        }
        guard !snapshot.plan.decisions.isEmpty else { throw .nothingToShow(.decisions) }
        let chosen = snapshot.plan.decisions.filter { decision in
            (first.map { $0 <= decision.date } ?? true)
                && (last.map { decision.date <= $0 } ?? true)
                && (insats.map { $0 == decision.insats } ?? true)
        }.sorted { ($0.date, $0.paragraphNumber, $0.code) < ($1.date, $1.paragraphNumber, $1.code) }
        return try bounded { () throws(MoneyError) -> Document in
            try document(chosen, snapshot, scope: scope(first, last, insats))
        }
    }

    private static func document(
        _ decisions: [Decision],
        _ snapshot: Snapshot,
        scope: [String]
    ) throws(MoneyError) -> Document {
        let overview = Overview(snapshot)
        var years: [InsatsCode: [BudgetYear]] = [:]
        for insats in overview.insatser {
            years[insats.code] = try overview.budget(of: insats)?.version.years
        }
        var rows: [TableRow] = []
        for decision in decisions {
            rows.append(try row(decision, years[decision.insats] ?? [], snapshot.asOf))
        }
        let table = Table(
            key: Report.decisions.rawValue,
            columns: columns,
            leadingCount: 4,
            groups: [Table.Group(title: "", columnKeys: columns.dropFirst(4).map(\.key))],
            detailKeys: ["minutes"],
            rows: rows
        )
        return Document(
            heading: Heading(Report.decisions.title, snapshot, scope: scope),
            sections: [Section(tables: [table])],
            notes: notes(decisions, snapshot.asOf),
            definitions: [
                Definition(
                    "Belopp",
                    "Vad beslutet självt anger: maxbeloppet för hela perioden, annars åren, "
                        + "mottagarna eller kostnadsslagen tillsammans. Ett beslut som ersätter "
                        + "anger hela det nya beloppet, ett som läggs till bara tillägget. Beloppen "
                        + "summeras därför inte."
                ),
                Definition(
                    "Fattat av",
                    "Beslut som någon har fattat för styrelsen enligt delegation anmäls till den "
                        + "(finsamlagen 10 §)."
                ),
            ]
        )
    }

    private static func row(
        _ decision: Decision,
        _ years: [BudgetYear],
        _ today: Day
    ) throws(MoneyError) -> TableRow {
        let next = decision.conditions.compactMap(\.due).filter { $0 >= today }.min()
        return TableRow(
            key: decision.code.text,
            cells: [
                .date(decision.date), cell(decision.paragraph), .text(decision.insats.text),
                .text(decision.kind.swedish), .text(decision.code.text),
                cell(decision.diaryNumber), cell(decision.relationWords),
                try decision.whole().map { .amount($0) } ?? .empty,
                cell(decision.ceilingWords(years: years)), cell(decision.financing),
                .text(decision.isDelegated ? "delegation, anmäls" : "styrelsen"),
                cell(decision.conditions.map { $0.words(asOf: today) }.joined(separator: " ")),
                next.map { .date($0) } ?? .empty, cell(decision.minutes ?? ""),
            ]
        )
    }

    private static func notes(_ decisions: [Decision], _ today: Day) -> [Note] {
        var notes = SheetNotes()
        if decisions.isEmpty { notes.add("Det finns inga beslut i urvalet.") }
        let delegated = decisions.filter(\.isDelegated)
        if !delegated.isEmpty {
            notes.add(
                "Att anmäla till styrelsen, fattade enligt delegation: "
                    + delegated.map { "\($0.paragraph) \($0.date) (\($0.insats))" }
                    .joined(separator: "; ") + "."
            )
        }
        let passed = decisions.flatMap { decision in
            decision.conditions.filter { $0.due.map { $0 < today } ?? false }
        }
        if !passed.isEmpty {
            notes.add(
                "\(passed.count) villkor har en dag som har passerat. Medel vet inte om de är "
                    + "uppfyllda."
            )
        }
        let bare = decisions.count { $0.minutes == nil }
        if bare > 0 { notes.add("\(bare) beslut saknar protokollfil.") }
        return notes.notes
    }

    private static func scope(_ first: Day?, _ last: Day?, _ insats: InsatsCode?) -> [String] {
        var scope: [String] = []
        if let first { scope.append("Från och med \(first)") }
        if let last { scope.append("Möten till och med \(last)") }
        if let insats { scope.append("Insats \(insats)") }
        return scope
    }
}
