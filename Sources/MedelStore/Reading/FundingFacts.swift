public import MedelCore

/// All that the sheets of financing are made of, as the ledger stood at one version.
///
/// Source: STORE 6.
public struct FundingFacts: Sendable {
    /// Plan, decisions and mapped balances as of the day.
    public let snapshot: Snapshot

    /// Every version of the members' contributions.
    public let contributions: [ContributionVersion]

    /// The association's own book through the month of each day that was asked for.
    public let books: [Day: AccountYears]

    /// The templates that hold.
    public let templates: [LedgerTemplate]
}

extension Ledger {
    /// What the sheets of financing are made of, in one read transaction.
    ///
    /// - Parameters:
    ///   - day: what the snapshot is as of.
    ///   - closings: the last days of months whose balances are wanted.
    /// - Returns: all of it at one ledger version.
    /// - Throws: `LedgerError`; `MoneyError.outOfRange` when a sum passes the bound.
    public func fundingFacts(
        asOf day: Day,
        closings: @Sendable (Snapshot) -> Set<Day>
    ) throws -> FundingFacts {
        try read { database in
            let snapshot = try Self.snapshot(asOf: day, in: database)
            var books: [Day: AccountYears] = [:]
            if let record = try BookRecord.fetch(.association, in: database) {
                let reader = try AccountYearsReader(book: record, database: database)
                for closing in closings(snapshot) {
                    books[closing] = try reader.read(through: closing)
                }
            }
            return FundingFacts(
                snapshot: snapshot,
                contributions: try Self.contributionVersions(in: database),
                books: books,
                templates: try Self.templates(in: database)
            )
        }
    }
}
