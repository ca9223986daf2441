import GRDB
public import MedelCore

/// What a book's first year opened with.
public struct OpeningBalances: Hashable, Sendable {
    /// The first day of the year.
    public let date: Day

    /// The amounts by account, in order of account.
    public let amounts: [AccountBalance]
}

/// An account with an amount.
public struct AccountBalance: Hashable, Sendable {
    /// The account.
    public let account: AccountNumber

    /// The amount, debit positive.
    public let amount: Money
}

extension Ledger {
    /// The opening balances of a book: those of its first year; later ones are only checked.
    ///
    /// Where years with vouchers lie before the first one that declares balances, what they move
    /// on balance accounts is taken back, so that the book ends as it should.
    ///
    /// - Returns: nil when no file has declared any.
    ///
    /// Source: STORE 3.5.
    public func openingBalances(of book: BookRecord) throws -> OpeningBalances? {
        try read { database in
            try OpeningBalances.read(
                BookYear.fetchAll(of: book.id, in: database),
                BookNames(book: book.id, database: database),
                in: database
            )
        }
    }
}

extension OpeningBalances {
    static func read(
        _ years: [BookYear],
        _ names: BookNames,
        in database: Database
    ) throws -> OpeningBalances? {
        let first = years.firstIndex { $0.declared?.hasBalances == true }
        guard let first, var opening = years[first].declared?.opening else { return nil }
        for year in years[..<first] {
            for (account, ore) in try year.movements(in: database)
            where names.isBalance(account, isOpened: opening[account] != nil) {
                let (amount, overflows) = opening[account, default: 0]
                    .subtractingReportingOverflow(ore)
                guard !overflows else { throw LedgerError.amountOutOfRange }
                opening[account] = amount
            }
        }
        let amounts = try opening.sorted { $0.key < $1.key }.compactMap { entry in
            try AccountNumber(entry.key).map {
                AccountBalance(account: $0, amount: try Money(ore: entry.value))
            }
        }
        return OpeningBalances(date: years[0].firstDay, amounts: amounts)
    }
}
