public import MedelCore
public import MedelDocument

/// R12, medlemsandel: each member's share of what the association has and owes.
///
/// Source: SPEC 7 (R12), finsamlagen 8 § p 8 and 22 §, GUIDE 7.
public enum MembersShareSheet {
    static let columns = [
        Column(key: "member", title: "Part och medlem", kind: .text, width: 30),
        Column(key: "key", title: "Nyckel", kind: .count, width: 10),
        Column(key: "share", title: "Andel", kind: .basisPoints, width: 9),
        Column(key: "assets", title: "Tillgångar", kind: .amount, width: 14),
        Column(key: "debts", title: "Avsättningar och skulder", kind: .amount, width: 14),
        Column(key: "equity", title: "Eget kapital", kind: .amount, width: 14),
    ]

    /// Makes the sheet.
    ///
    /// - Parameters:
    ///   - snapshot: the plan as of a day.
    ///   - position: what the association had and owed then.
    ///   - exits: the same on the last day of each membership that has ended, by member.
    /// - Returns: R12.
    /// - Throws: `SheetRefusal.nothingToShow` without members, or when shares cannot be computed.
    public static func make(
        _ snapshot: Snapshot,
        _ position: FinancialPosition,
        exits: [MemberCode: FinancialPosition]
    ) throws(SheetRefusal) -> Document {
        guard let profile = snapshot.plan.profile, !profile.members.isEmpty else {
            throw .nothingToShow(.membersShare)
        }
        // What is known of a day is split by who were members that day, and nobody else.
        let day = position.absence == nil ? position.day : snapshot.asOf
        let shares: MemberShares
        do {
            shares = try profile.shares(on: day)
        } catch {
            throw .sharesMissing(error)
        }
        return try bounded { () throws(MoneyError) -> Document in
            Document(
                heading: Heading(Report.membersShare.title, snapshot),
                sections: [try section(snapshot, profile, shares, position, exits)],
                notes: notes(snapshot, profile, shares, position, exits),
                definitions: definitions
            )
        }
    }

    /// One part, so that shares of different days stand beneath each other on one sheet.
    private static func section(
        _ snapshot: Snapshot,
        _ profile: AssociationProfile,
        _ shares: MemberShares,
        _ position: FinancialPosition,
        _ exits: [MemberCode: FinancialPosition]
    ) throws(MoneyError) -> Section {
        var tables = [try table(shares, position)]
        if let now = try? profile.shares(on: snapshot.asOf), let table = todayTable(now, shares) {
            tables.append(table)
        }
        if let table = try exitTable(exits, profile, besides: shares.day) { tables.append(table) }
        return Section(tables: tables)
    }

    private static func table(
        _ shares: MemberShares,
        _ position: FinancialPosition
    ) throws(MoneyError) -> Table {
        let parts = MemberParts(shares, position)
        var rows: [TableRow] = []
        var memberKeys: [String] = []
        let numbered = Array(shares.shares.enumerated())
        for party in Party.allCases {
            let own = numbered.filter { $0.element.member.party == party }
            guard !own.isEmpty else { continue }
            let keys = own.map { "member." + $0.element.member.code.text }
            memberKeys += keys
            rows.append(
                try parts.sum(own.map(\.offset), party.rawValue, party.swedish, .subtotal, of: keys)
            )
            for (place, share) in own {
                rows.append(
                    try parts.row(
                        place,
                        "member." + share.member.code.text,
                        [
                            .text(share.member.name),
                            .count(share.member.weight(in: shares.day.year)),
                        ]
                    )
                )
            }
        }
        rows.append(
            try parts.sum(Array(shares.shares.indices), "total", "Summa", .total, of: memberKeys)
        )
        return Table(
            key: "shares",
            title: "Andelar \(shares.day)",
            columns: columns,
            leadingCount: 1,
            groups: [
                Table.Group(title: "Andel", columnKeys: ["key", "share"]),
                Table.Group(
                    title: "Medlemmens del \(position.day)",
                    columnKeys: ["assets", "debts", "equity"]
                ),
            ],
            rows: rows
        )
    }

    private static func notes(
        _ snapshot: Snapshot,
        _ profile: AssociationProfile,
        _ shares: MemberShares,
        _ position: FinancialPosition,
        _ exits: [MemberCode: FinancialPosition]
    ) -> [Note] {
        var notes = SheetNotes()
        notes.add(shares.parties.basis.swedish)
        notes.add(position.words)
        if position.absence == nil, position.day != snapshot.asOf {
            notes.add(
                "Tillgångar och skulder är enligt bokföringen den \(position.day), den senaste hela "
                    + "månad som är inläst."
            )
        }
        for member in profile.members {
            if let exit = exits[member.code], exit.day != shares.day, !exit.words.isEmpty {
                notes.add("\(member.name): \(exit.words)")
            }
        }
        addChanges(snapshot, profile, shares.day, to: &notes)
        do {
            _ = try profile.shares(on: snapshot.asOf)
        } catch {
            notes.add(error.swedish)
        }
        notes.add(
            "Arket visar andelarna enligt 5 § finsamlagen, som gäller när tillgångarna inte räcker "
                + "till skulderna (22 §). Förbundsordningen kan säga annat vid utträde."
        )
        notes.add(profile.notes)
        return notes.notes
    }

    private static let definitions = [
        Definition(
            "Andel",
            "Partens andel av bidragen den dag som tabellen gäller, inom parten fördelad efter medlemmarnas nycklar. Andelar i "
                + "procent är avrundade med största rest, så att de blir hundra."
        ),
        Definition(
            "Medlemmens del",
            "Tillgångar och skulder fördelade efter de exakta andelarna i hela ören."
        ),
    ]
}
