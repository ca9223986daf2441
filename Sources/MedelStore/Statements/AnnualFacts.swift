public import MedelCore

/// All that an annual report is made of, as the ledger stood at one version.
///
/// Source: STORE 2.6, 6.
public struct AnnualFacts: Sendable {
    /// Plan, decisions and mapped balances as of the year's last day.
    public let snapshot: Snapshot

    /// The association's book by account and year.
    public let book: AccountYears

    /// The templates that hold.
    public let templates: [LedgerTemplate]
}

extension Ledger {
    /// What the annual report of a calendar year is made of, in one read transaction.
    ///
    /// - Throws: `LedgerError`; `MoneyError.outOfRange` when a sum passes the bound.
    public func annualFacts(lastDay: Day) throws -> AnnualFacts {
        try read { database in
            let snapshot = try Self.snapshot(asOf: lastDay, in: database)
            var book = AccountYears()
            if let record = try BookRecord.fetch(.association, in: database) {
                let reader = try AccountYearsReader(book: record, database: database)
                book = try reader.read(through: lastDay)
                book.covered.formUnion(snapshot.coverage[.association] ?? [])
            }
            return AnnualFacts(
                snapshot: snapshot,
                book: book,
                templates: try Self.templates(in: database)
            )
        }
    }
}
