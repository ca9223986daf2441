/// Money moved between rows of a budget, by the ekonom inside the agreement's tolerance.
///
/// Source: SPEC 4.8, GUIDE 4.3.5.
public struct Reallocation: Hashable, Sendable {
    /// A move of money from one row to another inside one budget year.
    public struct Move: Hashable, Sendable {
        /// The row that gives.
        public let from: BudgetRowCode

        /// The row that takes.
        public let to: BudgetRowCode

        /// The budget year, counted from one.
        public let year: Int

        /// How much; above zero.
        public let amount: Money

        /// Describes a move.
        public init(from: BudgetRowCode, to: BudgetRowCode, year: Int, amount: Money) {
            self.from = from
            self.to = to
            self.year = year
            self.amount = amount
        }
    }

    /// The number of the version that the board decided, which the tolerance is measured on.
    public let base: Int

    /// Every move since that version, in order of time.
    public let moves: [Move]

    /// Describes what has been moved.
    public init(base: Int, moves: [Move]) {
        self.base = base
        self.moves = moves
    }
}

/// Why money is not moved.
public enum ReallocationFault: Error, Hashable, Sendable {
    /// The budget has no such row.
    case unknownRow(BudgetRowCode)
    /// The budget has no such year.
    case unknownYear(Int, count: Int)
    /// A row would give to itself.
    case sameRow(BudgetRowCode)
    /// The amount is zero or below.
    case notAboveZero(Money)
    /// The row is the association's own grant and not a cost.
    case financing(BudgetRowCode)
    /// The row is income, such as a wage subsidy, and takes and gives no cost.
    case income(BudgetRowCode)
    /// The row has less than what it would give.
    case moreThanRow(BudgetRowCode, year: Int, has: Money)
    /// The insats was closed that day.
    case closed(Day)
    /// The agreement states no tolerance: every move is the board's to decide.
    case noTolerance
    /// The row would have changed more than the tolerance allows since the decision.
    case outsideTolerance(BudgetRowCode, year: Int, change: Money, limit: Money)
    /// A sum passes the largest amount.
    case outOfRange
}

extension Reallocation {
    /// Whether moves may be made without a decision.
    ///
    /// - Parameters:
    ///   - moves: the new moves, in order.
    ///   - version: the version that the board decided.
    ///   - tolerance: what the agreement allows; nil when it says nothing.
    ///   - earlier: the moves that have been made since that version.
    ///   - current: the version that holds, where rates have been replaced since; its rows are what
    ///     there is to move from.
    /// - Throws: the first `ReallocationFault`.
    public static func check(
        _ moves: [Move],
        in version: BudgetVersion,
        tolerance: RowTolerance?,
        earlier: [Move],
        current: BudgetVersion? = nil
    ) throws(ReallocationFault) {
        for move in moves { try refuse(move, in: version) }
        guard let tolerance else { throw .noTolerance }
        var table = AmountTable(version)
        for move in earlier { try table.apply(move) }
        var held = current.map { AmountTable($0) } ?? table
        for move in moves {
            let rows = [move.from, move.to]
            let has = held.amount(of: move.from, year: move.year) ?? .zero
            guard has >= move.amount else {
                throw .moreThanRow(move.from, year: move.year, has: has)
            }
            try table.apply(move)
            try held.apply(move)
            for row in rows {
                let change = try table.change(of: row, year: move.year, since: version)
                let decided = AmountTable(version).amount(of: row, year: move.year) ?? .zero
                let limit = tolerance.limit(on: decided)
                guard change.magnitude <= limit else {
                    throw .outsideTolerance(row, year: move.year, change: change, limit: limit)
                }
            }
        }
    }

    private static func refuse(
        _ move: Move,
        in version: BudgetVersion
    ) throws(ReallocationFault) {
        guard move.from != move.to else { throw .sameRow(move.from) }
        guard move.amount > .zero else { throw .notAboveZero(move.amount) }
        for code in [move.from, move.to] {
            guard let row = version.rows.first(where: { $0.code == code }) else {
                throw .unknownRow(code)
            }
            if row.isFinancing { throw .financing(code) }
            if row.isOtherIncome || row.isUnnamedIncome { throw .income(code) }
        }
        guard version.years.indices.contains(move.year - 1) else {
            throw .unknownYear(move.year, count: version.years.count)
        }
    }
}

extension BudgetRow {
    /// Whether a row without a category can only be income: it has amounts below zero alone.
    fileprivate var isUnnamedIncome: Bool {
        category == nil && amounts.contains { $0 < .zero } && amounts.allSatisfy { $0 <= .zero }
    }
}
