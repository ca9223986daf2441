import GRDB
import MedelCore

/// Where a posting stands in a listing.
struct PostingKey: Comparable {
    let posting: Int64
    let voucher: Int64

    /// The voucher's date; nil until it has been looked up.
    let date: Day?

    static func < (left: PostingKey, right: PostingKey) -> Bool {
        (left.date?.number ?? 0, left.voucher, left.posting)
            < (right.date?.number ?? 0, right.voucher, right.posting)
    }

    /// The postings that counted in a month on some codings, in no order, without dates.
    ///
    /// A voucher that came after closing counts in the month that it was assigned; one that waited
    /// at that head counts in month zero.
    static func fetch(
        month: Int,
        codings: [Int64],
        at head: ChainHead,
        in database: Database
    ) throws -> [PostingKey] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT id, voucher FROM posting
                WHERE month = ?1 AND coding IN (SELECT value FROM json_each(?2))
                AND (month > 0 OR NOT EXISTS (
                    SELECT 1 FROM periodAssignment
                    WHERE periodAssignment.voucher = posting.voucher AND event <= ?3))
                UNION ALL
                SELECT posting.id, posting.voucher FROM periodAssignment
                JOIN voucher ON voucher.id = periodAssignment.voucher
                JOIN posting ON posting.id >= voucher.firstPosting
                    AND posting.id < voucher.firstPosting + voucher.postingCount
                WHERE periodAssignment.month = ?1 AND periodAssignment.event <= ?3
                AND posting.coding IN (SELECT value FROM json_each(?2))
                """,
            arguments: [month, jsonArray(codings.sorted()), head.ledgerVersion]
        )
        var keys: [PostingKey] = []
        while let row = try rows.next() {
            keys.append(PostingKey(posting: row[0], voucher: row[1], date: nil))
        }
        return keys
    }
}

/// The columns of a posting that a listing shows.
struct PostingRow {
    let coding: Int64
    let ore: Int64
    let text: String?
    let quantity: String?
    let line: Int

    /// Postings by id.
    static func fetch(_ ids: [Int64], in database: Database) throws -> [Int64: PostingRow] {
        var postings: [Int64: PostingRow] = Dictionary(minimumCapacity: ids.count)
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT id, coding, amountOre, text, quantity, line FROM posting
                WHERE id IN (SELECT value FROM json_each(?))
                """,
            arguments: [jsonArray(ids)]
        )
        while let row = try rows.next() {
            postings[row[0]] = PostingRow(
                coding: row[1],
                ore: row[2],
                text: row[3],
                quantity: row[4],
                line: row[5]
            )
        }
        return postings
    }
}

/// What a listing shows of a voucher that counts.
struct VoucherHead {
    let date: Day

    /// The month that it counts in; nil while it waits for one.
    let period: Month?

    let key: VoucherKey
    let text: String
    let fileName: String

    static func statement(in database: Database) throws -> Statement {
        try database.cachedStatement(
            sql: """
                SELECT voucher.date, coalesce(periodAssignment.month, voucher.period),
                    voucher.series, voucher.number, voucher.text, importedFile.fileName
                FROM voucher
                JOIN importedFile ON importedFile.id = voucher.importedFile
                LEFT JOIN periodAssignment ON periodAssignment.voucher = voucher.id
                    AND periodAssignment.event <= ?2
                WHERE voucher.id = ?1 AND \(StandingAtHead.condition)
                """
        )
    }

    /// A voucher, nil when it did not count at that head.
    static func fetch(
        _ id: Int64,
        at head: ChainHead,
        using statement: Statement
    ) throws -> VoucherHead? {
        guard let row = try Row.fetchOne(statement, arguments: [id, head.ledgerVersion]) else {
            return nil
        }
        guard let date = Day(iso: row[0]) else {
            throw LedgerError.damaged(path: "", detail: "voucher \(id)")
        }
        return VoucherHead(
            date: date,
            period: Month(number: row[1]),
            key: VoucherKey(series: row[2], number: row[3]),
            text: row[4],
            fileName: row[5]
        )
    }
}

/// Ids as a JSON array, which one bound parameter can carry.
private func jsonArray(_ ids: [Int64]) -> String {
    "[" + ids.map(String.init).joined(separator: ",") + "]"
}
