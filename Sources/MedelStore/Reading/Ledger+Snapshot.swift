import GRDB
public import MedelCore

extension Ledger {
    /// All that sheets and rules need, as of a day, in one read transaction.
    ///
    /// Vouchers dated that day or before count, in the month that they are assigned to; so do
    /// decisions met that day or before.
    ///
    /// - Throws: `LedgerError`; `MoneyError.outOfRange` when a sum passes the bound.
    ///
    /// Source: STORE 3.7, 6.
    public func snapshot(asOf day: Day) throws -> Snapshot {
        try read { try Self.snapshot(asOf: day, in: $0) }
    }

    static func snapshot(asOf day: Day, in database: Database) throws -> Snapshot {
        let head = try ChainHead.read(database)
        var plan = try Self.plan(in: database)
        plan.decisions = plan.decisions.filter { $0.date <= day }
        var balances: [MappedBalance] = []
        var coverage: [BookReference: Set<Month>] = [:]
        for book in try BookRecord.fetchAll(database) {
            let reader = try MappedBalances(book: book, asOf: day, database: database)
            balances += try reader.fold()
            coverage[book.reference] = try reader.coverage()
        }
        return Snapshot(
            association: try LedgerIdentity.read(database).name,
            asOf: day,
            ledgerVersion: head.ledgerVersion,
            head: head.hash,
            created: head.time,
            plan: plan,
            balances: balances,
            coverage: coverage
        )
    }
}

/// The balances of one book folded through its mapping rules.
private struct MappedBalances {
    private struct Key: Hashable {
        let month: Month
        let place: MappedBalance.Place
    }

    let book: BookRecord
    let asOf: Day
    let database: Database
    private let codings: BookCodings

    init(book: BookRecord, asOf: Day, database: Database) throws {
        self.book = book
        self.asOf = asOf
        self.database = database
        codings = try BookCodings(book: book.id, database: database)
    }

    /// The sums by month and place, in order of time and place; only result accounts count.
    func fold() throws -> [MappedBalance] {
        var places = Places(codings: codings)
        var sums: [Key: Int128] = [:]
        func add(_ row: Row, _ sign: Int128) {
            guard let month = Month(number: row[1]), let place = places[row[0], month] else {
                return
            }
            sums[Key(month: month, place: place), default: 0] += sign * Int128(row[2] as Int64)
        }
        let kept = try Row.fetchCursor(
            database,
            sql: """
                SELECT balance.coding, month, amountOre FROM balance
                JOIN coding ON coding.id = balance.coding
                WHERE coding.book = ? AND month > 0 AND month <= ?
                """,
            arguments: [book.id, asOf.month.number]
        )
        while let row = try kept.next() { add(row, 1) }
        let later = try laterPostings()
        while let row = try later.next() { add(row, -1) }
        return try sums.filter { $0.value != 0 }.map { key, ore in
            MappedBalance(
                book: book.reference,
                month: key.month,
                place: key.place,
                amount: try Money(exact: ore)
            )
        }.sorted { ($0.month, $0.order) < ($1.month, $1.order) }
    }

    /// What the balances hold that is dated after the day: the rest of its month, and vouchers that
    /// were assigned to a month before their own.
    private func laterPostings() throws -> RowCursor {
        try Row.fetchCursor(
            database,
            sql: """
                SELECT posting.coding, posting.month, posting.amountOre
                FROM posting
                JOIN coding ON coding.id = posting.coding
                JOIN currentVoucher AS voucher ON voucher.id = posting.voucher
                WHERE coding.book = ?1 AND posting.month = ?2 AND voucher.date > ?3
                UNION ALL
                SELECT posting.coding, periodAssignment.month, posting.amountOre
                FROM periodAssignment
                JOIN currentVoucher AS voucher ON voucher.id = periodAssignment.voucher
                JOIN posting ON posting.id >= voucher.firstPosting
                    AND posting.id < voucher.firstPosting + voucher.postingCount
                JOIN coding ON coding.id = posting.coding
                WHERE coding.book = ?1 AND posting.month = 0 AND periodAssignment.month <= ?2
                    AND voucher.date > ?3
                """,
            arguments: [
                book.id, asOf == asOf.month.lastDay ? -1 : asOf.month.number, asOf.description,
            ]
        )
    }

    /// The months that imports cover wholly and that had ended.
    func coverage() throws -> Set<Month> {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT coverFrom, coverThrough FROM importResult
                JOIN importedFile ON importedFile.id = importResult.importedFile
                WHERE importedFile.book = ? AND coverFrom IS NOT NULL
                    AND coverThrough IS NOT NULL
                ORDER BY coverFrom
                """,
            arguments: [book.id]
        )
        var spans: [(first: Day, last: Day)] = []
        for row in rows {
            guard let first = Day(iso: row[0]), let last = Day(iso: row[1]), first <= last else {
                continue
            }
            if let before = spans.last, let next = before.last.advanced(by: 1), first <= next {
                spans[spans.count - 1].last = max(before.last, last)
            } else {
                spans.append((first, last))
            }
        }
        var months: Set<Month> = []
        for span in spans {
            guard let range = MonthRange(from: span.first.month, through: span.last.month) else {
                continue
            }
            for month in range.months
            where month.firstDay >= span.first && month.lastDay <= min(span.last, asOf) {
                months.insert(month)
            }
        }
        return months
    }
}

/// Where codings go in each month; rules are looked up once for each coding.
private struct Places {
    let codings: BookCodings
    private var known: [Int64: (coding: Coding, rules: [MappingRule])?] = [:]

    init(codings: BookCodings) { self.codings = codings }

    /// The place of a coding in a month, nil for a balance account.
    subscript(id: Int64, month: Month) -> MappedBalance.Place? {
        mutating get {
            if known[id] == nil { known[id] = .some(entry(id)) }
            guard case .some(.some(let entry)) = known[id] else { return nil }
            guard let rule = entry.rules.first(where: { $0.holds(in: month) }) else {
                return .unmapped(entry.coding.account)
            }
            return .mapped(rule.target, rule.category)
        }
    }

    private func entry(_ id: Int64) -> (coding: Coding, rules: [MappingRule])? {
        guard let coding = codings[id], !codings.isBalance(coding) else { return nil }
        return (coding, codings.rules(for: coding))
    }
}

extension MappedBalance {
    /// A text that puts balances of a month in a fixed order.
    fileprivate var order: String {
        switch place {
        case .mapped(let target, let category): "0 \(target) \(category?.text ?? "")"
        case .unmapped(let account): "1 \(account.text)"
        }
    }
}
