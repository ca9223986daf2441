import Foundation
import GRDB
import MedelCore

/// Recomputes the hash of every voucher over its fields and its postings.
///
/// Vouchers and postings are read side by side in order of id; a voucher says where its postings
/// begin and how many they are.
struct VoucherVerifier {
    /// A voucher whose own fields are encoded and whose postings are still to come.
    private struct Head {
        let id: Int64
        let event: Int64
        let books: Set<Int64>
        let firstPosting: Int64
        let postingCount: Int64
        let stored: [UInt8]
        let encoded: [UInt8]
    }

    private let database: Database
    private let damagedCodings: Set<Int64>
    private let codings: [Int64: (book: Int64, encoded: [UInt8])]
    private let bookByYear: [Int64: Int64]
    private let bookByFile: [Int64: Int64]
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
        var codings: [Int64: (book: Int64, encoded: [UInt8])] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT id, book, account, objects FROM coding"
        )
        while let row = try rows.next() {
            var encoder = RowEncoder()
            try encoder.append(row, at: 2)
            try encoder.append(row, at: 3)
            codings[row[0]] = (row[1], encoder.bytes)
        }
        self.codings = codings
        bookByYear = try Self.books(of: .fiscalYear, in: database)
        bookByFile = try Self.books(of: .importedFile, in: database)
        let columns = (["id", "voucher"] + VoucherEncoding.postingColumns).joined(separator: ", ")
        postingRows = try Row.fetchCursor(
            database,
            sql: "SELECT \(columns) FROM posting ORDER BY id"
        )
        nextPosting = try postingRows.next()
    }

    private static func books(
        of table: FactTable,
        in database: Database
    ) throws -> [Int64: Int64] {
        let rows = try Row.fetchAll(database, sql: "SELECT id, book FROM \(table.name)")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }

    mutating func verify() throws {
        let columns = FactTable.voucher.columns(encoding: LedgerEncoding.current)
        let list = (["id", "event"] + columns + ["hash"]).joined(separator: ", ")
        let rows = try Row.fetchCursor(database, sql: "SELECT \(list) FROM voucher ORDER BY id")
        var encoder = RowEncoder()
        var current = try rows.next().map {
            try head($0, columnCount: columns.count, with: &encoder)
        }
        while let head = current {
            let next = try rows.next().map {
                try self.head($0, columnCount: columns.count, with: &encoder)
            }
            try verify(head, before: next, with: &encoder)
            current = next
        }
        while let posting = nextPosting {
            visit(posting, of: nil)
            nextPosting = try postingRows.next()
        }
        vouchers.finish()
        postings.finish()
    }

    private func head(
        _ row: Row,
        columnCount: Int,
        with encoder: inout RowEncoder
    ) throws -> Head {
        encoder.removeAll()
        encoder.append(FactTable.voucher.rawValue)
        for column in 0..<columnCount + 2 { try encoder.append(row, at: column) }
        let books = [bookByYear[row["fiscalYear"]], bookByFile[row["importedFile"]]]
        return Head(
            id: row[0],
            event: row[1],
            books: Set(books.compactMap(\.self)),
            firstPosting: row["firstPosting"],
            postingCount: row["postingCount"],
            stored: [UInt8](row[columnCount + 2] as Data),
            encoded: encoder.bytes
        )
    }

    private mutating func verify(
        _ head: Head,
        before next: Head?,
        with encoder: inout RowEncoder
    ) throws {
        rowCount += 1
        encoder.removeAll()
        encoder.append(encoded: head.encoded)
        let end = try endOfPostings(of: head, before: next)
        var usesDamagedCoding = false
        while let posting = nextPosting, (posting[0] as Int64) < end {
            let id: Int64 = posting[2]
            usesDamagedCoding = usesDamagedCoding || damagedCodings.contains(id)
            // The hash has account and objects; the same ones of another book are others.
            if let coding = codings[id], head.books.contains(coding.book) {
                encoder.append(encoded: coding.encoded)
            }
            for column in 3..<10 { try encoder.append(posting, at: column) }
            visit(posting, of: head)
            nextPosting = try postingRows.next()
        }
        let database = database
        vouchers.visit(
            id: head.id,
            claimedEvent: head.event,
            // The coding is named already; every voucher on it would only repeat that.
            recomputed: usesDamagedCoding ? head.stored : encoder.digest.bytes,
            stored: head.stored
        ) {
            Self.name(head.id, database)
        }
    }

    private mutating func visit(_ posting: Row, of voucher: Head?) {
        rowCount += 1
        let id: Int64 = posting[0]
        postings.visit(id: id, claimedEvent: voucher?.event, recomputed: nil, stored: nil) {
            FactName(table: .posting, id: id)
        }
        if let voucher, posting[1] as Int64 != voucher.id {
            faults.append(
                .postingMisplaced(id: Int(id), voucher: Self.name(voucher.id, database))
            )
        }
    }

    /// Where a voucher's postings end, by its own word or, if that cannot be, by the next one's.
    private func endOfPostings(of head: Head, before next: Head?) throws -> Int64 {
        let (own, overflows) = head.firstPosting.addingReportingOverflow(head.postingCount)
        let following = next?.firstPosting ?? .max
        if own == following { return own }
        if overflows { return following }
        let statement = try database.cachedStatement(
            sql: "SELECT voucher FROM posting WHERE id = ?"
        )
        let before = try Int64.fetchOne(statement, arguments: [own &- 1])
        let after = try Int64.fetchOne(statement, arguments: [own])
        let endsHere = (head.postingCount == 0 || before == head.id) && after != head.id
        return endsHere ? own : following
    }

    private static func name(_ voucher: Int64, _ database: Database) -> FactName {
        let row = try? Row.fetchOne(
            database,
            sql: """
                SELECT series, number, voucher.line, fileName
                FROM voucher LEFT JOIN importedFile ON importedFile.id = voucher.importedFile
                WHERE voucher.id = ?
                """,
            arguments: [voucher]
        )
        let description = row.map { row in
            "\(row[0] as String) \(row[1] as String), \(row[3] as String? ?? "?") "
                + "rad \(row[2] as Int64)"
        }
        return FactName(table: .voucher, id: voucher, description: description ?? "")
    }
}
