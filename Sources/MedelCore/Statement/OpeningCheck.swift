/// Whether a year opens as the book last closed: each account by itself, equity in total.
///
/// Where the book lacks the year before, the last year that it has is what the year opens with.
///
/// Source: LKBR 4:4 (opening balance equals last closing balance), STORE 3.5.
public struct OpeningCheck: Sendable {
    /// An account that opens otherwise than it closed.
    public struct Difference: Hashable, Sendable {
        /// The account.
        public let account: AccountNumber

        /// What the year's file declares that it opens with, debit positive.
        public let opened: Money

        /// What the book itself, or the same file, says that it closed with.
        public let closed: Money

        /// Whether it is only that the year's result has been moved within equity.
        public let isDisposition: Bool
    }

    /// What equity opens with, positive; nil when no file declares the opening balances.
    public let openedEquity: Money?

    /// What equity last closed with, positive; nil when nothing is known of any year before.
    public let closedEquity: Money?

    /// The accounts that open otherwise than they closed, in order.
    public let differences: [Difference]

    /// How many accounts were compared.
    public let accountCount: Int

    /// Whether there were two sides to compare.
    public var isDone: Bool { openedEquity != nil && closedEquity != nil }

    /// What is wrong.
    public var errors: [AnnualReportError] {
        var errors = differences.filter { !$0.isDisposition }.map {
            AnnualReportError.openingDiffers($0.account, opened: $0.opened, closed: $0.closed)
        }
        if let openedEquity, let closedEquity, openedEquity != closedEquity {
            errors.append(.openingDiffers(nil, opened: openedEquity, closed: closedEquity))
        }
        return errors
    }

    /// Compares what the file of a year declares with how the book last closed.
    ///
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public init(
        _ statements: FinancialStatements,
        of book: AccountYears,
        _ templates: StatementTemplates
    ) throws(MoneyError) {
        let opening = book.declared[statements.year]?.opening ?? [:]
        let last = Self.lastClosing(statements, of: book)
        guard !opening.isEmpty, let last else {
            openedEquity = nil
            closedEquity = last?.equity
            differences = []
            accountCount = 0
            return
        }
        let closing = last.accounts
        closedEquity = last.equity
        var equityOpened: [Money] = []
        var differences: [Difference] = []
        let numbers = Set(opening.keys).union(closing.keys).sorted()
        for number in numbers {
            let opened = opening[number] ?? .zero
            let closed = closing[number] ?? .zero
            let seat = templates.seat(of: number, book.kind(of: number))
            let isEquity = seat.isResult || seat.isEquity
            if isEquity { equityOpened.append(opened) }
            guard opened != closed else { continue }
            differences.append(
                Difference(
                    account: number,
                    opened: opened,
                    closed: closed,
                    isDisposition: isEquity
                )
            )
        }
        openedEquity = -(try Money.sum(equityOpened))
        self.differences = differences
        accountCount = numbers.count
    }

    /// How the year before closed, or the last year that the book has before a gap.
    private static func lastClosing(
        _ statements: FinancialStatements,
        of book: AccountYears
    ) -> (accounts: [AccountNumber: Money], equity: Money)? {
        let balances = { (pairs: [(AccountNumber, Money)]) in
            Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
        if let previous = statements.previous, let equity = statements.previousEquity {
            let pairs = previous.accounts.compactMap { account in
                account.closing.map { (account.number, $0) }
            }
            return (balances(pairs), equity.closing)
        }
        // The first year opens with what its own file declares; there is no other side.
        guard let first = book.firstYear, first < statements.year,
            let equity = statements.equity.opening
        else { return nil }
        let pairs = statements.figures.accounts.compactMap { account in
            account.opening.map { (account.number, $0) }
        }
        return (balances(pairs), equity)
    }
}
