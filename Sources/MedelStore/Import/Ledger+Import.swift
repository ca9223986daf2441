import Foundation
import GRDB
public import MedelCore

extension Ledger {
    /// Reads a file into a book as one transaction and one event, wholly or not at all.
    ///
    /// - Parameters:
    ///   - operation: who, when and what; its key makes the same file change nothing.
    ///   - reference: the book.
    ///   - description: what a book that is not there yet is made as.
    ///   - commits: false for a dry run, which does everything and takes it back.
    ///   - body: opens the session, hands over vouchers and closes it.
    /// - Returns: what `body` returned, and where the chain ends now.
    /// - Throws: what `body` throws, and `LedgerError`; the ledger is then as it was.
    public func importFile<Value: Sendable>(
        _ operation: Operation,
        into reference: BookReference,
        describedAs description: BookDescription,
        commits: Bool,
        _ body: (ImportSession) throws -> Value
    ) throws -> Outcome<Value> {
        try record(operation, commits: commits) { facts in
            let session = try ImportSession(
                facts: facts,
                reference: reference,
                description: description
            )
            return try body(session)
        }
    }
}

/// A voucher in force, as pairing wants it and as a person knows it.
public struct VoucherInForce: Sendable {
    /// For the pairing.
    public let voucher: VoucherPairing<VoucherKey, Int64>.Existing

    /// Series and number.
    public let key: VoucherKey

    /// The voucher's date.
    public let date: Day
}

extension ImportSession {
    /// The vouchers in force of a fiscal year, as pairing wants them.
    ///
    /// - Parameters:
    ///   - year: the fiscal year.
    ///   - coverage: what the file speaks for, nil when it holds no voucher. A voucher whose
    ///     absence has been reported before is not covered again.
    /// - Returns: the vouchers in order of entry.
    /// - Throws: `LedgerError`.
    public func vouchersInForce(
        in year: FiscalYear,
        coverage: ImportCoverage?
    ) throws -> [VoucherInForce] {
        let id = try fiscalYearID(year)
        let proposals = try proposedHashes(in: id)
        let reportedGone = try Set(
            Int64.fetchAll(
                facts.database,
                sql: "SELECT voucher FROM difference WHERE kind = 'gone'"
            )
        )
        let rows = try Row.fetchCursor(
            facts.database,
            sql: """
                SELECT id, series, number, date, contentHash FROM currentVoucher
                WHERE fiscalYear = ? ORDER BY id
                """,
            arguments: [id]
        )
        var vouchers: [VoucherInForce] = []
        while let row = try rows.next() {
            let voucher: Int64 = row[0]
            let key = VoucherKey(series: row[1], number: row[2])
            guard let hash = ContentHash(stored: row[4]), let date = Day(iso: row[3]) else {
                throw LedgerError.damaged(path: "", detail: "voucher \(voucher)")
            }
            let isCovered = coverage?.covers(series: key.series, on: date) ?? false
            let existing = VoucherPairing<VoucherKey, Int64>.Existing(
                key: key.isNumbered ? key : nil,
                content: hash,
                id: voucher,
                isCovered: isCovered && !reportedGone.contains(voucher),
                proposed: proposals[voucher] ?? []
            )
            vouchers.append(VoucherInForce(voucher: existing, key: key, date: date))
        }
        return vouchers
    }

    private func proposedHashes(in year: Int64) throws -> [Int64: [ContentHash]] {
        var proposals: [Int64: [ContentHash]] = [:]
        let rows = try Row.fetchCursor(
            facts.database,
            sql: """
                SELECT difference.voucher, voucher.contentHash
                FROM difference JOIN voucher ON voucher.id = difference.proposal
                WHERE voucher.fiscalYear = ?
                """,
            arguments: [year]
        )
        while let row = try rows.next() {
            guard let hash = ContentHash(stored: row[1]) else { continue }
            proposals[row[0], default: []].append(hash)
        }
        return proposals
    }
}

extension ContentHash {
    /// Takes a hash from a column.
    init?(stored bytes: Data) { self.init(bytes: [UInt8](bytes)) }
}
