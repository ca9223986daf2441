import MedelCore
import MedelDocument

/// What each insats is to cost in a year and who pays it: the third table of R4.
struct InsatsFundingTable {
    let year: Int
    let balances: [(name: String, balance: SourcesAndUses)]

    /// The kinds of money beside the grant, each a column.
    private static let kinds = FundingSource.Kind.allCases.filter { $0 != .inKind }

    private var columns: [Column] {
        let leading = [
            Column(key: "code", title: "Kod", kind: .text, width: 12),
            Column(key: "insats", title: "Insats", kind: .text, width: 24),
        ]
        let amounts =
            [("uses", "Budget"), ("grant", "Förbundets del")]
            + Self.kinds.map { ($0.rawValue, $0.swedish) }
            + [("funded", "Finansierat"), ("difference", "Finansierat − budget")]
        return leading
            + amounts.map { key, title in
                Column(key: key, title: title, kind: .amount, width: 12)
            } + [
                Column(
                    key: "inKind",
                    title: FundingSource.Kind.inKind.swedish,
                    kind: .amount,
                    width: 12
                ),
                Column(key: "remark", title: "Märkning", kind: .text, width: 26),
            ]
    }

    private static let sources = ["grant"] + kinds.map(\.rawValue)

    func make() throws(MoneyError) -> Table? {
        let shown = balances.filter(\.balance.isOfInterest)
        guard !shown.isEmpty else { return nil }
        var rows: [TableRow] = []
        var sums: [[Figure]] = []
        for (name, balance) in shown {
            let figures = try figures(balance)
            sums.append(figures)
            rows.append(
                TableRow(
                    key: balance.insats.text,
                    cells: [.text(balance.insats.text), cell(name)] + figures.map(cell)
                        + [cell(remark(balance))],
                    formulas: [
                        "funded": .columns(Self.sources),
                        "difference": .difference(of: "funded", minus: "uses"),
                    ]
                )
            )
        }
        let keys = rows.map(\.key)
        var totals: [Figure] = []
        for place in sums[0].indices {
            totals.append(try Figure.sum(sums.map { $0[place] }))
        }
        let amountKeys = columns.dropFirst(2).dropLast().map(\.key)
        rows.append(
            TableRow(
                key: "total",
                cells: [.text("Summa"), .empty] + totals.map(cell) + [.empty],
                emphasis: .total,
                formulas: Dictionary(
                    uniqueKeysWithValues: amountKeys.map { ($0, .sum(rows: keys)) }
                )
            )
        )
        return Table(
            key: "insatser",
            columns: columns,
            leadingCount: 2,
            groups: [
                Table.Group(title: "Användning", columnKeys: ["uses"]),
                Table.Group(title: "Källor", columnKeys: Self.sources + ["funded", "difference"]),
                Table.Group(title: "Memo", columnKeys: ["inKind"]),
                Table.Group(title: "", columnKeys: ["remark"]),
            ],
            warnedKeys: ["difference"],
            rows: rows
        )
    }

    private func figures(_ balance: SourcesAndUses) throws(MoneyError) -> [Figure] {
        var figures = [balance.uses, balance.grant]
        for kind in Self.kinds {
            figures.append(
                try Figure.sum(
                    balance.sources.filter { $0.source.kind == kind }.map(\.figure)
                )
            )
        }
        return figures + [
            balance.funded, balance.difference, try Figure.sum(balance.inKind.map(\.figure)),
        ]
    }

    private func remark(_ balance: SourcesAndUses) -> String {
        var words: [String] = []
        for mark in (balance.sources + balance.inKind).flatMap(\.marks)
        where !words.contains(mark.short) {
            words.append(mark.short)
        }
        return words.joined(separator: ", ")
    }
}

extension SourcesAndUses {
    /// Whether anything belongs to the year that is not nothing, such as a refusal is.
    var isOfInterest: Bool {
        ([uses, grant] + (sources + inKind).map(\.figure)).contains { figure in
            figure.value != .notApplicable && figure.amount != .zero
        }
    }
}
