import GRDB
public import MedelCore

/// A voucher that upstream has changed or no longer has, waiting for a decision.
public struct OpenDifference: Hashable, Sendable {
    /// What upstream has done.
    public enum Kind: String, CaseIterable, Sendable {
        /// The voucher has another content.
        case changed
        /// The voucher is missing, within the file's own series and dates.
        case gone
    }

    /// One side of a difference.
    public struct Version: Hashable, Sendable {
        /// The voucher's date.
        public let date: Day

        /// The voucher's text.
        public let text: String

        /// The rows: account with objects, and amount.
        public let rows: [Row]

        /// The file and line it was read from.
        public let source: String
    }

    /// A row of a version.
    public struct Row: Hashable, Sendable {
        /// Account and objects.
        public let coding: Coding

        /// The amount, debit positive.
        public let amount: Money

        /// The row's text.
        public let text: String
    }

    /// The number by which it is resolved.
    public let number: Int

    /// What upstream has done.
    public let kind: Kind

    /// The book.
    public let book: BookReference

    /// Series and number.
    public let key: VoucherKey

    /// The voucher in force.
    public let current: Version

    /// What upstream has now; nil when it is gone.
    public let upstream: Version?

    /// The file that showed it.
    public let fileName: String
}

extension Ledger {
    /// Every open difference, oldest first.
    ///
    /// - Parameter reference: only this book's, or nil for all.
    /// - Returns: both versions of each, row by row.
    /// - Throws: `LedgerError`.
    public func openDifferences(in reference: BookReference? = nil) throws -> [OpenDifference] {
        try read { database in
            let rows = try GRDB.Row.fetchAll(
                database,
                sql: """
                    SELECT difference.id, difference.kind, book.code, voucher.series,
                        voucher.number, difference.voucher, difference.proposal,
                        importedFile.fileName
                    FROM openDifference AS difference
                    JOIN importedFile ON importedFile.id = difference.importedFile
                    JOIN book ON book.id = importedFile.book
                    JOIN voucher ON voucher.id = difference.voucher
                    ORDER BY difference.id
                    """
            )
            return try rows.compactMap { row in
                guard let kind = OpenDifference.Kind(rawValue: row[1]),
                    let book = BookReference(row[2] as String),
                    reference == nil || reference == book
                else { return nil }
                return OpenDifference(
                    number: Int(row[0] as Int64),
                    kind: kind,
                    book: book,
                    key: VoucherKey(series: row[3], number: row[4]),
                    current: try version(row[5], in: database),
                    upstream: try (row[6] as Int64?).map { try version($0, in: database) },
                    fileName: row[7]
                )
            }
        }
    }

    private func version(
        _ voucher: Int64,
        in database: Database
    ) throws -> OpenDifference.Version {
        let head = try GRDB.Row.fetchOne(
            database,
            sql: """
                SELECT voucher.date, voucher.text, importedFile.fileName, voucher.line,
                    firstPosting, postingCount
                FROM voucher JOIN importedFile ON importedFile.id = voucher.importedFile
                WHERE voucher.id = ?
                """,
            arguments: [voucher]
        )
        guard let head, let date = Day(iso: head[0]) else {
            throw LedgerError.damaged(path: path, detail: "voucher \(voucher)")
        }
        let first: Int64 = head[4]
        let rows = try GRDB.Row.fetchAll(
            database,
            sql: """
                SELECT account, objects, amountOre, text
                FROM posting JOIN coding ON coding.id = posting.coding
                WHERE posting.id >= ? AND posting.id < ? ORDER BY posting.id
                """,
            arguments: [first, first + (head[5] as Int64)]
        )
        return OpenDifference.Version(
            date: date,
            text: head[1],
            rows: try rows.map { row in
                guard let coding = Coding(account: row[0], objectText: row[1]) else {
                    throw LedgerError.damaged(path: path, detail: "voucher \(voucher)")
                }
                return OpenDifference.Row(
                    coding: coding,
                    amount: try Money(ore: row[2]),
                    text: row[3] as String? ?? ""
                )
            },
            source: "\(head[2] as String):\(head[3] as Int64)"
        )
    }
}
