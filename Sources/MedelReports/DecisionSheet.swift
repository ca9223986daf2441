public import MedelCore
public import MedelDocument

/// One decision with everything that it says.
///
/// Source: SPEC 3 (decision).
public enum DecisionSheet {
    private static let columns = [
        Column(key: "item", title: "Uppgift", kind: .text, width: 26),
        Column(key: "text", title: "Innehåll", kind: .text, width: 80),
    ]

    /// Makes the sheet of a decision.
    ///
    /// - Throws: `SheetRefusal.unknownDecision`.
    public static func make(
        _ code: DecisionCode,
        _ snapshot: Snapshot
    ) throws(SheetRefusal) -> Document {
        guard let decision = snapshot.plan.decisions.first(where: { $0.code == code }) else {
            throw .unknownDecision(code)
        }
        return try bounded { () throws(MoneyError) -> Document in
            try document(decision, snapshot)
        }
    }

    private static func document(
        _ decision: Decision,
        _ snapshot: Snapshot
    ) throws(MoneyError) -> Document {
        let overview = Overview(snapshot)
        let insats = overview.insatser.first { $0.code == decision.insats }
        let years =
            try insats.flatMap { insats throws(MoneyError) in
                try overview.budget(of: insats)?.version.years
            } ?? []
        var items: [(key: String, name: String, text: String)] = [
            ("code", "Kod", decision.code.text),
            (
                "insats", "Insats",
                [decision.insats.text, insats?.name ?? ""]
                    .filter { !$0.isEmpty }.joined(separator: ", ")
            ),
            ("kind", "Beslut", decision.kind.swedish),
            ("date", "Datum", "\(decision.date)"), ("paragraph", "Paragraf", decision.paragraph),
            ("diaryNumber", "Diarienummer", decision.diaryNumber),
            ("relation", "Förhållande till tidigare", decision.relationWords),
            ("financing", "Finansiering", decision.financing),
            (
                "decidedBy", "Fattat av",
                decision.isDelegated
                    ? "delegation, anmäls till styrelsen (finsamlagen 10 §)" : "styrelsen"
            ),
            ("minutes", "Protokollets SHA-256", decision.minutes ?? ""),
        ]
        for (place, term) in decision.terms.words(snapshot.plan).enumerated() {
            items.append(("term.\(place + 1)", term.name, term.text))
        }
        for (place, condition) in decision.conditions.enumerated() {
            items.append(
                ("condition.\(place + 1)", "Villkor", condition.words(asOf: snapshot.asOf))
            )
        }
        for later in snapshot.plan.decisions where later.relation == .replaces(decision.code) {
            items.append(("replacedBy.\(later.code.text)", "Ersatt av", words(later)))
        }
        for later in snapshot.plan.decisions where later.relation == .adds(decision.code) {
            items.append(("addedTo.\(later.code.text)", "Tillägg", words(later)))
        }
        if case .replaces(let code) = decision.relation,
            let earlier = snapshot.plan.decisions.first(where: { $0.code == code })
        {
            let before = earlier.ceilingWords(years: years)
            items.append(("replaced", "Det ersatta", "\(words(earlier)): \(before)"))
        }
        let rows = items.filter { !$0.text.isEmpty }.map {
            TableRow(key: $0.key, cells: [.text($0.name), .text($0.text)])
        }
        return Document(
            heading: Heading("Beslut \(decision.code.text)", snapshot),
            sections: [
                Section(
                    title: "Beslutet",
                    tables: [
                        Table(
                            key: "decision",
                            columns: columns,
                            leadingCount: 1,
                            groups: [Table.Group(title: "", columnKeys: ["text"])],
                            rows: rows
                        )
                    ]
                )
            ] + ceilings(of: decision, years)
        )
    }

    private static func words(_ decision: Decision) -> String {
        "\(decision.code.text), \(decision.paragraph), \(decision.date)"
    }

    private static func ceilings(of decision: Decision, _ years: [BudgetYear]) -> [Section] {
        guard !decision.ceilings.isEmpty else { return [] }
        let columns = [
            Column(key: "scope", title: "Maxbelopp för", kind: .text, width: 30),
            Column(key: "amount", title: "Belopp", kind: .amount, width: 14),
            Column(key: "vat", title: "Moms", kind: .text, width: 12),
        ]
        let rows = decision.ceilings.map { ceiling in
            TableRow(
                key: ceiling.scope.key,
                cells: [
                    .text(ceiling.scope.title(years: years)), .amount(ceiling.amount),
                    .text(ceiling.includesVAT ? "inkl. moms" : "exkl. moms"),
                ]
            )
        }
        return [
            Section(
                title: "Maxbelopp",
                tables: [
                    Table(
                        key: "ceilings",
                        columns: columns,
                        leadingCount: 1,
                        groups: [Table.Group(title: "", columnKeys: ["amount", "vat"])],
                        rows: rows
                    )
                ]
            )
        ]
    }
}
