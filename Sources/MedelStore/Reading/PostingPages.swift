import GRDB
public import MedelCore

/// The postings of a selection, page by page, as the ledger stood when the reading began.
///
/// Each month is one short read transaction. Facts are only added, so a bound on the event keeps
/// later ones out. The order is month, date, voucher, row; memory holds two months.
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
    private var ahead: ReadAhead<MonthOfLines>?

    /// Months that have been given to vouchers whose dates lie in other months.
    private let assignedMonths: Set<Int>

    private var current = MonthOfLines()
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
        while position == current.lines.count {
            guard let coming = ahead ?? startReading() else { return nil }
            current = try coming.value()
            position = 0
            // The next month is read while this one is drawn.
            ahead = startReading()
        }
        let lines = current.lines
        let page = lines[position..<min(position + Self.pageCount, lines.count)]
        position += page.count
        return Array(page)
    }

    private mutating func startReading() -> ReadAhead<MonthOfLines>? {
        while !months.isEmpty {
            let number = months.removeFirst()
            let month = Month(number: number)
            if let month, !query.mayHold(month), !assignedMonths.contains(number) { continue }
            let ids = codings.ids(query, in: month)
            guard !ids.isEmpty else { continue }
            return ReadAhead { [ledger, head, query, codings] in
                try MonthOfPostings(number, codings: ids, query: query, at: head, in: ledger)
                    .lines(codings)
            }
        }
        return nil
    }
}

/// A month's postings as they are listed.
struct MonthOfLines: Sendable {
    var lines: [PostingLine] = []
}

/// A month's postings in order, and their vouchers.
struct MonthOfPostings {
    private let month: Month?
    private var postings: [PostingRow] = []
    private let vouchers: [Int64: VoucherHead]

    init(
        _ number: Int,
        codings: [Int64],
        query: PostingQuery,
        at head: ChainHead,
        in ledger: Ledger
    ) throws {
        month = Month(number: number)
        let (found, heads) = try ledger.read { database in
            let found = try PostingRow.fetch(
                month: number,
                codings: codings,
                at: head,
                in: database
            )
            let wanted = Set(found.map(\.voucher))
            return (found, try VoucherHead.fetch(wanted, at: head, in: database))
        }
        let vouchers = heads.filter { query.holds($0.value.date) }
        self.vouchers = vouchers
        postings = found.compactMap { posting in
            guard let voucher = vouchers[posting.voucher] else { return nil }
            var dated = posting
            dated.date = voucher.date.number
            return dated
        }
        postings.sort { ($0.date, $0.voucher, $0.id) < ($1.date, $1.voucher, $1.id) }
    }

    func lines(_ codings: BookCodings) throws -> MonthOfLines {
        // A month has many postings on few codings, so each is mapped once.
        var places: [Int64: MappedBalance.Place?] = [:]
        for posting in postings where places[posting.coding] == nil {
            places[posting.coding] = .some(
                codings[posting.coding].flatMap { codings.place(of: $0, in: month) }
            )
        }
        return MonthOfLines(
            lines: try postings.map {
                try line(of: $0, codings, places[$0.coding].flatMap { $0 })
            }
        )
    }

    private func line(
        of posting: PostingRow,
        _ codings: BookCodings,
        _ place: MappedBalance.Place?
    ) throws -> PostingLine {
        guard let voucher = vouchers[posting.voucher], let coding = codings[posting.coding] else {
            throw LedgerError.damaged(path: "", detail: "posting \(posting.id)")
        }
        return PostingLine(
            date: voucher.date,
            period: voucher.period,
            voucher: voucher.key,
            coding: coding,
            place: place,
            amount: try Money(ore: posting.ore),
            text: posting.text ?? voucher.text,
            quantity: posting.quantity ?? "",
            fileName: voucher.fileName,
            line: posting.line
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
