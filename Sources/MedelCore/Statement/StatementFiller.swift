/// Fills the rows of layouts.
struct StatementFiller {
    let seats: SeatedAccounts
    let equity: Equity
    let previousEquity: Equity?
    private(set) var errors: [AnnualReportError] = []

    private var rows: [Statement.Row] = []
    private var kind = StatementLayout.Kind.income

    /// Whether the assets are done and what follows is equity and debts.
    private var isPastAssets = false

    init(seats: SeatedAccounts, equity: Equity, previousEquity: Equity?) {
        self.seats = seats
        self.equity = equity
        self.previousEquity = previousEquity
    }

    mutating func fill(_ layout: StatementLayout) throws(MoneyError) -> Statement {
        rows = []
        kind = layout.kind
        isPastAssets = false
        for row in layout.rows { try add(row, layout) }
        if kind == .balance { try addDifference(layout) }
        return Statement(kind: layout.kind, rows: rows)
    }

    private mutating func add(
        _ row: StatementLayout.Row,
        _ layout: StatementLayout
    ) throws(MoneyError) {
        switch row.filling {
        case .heading: append(row, .heading, .notApplicable, .notApplicable)
        case .offBalance: append(row, .offBalance, .notApplicable, .notApplicable)
        case .accounts:
            let pair = (kind == .income ? seats.income : seats.balance)[row.key]
            try append(row.key, row.title, row.level, .amount, pair ?? SeatedAccounts.Pair())
        case .sum(let parts): try append(row, .sum, sumOf: parts)
        case .total(let total, let parts):
            let unplaced = try addUnplaced(before: total)
            try append(row, .total, sumOf: parts + unplaced)
            if total == .assets { isPastAssets = true }
        case .equity(let part): try add(part, row, layout)
        }
    }

    private mutating func append(
        _ row: StatementLayout.Row,
        _ kind: Statement.Row.Kind,
        _ current: Figure,
        _ previous: Figure,
        parts: [String] = []
    ) {
        rows.append(
            Statement.Row(
                key: row.key,
                title: row.title,
                level: row.level,
                kind: kind,
                current: current,
                previous: previous,
                parts: parts,
                accounts: []
            )
        )
    }

    private mutating func append(
        _ key: String,
        _ title: String,
        _ level: Int,
        _ kind: Statement.Row.Kind,
        _ pair: SeatedAccounts.Pair
    ) throws(MoneyError) {
        let isEmpty = pair.current.isEmpty && pair.previous.isEmpty
        rows.append(
            Statement.Row(
                key: key,
                title: title,
                level: level,
                kind: kind,
                current: isEmpty ? .notApplicable : Figure(try amount(of: pair.current)),
                previous: !seats.hasPrevious
                    ? Figure(.unknown)
                    : isEmpty ? .notApplicable : Figure(try amount(of: pair.previous)),
                parts: [],
                accounts: pair.current
            )
        )
    }

    /// What accounts come to as the statement shows it: only assets keep the book's sign.
    private func amount(of accounts: [YearFigures.Account]) throws(MoneyError) -> Money {
        let sum = try Money.sum(accounts.lazy.map(\.shown))
        return kind == .balance && !isPastAssets ? sum : -sum
    }

    private mutating func append(
        _ row: StatementLayout.Row,
        _ kind: Statement.Row.Kind,
        sumOf parts: [String]
    ) throws(MoneyError) {
        let summed = parts.compactMap { key in rows.first { $0.key == key } }
        append(
            row,
            kind,
            Self.known(try Figure.sum(summed.lazy.map(\.current))),
            seats.hasPrevious
                ? Self.known(try Figure.sum(summed.lazy.map(\.previous))) : Figure(.unknown),
            parts: parts
        )
    }

    /// A sum of nothing is zero.
    private static func known(_ figure: Figure) -> Figure {
        figure.value == .notApplicable ? Figure(.zero) : figure
    }

    /// Adds the row of what no row takes, if there is anything, and names each account.
    private mutating func addUnplaced(
        before total: StatementLayout.Total
    ) throws(MoneyError) -> [String] {
        let pair: SeatedAccounts.Pair
        var key = Statement.RowKey.unplaced
        switch total {
        case .result: pair = seats.unplacedResult
        case .assets: pair = seats.unplacedAssets
        case .equityAndDebts:
            pair = seats.unplacedDebts
            key = Statement.RowKey.unplacedDebts
        }
        guard !pair.current.isEmpty || !pair.previous.isEmpty else { return [] }
        try append(key, "Konton som ingen rad tar", 0, .error, pair)
        for account in pair.current where account.shown != .zero {
            errors.append(
                .unplacedAccount(
                    account.number,
                    name: account.name,
                    kind,
                    try amount(of: [account])
                )
            )
        }
        return [key]
    }

    private mutating func add(
        _ part: StatementLayout.EquityPart,
        _ row: StatementLayout.Row,
        _ layout: StatementLayout
    ) throws(MoneyError) {
        let keyPath: (Equity) -> Money? =
            switch part {
            case .opening: { $0.opening }
            case .openingReserve: { $0.openingReserve }
            case .result: { $0.result }
            case .closing: { $0.closing }
            case .closingReserve: { $0.closingReserve }
            case .other: { $0.other }
            }
        let isReserve = part == .openingReserve || part == .closingReserve
        let figure = { (equity: Equity?) -> Figure in
            guard let equity else { return Figure(.unknown) }
            if let amount = keyPath(equity) { return Figure(amount) }
            return isReserve ? .notApplicable : Figure(.unknown)
        }
        let others = layout.rows.contains { $0.filling == .equity(.other) }
        let isPart = isReserve && !others
        append(
            row,
            isPart ? .part : part == .closing ? .sum : .amount,
            figure(equity),
            figure(previousEquity),
            parts: part == .closing ? closingParts(layout, others) : []
        )
        if part == .result { addDirectChange(isCounted: !others) }
    }

    /// The rows that closing equity is the sum of.
    private func closingParts(_ layout: StatementLayout, _ others: Bool) -> [String] {
        let wanted: [StatementLayout.EquityPart] =
            others ? [.result, .closingReserve, .other] : [.opening, .result]
        let parts = layout.rows.filter { row in
            wanted.contains { row.filling == .equity($0) }
        }.map(\.key)
        let hasChange = rows.contains { $0.key == Statement.RowKey.directChange }
        return !others && hasChange ? parts + [Statement.RowKey.directChange] : parts
    }

    /// Adds what has gone past the resultaträkning, if anything has.
    private mutating func addDirectChange(isCounted: Bool) {
        let current = equity.directChange ?? .zero
        let previous = previousEquity?.directChange
        guard current != .zero || (previous ?? .zero) != .zero else { return }
        rows.append(
            Statement.Row(
                key: Statement.RowKey.directChange,
                title: "Förändring direkt mot eget kapital",
                level: 2,
                kind: isCounted ? .error : .part,
                current: Figure(equity.directChange),
                previous: Figure(previous),
                parts: [],
                accounts: []
            )
        )
    }

    /// Adds what assets are beyond equity and debts, if anything.
    private mutating func addDifference(_ layout: StatementLayout) throws(MoneyError) {
        let statement = Statement(kind: kind, rows: rows)
        guard let assets = statement.total(.assets, in: layout),
            let debts = statement.total(.equityAndDebts, in: layout)
        else { return }
        let current = try Figure.difference(assets.current, minus: debts.current)
        let previous = try Figure.difference(assets.previous, minus: debts.previous)
        let amounts = [current.amount, previous.amount]
        guard amounts.contains(where: { $0 != nil && $0 != .zero }) else { return }
        rows.append(
            Statement.Row(
                key: Statement.RowKey.difference,
                title: "Tillgångar utöver eget kapital, avsättningar och skulder",
                level: 0,
                kind: .error,
                current: current,
                previous: previous,
                parts: [],
                accounts: []
            )
        )
    }
}
