/// The layouts of a year and the chart of accounts, together: what puts each account in its place.
public struct StatementTemplates: Hashable, Sendable {
    /// Where an account counts.
    public enum Seat: Hashable, Sendable {
        /// On a row of the resultaträkning.
        case income(String)
        /// On a row of the balansräkning.
        case balance(String)
        /// In equity; a reserve is kept apart within it.
        case equity(isReserve: Bool)
        /// A result account that only moves the result into equity.
        case closing
        /// On no row: by its class an asset, a debt or a result account.
        case unplaced(AccountClass)

        /// Whether the account is an equity account.
        public var isEquity: Bool {
            if case .equity = self { true } else { false }
        }

        /// Whether the account is a result account, whose sum goes into equity.
        public var isResult: Bool {
            switch self {
            case .income, .closing: true
            case .balance, .equity: false
            case .unplaced(let kind): !kind.isBalance
            }
        }
    }

    /// The rows of the resultaträkning.
    public let income: StatementLayout

    /// The rows of the balansräkning.
    public let balance: StatementLayout

    /// Which row each account belongs on.
    public let chart: AccountChart

    private let incomeRows: Set<String>
    private let balanceRows: Set<String>

    /// Joins the templates of a year.
    public init(income: StatementLayout, balance: StatementLayout, chart: AccountChart) {
        precondition(income.kind == .income && balance.kind == .balance, "each in its place")
        self.income = income
        self.balance = balance
        self.chart = chart
        incomeRows = income.accountRows
        balanceRows = balance.accountRows
    }

    /// Where an account counts.
    ///
    /// - Parameters:
    ///   - account: the account.
    ///   - kind: its class in the book; what has none is a result account, so that it cannot hide
    ///     among the balances.
    /// - Returns: the seat, or that no row takes the account.
    public func seat(of account: AccountNumber, _ kind: AccountClass?) -> Seat {
        switch chart.place(of: account) {
        case .equity: return .equity(isReserve: false)
        case .reserve: return .equity(isReserve: true)
        case .closing: return .closing
        case .row(let row) where incomeRows.contains(row): return .income(row)
        case .row(let row) where balanceRows.contains(row): return .balance(row)
        case .row, nil: return .unplaced(kind ?? .otherResult)
        }
    }
}
