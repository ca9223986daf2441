import GRDB
import MedelCore

/// Reads a book by account and calendar year.
///
/// The year of an amount is that of the month that its voucher counts in, as in every sheet.
struct AccountYearsReader {
    private struct Key: Hashable {
        let account: AccountNumber
        let year: Int
        let target: MappingTarget?
    }

    let book: BookRecord
    let database: Database
    private let codings: BookCodings
    private let names: BookNames

    init(book: BookRecord, database: Database) throws {
        self.book = book
        self.database = database
        codings = try BookCodings(book: book.id, database: database)
        names = try BookNames(book: book.id, database: database)
    }

    /// The book with the months up to a day's.
    func read(through last: Day) throws -> AccountYears {
        var years = AccountYears()
        let bookYears = try BookYear.fetchAll(of: book.id, in: database)
        let opening = try OpeningBalances.read(bookYears, names, in: database)
        years.isComplete = book.kind == .complete
        years.movements = try movements(through: last.month)
        for balance in opening?.amounts ?? [] {
            years.opening[balance.account] = balance.amount
        }
        years.firstYear = [bookYears.first?.firstDay.year, years.movements.map(\.year).min()]
            .compactMap { $0 }.min()
        for year in bookYears where year.declared != nil && year.firstDay <= last {
            years.imported.insert(year.firstDay.year)
            guard try year.hasRested(in: database),
                let months = MonthRange(from: year.firstDay.month, through: year.lastDay.month)
            else { continue }
            years.covered.formUnion(months.months.filter { $0 <= last.month })
        }
        years.declared = try declared(bookYears)
        years.late = try LateVouchers(book: book, database: database, codings: codings)
            .fetch(through: last)
        years.closed = Set(
            try Ledger.lock(of: book.id, in: database).closedMonths.filter { $0 <= last.month }
        )
        name(&years)
        return years
    }

    private func movements(through last: Month) throws -> [AccountYears.Movement] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT balance.coding, month, amountOre FROM balance
                JOIN coding ON coding.id = balance.coding
                WHERE coding.book = ? AND month > 0 AND month <= ?
                """,
            arguments: [book.id, last.number]
        )
        var sums: [Key: Int128] = [:]
        var rules: [Int64: [MappingRule]] = [:]
        while let row = try rows.next() {
            let id: Int64 = row[0]
            guard let month = Month(number: row[1]), let coding = codings[id] else { continue }
            if rules[id] == nil {
                rules[id] = codings.isBalance(coding) ? [] : codings.rules(for: coding)
            }
            let rule = rules[id]?.first { $0.holds(in: month) }
            let key = Key(account: coding.account, year: month.year, target: rule?.target)
            sums[key, default: 0] += Int128(row[2] as Int64)
        }
        return try sums.map { key, ore in
            AccountYears.Movement(
                account: key.account,
                year: key.year,
                target: key.target,
                amount: try Money(exact: ore)
            )
        }.sorted { $0.order < $1.order }
    }

    /// What the latest file of each calendar year declares, and of the year before.
    private func declared(_ years: [BookYear]) throws -> [Int: AccountYears.Declared] {
        var declared: [Int: AccountYears.Declared] = [:]
        for year in years {
            guard let file = try DeclaredBalances.latestFile(ofYear: year.id, in: database) else {
                continue
            }
            var entry = AccountYears.Declared()
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT kind, yearIndex, account, sum(amountOre) FROM declaredBalance
                    JOIN coding ON coding.id = declaredBalance.coding
                    WHERE importedFile = ? AND yearIndex IN (0, -1)
                        AND kind IN ('IB', 'UB', 'RES')
                    GROUP BY kind, yearIndex, account
                    """,
                arguments: [file]
            )
            while let row = try rows.next() {
                guard let account = AccountNumber(row[2] as String) else { continue }
                let amount = try Money(ore: row[3] as Int64)
                switch (row[0] as String, row[1] as Int) {
                case ("IB", 0): entry.opening[account] = amount
                case ("IB", _): entry.openingBefore[account] = amount
                case ("UB", -1): entry.closingBefore[account] = amount
                case ("RES", -1): entry.resultBefore[account] = amount
                default: continue
                }
            }
            declared[year.firstDay.year] = entry
        }
        return declared
    }

    private func name(_ years: inout AccountYears) {
        var accounts = Set(years.opening.keys)
        accounts.formUnion(years.movements.map(\.account))
        accounts.formUnion(years.late.flatMap(\.amounts).map(\.account))
        for declared in years.declared.values {
            accounts.formUnion(declared.opening.keys)
            accounts.formUnion(declared.openingBefore.keys)
            accounts.formUnion(declared.closingBefore.keys)
            accounts.formUnion(declared.resultBefore.keys)
        }
        for account in accounts {
            years.names[account] = names.account(account)
            years.classes[account] = AccountClass(
                of: account,
                declared: names.kinds[account.text]
            )
        }
    }
}

/// The vouchers of a book that wait for a month, or count in another year than their date.
private struct LateVouchers {
    let book: BookRecord
    let database: Database
    let codings: BookCodings

    func fetch(through last: Day) throws -> [AccountYears.LateVoucher] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT voucher.id, series, number, voucher.date, text, firstPosting, postingCount,
                    periodAssignment.month
                FROM currentVoucher AS voucher
                JOIN fiscalYear ON fiscalYear.id = voucher.fiscalYear
                LEFT JOIN periodAssignment ON periodAssignment.voucher = voucher.id
                WHERE fiscalYear.book = ? AND period = 0 AND voucher.date <= ?
                    AND (periodAssignment.month IS NULL
                        OR periodAssignment.month / 100 <> substr(voucher.date, 1, 4) + 0)
                ORDER BY voucher.date, voucher.id
                """,
            arguments: [book.id, last.description]
        )
        return try rows.compactMap { row in
            guard let date = Day(iso: row[3]) else { return nil }
            let series: String = row[1]
            let number: String = row[2]
            return AccountYears.LateVoucher(
                number: row[0],
                name: [series, number].filter { !$0.isEmpty }.joined(separator: " "),
                date: date,
                text: row[4],
                month: (row[7] as Int?).flatMap { Month(number: $0) },
                amounts: try amounts(first: row[5], count: row[6], year: date.year)
            )
        }
    }

    private func amounts(
        first: Int64,
        count: Int64,
        year: Int
    ) throws -> [AccountYears.Movement] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT coding, amountOre FROM posting WHERE id >= ? AND id < ? ORDER BY id",
            arguments: [first, first + count]
        )
        var sums: [AccountNumber: Int128] = [:]
        for row in rows {
            guard let coding = codings[row[0]] else { continue }
            sums[coding.account, default: 0] += Int128(row[1] as Int64)
        }
        return try sums.sorted { $0.key < $1.key }.map { account, ore in
            AccountYears.Movement(
                account: account,
                year: year,
                target: nil,
                amount: try Money(exact: ore)
            )
        }
    }
}

extension AccountYears.Movement {
    /// Year, account, then target as text.
    fileprivate var order: (Int, AccountNumber, String) {
        (year, account, target?.description ?? "")
    }
}
