import GRDB
public import MedelCore

/// The postings of a selection, page by page, as the ledger stood when the reading began.
///
/// Each page is one short read transaction. Facts are only added, so a bound on the event keeps
/// later ones out. The order is month, date, voucher, row; memory holds the keys and the vouchers
/// of one month.
///
/// Source: STORE 1.2, 6.
public struct PostingPages {
    /// The chain's head when the reading began.
    public let head: ChainHead

    private let ledger: Ledger
    private let book: BookRecord
    private let query: PostingQuery
    private let codings: BookCodings
    private var months: [Int]

    /// Months that have been given to vouchers whose dates lie in other months.
    private let assignedMonths: Set<Int>

    private var keys: [PostingKey] = []
    private var vouchers: [Int64: VoucherHead] = [:]
    private var position = 0

    private static let pageCount = 5_000

    init(_ ledger: Ledger, book: BookRecord, query: PostingQuery) throws {
        self.ledger = ledger
        self.book = book
        self.query = query
        (head, codings, months, assignedMonths) = try ledger.read { database in
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
                months.filter { $0 > 0 } + months.filter { $0 == 0 },
                try Set(Int.fetchAll(database, sql: "SELECT month FROM periodAssignment"))
            )
        }
    }

    /// The next page, in order.
    ///
    /// - Returns: nil when there are no more.
    public mutating func next() throws -> [PostingLine]? {
        while position == keys.count {
            guard !months.isEmpty else { return nil }
            try loadMonth(months.removeFirst())
        }
        let page = keys[position..<min(position + Self.pageCount, keys.count)]
        position += page.count
        let postings = try ledger.read { try PostingRow.fetch(page.map(\.posting), in: $0) }
        return try page.map { key in
            guard let posting = postings[key.posting], let voucher = vouchers[key.voucher],
                let coding = codings[posting.coding]
            else { throw LedgerError.damaged(path: "", detail: "posting \(key.posting)") }
            return PostingLine(
                date: voucher.date,
                period: voucher.period,
                voucher: voucher.key,
                coding: coding,
                amount: try Money(ore: posting.ore),
                text: posting.text ?? voucher.text,
                quantity: posting.quantity ?? "",
                fileName: voucher.fileName,
                line: posting.line
            )
        }
    }

    /// Finds a month's postings and their vouchers, and puts them in order.
    private mutating func loadMonth(_ number: Int) throws {
        keys = []
        vouchers = [:]
        position = 0
        let month = Month(number: number)
        if let month, !query.mayHold(month), !assignedMonths.contains(number) { return }
        let ids = codings.ids(query, in: month)
        guard !ids.isEmpty else { return }
        (keys, vouchers) = try ledger.read { database in
            let found = try PostingKey.fetch(
                month: number,
                codings: ids,
                at: head,
                in: database
            )
            var vouchers: [Int64: VoucherHead] = [:]
            let statement = try VoucherHead.statement(in: database)
            for voucher in Set(found.map(\.voucher)) {
                guard
                    let head = try VoucherHead.fetch(voucher, at: head, using: statement),
                    query.holds(head.date)
                else { continue }
                vouchers[voucher] = head
            }
            return (found, vouchers)
        }
        keys = keys.compactMap { key in
            guard let voucher = vouchers[key.voucher] else { return nil }
            return PostingKey(posting: key.posting, voucher: key.voucher, date: voucher.date)
        }
        keys.sort()
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
