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
    /// Puts months in a state, all of them or none; reopening wants a reason, the operation's.
    ///
    /// - Returns: the months that were in another state, in order of time.
    /// - Throws: `PeriodLockError.reasonMissing`; `LedgerError.monthOutOfRange` for one before 1990
    ///   or more than a year ahead of the operation's time.
    public func setPeriods(
        _ months: [Month],
        of book: BookRecord,
        to state: PeriodState,
        _ operation: Operation
    ) throws -> Outcome<[Month]> {
        let months = Set(months).sorted()
        let current = operation.month
        if let earliest = Month(year: 1990, month: 1), let latest = current.advanced(by: 12),
            let month = months.first(where: { $0 < earliest || $0 > latest })
        {
            throw LedgerError.monthOutOfRange(month, from: earliest, through: latest)
        }
        return try record(operation) { facts in
            var lock = try Self.lock(of: book.id, in: facts.database)
            let moved = months.filter { lock.state(of: $0) != state }
            for month in moved {
                try lock.set(month, to: state, reason: operation.reason)
                let digest = try Self.digest(of: month.number, book: book.id, in: facts.database)
                try facts.insert(
                    .periodLock,
                    [
                        .integer(book.id), .month(month), .text(state.rawValue),
                        .blob(digest.bytes),
                    ]
                )
            }
            return moved
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

    /// Gives a voucher that came after closing a month to count in: its own or a later one, up to
    /// the month in which it is done.
    ///
    /// - Throws: `LedgerError.voucherHasMonth` for one that does not wait in that book;
    ///   `.monthNotAssignable`; `.monthNotOpen` when that month is closed too.
    public func assign(
        voucher number: Int,
        of book: BookRecord,
        to month: Month,
        _ operation: Operation
    ) throws -> ChainHead {
        let outcome = try record(operation) { facts in
            let database = facts.database
            guard let own = try Self.monthOfWaiting(number, in: book.id, database) else {
                throw LedgerError.voucherHasMonth(number: number)
            }
            let latest = max(own, operation.month)
            guard own <= month, month <= latest else {
                throw LedgerError.monthNotAssignable(month, from: own, through: latest)
            }
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

    /// The month of a waiting voucher's date; nil when no voucher of that number waits in the book.
    private static func monthOfWaiting(
        _ number: Int,
        in book: Int64,
        _ database: Database
    ) throws -> Month? {
        try String.fetchOne(
            database,
            sql: """
                SELECT date FROM currentVoucher AS voucher
                JOIN fiscalYear ON fiscalYear.id = voucher.fiscalYear
                WHERE voucher.id = ?1 AND fiscalYear.book = ?2 AND period = 0
                AND NOT EXISTS (SELECT 1 FROM periodAssignment WHERE voucher = ?1)
                """,
            arguments: [number, book]
        ).flatMap { Day(iso: $0)?.month }
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

extension Operation {
    /// The month on a calendar in Sweden in which it is done.
    fileprivate var month: Month { (time.dayInStockholm ?? time.day).month }
}
