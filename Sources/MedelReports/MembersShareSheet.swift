public import MedelCore
public import MedelDocument

/// R12, medlemsandel: each member's share of what the association has and owes.
///
/// Source: SPEC 7 (R12), finsamlagen 8 § p 8 and 22 §, GUIDE 7.
public enum MembersShareSheet {
    private static let columns = [
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
        let shares: MemberShares
        do {
            shares = try MemberShares(
                on: snapshot.asOf,
                members: profile.members,
                sharing: profile.sharing
            )
        } catch {
            throw .sharesMissing(error)
        }
        return try bounded { () throws(MoneyError) -> Document in
            let table = try table(shares, position)
            var sections = [Section(title: "Andelar \(snapshot.asOf)", tables: [table])]
            let left = profile.members.filter { exits[$0.code] != nil }
            if !left.isEmpty {
                let table = try exitTable(left, exits, profile)
                sections.append(Section(title: "Medlemmar som har lämnat", tables: [table]))
            }
            return Document(
                heading: Heading(Report.membersShare.title, snapshot),
                sections: sections,
                notes: notes(snapshot, profile, shares, position, exits),
                definitions: definitions
            )
        }
    }

    private static func table(
        _ shares: MemberShares,
        _ position: FinancialPosition
    ) throws(MoneyError) -> Table {
        let parts = Parts(shares, position)
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

    private static func exitTable(
        _ left: [Member],
        _ exits: [MemberCode: FinancialPosition],
        _ profile: AssociationProfile
    ) throws(MoneyError) -> Table {
        var rows: [TableRow] = []
        for member in left {
            guard let position = exits[member.code] else { continue }
            var cells: [Cell] = [
                .text(member.name), .text(member.party.swedish), .date(position.day),
            ]
            let shares = try? MemberShares(
                on: position.day,
                members: profile.members,
                sharing: profile.sharing
            )
            if let shares, let place = shares.shares.firstIndex(where: { $0.member == member }) {
                let parts = Parts(shares, position)
                let row = try parts.row(place, "", [])
                cells += row.row.cells
            } else {
                cells += [.empty, .amount(nil), .amount(nil), .amount(nil)]
            }
            rows.append(
                TableRow(
                    key: "exit." + member.code.text,
                    cells: cells,
                    formulas: ["equity": .difference(of: "assets", minus: "debts")]
                )
            )
        }
        return Table(
            key: "exits",
            columns: [
                columns[0],
                Column(key: "party", title: "Part", kind: .text, width: 14),
                Column(key: "lastDay", title: "Sista dag", kind: .date, width: 12),
            ] + columns.dropFirst(2),
            leadingCount: 1,
            groups: [
                Table.Group(title: "Utträde", columnKeys: ["party", "lastDay", "share"]),
                Table.Group(
                    title: "Medlemmens del sista dagen",
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
            if let exit = exits[member.code], !exit.words.isEmpty {
                notes.add("\(member.name): \(exit.words)")
            } else if let last = member.last?.lastDay, last > snapshot.asOf {
                notes.add("\(member.name) lämnar förbundet den \(last).")
            }
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
            "Partens andel av bidragen, inom parten fördelad efter medlemmarnas nycklar. Andelar i "
                + "procent är avrundade med största rest, så att de blir hundra."
        ),
        Definition(
            "Medlemmens del",
            "Tillgångar och skulder fördelade efter de exakta andelarna i hela ören."
        ),
    ]
}

/// What each member's share comes to.
private struct Parts {
    let shares: MemberShares
    let assets: [Money]?
    let debts: [Money]?

    init(_ shares: MemberShares, _ position: FinancialPosition) {
        self.shares = shares
        assets = position.assets.map(shares.split)
        debts = position.debts.map(shares.split)
    }

    func row(
        _ place: Int,
        _ key: String,
        _ leading: [Cell]
    ) throws(MoneyError) -> TableRow {
        let (assets, debts) = (assets?[place], debts?[place])
        var equity: Money?
        if let assets, let debts { equity = try assets - debts }
        return TableRow(
            key: key,
            cells: leading + [
                .basisPoints(shares.shares[place].rate.basisPoints), .amount(assets),
                .amount(debts), .amount(equity),
            ],
            level: 1,
            formulas: leading.isEmpty ? [:] : ["equity": .difference(of: "assets", minus: "debts")]
        )
    }

    func sum(
        _ places: [Int],
        _ key: String,
        _ title: String,
        _ emphasis: TableRow.Emphasis,
        of keys: [String]
    ) throws(MoneyError) -> TableRow {
        let points = places.reduce(0) { $0 + shares.shares[$1].rate.basisPoints }
        let sum = { (parts: [Money]?) throws(MoneyError) -> Money? in
            guard let parts else { return nil }
            return try Money.sum(places.map { parts[$0] })
        }
        let assets = try sum(assets)
        let debts = try sum(debts)
        var equity: Money?
        if let assets, let debts { equity = try assets - debts }
        return TableRow(
            key: key,
            cells: [
                .text(title), .empty, .basisPoints(points), .amount(assets), .amount(debts),
                .amount(equity),
            ],
            emphasis: emphasis,
            formulas: Dictionary(
                uniqueKeysWithValues: ["assets", "debts", "equity"].map { ($0, .sum(rows: keys)) }
            )
        )
    }
}
