import GRDB
public import MedelCore

/// A voucher that counts, with its rows.
public struct StoredVoucher: Hashable, Sendable {
    /// A row.
    public struct Row: Hashable, Sendable {
        /// Account and objects.
        public let coding: Coding

        /// The amount, debit positive.
        public let amount: Money
    }

    /// The voucher's date.
    public let date: Day

    /// Series and number.
    public let key: VoucherKey

    /// The voucher's text.
    public let text: String

    /// The file and line it was read from.
    public let source: String

    /// The rows, in order.
    public let rows: [Row]
}

/// The vouchers of a book that count, page by page in order of entry, as the ledger stood when the
/// reading began.
public struct VoucherPages {
    /// The chain's head when the reading began.
    public let head: ChainHead

    /// What the book opened with at that head; nil when no file has declared any balances.
    public let opening: OpeningBalances?

    /// The book's names at that head.
    public let names: BookNames

    private let ledger: Ledger
    private let book: BookRecord
    private let codings: BookCodings
    private var last: Int64 = 0

    private static let pageCount = 2_000

    init(_ ledger: Ledger, book: BookRecord) throws {
        self.ledger = ledger
        self.book = book
        (head, opening, names, codings) = try ledger.read { database in
            let names = try BookNames(book: book.id, database: database)
            return (
                try ChainHead.read(database),
                try OpeningBalances.read(
                    BookYear.fetchAll(of: book.id, in: database),
                    names,
                    in: database
                ),
                names,
                try BookCodings(book: book.id, database: database)
            )
        }
    }

    /// The next page.
    ///
    /// - Returns: nil when there are no more.
    public mutating func next() throws -> [StoredVoucher]? {
        let after = last
        let (page, reached) = try ledger.read { database in
            try fetchPage(after: after, in: database)
        }
        last = reached
        return page.isEmpty ? nil : page
    }

    private func fetchPage(
        after: Int64,
        in database: Database
    ) throws -> ([StoredVoucher], Int64) {
        let heads = try Row.fetchAll(
            database,
            sql: """
                SELECT voucher.id, voucher.date, series, number, voucher.text, fileName,
                    voucher.line, firstPosting, postingCount
                FROM voucher JOIN importedFile ON importedFile.id = voucher.importedFile
                WHERE voucher.id > ?1 AND \(StandingAtHead.condition)
                AND importedFile.book = ?3
                ORDER BY voucher.id LIMIT ?4
                """,
            arguments: [after, head.ledgerVersion, book.id, Self.pageCount]
        )
        let statement = try database.cachedStatement(
            sql: """
                SELECT coding, amountOre FROM posting WHERE id >= ? AND id < ? ORDER BY id
                """
        )
        let page = try heads.map { row -> StoredVoucher in
            guard let date = Day(iso: row[1]) else {
                throw LedgerError.damaged(path: "", detail: "voucher \(row[0] as Int64)")
            }
            let first: Int64 = row[7]
            let rows = try Row.fetchAll(
                statement,
                arguments: [first, first + (row[8] as Int64)]
            )
            return StoredVoucher(
                date: date,
                key: VoucherKey(series: row[2], number: row[3]),
                text: row[4],
                source: "\(row[5] as String):\(row[6] as Int64)",
                rows: try rows.map { try storedRow($0) }
            )
        }
        return (page, heads.last?[0] ?? after)
    }

    private func storedRow(_ row: Row) throws -> StoredVoucher.Row {
        guard let coding = codings[row[0] as Int64] else {
            throw LedgerError.damaged(path: "", detail: "coding \(row[0] as Int64)")
        }
        return StoredVoucher.Row(coding: coding, amount: try Money(ore: row[1]))
    }
}

extension Ledger {
    /// The vouchers of a book that count, to be read page by page.
    public func vouchers(of book: BookRecord) throws -> VoucherPages {
        try VoucherPages(self, book: book)
    }
}
