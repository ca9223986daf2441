import MedelCore
import MedelDocument

/// The members' contributions of a year by party, with subtotals: the first table of R4.
struct FundingMembersTable {
    let year: Int
    let lines: [Line]

    /// A member's line.
    struct Line {
        /// The code.
        let code: MemberCode

        /// The member; nil for one that the register does not have that year.
        let member: Member?

        /// How its contribution stands; nil when none is described.
        let standing: ContributionStanding?
    }

    static let key = "contributions"

    private static let columns = [
        Column(key: "member", title: "Part och medlem", kind: .text, width: 28),
        Column(key: "share", title: "Andel av beslutat", kind: .basisPoints, width: 9),
        Column(key: "asked", title: "Begärt enligt budget", kind: .amount, width: 12),
        Column(key: "decided", title: "Beslutat", kind: .amount, width: 12),
        Column(key: "deviation", title: "Beslutat − begärt", kind: .amount, width: 12),
        Column(key: "invoiced", title: "Fakturerat", kind: .amount, width: 12),
        Column(key: "refunded", title: "Varav återbetalt", kind: .amount, width: 11),
        Column(key: "received", title: "Inbetalt", kind: .amount, width: 12),
        Column(key: "excess", title: "För mycket inbetalt", kind: .amount, width: 11),
        Column(key: "remaining", title: "Rest", kind: .amount, width: 12),
        Column(key: "overdue", title: "Varav förfallet", kind: .amount, width: 12),
        Column(key: "remark", title: "Anmärkning", kind: .text, width: 28),
    ]

    private static let summed = [
        "asked", "decided", "deviation", "invoiced", "refunded", "received", "excess",
        "remaining", "overdue",
    ]

    func make() throws(MoneyError) -> Table {
        let whole = try Figure.sum(lines.map { Figure($0.standing?.decided) }).amount
        var rows: [TableRow] = []
        var memberKeys: [String] = []
        for party in Party.allCases {
            let own = lines.filter { $0.member?.party == party }
            guard !own.isEmpty else { continue }
            let keys = own.map(key)
            memberKeys += keys
            rows.append(
                try sum(own, party.rawValue, party.swedish, .subtotal, of: keys, whole)
            )
            for one in own { rows.append(try row(one, whole)) }
        }
        let strangers = lines.filter { $0.member == nil }
        for one in strangers { rows.append(try row(one, whole)) }
        memberKeys += strangers.map(key)
        rows.append(
            try sum(lines, "total", "Summa medlemmarnas bidrag", .total, of: memberKeys, whole)
        )
        return Table(
            key: Self.key,
            columns: Self.columns,
            leadingCount: 1,
            groups: [
                Table.Group(
                    title: "Beslut \(year)",
                    columnKeys: ["share", "asked", "decided", "deviation"]
                ),
                Table.Group(
                    title: "Betalning",
                    columnKeys: [
                        "invoiced", "refunded", "received", "excess", "remaining", "overdue",
                    ]
                ),
                Table.Group(title: "", columnKeys: ["remark"]),
            ],
            warnedKeys: ["deviation"],
            detailKeys: detailKeys,
            rows: rows
        )
    }

    /// Columns that are nothing for every member.
    private var detailKeys: Set<String> {
        var keys: Set<String> = []
        let standings = lines.compactMap(\.standing)
        if standings.allSatisfy({ $0.refunded == .zero }) { keys.insert("refunded") }
        if standings.allSatisfy({ ($0.excess ?? .zero) == .zero }) { keys.insert("excess") }
        return keys
    }

    private func key(_ one: Line) -> String {
        "member." + one.code.text
    }

    private func figures(_ standing: ContributionStanding?) throws(MoneyError) -> [Figure] {
        guard let standing else { return Self.summed.map { _ in Figure(.unknown) } }
        let contribution = standing.contribution
        // Nobody asks for money from a member that pays nothing, such as Arbetsförmedlingen.
        let asksNothing = contribution.amount == .zero && contribution.payments.isEmpty
        let asked: Figure =
            contribution.asked.map { Figure($0) }
            ?? (asksNothing ? .notApplicable : Figure(.unknown))
        let decided = Figure(standing.decided)
        return [
            asked, decided, try .difference(decided, minus: asked), Figure(standing.invoiced),
            Figure(standing.refunded), Figure(standing.received), Figure(standing.excess),
            Figure(standing.remaining), Figure(standing.overdue),
        ]
    }

    private func row(
        _ one: Line,
        _ whole: Money?
    ) throws(MoneyError) -> TableRow {
        let standing = one.standing
        var marks = standing?.marks.map(\.swedish) ?? ["bidrag saknas"]
        if one.member == nil { marks.insert("inte medlem", at: 0) }
        if let difference = try standing?.difference(), difference != .zero,
            let place = marks.firstIndex(of: ContributionStanding.Mark.instalmentsDiffer.swedish)
        {
            marks[place] += " (\(kronor(difference)))"
        }
        var formulas: [String: Formula] = [
            "deviation": .difference(of: "decided", minus: "asked")
        ]
        if standing?.excess == .zero {
            formulas["remaining"] = .difference(of: "decided", minus: "received")
        }
        return TableRow(
            key: key(one),
            cells: [.text(one.member?.name ?? one.code.text), share(standing?.decided, whole)]
                + (try figures(standing)).map(cell) + [cell(marks.joined(separator: ", "))],
            level: 1,
            formulas: formulas
        )
    }

    private func sum(
        _ own: [Line],
        _ key: String,
        _ title: String,
        _ emphasis: TableRow.Emphasis,
        of keys: [String],
        _ whole: Money?
    ) throws(MoneyError) -> TableRow {
        var columns: [[Figure]] = Array(repeating: [], count: Self.summed.count)
        for one in own {
            for (place, figure) in try figures(one.standing).enumerated() {
                columns[place].append(figure)
            }
        }
        var sums: [Figure] = []
        for column in columns { sums.append(try Figure.sum(column)) }
        return TableRow(
            key: key,
            cells: [.text(title), share(sums[1].amount, whole)] + sums.map(cell) + [.empty],
            emphasis: emphasis,
            formulas: Dictionary(
                uniqueKeysWithValues: Self.summed.map { ($0, .sum(rows: keys)) }
            )
        )
    }

    private func share(_ amount: Money?, _ whole: Money?) -> Cell {
        guard let amount, let whole,
            let points = amount.basisPoints(of: whole, rounding: .halfAwayFromZero)
        else { return .empty }
        return .basisPoints(Int(points))
    }
}
