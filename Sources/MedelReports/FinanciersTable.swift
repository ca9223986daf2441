import MedelCore
import MedelDocument

/// A year's money by the six groups of the national report: the second table of R4.
///
/// Source: GUIDE 4.4 (stat, kommuner, region, samordningsförbund, ESF-medel, övriga).
struct FinanciersTable {
    private enum Group: String, CaseIterable {
        case state, municipalities, region, association, esf, others

        var title: String {
            switch self {
            case .state: "Staten"
            case .municipalities: "Kommuner"
            case .region: "Region"
            case .association: "Förbundets sparade medel"
            case .esf: "ESF-medel"
            case .others: "Övriga"
            }
        }

        /// Where another source's money belongs; nil for what is no money, or counted already.
        static func of(_ kind: FundingSource.Kind) -> Group? {
            switch kind {
            case .members, .inKind: nil
            case .ownFunds: .association
            case .esf: .esf
            case .otherAssociation, .arvsfonden, .partyCash, .other: .others
            }
        }
    }

    private let year: Int
    private var figures: [Group: [Figure]] = [:]
    private var marks: [Group: Set<String>] = [:]

    init(_ funding: FundingYear) throws(MoneyError) {
        year = funding.year
        for line in funding.lines {
            guard let party = line.member?.party else { continue }
            figures[Self.group(of: party), default: []].append(Figure(line.standing?.decided))
        }
        let paying = (funding.profile?.members ?? []).filter { member in
            member.months(in: funding.year) > 0 && member.weight(in: funding.year) > 0
        }
        for party in Set(paying.map(\.party)) where figures[Self.group(of: party)] == nil {
            // The party is to pay, and nobody has said how much.
            figures[Self.group(of: party)] = [Figure(.unknown)]
        }
        for source in funding.snapshot.plan.fundingSources where source.insats == nil {
            let own = source.amounts.filter { $0.year == year }
            guard let group = Group.of(source.kind), !own.isEmpty else { continue }
            figures[group, default: []].append(Figure(try Money.sum(own.map(\.amount))))
            if own.contains(where: \.isApproximate) { add(.approximate, to: group) }
            if own.contains(where: \.excludesVAT) { add(.excludesVAT, to: group) }
        }
        for share in funding.balances.flatMap(\.balance.sources) {
            guard let group = Group.of(share.source.kind),
                share.figure.value != .notApplicable
            else { continue }
            figures[group, default: []].append(share.figure)
            for mark in share.marks where mark == .approximate || mark == .excludesVAT {
                add(mark, to: group)
            }
        }
    }

    private static func group(of party: Party) -> Group {
        switch party {
        case .state: .state
        case .region: .region
        case .municipality: .municipalities
        }
    }

    private mutating func add(_ mark: SourceShare.Mark, to group: Group) {
        marks[group, default: []].insert(mark.short)
    }

    func make() throws(MoneyError) -> Table? {
        guard figures.values.joined().contains(where: { $0.amount != nil }) else { return nil }
        let whole = try Figure.sum(figures.values.joined())
        var rows: [TableRow] = []
        for group in Group.allCases {
            let figure = try Figure.sum(figures[group] ?? [])
            rows.append(
                TableRow(
                    key: group.rawValue,
                    cells: [
                        .text(group.title), MedelReports.cell(figure),
                        share(figure.amount, whole.amount),
                        MedelReports.cell((marks[group] ?? []).sorted().joined(separator: ", ")),
                    ]
                )
            )
        }
        rows.append(
            TableRow(
                key: "total",
                cells: [
                    .text("Summa"), MedelReports.cell(whole), share(whole.amount, whole.amount),
                    .empty,
                ],
                emphasis: .total,
                formulas: ["amount": .sum(rows: rows.map(\.key))]
            )
        )
        return Table(
            key: "financiers",
            columns: [
                Column(key: "financier", title: "Finansiär", kind: .text, width: 44),
                Column(key: "amount", title: "Belopp \(year)", kind: .amount, width: 20),
                Column(key: "share", title: "Andel", kind: .basisPoints, width: 14),
                Column(key: "mark", title: "Märkning", kind: .text, width: 36),
            ],
            leadingCount: 1,
            groups: [
                Table.Group(title: "", columnKeys: ["amount", "share"]),
                Table.Group(title: "", columnKeys: ["mark"]),
            ],
            rows: rows
        )
    }

    private func share(_ amount: Money?, _ whole: Money?) -> Cell {
        guard let amount, let whole,
            let points = amount.basisPoints(of: whole, rounding: .halfAwayFromZero)
        else { return .empty }
        return .basisPoints(Int(points))
    }
}
