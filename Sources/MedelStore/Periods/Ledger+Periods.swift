import Foundation
import GRDB
public import MedelCore

/// A month of a book that is not open.
public struct ShutPeriod: Hashable, Sendable {
    /// The month.
    public let month: Month

    /// Hold or closed.
    public let state: PeriodState
}

/// A voucher that came after its month was closed and waits for one.
public struct LateVoucher: Hashable, Sendable {
    /// The number by which it is assigned.
    public let number: Int

    /// Series and number.
    public let key: VoucherKey

    /// Upstream's date.
    public let date: Day

    /// The voucher's text.
    public let text: String
}

extension Ledger {
    /// Puts a month in a state; reopening wants a reason, which is the operation's.
    ///
    /// - Throws: `PeriodLockError.reasonMissing`.
    public func setPeriod(
        _ month: Month,
        of book: BookRecord,
        to state: PeriodState,
        _ operation: Operation
    ) throws -> Outcome<PeriodState> {
        try record(operation) { facts in
            var lock = try Self.lock(of: book.id, in: facts.database)
            guard lock.state(of: month) != state else { return state }
            try lock.set(month, to: state, reason: operation.reason)
            let digest = try Self.digest(of: month.number, book: book.id, in: facts.database)
            try facts.insert(
                .periodLock,
                [
                    .integer(book.id), .month(month), .text(state.rawValue),
                    .blob(digest.bytes),
                ]
            )
            return state
        }
    }

    /// The months of a book that are not open, in order of time.
    public func shutPeriods(of book: BookRecord) throws -> [ShutPeriod] {
        let lock = try read { try Self.lock(of: book.id, in: $0) }
        return lock.shutMonths.map { ShutPeriod(month: $0, state: lock.state(of: $0)) }
    }

    /// The vouchers of a book that wait for a month, oldest first.
    public func lateVouchers(of book: BookRecord) throws -> [LateVoucher] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT voucher.id, series, number, date, text FROM currentVoucher AS voucher
                    JOIN fiscalYear ON fiscalYear.id = voucher.fiscalYear
                    WHERE fiscalYear.book = ? AND period = 0
                    AND NOT EXISTS (
                        SELECT 1 FROM periodAssignment WHERE voucher = voucher.id)
                    ORDER BY date, voucher.id
                    """,
                arguments: [book.id]
            ).compactMap { row in
                guard let date = Day(iso: row[3]) else { return nil }
                return LateVoucher(
                    number: Int(row[0] as Int64),
                    key: VoucherKey(series: row[1], number: row[2]),
                    date: date,
                    text: row[4]
                )
            }
        }
    }

    /// Gives a voucher that came after closing a month to count in.
    ///
    /// - Throws: `LedgerError.voucherHasMonth`; `.monthNotOpen` when that month is closed too.
    public func assign(
        voucher number: Int,
        to month: Month,
        _ operation: Operation
    ) throws -> ChainHead {
        let outcome = try record(operation) { facts in
            let database = facts.database
            let isWaiting = try Bool.fetchOne(
                database,
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM currentVoucher WHERE id = ?1 AND period = 0
                        AND NOT EXISTS (SELECT 1 FROM periodAssignment WHERE voucher = ?1))
                    """,
                arguments: [number]
            )
            guard isWaiting == true else { throw LedgerError.voucherHasMonth(number: number) }
            var balances = BalanceAccumulator()
            try Self.add(Int64(number), sign: -1, to: &balances, database)
            try facts.insert(.periodAssignment, [.integer(number), .month(month)])
            try Self.add(Int64(number), sign: 1, to: &balances, database)
            try balances.flush(into: database)
        }
        guard case .recorded(_, let head) = outcome else {
            preconditionFailure("an assignment is a fact")
        }
        return head
    }

    static func lock(of book: Int64, in database: Database) throws -> PeriodLock {
        var lock = PeriodLock()
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT month, state FROM currentPeriod WHERE book = ?",
            arguments: [book]
        )
        while let row = try rows.next() {
            guard let month = Month(number: row[0]), let state = PeriodState(rawValue: row[1])
            else { continue }
            try lock.set(month, to: state, reason: "read from the ledger")
        }
        return lock
    }

    /// The digest over a month's balances, by which a closed month is known to be unmoved.
    static func digest(
        of month: Int,
        book: Int64,
        in database: Database
    ) throws -> Digest {
        var encoder = RowEncoder()
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT account, objects, amountOre
                FROM balance JOIN coding ON coding.id = balance.coding
                WHERE coding.book = ? AND month = ? AND amountOre <> 0
                ORDER BY account, objects
                """,
            arguments: [book, month]
        )
        while let row = try rows.next() {
            encoder.append(row[0] as String)
            encoder.append(row[1] as String)
            encoder.append(row[2] as Int64)
        }
        return encoder.digest
    }
}
