import GRDB
public import MedelCore

extension Ledger {
    /// Tries every rule of a level and lists where they do not hold.
    public func check(_ level: CheckRule.Level) throws -> CheckReport {
        try read { database in
            let books = try BookRecord.fetchAll(database)
            let check = LedgerCheck(database: database, books: books)
            let rules = CheckRule.rules(of: level)
            var findings: [CheckFinding] = []
            var omitted: [CheckRule: Int] = [:]
            for rule in rules {
                let found = try check.findings(of: rule)
                findings += found.prefix(CheckReport.findingsMax)
                if found.count > CheckReport.findingsMax {
                    omitted[rule] = found.count - CheckReport.findingsMax
                }
            }
            return CheckReport(rules: rules, findings: findings, omitted: omitted)
        }
    }
}

/// The rules as questions to the database.
struct LedgerCheck {
    let database: Database
    let books: [BookRecord]

    func findings(of rule: CheckRule) throws -> [CheckFinding] {
        switch rule {
        case .vouchersBalance: try unbalancedVouchers()
        case .balancesMatchPostings: try wrongBalances()
        case .referencesHold: try looseReferences()
        case .postingsFollowVoucher: try strayPostings()
        case .closedMonthsUnchanged: try movedMonths()
        case .openingAndMovementsGiveClosing: try books.flatMap(wrongClosings)
        case .yearsFollow: try books.flatMap(brokenYears)
        case .accountsDeclared: try undeclaredAccounts()
        case .differencesResolved: try openDifferences()
        case .lateVouchersAssigned: try waitingVouchers()
        case .postingsMapped: try books.flatMap(unmapped)
        }
    }

    private func unbalancedVouchers() throws -> [CheckFinding] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT book.code, voucher.series, voucher.number, importedFile.fileName,
                    voucher.line, sum(posting.amountOre)
                FROM posting
                JOIN currentVoucher AS voucher ON voucher.id = posting.voucher
                JOIN importedFile ON importedFile.id = voucher.importedFile
                JOIN book ON book.id = importedFile.book
                WHERE book.kind = 'complete'
                GROUP BY posting.voucher HAVING sum(posting.amountOre) <> 0
                ORDER BY posting.voucher
                """
        ).map { row in
            CheckFinding(
                .vouchersBalance,
                book: BookReference(row[0] as String),
                place: "\(VoucherKey(series: row[1], number: row[2])), \(row[3] as String) "
                    + "rad \(row[4] as Int64)",
                ore: row[5]
            )
        }
    }

    private func wrongBalances() throws -> [CheckFinding] {
        try Row.fetchAll(
            database,
            sql: """
                WITH counted AS (
                    SELECT posting.coding, CASE posting.month
                            WHEN 0 THEN coalesce(periodAssignment.month, 0)
                            ELSE posting.month END AS month,
                        posting.amountOre
                    FROM posting
                    JOIN currentVoucher AS voucher ON voucher.id = posting.voucher
                    LEFT JOIN periodAssignment ON periodAssignment.voucher = voucher.id
                ), compared AS (
                    SELECT coding, month, amountOre AS kept, 0 AS summed FROM balance
                    UNION ALL
                    SELECT coding, month, 0, sum(amountOre) FROM counted GROUP BY coding, month
                )
                SELECT coding.account, coding.objects, month, sum(kept) - sum(summed), book.code
                FROM compared
                JOIN coding ON coding.id = compared.coding JOIN book ON book.id = coding.book
                GROUP BY compared.coding, month HAVING sum(kept) <> sum(summed)
                ORDER BY coding.account, coding.objects, month
                """
        ).map { row in
            CheckFinding(
                .balancesMatchPostings,
                book: BookReference(row[4] as String),
                place: "konto \(row[0] as String) \(row[1] as String) \(row[2] as Int64)",
                ore: row[3]
            )
        }
    }

    private func looseReferences() throws -> [CheckFinding] {
        try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
            let id = (row[1] as Int64?).map(String.init) ?? "?"
            return CheckFinding(
                .referencesHold,
                place: "\(row[0] as String) \(id) → \(row[2] as String)"
            )
        }
    }

    private func strayPostings() throws -> [CheckFinding] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT posting.id, voucher.series, voucher.number
                FROM posting JOIN voucher ON voucher.id = posting.voucher
                WHERE posting.month <> voucher.period
                OR voucher.period NOT IN (
                    0, CAST(substr(voucher.date, 1, 4) || substr(voucher.date, 6, 2) AS INTEGER))
                """
        ).map { row in
            let key = VoucherKey(series: row[1], number: row[2])
            return CheckFinding(.postingsFollowVoucher, place: "rad \(row[0] as Int64), \(key)")
        }
    }

    private func movedMonths() throws -> [CheckFinding] {
        try Row.fetchAll(
            database,
            sql: "SELECT book, month, digest FROM currentPeriod WHERE state = 'closed'"
        ).compactMap { row in
            let now = try Ledger.digest(of: row[1], book: row[0], in: database)
            guard now != Digest(row[2]) else { return nil }
            let month: Int = row[1]
            return CheckFinding(
                .closedMonthsUnchanged,
                book: books.first { $0.id == row[0] as Int64 }?.reference,
                place: Month(number: month)?.description ?? "\(month)"
            )
        }
    }

    private func undeclaredAccounts() throws -> [CheckFinding] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT book.code, coding.account FROM coding
                JOIN book ON book.id = coding.book
                WHERE NOT EXISTS (
                    SELECT 1 FROM account
                    WHERE account.book = coding.book AND account.number = coding.account)
                ORDER BY book.id, coding.account
                """
        ).map { row in
            CheckFinding(
                .accountsDeclared,
                book: BookReference(row[0] as String),
                place: "konto \(row[1] as String)"
            )
        }
    }

    private func openDifferences() throws -> [CheckFinding] {
        try Int.fetchAll(database, sql: "SELECT id FROM openDifference ORDER BY id").map {
            CheckFinding(.differencesResolved, place: "skillnad \($0)")
        }
    }

    private func waitingVouchers() throws -> [CheckFinding] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT voucher.id, series, number, date FROM currentVoucher AS voucher
                WHERE period = 0 AND NOT EXISTS (
                    SELECT 1 FROM periodAssignment WHERE voucher = voucher.id)
                ORDER BY date, voucher.id
                """
        ).map { row in
            let key = VoucherKey(series: row[1], number: row[2])
            return CheckFinding(
                .lateVouchersAssigned,
                place: "nr \(row[0] as Int64): \(key), \(row[3] as String)"
            )
        }
    }

    /// Unmapped result postings, one line for each account and year of months.
    private func unmapped(_ book: BookRecord) throws -> [CheckFinding] {
        let codings = try BookCodings(book: book.id, database: database)
        let names = try BookNames(book: book.id, database: database)
        var sums: [AccountNumber: Int64] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT balance.coding, month, amountOre FROM balance
                JOIN coding ON coding.id = balance.coding
                WHERE coding.book = ? AND month > 0
                """,
            arguments: [book.id]
        )
        while let row = try rows.next() {
            guard let coding = codings[row[0] as Int64], let month = Month(number: row[1]),
                codings.isUnmapped(coding, in: month)
            else { continue }
            let (sum, overflows) = sums[coding.account, default: 0]
                .addingReportingOverflow(row[2] as Int64)
            sums[coding.account] = overflows ? .max : sum
        }
        return sums.sorted { $0.key < $1.key }.map { account, sum in
            CheckFinding(
                .postingsMapped,
                book: book.reference,
                place: "konto \(account.text) \(names.account(account) ?? "")",
                ore: sum
            )
        }
    }
}
