import Foundation
import GRDB
public import MedelCore

/// What upstream had of a voucher in force when it was last read.
public enum UpstreamState: Hashable, Sendable {
    /// The same content.
    case asInForce
    /// Another content, kept as a proposal.
    case changed(ContentHash)
    /// Nothing.
    case gone
}

/// A voucher in force, as pairing wants it and as a person knows it.
public struct VoucherInForce: Sendable {
    /// For the pairing.
    public let voucher: VoucherPairing<VoucherKey, Int64>.Existing

    /// Series and number.
    public let key: VoucherKey

    /// The voucher's date.
    public let date: Day

    /// What upstream had when it was last read.
    public let upstream: UpstreamState

    /// The vouchers that keep what was proposed for it, by content.
    public let proposals: [ContentHash: Int64]
}

extension ImportSession {
    /// The vouchers in force of a fiscal year, in order of entry.
    ///
    /// - Parameters:
    ///   - year: the fiscal year.
    ///   - covers: whether the file speaks for a voucher of that name on that day.
    /// - Returns: the vouchers with what upstream had of them.
    /// - Throws: `LedgerError`.
    public func vouchersInForce(
        in year: FiscalYear,
        covers: (VoucherKey, Day) -> Bool
    ) throws -> [VoucherInForce] {
        let id = try fiscalYearID(year)
        let history = try DifferenceHistory(of: id, in: facts.database)
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
            let proposals = history.proposals[voucher] ?? [:]
            let existing = VoucherPairing<VoucherKey, Int64>.Existing(
                key: key.isNumbered ? key : nil,
                content: hash,
                id: voucher,
                isCovered: covers(key, date),
                proposed: proposals.keys.sorted()
            )
            vouchers.append(
                VoucherInForce(
                    voucher: existing,
                    key: key,
                    date: date,
                    upstream: history.upstream[voucher] ?? .asInForce,
                    proposals: proposals
                )
            )
        }
        return vouchers
    }

    /// The rows of a voucher as they are stored, for comparing with what another rule would keep.
    public func storedRows(of voucher: Int64) throws -> [(coding: Coding, ore: Int64)] {
        try Row.fetchAll(
            facts.database,
            sql: """
                SELECT account, objects, amountOre
                FROM voucher
                JOIN posting ON posting.id >= voucher.firstPosting
                    AND posting.id < voucher.firstPosting + voucher.postingCount
                JOIN coding ON coding.id = posting.coding
                WHERE voucher.id = ? ORDER BY posting.id
                """,
            arguments: [voucher]
        ).compactMap { row in
            Coding(account: row[0], objectText: row[1]).map { (coding: $0, ore: row[2]) }
        }
    }
}

/// What has been noted about the vouchers of a fiscal year against upstream.
private struct DifferenceHistory {
    var proposals: [Int64: [ContentHash: Int64]] = [:]
    var upstream: [Int64: UpstreamState] = [:]

    init(of year: Int64, in database: Database) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT difference.kind, difference.voucher, difference.proposal,
                    proposal.contentHash
                FROM difference
                JOIN voucher ON voucher.id = difference.voucher
                LEFT JOIN voucher AS proposal ON proposal.id = difference.proposal
                WHERE voucher.fiscalYear = ? ORDER BY difference.id
                """,
            arguments: [year]
        )
        // Later rows overtake earlier ones.
        while let row = try rows.next() {
            let voucher: Int64 = row[1]
            switch row[0] as String {
            case "gone": upstream[voucher] = .gone
            case "returned": upstream[voucher] = .asInForce
            default:
                guard let hash = (row[3] as Data?).flatMap({ ContentHash(stored: $0) }) else {
                    continue
                }
                upstream[voucher] = .changed(hash)
                proposals[voucher, default: [:]][hash] = row[2] as Int64
            }
        }
    }
}

extension ContentHash {
    /// Takes a hash from a column.
    init?(stored bytes: Data) { self.init(bytes: [UInt8](bytes)) }
}
