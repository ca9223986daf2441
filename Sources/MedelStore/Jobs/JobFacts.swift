import GRDB
public import MedelCore

/// What the schedule of jobs depends on.
public struct JobFacts: Sendable {
    /// Whose ledger it is.
    public let identity: LedgerIdentity

    /// The association's closing day; the year's last when its plan does not say.
    public let closing: BookClosing

    /// The calendar years that the association's own book has postings in, or whose balances a file
    /// declares, in order.
    public let bookYears: [Int]

    /// Where the chain ends.
    public let head: ChainHead

    /// Every run that the log knows of, in order of start.
    public let runs: [JobRun]
}

extension Ledger {
    /// What the schedule of jobs depends on, read at one ledger version.
    public func jobFacts() throws -> JobFacts {
        try read { database in
            JobFacts(
                identity: try LedgerIdentity.read(database),
                closing: try Self.plan(in: database).profile?.booksClose ?? .yearEnd,
                bookYears: try Self.associationYears(in: database),
                head: try ChainHead.read(database),
                runs: try JobLog.runs(in: database)
            )
        }
    }

    /// The calendar years that the association's own book has postings or balances of.
    private static func associationYears(in database: Database) throws -> [Int] {
        guard let book = try BookRecord.fetch(.association, in: database) else { return [] }
        let texts = try String.fetchAll(
            database,
            sql: """
                SELECT DISTINCT substr(voucher.date, 1, 4)
                FROM currentVoucher AS voucher
                JOIN fiscalYear ON fiscalYear.id = voucher.fiscalYear
                WHERE fiscalYear.book = ? AND voucher.postingCount > 0 ORDER BY 1
                """,
            arguments: [book.id]
        )
        let declared = try BookYear.fetchAll(of: book.id, in: database)
            .filter { $0.declared != nil }.map(\.firstDay.year)
        return Set(texts.compactMap { Int($0) }).union(declared).sorted()
    }
}
