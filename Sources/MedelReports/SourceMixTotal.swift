import MedelCore
import MedelDocument

/// How a krona of all insatser's cost is financed in a year, the association's own part by where
/// that money comes from.
///
/// Source: issue 5 (every payment can be traced to its source mix), GUIDE 4.4.
struct SourceMixTotal {
    /// A source over all insatser.
    private struct Part {
        let key: String
        let title: String
        let amount: Money
        let incurred: Figure

        /// Whether it is a part of what the association grants.
        let isOfGrant: Bool
    }

    private let year: Int
    private let isOfAll: Bool
    private let parts: [Part]
    private let shares: [Rate]

    /// Adds up the mixes that are known; nil when none is.
    init?(
        _ year: Int,
        _ lines: [SourceMixTable.Line],
        _ pool: PooledFunds?,
        names: [FundingCode: String]
    ) throws(MoneyError) {
        self.year = year
        isOfAll = lines.allSatisfy { line in
            if case .success = line.mix { true } else { false }
        }
        var parts: [Part] = []
        for key in Self.keys {
            var amounts: [Money] = []
            var costs: [Figure] = []
            for line in lines {
                guard case .success(let mix) = line.mix else { continue }
                let split = line.incurred.amount.map(mix.split)
                for (place, part) in mix.parts.enumerated()
                where part.origin.group(line.sources) == key {
                    amounts.append(part.amount)
                    costs.append(
                        split.map { Figure($0[place].amount) } ?? Figure(line.incurred.value)
                    )
                }
            }
            guard !amounts.isEmpty else { continue }
            let amount = try Money.sum(amounts)
            let incurred = try Figure.sum(costs)
            if key == "grant", let pool {
                parts += Self.parts(of: pool, amount, incurred, names)
            } else {
                parts.append(
                    Part(
                        key: key,
                        title: Self.title(key),
                        amount: amount,
                        incurred: incurred,
                        isOfGrant: false
                    )
                )
            }
        }
        guard let shares = SourceMix.shares(parts.map(\.amount)) else { return nil }
        self.parts = parts
        self.shares = shares
    }

    private static let keys =
        ["grant"] + FundingSource.Kind.allCases.map(\.rawValue) + ["uncovered"]

    private static func title(_ key: String) -> String {
        if let kind = FundingSource.Kind(rawValue: key) { return kind.swedish }
        return key == "grant" ? "Förbundets bidrag" : "Saknar finansiering"
    }

    private static func parts(
        of pool: PooledFunds,
        _ amount: Money,
        _ incurred: Figure,
        _ names: [FundingCode: String]
    ) -> [Part] {
        let amounts = pool.split(amount)
        let costs = incurred.amount.map(pool.split)
        return pool.parts.enumerated().map { place, part in
            Part(
                key: "grant." + part.origin.key,
                title: part.origin.title(names),
                amount: amounts[place],
                incurred: costs.map { Figure($0[place]) } ?? Figure(incurred.value),
                isOfGrant: true
            )
        }
    }

    /// The parts in words, as shares of a krona of cost.
    var sentence: String {
        let words = zip(parts, shares).map { part, share in
            "\(part.title) \(share)\u{A0}%"
        }
        let whose = isOfAll ? "insatskostnad" : "kostnad i de insatser vars källmix är känd"
        return "Så finansieras en krona \(whose) \(year): " + words.joined(separator: "; ") + "."
    }

    func table() throws(MoneyError) -> Table {
        let grants = parts.indices.filter { parts[$0].isOfGrant }
        var rows: [TableRow] = []
        if !grants.isEmpty {
            rows.append(
                try sum("grant", Self.title("grant"), .subtotal, grants, of: grants.map(key))
            )
        }
        for (place, part) in parts.enumerated() {
            rows.append(
                TableRow(
                    key: part.key,
                    cells: [
                        .text(part.title), .amount(part.amount),
                        .basisPoints(shares[place].basisPoints),
                    ] + (showsIncurred ? [cell(part.incurred)] : []),
                    level: part.isOfGrant ? 1 : 0
                )
            )
        }
        rows.append(
            try sum(
                "total",
                isOfAll ? "Alla insatser" : "Insatser med känd källmix",
                .total,
                Array(parts.indices),
                of: parts.map(\.key)
            )
        )
        let columns =
            [Column(key: "source", title: "Källa", kind: .text, width: 38)]
            + SourceMixTable.columns(year, showsIncurred: showsIncurred)
        return Table(
            key: "sourceMixTotal",
            columns: columns,
            leadingCount: 1,
            groups: [Table.Group(title: "Källmix", columnKeys: columns.dropFirst().map(\.key))],
            rows: rows
        )
    }

    private var showsIncurred: Bool { parts.contains { $0.incurred.amount != nil } }

    private func key(_ place: Int) -> String { parts[place].key }

    private func sum(
        _ key: String,
        _ title: String,
        _ emphasis: TableRow.Emphasis,
        _ places: [Int],
        of keys: [String]
    ) throws(MoneyError) -> TableRow {
        let amount = try Money.sum(places.map { parts[$0].amount })
        let incurred = try Figure.sum(places.map { parts[$0].incurred })
        let points = places.reduce(0) { $0 + shares[$1].basisPoints }
        return TableRow(
            key: key,
            cells: [.text(title), .amount(amount), .basisPoints(points)]
                + (showsIncurred ? [cell(incurred)] : []),
            emphasis: emphasis,
            formulas: Dictionary(
                uniqueKeysWithValues: (["amount"] + (showsIncurred ? ["incurred"] : [])).map {
                    ($0, .sum(rows: keys))
                }
            )
        )
    }
}

extension SourceMix.Origin {
    /// The row that the source belongs to when insatser are added up.
    fileprivate func group(_ sources: [SourceShare]) -> String {
        switch self {
        case .grant: "grant"
        case .uncovered: "uncovered"
        case .source(let code):
            (sources.first { $0.source.code == code }?.source.kind ?? .other).rawValue
        }
    }
}

extension PooledFunds.Origin {
    fileprivate var key: String {
        switch self {
        case .party(let party): party.rawValue
        case .source(let code): "source." + code.text
        case .strangers: "strangers"
        case .savedFunds: "savedFunds"
        }
    }

    fileprivate func title(_ names: [FundingCode: String]) -> String {
        switch self {
        case .party(let party): party.swedish
        case .source(let code): names[code] ?? code.text
        case .strangers: "Andra än medlemmar"
        case .savedFunds: "Sparade medel enligt budget"
        }
    }
}
