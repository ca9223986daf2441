import GRDB
import MedelCore

extension LedgerCheck {
    /// Accounts of complete books whose opening balance and movements do not give what the latest
    /// file of the year declares as closing balance or result.
    func wrongClosings(_ book: BookRecord) throws -> [CheckFinding] {
        guard book.kind == .complete else { return [] }
        return try DeclaredYear.latest(of: book.id, in: database).flatMap { year in
            let movements = try movements(of: year.fiscalYear)
            let accounts = Set(year.closing.keys).union(year.result.keys)
            return accounts.sorted().compactMap { account -> CheckFinding? in
                let moved = movements[account] ?? 0
                let expected: Int64
                if let closing = year.closing[account] {
                    expected = closing - (year.opening[account] ?? 0)
                } else {
                    expected = year.result[account] ?? 0
                }
                guard moved != expected else { return nil }
                return CheckFinding(
                    .openingAndMovementsGiveClosing,
                    book: book.reference,
                    place: "konto \(account) \(year.name)",
                    ore: moved - expected
                )
            }
        }
    }

    /// Balance accounts whose opening balance is not the closing balance of the year before; equity
    /// is compared in total, since last year's result is moved within it.
    func brokenYears(_ book: BookRecord) throws -> [CheckFinding] {
        guard book.kind == .complete else { return [] }
        let years = try DeclaredYear.latest(of: book.id, in: database)
        return zip(years, years.dropFirst()).flatMap { before, after in
            guard before.isFollowed(by: after) else { return [CheckFinding]() }
            var differences: [String: Int64] = [:]
            let carried = before.closing.filter { AccountNumber($0.key)?.isBalanceByDigit == true }
            for account in Set(carried.keys).union(after.opening.keys) {
                let difference = (after.opening[account] ?? 0) - (carried[account] ?? 0)
                let isEquity = account.hasPrefix("20")
                differences[isEquity ? "20 eget kapital" : account, default: 0] += difference
            }
            let result = before.result.values.reduce(0, +)
            if let equity = differences["20 eget kapital"], equity == result {
                differences["20 eget kapital"] = 0
            }
            return differences.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map {
                CheckFinding(
                    .yearsFollow,
                    book: book.reference,
                    place: "konto \($0.key) \(after.name)",
                    ore: $0.value
                )
            }
        }
    }

    private func movements(of fiscalYear: Int64) throws -> [String: Int64] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT coding.account, sum(posting.amountOre)
                FROM currentVoucher AS voucher
                JOIN posting ON posting.id >= voucher.firstPosting
                    AND posting.id < voucher.firstPosting + voucher.postingCount
                JOIN coding ON coding.id = posting.coding
                WHERE voucher.fiscalYear = ? GROUP BY coding.account
                """,
            arguments: [fiscalYear]
        )
        var movements: [String: Int64] = [:]
        while let row = try rows.next() { movements[row[0]] = row[1] as Int64 }
        return movements
    }
}

/// What the latest file of a fiscal year declares, by account, in öre.
struct DeclaredYear {
    let fiscalYear: Int64
    let firstDay: Day
    let lastDay: Day
    var opening: [String: Int64] = [:]
    var closing: [String: Int64] = [:]
    var result: [String: Int64] = [:]

    /// The year as it is called: `2025`, or both days when it is broken.
    var name: String {
        FiscalYear(from: firstDay, through: lastDay)?.isCalendarYear == true
            ? "\(firstDay.year)" : "\(firstDay)–\(lastDay)"
    }

    func isFollowed(by other: DeclaredYear) -> Bool {
        lastDay.advanced(by: 1) == other.firstDay
    }

    /// The years of a book, each from the file that covers most of it, then the latest.
    static func latest(of book: Int64, in database: Database) throws -> [DeclaredYear] {
        let files = try Row.fetchAll(
            database,
            sql: """
                SELECT fiscalYear.id, fiscalYear.firstDay, fiscalYear.lastDay, (
                    SELECT importedFile.id FROM importedFile
                    JOIN importResult ON importResult.importedFile = importedFile.id
                    WHERE importedFile.fiscalYear = fiscalYear.id
                    AND importedFile.format = 'SIE 4E'
                    AND EXISTS (
                        SELECT 1 FROM declaredBalance
                        WHERE declaredBalance.importedFile = importedFile.id AND yearIndex = 0)
                    ORDER BY coverThrough DESC, importedFile.id DESC LIMIT 1)
                FROM fiscalYear WHERE fiscalYear.book = ? ORDER BY fiscalYear.firstDay
                """,
            arguments: [book]
        )
        return try files.compactMap { row -> DeclaredYear? in
            guard let file = row[3] as Int64?, let first = Day(iso: row[1]),
                let last = Day(iso: row[2])
            else { return nil }
            var year = DeclaredYear(fiscalYear: row[0], firstDay: first, lastDay: last)
            let balances = try Row.fetchCursor(
                database,
                sql: """
                    SELECT kind, account, sum(amountOre) FROM declaredBalance
                    JOIN coding ON coding.id = declaredBalance.coding
                    WHERE importedFile = ? AND yearIndex = 0 AND kind IN ('IB', 'UB', 'RES')
                    GROUP BY kind, account
                    """,
                arguments: [file]
            )
            while let balance = try balances.next() {
                let account: String = balance[1]
                switch balance[0] as String {
                case "IB": year.opening[account] = balance[2] as Int64
                case "UB": year.closing[account] = balance[2] as Int64
                default: year.result[account] = balance[2] as Int64
                }
            }
            return year
        }
    }
}
