import MedelCore
import MedelDocument

// Members and shares of other days than that of the balance.
extension MembersShareSheet {
    /// What each member that has left had on its last day; nil when that was always the day of
    /// the balance, which the first table then splits with that member in it.
    static func exitTable(
        _ exits: [MemberCode: FinancialPosition],
        _ profile: AssociationProfile,
        besides day: Day
    ) throws(MoneyError) -> Table? {
        var rows: [TableRow] = []
        for member in profile.members {
            guard let position = exits[member.code], position.day != day else { continue }
            var cells: [Cell] = [
                .text(member.name), .text(member.party.swedish), .date(position.day),
            ]
            let shares = try? profile.shares(on: position.day)
            if let shares, let place = shares.shares.firstIndex(where: { $0.member == member }) {
                let parts = MemberParts(shares, position)
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
        guard !rows.isEmpty else { return nil }
        return Table(
            key: "exits",
            title: "Medlemmar som har lämnat",
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
            rows: rows,
            footnotes: [
                Note(
                    "Varje rad är en andel av vad som fanns medlemmens sista dag. Raderna är av olika "
                        + "dagar och räknas inte ihop med andelarna \(day)."
                )
            ]
        )
    }

    /// The shares of the sheet's own day, which nothing is split by; nil when they are those of the
    /// balance's day.
    static func todayTable(_ now: MemberShares, _ then: MemberShares) -> Table? {
        guard now.day != then.day, now.shown != then.shown else { return nil }
        var rows: [TableRow] = []
        for party in Party.allCases {
            let own = now.shares.filter { $0.member.party == party }
            guard !own.isEmpty else { continue }
            rows.append(sum(own, party.rawValue, party.swedish, .subtotal))
            for share in own {
                rows.append(
                    TableRow(
                        key: "member." + share.member.code.text,
                        cells: [
                            .text(share.member.name), .count(share.member.weight(in: now.day.year)),
                            .basisPoints(share.rate.basisPoints),
                        ],
                        level: 1
                    )
                )
            }
        }
        rows.append(sum(now.shares, "total", "Summa", .total))
        return Table(
            key: "today",
            title: "Andelar \(now.day), utan belopp",
            columns: Array(columns.prefix(3)),
            leadingCount: 1,
            groups: [Table.Group(title: "Andel", columnKeys: ["key", "share"])],
            rows: rows,
            footnotes: [
                Note(
                    "Medlemmarna eller deras nycklar är andra den \(now.day) än den \(then.day). Vad "
                        + "som finns den \(now.day) är inte bokfört, och samma belopp delas inte två "
                        + "gånger."
                )
            ]
        )
    }

    private static func sum(
        _ shares: [MemberShares.Share],
        _ key: String,
        _ title: String,
        _ emphasis: TableRow.Emphasis
    ) -> TableRow {
        let points = shares.reduce(0) { $0 + $1.rate.basisPoints }
        return TableRow(
            key: key,
            cells: [.text(title), .empty, .basisPoints(points)],
            emphasis: emphasis
        )
    }

    /// Who came and went about the day of the balance, and why shares of other days are apart.
    static func addChanges(
        _ snapshot: Snapshot,
        _ profile: AssociationProfile,
        _ day: Day,
        to notes: inout SheetNotes
    ) {
        for member in profile.members {
            if let last = member.last?.lastDay, last >= day {
                let isLater = last > snapshot.asOf
                if isLater {
                    notes.add("\(member.name) lämnar förbundet den \(last).")
                } else if last == day {
                    notes.add(
                        "\(member.name) lämnade förbundet den \(last) och var medlem till och med "
                            + "den dagen, så den har del i det som delas."
                    )
                } else if (member.first.map { $0 <= day.month } ?? true) {
                    notes.add(
                        "\(member.name) var medlem den \(day) och har del i det som delas, men "
                            + "lämnade förbundet den \(last)."
                    )
                }
            }
            if let first = member.first, first > day.month, first <= snapshot.asOf.month {
                notes.add(
                    "\(member.name) blev medlem i \(first), efter den \(day), och har ingen del i "
                        + "det som delas."
                )
            }
        }
    }
}

extension MemberShares {
    /// What a reader sees of the shares.
    fileprivate var shown: [MemberCode: [Int]] {
        Dictionary(
            shares.map { share in
                (share.member.code, [share.rate.basisPoints, share.member.weight(in: day.year)])
            },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

extension AssociationProfile {
    /// The members' shares of a day.
    ///
    /// - Throws: `ContributionSplitError` for a party that has a share and no member with a key.
    func shares(on day: Day) throws(ContributionSplitError) -> MemberShares {
        try MemberShares(on: day, members: members, sharing: sharing)
    }
}
