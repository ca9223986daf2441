import GRDB
import MedelCore

/// Sums postings by coding and month in memory, and adds the sums to the balances at the end.
///
/// A trigger per row would cost two seconds a million rows (STORE 3.1).
struct BalanceAccumulator {
    private var sumsByMonth: [Int: [Int64: Int64]] = [:]
    private var month = 0
    private var sums: [Int64: Int64] = [:]

    /// Adds an amount.
    ///
    /// - Throws: `LedgerError.amountOutOfRange` when a sum passes sixty-four bits.
    mutating func add(_ ore: Int64, coding: Int64, month: Int) throws {
        if month != self.month {
            sumsByMonth[self.month] = sums
            sums = sumsByMonth.removeValue(forKey: month) ?? [:]
            self.month = month
        }
        let (sum, overflows) = sums[coding, default: 0].addingReportingOverflow(ore)
        guard !overflows else { throw LedgerError.amountOutOfRange }
        sums[coding] = sum
    }

    /// Adds the sums to the balances in order of month and coding.
    ///
    /// - Throws: `LedgerError.amountOutOfRange` when a balance passes the bound of money,
    ///   `.monthNotOpen` when a month is closed.
    mutating func flush(into database: Database) throws {
        sumsByMonth[month] = sums
        let read = try database.cachedStatement(
            sql: "SELECT amountOre FROM balance WHERE coding = ? AND month = ?"
        )
        let write = try database.cachedStatement(
            sql: """
                INSERT INTO balance (coding, month, amountOre) VALUES (?, ?, ?)
                ON CONFLICT (coding, month) DO UPDATE SET amountOre = excluded.amountOre
                """
        )
        for (month, sums) in sumsByMonth.sorted(by: { $0.key < $1.key }) {
            for (coding, sum) in sums.sorted(by: { $0.key < $1.key }) {
                let earlier = try Int64.fetchOne(read, arguments: [coding, month])
                // A row that does not move may lie in a closed month.
                if sum == 0, earlier != nil { continue }
                let (total, overflows) = (earlier ?? 0).addingReportingOverflow(sum)
                guard !overflows, total.magnitude <= Money.oreMax.magnitude else {
                    throw LedgerError.amountOutOfRange
                }
                try write.execute(arguments: [coding, month, total])
            }
        }
        sumsByMonth = [:]
        sums = [:]
        month = 0
    }
}
