import MedelCore
import MedelDocument

/// How the amounts of a budget's rules came about, a line for each row and budget year.
struct DerivationTable {
    /// The heading of the part that the table stands in.
    static let title = "Så är raderna beräknade"

    let version: BudgetVersion

    /// The table.
    ///
    /// - Returns: nil when no row follows a rule.
    var table: Table? {
        let rows = version.rows.flatMap { row in
            (row.derivation?.texts ?? []).enumerated().map { place, text in
                TableRow(
                    key: "\(row.code.text).\(place + 1)",
                    cells: [
                        .text(row.label), .text(version.years[place].label),
                        .amount(row.amounts[place]), .text(text),
                    ]
                )
            }
        }
        guard !rows.isEmpty else { return nil }
        let columns = [
            Column(key: "label", title: "Budgetrad", kind: .text, width: 32),
            Column(key: "year", title: "Budgetår", kind: .text, width: 12),
            Column(key: "amount", title: "Belopp", kind: .amount, width: 14),
            Column(key: "derivation", title: "Härledning", kind: .text, width: 110),
        ]
        return Table(
            key: "derivation",
            columns: columns,
            leadingCount: 2,
            groups: [Table.Group(title: "", columnKeys: ["amount", "derivation"])],
            rows: rows
        )
    }

    /// What is to be said of the PO rates that were used, and of amounts that are not the rule's.
    var notes: [String] {
        var notes = version.rates.map { rate in
            "\(rate.name): \(rate.size). Källa: \(rate.source)"
        }
        let computed = version.computedAgain.rows
        for (place, row) in version.rows.enumerated() where row.derivation != nil {
            guard let again = computed?[place], again.amounts != row.amounts else { continue }
            notes.append(
                "Raden \(row.code.text) har andra belopp än regeln ger, eftersom belopp har "
                    + "flyttats mellan rader. Det sparade beloppet gäller."
            )
        }
        return notes
    }
}
