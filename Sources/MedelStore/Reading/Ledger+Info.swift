import GRDB
import MedelCore

/// What a ledger holds, in numbers.
public struct LedgerInfo: Hashable, Sendable {
    /// Whose ledger it is.
    public let identity: LedgerIdentity

    /// Where the chain ends.
    public let head: ChainHead

    /// Vouchers that count.
    public let voucherCount: Int

    /// Postings of vouchers that count.
    public let postingCount: Int

    /// Files that were read in.
    public let fileCount: Int

    /// Differences that wait for a decision.
    public let openDifferenceCount: Int

    /// The books.
    public let books: [BookRecord]
}

extension Ledger {
    /// Counts what the ledger holds.
    public func info() throws -> LedgerInfo {
        try read { database in
            let counts = try Row.fetchOne(
                database,
                sql: """
                    SELECT count(*), coalesce(sum(postingCount), 0),
                        (SELECT count(*) FROM importedFile),
                        (SELECT count(*) FROM openDifference)
                    FROM currentVoucher
                    """
            )
            guard let counts else { throw LedgerError.damaged(path: path, detail: "no counts") }
            return LedgerInfo(
                identity: try LedgerIdentity.read(database),
                head: try ChainHead.read(database),
                voucherCount: counts[0],
                postingCount: counts[1],
                fileCount: counts[2],
                openDifferenceCount: counts[3],
                books: try BookRecord.fetchAll(database)
            )
        }
    }

    /// Whose ledger it is.
    public func identity() throws -> LedgerIdentity { try read(LedgerIdentity.read) }

    /// Where the chain ends.
    public func head() throws -> ChainHead { try read(ChainHead.read) }
}

extension LedgerIdentity {
    static func read(_ database: Database) throws -> LedgerIdentity {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT name, organizationNumber, kind FROM ledger"
        )
        guard let row, let number = OrganizationNumber(row[1] as String),
            let kind = Kind(rawValue: row[2])
        else { throw LedgerError.damaged(path: "", detail: "ledger") }
        return LedgerIdentity(name: row[0], organizationNumber: number, kind: kind)
    }
}
