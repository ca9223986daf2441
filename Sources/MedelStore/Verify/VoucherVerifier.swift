import Foundation
import GRDB
import MedelCore

/// Recomputes the hash of every voucher over its fields and its postings.
///
/// Vouchers and postings are read side by side in order of id; a voucher says where its postings
/// begin and how many they are.
struct VoucherVerifier {
    private let database: Database
    private let damagedCodings: Set<Int64>
    private let codings: [Int64: [UInt8]]
    private let postingRows: RowCursor
    private var nextPosting: Row?
    private(set) var vouchers: TableWalk
    private(set) var postings: TableWalk
    private(set) var faults: [ChainFault] = []
    private(set) var rowCount = 0

    init(_ database: Database, chain: EventChain, damagedCodings: Set<Int64>) throws {
        self.database = database
        self.damagedCodings = damagedCodings
        vouchers = TableWalk(table: .voucher, chain: chain)
        postings = TableWalk(table: .posting, chain: chain)
        var codings: [Int64: [UInt8]] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT id, account, objects FROM coding")
        while let row = try rows.next() {
            var encoder = RowEncoder()
            encoder.append(row[1] as String)
            encoder.append(row[2] as String)
            codings[row[0]] = encoder.bytes
        }
        self.codings = codings
        let columns = (["id", "voucher"] + VoucherEncoding.postingColumns).joined(separator: ", ")
        postingRows = try Row.fetchCursor(
            database,
            sql: "SELECT \(columns) FROM posting ORDER BY id"
        )
        nextPosting = try postingRows.next()
    }

    mutating func verify() throws {
        let columns = FactTable.voucher.columns(encoding: LedgerEncoding.current)
        let list = (["id", "event"] + columns + ["hash"]).joined(separator: ", ")
        let rows = try Row.fetchCursor(database, sql: "SELECT \(list) FROM voucher ORDER BY id")
        var encoder = RowEncoder()
        var current = try rows.next()?.copy()
        while let row = current {
            let next = try rows.next()?.copy()
            try verify(row, columnCount: columns.count, before: next, with: &encoder)
            current = next
        }
        while let posting = nextPosting {
            visit(posting, of: nil)
            nextPosting = try postingRows.next()
        }
        vouchers.finish()
        postings.finish()
    }

    private mutating func verify(
        _ row: Row,
        columnCount: Int,
        before next: Row?,
        with encoder: inout RowEncoder
    ) throws {
        rowCount += 1
        encoder.removeAll()
        encoder.append(FactTable.voucher.rawValue)
        for column in 0..<columnCount + 2 { encoder.append(row[column] as DatabaseValue) }
        let id: Int64 = row[0]
        let end = try endOfPostings(of: row, before: next)
        var usesDamagedCoding = false
        while let posting = nextPosting, (posting[0] as Int64) < end {
            let coding: Int64 = posting[2]
            usesDamagedCoding = usesDamagedCoding || damagedCodings.contains(coding)
            encoder.append(encoded: codings[coding] ?? [])
            for column in 3..<10 { encoder.append(posting[column] as DatabaseValue) }
            visit(posting, of: row)
            nextPosting = try postingRows.next()
        }
        let recomputed = encoder.digest.bytes
        let stored = [UInt8](row[columnCount + 2] as Data)
        let database = database
        vouchers.visit(
            id: id,
            claimedEvent: row[1],
            recomputed: recomputed,
            // The coding is named already; every voucher on it would only repeat that.
            stored: usesDamagedCoding ? recomputed : stored
        ) {
            FactName(table: .voucher, id: id, description: Self.describe(row, database))
        }
    }

    private mutating func visit(_ posting: Row, of voucher: Row?) {
        rowCount += 1
        let id: Int64 = posting[0]
        postings.visit(id: id, claimedEvent: voucher?[1], recomputed: nil, stored: nil) {
            FactName(table: .posting, id: id)
        }
        if let voucher, posting[1] as Int64 != voucher[0] as Int64 {
            let name = FactName(
                table: .voucher,
                id: voucher[0],
                description: Self.describe(voucher, database)
            )
            faults.append(.postingMisplaced(id: Int(id), voucher: name))
        }
    }

    /// Where a voucher's postings end, by its own word or, if that cannot be, by the next one's.
    private func endOfPostings(of row: Row, before next: Row?) throws -> Int64 {
        let first: Int64 = row["firstPosting"]
        let count: Int64 = row["postingCount"]
        let (own, overflows) = first.addingReportingOverflow(count)
        let following: Int64 = next?["firstPosting"] ?? .max
        if own == following { return own }
        if overflows { return following }
        let statement = try database.cachedStatement(
            sql: "SELECT voucher FROM posting WHERE id = ?"
        )
        let before = try Int64.fetchOne(statement, arguments: [own - 1])
        let after = try Int64.fetchOne(statement, arguments: [own])
        let id: Int64 = row[0]
        let endsHere = (count == 0 || before == id) && after != id
        return endsHere ? own : following
    }

    private static func describe(_ row: Row, _ database: Database) -> String {
        let file = try? String.fetchOne(
            database,
            sql: "SELECT fileName FROM importedFile WHERE id = ?",
            arguments: [row["importedFile"] as Int64]
        )
        let series: String = row["series"]
        let number: String = row["number"]
        let line: Int64 = row["line"]
        return "\(series) \(number), \(file ?? "?") rad \(line)"
    }
}
