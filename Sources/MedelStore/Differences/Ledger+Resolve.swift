import GRDB
import MedelCore

/// What is decided about a difference.
public enum Verdict: String, CaseIterable, Sendable {
    /// Upstream is right: its version supersedes the one in force, which stays readable.
    case accepted
    /// The version in force stays; the same content from upstream changes nothing again.
    case refused
}

extension Ledger {
    /// Decides an open difference.
    ///
    /// - Parameters:
    ///   - number: the difference.
    ///   - verdict: what is decided.
    ///   - operation: who, when and why.
    /// - Returns: where the chain ends now.
    /// - Throws: `LedgerError.differenceNotOpen`; `.monthNotOpen` when an amount would move in a
    ///   closed month.
    public func resolve(
        difference number: Int,
        _ verdict: Verdict,
        _ operation: Operation
    ) throws -> ChainHead {
        let outcome = try record(operation) { facts in
            let row = try Row.fetchOne(
                facts.database,
                sql: "SELECT voucher, proposal FROM openDifference WHERE id = ?",
                arguments: [number]
            )
            guard let row else { throw LedgerError.differenceNotOpen(number: number) }
            try facts.insert(.resolution, [.integer(number), .text(verdict.rawValue)])
            guard verdict == .accepted else { return }
            let old: Int64 = row[0]
            let new: Int64? = row[1]
            try facts.insert(.voucherVersion, [.integer(old), .optional(new)])
            if let new { try Self.giveMonth(to: new, insteadOf: old, facts) }
            var balances = BalanceAccumulator()
            try Self.add(old, sign: -1, to: &balances, facts.database)
            if let new { try Self.add(new, sign: 1, to: &balances, facts.database) }
            try balances.flush(into: facts.database)
        }
        guard case .recorded(_, let head) = outcome else {
            preconditionFailure("a resolution is a fact")
        }
        return head
    }

    /// Gives a proposal that came while its month was closed the month that it belongs to, if that
    /// is open now or is the month that the voucher in force counts in.
    private static func giveMonth(
        to new: Int64,
        insteadOf old: Int64,
        _ facts: FactWriter
    ) throws {
        let row = try Row.fetchOne(
            facts.database,
            sql: """
                SELECT new.period, new.date, importedFile.book,
                    coalesce(periodAssignment.month, old.period)
                FROM voucher AS new
                JOIN importedFile ON importedFile.id = new.importedFile
                JOIN voucher AS old ON old.id = ?
                LEFT JOIN periodAssignment ON periodAssignment.voucher = old.id
                WHERE new.id = ?
                """,
            arguments: [old, new]
        )
        guard let row, row[0] as Int64 == 0, let date = Day(iso: row[1]) else { return }
        let state = try lock(of: row[2], in: facts.database).state(of: date.month)
        guard state == .open || row[3] as Int == date.month.number else { return }
        try facts.insert(.periodAssignment, [.integer(new), .month(date.month)])
    }

    /// Adds a voucher's postings to balances in the month that they count in.
    static func add(
        _ voucher: Int64,
        sign: Int64,
        to balances: inout BalanceAccumulator,
        _ database: Database
    ) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT posting.coding, posting.amountOre,
                    CASE posting.month WHEN 0 THEN coalesce(periodAssignment.month, 0)
                    ELSE posting.month END
                FROM voucher
                JOIN posting ON posting.id >= voucher.firstPosting
                    AND posting.id < voucher.firstPosting + voucher.postingCount
                LEFT JOIN periodAssignment ON periodAssignment.voucher = voucher.id
                WHERE voucher.id = ?
                """,
            arguments: [voucher]
        )
        while let row = try rows.next() {
            try balances.add((row[1] as Int64) * sign, coding: row[0], month: row[2])
        }
    }
}
