public import MedelCore
public import MedelDocument

/// Every version of a year's contributions: what changed, when it was registered and by whom.
public enum ContributionHistorySheet {
    /// Shows a year's versions.
    ///
    /// - Throws: `SheetRefusal.nothingInYear` when no contribution is described for the year.
    public static func make(
        _ year: Int,
        _ snapshot: Snapshot,
        _ versions: [ContributionVersion]
    ) throws(SheetRefusal) -> Document {
        let own = versions.filter { $0.contribution.year == year }
        guard !own.isEmpty else { throw .contributionsMissing(year, versions) }
        return try bounded { () throws(MoneyError) -> Document in
            Document(
                heading: Heading(
                    wholeLedger: "Medlemsbidragens versioner",
                    snapshot,
                    scope: ["Kalenderår \(year)"]
                ),
                sections: [Section(tables: [try table(own, snapshot)])],
                notes: [
                    Note(
                        "Den senaste versionen gäller. Ändringen är beloppet minus versionen före."
                    )
                ]
            )
        }
    }

    private static func table(
        _ versions: [ContributionVersion],
        _ snapshot: Snapshot
    ) throws(MoneyError) -> Table {
        let names = Dictionary(
            (snapshot.plan.profile?.members ?? []).map { ($0.code, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
        var before: [MemberCode: ContributionVersion] = [:]
        var rows: [TableRow] = []
        for version in versions {
            let contribution = version.contribution
            let earlier = before.updateValue(version, forKey: contribution.member)
            var change: Cell = .empty
            if let earlier {
                change = .amount(try contribution.amount - earlier.contribution.amount)
            }
            rows.append(
                TableRow(
                    key: "\(contribution.member.text).\(version.number)",
                    cells: [
                        .text(names[contribution.member] ?? contribution.member.text),
                        .count(version.number), .amount(contribution.amount), change,
                        contribution.asked.map { .amount($0) } ?? .empty,
                        contribution.decidedOn.map { .date($0) } ?? .empty,
                        .text(version.recorded.description),
                        .text(version.actor ?? "borttaget namn"), .count(version.ledgerVersion),
                    ]
                )
            )
        }
        let columns = [
            Column(key: "member", title: "Medlem", kind: .text, width: 28),
            Column(key: "version", title: "Version", kind: .count, width: 8),
            Column(key: "decided", title: "Beslutat", kind: .amount, width: 14),
            Column(key: "change", title: "Ändring", kind: .amount, width: 14),
            Column(key: "asked", title: "Begärt", kind: .amount, width: 14),
            Column(key: "decidedOn", title: "Beslutat den", kind: .date, width: 12),
            Column(key: "recorded", title: "Registrerat", kind: .text, width: 22),
            Column(key: "actor", title: "Av", kind: .text, width: 16),
            Column(key: "ledgerVersion", title: "Händelse", kind: .count, width: 9),
        ]
        return Table(
            key: "contributionHistory",
            columns: columns,
            leadingCount: 2,
            groups: [
                Table.Group(title: "", columnKeys: columns.dropFirst(2).map(\.key))
            ],
            rows: rows
        )
    }
}
