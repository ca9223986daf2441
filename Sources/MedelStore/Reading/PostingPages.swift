import Foundation
import GRDB
public import MedelCore

/// The postings of a selection, page by page, as the ledger stood when the reading began.
///
/// Each page is one short read transaction. Facts are only added, so a bound on the event keeps
/// later ones out. The order is month, date, voucher, row; memory holds one month's keys.
///
/// Source: STORE 1.2, 6.
public struct PostingPages {
    private struct Key {
        let date: Int32
        let voucher: Int64
        let posting: Int64
    }

    /// The chain's end when the reading began.
    public let head: ChainHead

    private let ledger: Ledger
    private let book: BookRecord
    private let query: PostingQuery
    private let codings: BookCodings
    private var months: [Int]
    private var keys: [Key] = []
    private var position = 0

    private static let pageCount = 5_000

    init(_ ledger: Ledger, book: BookRecord, query: PostingQuery) throws {
        self.ledger = ledger
        self.book = book
        self.query = query
        (head, codings, months) = try ledger.read { database in
            let months = try Int.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT month FROM balance
                    JOIN coding ON coding.id = balance.coding
                    WHERE coding.book = ? ORDER BY month
                    """,
                arguments: [book.id]
            )
            return (
                try ChainHead.read(database),
                try BookCodings(book: book.id, database: database),
                // What waits for a month comes last.
                months.filter { $0 > 0 } + months.filter { $0 == 0 }
            )
        }
    }

    /// The next page, in order.
    ///
    /// - Returns: nil when there are no more.
    public mutating func next() throws -> [PostingLine]? {
        while position == keys.count {
            guard !months.isEmpty else { return nil }
            try loadKeys(of: months.removeFirst())
        }
        let page = keys[position..<min(position + Self.pageCount, keys.count)]
        position += page.count
        let codings = codings
        return try ledger.read { database in
            let statement = try database.cachedStatement(sql: Self.lineSQL)
            return try page.map { key in
                guard let row = try Row.fetchOne(statement, arguments: [key.posting]),
                    let line = try PostingLine(row, codings: codings)
                else { throw LedgerError.damaged(path: "", detail: "posting \(key.posting)") }
                return line
            }
        }
    }

    private mutating func loadKeys(of number: Int) throws {
        keys = []
        position = 0
        let month = Month(number: number)
        if let month, !query.mayHold(month) { return }
        let ids = codings.ids(query, in: month)
        guard !ids.isEmpty else { return }
        let list = "[" + ids.sorted().map(String.init).joined(separator: ",") + "]"
        keys = try ledger.read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT posting.id, voucher.id, voucher.date
                    FROM posting JOIN currentVoucher AS voucher ON voucher.id = posting.voucher
                    WHERE posting.month = ? AND posting.coding IN (SELECT value FROM json_each(?))
                    AND voucher.event <= ?
                    """,
                arguments: [number, list, head.ledgerVersion]
            )
            var keys: [Key] = []
            while let row = try rows.next() {
                guard let date = Day(iso: row[2]) else { continue }
                if let from = query.from, date < from { continue }
                if let through = query.through, date > through { continue }
                keys.append(Key(date: date.number, voucher: row[1], posting: row[0]))
            }
            return keys
        }
        keys.sort { ($0.date, $0.voucher, $0.posting) < ($1.date, $1.voucher, $1.posting) }
    }

    private static let lineSQL = """
        SELECT voucher.date, posting.month, periodAssignment.month, voucher.series, voucher.number,
            posting.coding, posting.amountOre, coalesce(posting.text, voucher.text),
            posting.quantity, importedFile.fileName, posting.line
        FROM posting
        JOIN voucher ON voucher.id = posting.voucher
        JOIN importedFile ON importedFile.id = voucher.importedFile
        LEFT JOIN periodAssignment ON periodAssignment.voucher = voucher.id
        WHERE posting.id = ?
        """
}

extension PostingLine {
    fileprivate init?(_ row: Row, codings: BookCodings) throws {
        guard let date = Day(iso: row[0]), let coding = codings[row[5] as Int64] else {
            return nil
        }
        let month: Int = row[1]
        self.init(
            date: date,
            period: Month(number: month == 0 ? row[2] as Int? ?? 0 : month),
            voucher: VoucherKey(series: row[3], number: row[4]),
            coding: coding,
            amount: try Money(ore: row[6]),
            text: row[7],
            quantity: row[8] as String? ?? "",
            fileName: row[9],
            line: row[10]
        )
    }
}

extension Ledger {
    /// The postings of a book that a selection takes, to be read page by page.
    public func postings(of book: BookRecord, _ query: PostingQuery) throws -> PostingPages {
        try PostingPages(self, book: book, query: query)
    }

    /// The latest names of a book's accounts, dimensions and objects.
    public func names(of book: BookRecord) throws -> BookNames {
        try read { try BookNames(book: book.id, database: $0) }
    }
}
