public import MedelCore
public import MedelDocument

/// A proposal for a year's contributions, with how each was found.
///
/// Source: SPEC 2 (splitting over parties), finsamlagen 5 §.
public enum ContributionSplitSheet {
    private static let columns = [
        Column(key: "member", title: "Part och medlem", kind: .text, width: 30),
        Column(key: "share", title: "Partens andel", kind: .basisPoints, width: 9),
        Column(key: "keyKind", title: "Nyckel enligt", kind: .text, width: 13),
        Column(key: "key", title: "Nyckel", kind: .count, width: 10),
        Column(key: "months", title: "Månader", kind: .count, width: 9),
        Column(key: "weight", title: "Nyckel × månader", kind: .count, width: 12),
        Column(key: "exact", title: "Exakt", kind: .amount, width: 15),
        Column(key: "amount", title: "Förslag", kind: .amount, width: 15),
        Column(key: "rounding", title: "Avrundning", kind: .amount, width: 11),
    ]

    /// Shows a split.
    ///
    /// - Throws: `SheetRefusal.amountOutOfRange` when a sum passes the bound.
    public static func make(
        _ split: ContributionSplit,
        _ snapshot: Snapshot
    ) throws(SheetRefusal) -> Document {
        try bounded { () throws(MoneyError) -> Document in
            Document(
                heading: Heading(
                    wholeLedger: "Förslag till medlemsbidrag",
                    snapshot,
                    scope: ["Kalenderår \(split.year)"]
                ),
                sections: [Section(tables: [try table(split)])],
                notes: notes(split, snapshot),
                definitions: definitions
            )
        }
    }

    private static func table(_ split: ContributionSplit) throws(MoneyError) -> Table {
        var rows: [TableRow] = []
        var memberKeys: [String] = []
        for part in split.parties {
            let keys = part.members.map { "member." + $0.member.code.text }
            memberKeys += keys
            let exact = split.total.share(part.share, rounding: .halfAwayFromZero)
            rows.append(
                try sum(
                    part.party.rawValue,
                    part.party.swedish,
                    .basisPoints(part.share.basisPoints),
                    .subtotal,
                    (exact, part.amount),
                    of: keys
                )
            )
            for member in part.members { rows.append(try row(member)) }
        }
        rows.append(
            try sum("total", "Summa", .empty, .total, (split.total, split.total), of: memberKeys)
        )
        return Table(
            key: "contributionSplit",
            columns: columns,
            leadingCount: 1,
            groups: [
                Table.Group(
                    title: "Härledning",
                    columnKeys: ["share", "keyKind", "key", "months", "weight", "exact"]
                ),
                Table.Group(title: "Förslag", columnKeys: ["amount", "rounding"]),
            ],
            rows: rows
        )
    }

    private static func row(
        _ part: ContributionSplit.MemberPart
    ) throws(MoneyError) -> TableRow {
        TableRow(
            key: "member." + part.member.code.text,
            cells: [
                .text(part.member.name), .empty, cell(part.keyKind?.swedish ?? ""),
                .count(part.key), .count(part.months), .count(part.weight), .amount(part.exact),
                .amount(part.amount), .amount(try part.amount - part.exact),
            ],
            level: 1,
            formulas: ["rounding": .difference(of: "amount", minus: "exact")]
        )
    }

    private static func sum(
        _ key: String,
        _ title: String,
        _ share: Cell,
        _ emphasis: TableRow.Emphasis,
        _ amounts: (exact: Money, amount: Money),
        of keys: [String]
    ) throws(MoneyError) -> TableRow {
        TableRow(
            key: key,
            cells: [
                .text(title), share, .empty, .empty, .empty, .empty, .amount(amounts.exact),
                .amount(amounts.amount), .amount(try amounts.amount - amounts.exact),
            ],
            emphasis: emphasis,
            // Exact amounts that are shown in whole öre need not add up.
            formulas: [
                "amount": .sum(rows: keys),
                "rounding": .difference(of: "amount", minus: "exact"),
            ]
        )
    }

    private static func notes(_ split: ContributionSplit, _ snapshot: Snapshot) -> [Note] {
        var notes = SheetNotes()
        notes.add(split.shares.basis.swedish)
        if let balancing = split.balancing {
            notes.add(
                "Beloppen är i \(split.unit.swedish); \(balancing.text) tar avrundningen i sin "
                    + "part."
            )
        } else {
            notes.add(
                "Beloppen är i \(split.unit.swedish); avrundningen går till dem som förlorade "
                    + "mest, den första före den senare."
            )
        }
        notes.add("Detta är ett förslag. Vad som gäller är vad varje medlem beslutar.")
        notes.add(snapshot.plan.profile?.notes ?? [])
        return notes.notes
    }

    private static let definitions = [
        Definition(
            "Exakt",
            "Årets summa × partens andel × medlemmens del av partens nycklar × månader, visad i "
                + "hela ören."
        ),
        Definition("Avrundning", "Förslaget minus det exakta beloppet."),
    ]
}
