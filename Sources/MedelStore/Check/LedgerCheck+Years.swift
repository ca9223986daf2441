import GRDB
import MedelCore

extension LedgerCheck {
    /// Accounts of complete books whose opening balance and movements do not give what the latest
    /// file of the year declares as closing balance or result; what it leaves out is zero.
    func wrongClosings(_ book: BookRecord) throws -> [CheckFinding] {
        guard book.kind == .complete else { return [] }
        let names = try BookNames(book: book.id, database: database)
        return try BookYear.fetchAll(of: book.id, in: database).flatMap { year in
            guard let declared = year.declared, declared.hasClosing else { return [CheckFinding]() }
            let movements = try year.movements(in: database)
            let accounts = Set(movements.keys).union(declared.opening.keys)
                .union(declared.closing.keys).union(declared.result.keys)
            return accounts.sorted().compactMap { account -> CheckFinding? in
                let moved = movements[account] ?? 0
                let expected =
                    declared.isBalance(account, names)
                    ? (declared.closing[account] ?? 0) - (declared.opening[account] ?? 0)
                    : declared.result[account] ?? 0
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

    /// Years that are missing, and balance accounts whose declared opening balance is not what the
    /// book itself has come to.
    func brokenYears(_ book: BookRecord) throws -> [CheckFinding] {
        guard book.kind == .complete else { return [] }
        let names = try BookNames(book: book.id, database: database)
        let years = try BookYear.fetchAll(of: book.id, in: database)
        var running: RunningBalance?
        var findings: [CheckFinding] = []
        for (index, year) in years.enumerated() {
            if index > 0 {
                let before = years[index - 1]
                if before.lastDay.advanced(by: 1).map({ $0 < year.firstDay }) ?? false {
                    let place = "räkenskapsår saknas mellan \(before.lastDay) och \(year.firstDay)"
                    findings.append(CheckFinding(.yearsFollow, book: book.reference, place: place))
                }
                running?.add(try before.movements(in: database))
            }
            guard let declared = year.declared, declared.hasBalances else { continue }
            guard running != nil else {
                running = RunningBalance(declared.opening, names)
                continue
            }
            guard !declared.opening.isEmpty else { continue }
            let differences = running?.adopt(declared.opening) ?? []
            findings += differences.map { place, ore in
                CheckFinding(
                    .yearsFollow,
                    book: book.reference,
                    place: "konto \(place) \(year.name)",
                    ore: Int64(clamping: ore)
                )
            }
        }
        return findings
    }
}

/// What a book's balance accounts have come to, in öre; equity in total, since results are moved
/// within it.
private struct RunningBalance {
    private let names: BookNames
    private var accounts: [String: Int128] = [:]
    private var equity: Int128 = 0

    /// What equity may have taken over: nothing, or the results of the years up to one of them.
    private var results: [Int128] = [0]

    private static let equityAccounts = "20"

    init(_ opening: [String: Int64], _ names: BookNames) {
        self.names = names
        (accounts, equity) = split(opening)
    }

    /// Goes on by a year's movements.
    mutating func add(_ movements: [String: Int64]) {
        var result = results.last ?? 0
        for (account, ore) in movements {
            if !isBalance(account) {
                result += Int128(ore)
            } else if account.hasPrefix(Self.equityAccounts) {
                equity += Int128(ore)
            } else {
                accounts[account, default: 0] += Int128(ore)
            }
        }
        results.append(result)
    }

    /// Takes over what a year declares that it opens with, so that a difference is told once.
    ///
    /// - Returns: what was declared beyond what was expected, by account.
    mutating func adopt(_ opening: [String: Int64]) -> [(place: String, ore: Int128)] {
        let (declared, declaredEquity) = split(opening)
        let places = Set(accounts.keys).union(declared.keys).sorted()
        var differences = places.map { account in
            (place: account, ore: (declared[account] ?? 0) - (accounts[account] ?? 0))
        }
        accounts = declared
        let moved = declaredEquity - equity
        if !results.contains(moved) {
            let least = results.map { moved - $0 }.min { $0.magnitude < $1.magnitude }
            differences.append((place: "20… (eget kapital)", ore: least ?? moved))
            equity = declaredEquity
            results = [0]
        }
        return differences.filter { $0.ore != 0 }
    }

    private func split(_ opening: [String: Int64]) -> ([String: Int128], Int128) {
        var accounts: [String: Int128] = [:]
        var equity: Int128 = 0
        for (account, ore) in opening where isBalance(account, isOpened: true) {
            if account.hasPrefix(Self.equityAccounts) {
                equity += Int128(ore)
            } else {
                accounts[account] = Int128(ore)
            }
        }
        return (accounts, equity)
    }

    private func isBalance(_ account: String, isOpened: Bool = false) -> Bool {
        names.isBalance(account, isOpened: isOpened || accounts[account] != nil)
    }
}

extension BookNames {
    /// Whether an account belongs to the balance sheet: by its class; where that says nothing, an
    /// account that a year opens with does.
    func isBalance(_ account: String, isOpened: Bool) -> Bool {
        guard let number = AccountNumber(account) else { return false }
        return AccountClass(of: number, declared: kinds[account])?.isBalance ?? isOpened
    }
}
