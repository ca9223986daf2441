import GRDB
import MedelCore

/// A fiscal year of a book that files or vouchers fill.
struct BookYear {
    let id: Int64
    let firstDay: Day
    let lastDay: Day

    /// What the latest file of the year declares; nil when none does.
    let declared: DeclaredBalances?

    /// The year as it is called: `2025`, or both days when it is broken.
    var name: String {
        FiscalYear(from: firstDay, through: lastDay)?.isCalendarYear == true
            ? "\(firstDay.year)" : "\(firstDay)–\(lastDay)"
    }

    /// The years of a book in order of time; one that a file only names as the year before its own
    /// is none of them.
    static func fetchAll(of book: Int64, in database: Database) throws -> [BookYear] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT id, firstDay, lastDay FROM fiscalYear
                WHERE book = ? AND (
                    EXISTS (
                        SELECT 1 FROM importedFile WHERE importedFile.fiscalYear = fiscalYear.id)
                    OR EXISTS (
                        SELECT 1 FROM currentVoucher AS voucher
                        WHERE voucher.fiscalYear = fiscalYear.id))
                ORDER BY firstDay, lastDay
                """,
            arguments: [book]
        )
        return try rows.map { row in
            guard let first = Day(iso: row[1]), let last = Day(iso: row[2]) else {
                throw LedgerError.damaged(path: "", detail: "fiscalYear \(row[0] as Int64)")
            }
            return BookYear(
                id: row[0],
                firstDay: first,
                lastDay: last,
                declared: try DeclaredBalances.latest(ofYear: row[0], in: database)
            )
        }
    }

    /// What the year's vouchers move, by account, in öre.
    func movements(in database: Database) throws -> [String: Int64] {
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
            arguments: [id]
        )
        var movements: [String: Int64] = [:]
        while let row = try rows.next() { movements[row[0]] = row[1] as Int64 }
        return movements
    }

    /// Whether nothing happened in the year, as a file that was written after it says itself.
    ///
    /// A file without vouchers has no dates to speak for; its balances tell that none are missing.
    func hasRested(in database: Database) throws -> Bool {
        guard let declared, declared.isAtRest else { return false }
        return try Bool.fetchOne(
            database,
            sql: """
                SELECT generatedOn > ?2 AND NOT EXISTS (
                    SELECT 1 FROM currentVoucher WHERE currentVoucher.fiscalYear = ?3)
                FROM importedFile WHERE id = ?1
                """,
            arguments: [
                DeclaredBalances.latestFile(ofYear: id, in: database), lastDay.description, id,
            ]
        ) ?? false
    }
}

/// What a file declares of its own fiscal year, by account, in öre.
struct DeclaredBalances {
    /// #IB of the year; #UB of the year before when the file has no #IB at all.
    var opening: [String: Int64] = [:]

    /// #UB of the year.
    var closing: [String: Int64] = [:]

    /// #RES of the year.
    var result: [String: Int64] = [:]

    /// The balances of the file of a year that was written last, of two on one day the one that was
    /// read in last; what only tells budgets or periods is no such file.
    static func latest(ofYear year: Int64, in database: Database) throws -> DeclaredBalances? {
        guard let file = try latestFile(ofYear: year, in: database) else { return nil }
        var balances = DeclaredBalances()
        var before: [String: Int64] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT kind, yearIndex, account, sum(amountOre) FROM declaredBalance
                JOIN coding ON coding.id = declaredBalance.coding
                WHERE importedFile = ? AND \(condition)
                GROUP BY kind, yearIndex, account
                """,
            arguments: [file]
        )
        while let row = try rows.next() {
            let account: String = row[2]
            let ore: Int64 = row[3]
            switch (row[0] as String, row[1] as Int) {
            case ("IB", _): balances.opening[account] = ore
            case ("RES", _): balances.result[account] = ore
            case (_, 0): balances.closing[account] = ore
            default: before[account] = ore
            }
        }
        if balances.opening.isEmpty { balances.opening = before }
        return balances
    }

    /// The balances that are read of a file.
    private static let condition = """
        (yearIndex = 0 AND kind IN ('IB', 'UB', 'RES') OR yearIndex = -1 AND kind = 'UB')
        """

    /// The file of a year that `latest` reads.
    static func latestFile(ofYear year: Int64, in database: Database) throws -> Int64? {
        try Int64.fetchOne(
            database,
            sql: """
                SELECT importedFile.id FROM importedFile
                WHERE fiscalYear = ? AND format = 'SIE 4E'
                AND EXISTS (
                    SELECT 1 FROM declaredBalance
                    WHERE declaredBalance.importedFile = importedFile.id AND \(condition))
                ORDER BY generatedOn DESC, id DESC LIMIT 1
                """,
            arguments: [year]
        )
    }

    /// Whether the file says how the year ends.
    var hasClosing: Bool { !closing.isEmpty || !result.isEmpty }

    /// Whether the file says anything of the balance sheet.
    var hasBalances: Bool { !opening.isEmpty || !closing.isEmpty }

    /// Whether the year ends as it began, without a result.
    var isAtRest: Bool {
        hasBalances && result.values.allSatisfy { $0 == 0 }
            && opening.filter { $0.value != 0 } == closing.filter { $0.value != 0 }
    }

    /// Whether an account belongs to the balance sheet: by its declared class, else by what the file
    /// declares for it, else by its digit.
    ///
    /// Source: `SIEReconciler`, which says the same of a file by itself.
    func isBalance(_ account: String, _ names: BookNames) -> Bool {
        if let declared = names.kinds[account].flatMap(AccountClass.init(declared:)) {
            return declared.isBalance
        }
        let hasBalance = opening[account] != nil || closing[account] != nil
        let hasResult = result[account] != nil
        if hasBalance != hasResult { return hasBalance }
        return AccountNumber(account).map(names.isBalance) ?? false
    }
}
