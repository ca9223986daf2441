public import MedelCore

/// How a cell follows from other cells of its table, so that Excel can compute it anew.
///
/// The cell keeps its value; the formula must give the same.
public enum Formula: Hashable, Sendable {
    /// The sum of cells in the same column, by their rows' keys.
    case sum(rows: [String])
    /// The sum of cells in the same row, by their columns' keys.
    case columns([String])
    /// One cell of the same row less another.
    case difference(of: String, minus: String)
    /// One cell of the same column less another, by their rows' keys.
    case rowDifference(of: String, minus: String)
    /// One cell of the same row as a share of another, in basis points, rounded half away from
    /// zero.
    case share(part: String, whole: String)
    /// Another cell of the table, such as what the month before closes with.
    case cell(row: String, column: String)
    /// A percentage of the sum of cells in the same column, by their rows' keys.
    case percent(Percent)

    /// A percentage of rows, rounded and then capped as `PercentRule` does.
    public struct Percent: Hashable, Sendable {
        /// The keys of the rows that are its base.
        public let rows: [String]

        /// The part of them, and whether it is of base and result together.
        public let rule: PercentRule

        /// How the result is rounded.
        public let rounding: RowRounding

        /// The most that it comes to, either way.
        public let cap: Money?

        /// Describes a percentage.
        public init(rows: [String], rule: PercentRule, rounding: RowRounding, cap: Money?) {
            self.rows = rows
            self.rule = rule
            self.rounding = rounding
            self.cap = cap
        }
    }
}

extension Table {
    /// Whether every formula gives the value that it stands beside.
    var formulasHold: Bool {
        let columnPlaces = Dictionary(
            uniqueKeysWithValues: columns.enumerated().map { ($1.key, $0) }
        )
        let rowPlaces = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.key, $0) })
        for row in rows {
            for (key, formula) in row.formulas {
                guard let column = columnPlaces[key],
                    let value = value(formula, row, column, columnPlaces, rowPlaces)
                else { return false }
                switch (row.row.cells[column], value) {
                case (.amount(let stated), .amount(let computed)):
                    guard stated == computed else { return false }
                case (.empty, .amount(let computed)):
                    // A sum of nothing may be left out.
                    guard computed == .zero else { return false }
                case (.basisPoints(let stated), .basisPoints(let computed)):
                    guard stated == computed else { return false }
                default: return false
                }
            }
        }
        return true
    }

    private func value(
        _ formula: Formula,
        _ row: TableRow,
        _ column: Int,
        _ columnPlaces: [String: Int],
        _ rowPlaces: [String: Int]
    ) -> Cell? {
        let cell = { (key: String) -> Cell? in columnPlaces[key].map { row.row.cells[$0] } }
        switch formula {
        case .sum(let keys):
            return sum(keys.map { key in rowPlaces[key].map { rows[$0].row.cells[column] } })
        case .columns(let keys):
            return sum(keys.map(cell))
        case .difference(let whole, let part):
            return difference(cell(whole), cell(part))
        case .rowDifference(let whole, let part):
            let own = { (key: String) in rowPlaces[key].map { rows[$0].row.cells[column] } }
            return difference(own(whole), own(part))
        case .share(let part, let whole):
            guard case .amount(let part?) = cell(part), case .amount(let whole?) = cell(whole),
                let points = part.basisPoints(of: whole, rounding: .halfAwayFromZero)
            else { return nil }
            return .basisPoints(Int(points))
        case .cell(let other, let key):
            guard let row = rowPlaces[other], let column = columnPlaces[key] else { return nil }
            return sum([rows[row].row.cells[column]])
        case .percent(let percent):
            let base = sum(
                percent.rows.map { key in rowPlaces[key].map { rows[$0].row.cells[column] } }
            )
            guard case .amount(let base?) = base,
                let amount = try? percent.rule.amount(
                    of: base,
                    cap: percent.cap,
                    rounding: percent.rounding
                )
            else { return nil }
            return .amount(amount)
        }
    }

    private func difference(_ whole: Cell?, _ part: Cell?) -> Cell? {
        guard let part, let whole else { return nil }
        if case .amount(let money?) = part { return sum([whole, .amount(-money)]) }
        return sum([whole, part])
    }

    /// Adds up cells; an amount that is not known makes the sum unknown.
    private func sum(_ cells: [Cell?]) -> Cell? {
        var total: Int128 = 0
        var isKnown = true
        for cell in cells {
            switch cell {
            case .amount(let money?): total += Int128(money.ore)
            case .amount(nil): isKnown = false
            case .empty: continue
            case .text, .date, .count, .basisPoints, nil: return nil
            }
        }
        guard isKnown else { return .amount(nil) }
        guard let money = try? Money(exact: total) else { return nil }
        return .amount(money)
    }
}
