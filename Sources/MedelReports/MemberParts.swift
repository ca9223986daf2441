import MedelCore
import MedelDocument

/// What each member's share comes to.
struct MemberParts {
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
