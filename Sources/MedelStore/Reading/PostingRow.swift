import GRDB
import MedelCore

/// A posting as a listing reads it.
struct PostingRow {
    let id: Int64
    let voucher: Int64
    let coding: Int64
    let ore: Int64
    let text: String?
    let quantity: String?
    let line: Int

    /// The voucher's date as a number; zero until it has been looked up.
    var date: Int32 = 0

    /// The postings of a month on some codings, in no order.
    ///
    /// A voucher that came after closing counts in the month that it was assigned; one that nobody
    /// had assigned at that head counts in month zero. The joins are crossed so that SQLite begins
    /// with the few assignments and not with every posting.
    static func fetch(
        month: Int,
        codings: [Int64],
        at head: ChainHead,
        in database: Database
    ) throws -> [PostingRow] {
        let columns = "posting.id, voucher, coding, amountOre, posting.text, quantity, posting.line"
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT \(columns) FROM posting
                WHERE month = ?1 AND coding IN (SELECT value FROM json_each(?2))
                AND (month > 0 OR NOT EXISTS (
                    SELECT 1 FROM periodAssignment
                    WHERE periodAssignment.voucher = posting.voucher AND event <= ?3))
                UNION ALL
                SELECT \(columns.replacing("voucher", with: "posting.voucher"))
                FROM periodAssignment
                CROSS JOIN voucher ON voucher.id = periodAssignment.voucher
                CROSS JOIN posting ON posting.id >= voucher.firstPosting
                    AND posting.id < voucher.firstPosting + voucher.postingCount
                WHERE periodAssignment.month = ?1 AND periodAssignment.event <= ?3
                AND posting.coding IN (SELECT value FROM json_each(?2))
                """,
            arguments: [month, jsonArray(codings.sorted()), head.ledgerVersion]
        )
        var postings: [PostingRow] = []
        while let row = try rows.next() {
            postings.append(
                PostingRow(
                    id: row[0],
                    voucher: row[1],
                    coding: row[2],
                    ore: row[3],
                    text: row[4],
                    quantity: row[5],
                    line: row[6]
                )
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

    /// Those of some vouchers that counted at that head, by id.
    static func fetch(
        _ ids: Set<Int64>,
        at head: ChainHead,
        in database: Database
    ) throws -> [Int64: VoucherHead] {
        let files = try fileNames(in: database)
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT voucher.id, voucher.date,
                    coalesce(periodAssignment.month, voucher.period), voucher.series,
                    voucher.number, voucher.text, voucher.importedFile
                FROM voucher
                LEFT JOIN periodAssignment ON periodAssignment.voucher = voucher.id
                    AND periodAssignment.event <= ?2
                WHERE voucher.id IN (SELECT value FROM json_each(?1))
                AND \(StandingAtHead.condition)
                """,
            arguments: [jsonArray(ids.sorted()), head.ledgerVersion]
        )
        var heads: [Int64: VoucherHead] = Dictionary(minimumCapacity: ids.count)
        while let row = try rows.next() {
            let id: Int64 = row[0]
            guard let date = Day(iso: row[1]) else {
                throw LedgerError.damaged(path: "", detail: "voucher \(id)")
            }
            heads[id] = VoucherHead(
                date: date,
                period: Month(number: row[2]),
                key: VoucherKey(series: row[3], number: row[4]),
                text: row[5],
                fileName: files[row[6]] ?? ""
            )
        }
        return heads
    }

    private static func fileNames(in database: Database) throws -> [Int64: String] {
        var names: [Int64: String] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT id, fileName FROM importedFile")
        while let row = try rows.next() { names[row[0]] = row[1] as String }
        return names
    }
}

/// Ids as a JSON array, which one bound parameter can carry.
private func jsonArray(_ ids: [Int64]) -> String {
    "[" + ids.map(String.init).joined(separator: ",") + "]"
}
