import MedelCore
import TestSupport

/// A seeded book of three years, and what it must come to, counted in the plainest way: posting by
/// posting, without any of the program's sums.
struct NaiveBook {
    struct Posting {
        let year: Int
        let account: String
        let target: String?
        let ore: Int64
    }

    static let assets = ["1510", "1512", "1930", "1190"]
    static let debts = ["2440", "2441", "2910"]
    static let equity = ["2010", "2080"]
    static let results = ["3540", "3110", "4510", "4520", "5010", "6990", "DIFF"]
    static let closing = "8999"

    /// Those of the lists above that no prefix of the sample chart takes.
    static let unplaced: Set<String> = ["1190", "2910", "5010", "6990", "DIFF"]

    static let years = [2022, 2023, 2024]

    var opening: [String: Int64] = [:]
    var postings: [Posting] = []

    init(seed: Int) {
        var generator = SeededGenerator(seed: seed)
        for account in Self.assets + Self.debts + ["2080"] where Bool.random(using: &generator) {
            opening[account] = Int64.random(in: -90_000...90_000, using: &generator)
        }
        opening["2010"] = -opening.values.reduce(0, +)
        let targets = ["area:income", "area:board", "insats:A", "insats:B", nil, nil]
        for year in Self.years {
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                var sum: Int64 = 0
                for _ in 0..<Int.random(in: 1...3, using: &generator) {
                    let accounts = Self.results + Self.debts + Self.assets
                    let account = accounts.randomElement(using: &generator) ?? "1930"
                    let ore = Int64.random(in: -50_000...50_000, using: &generator)
                    let isResult = Self.results.contains(account)
                    let target = isResult ? targets.randomElement(using: &generator) ?? nil : nil
                    add(year, account, target, ore)
                    sum += ore
                }
                add(year, "1930", nil, -sum)
            }
            if Bool.random(using: &generator) { close(year) }
            if Int.random(in: 0..<4, using: &generator) == 0 {
                let ore = Int64.random(in: -500...500, using: &generator)
                add(year, Self.equity.randomElement(using: &generator) ?? "2010", nil, ore)
                add(year, "1930", nil, -ore)
            }
        }
    }

    /// Moves a year's result into equity as accounting systems do.
    private mutating func close(_ year: Int) {
        let result = sum { $0.year == year && Self.results.contains($0.account) }
        add(year, Self.closing, nil, -result)
        add(year, "2010", nil, result)
    }

    private mutating func add(_ year: Int, _ account: String, _ target: String?, _ ore: Int64) {
        postings.append(Posting(year: year, account: account, target: target, ore: ore))
    }

    func sum(_ holds: (Posting) -> Bool) -> Int64 {
        postings.filter(holds).reduce(0) { $0 + $1.ore }
    }

    /// A balance account when a year ends.
    func balance(_ account: String, through year: Int) -> Int64 {
        (opening[account] ?? 0) + sum { $0.account == account && $0.year <= year }
    }

    /// Årets resultat, positive for a surplus.
    func result(_ year: Int) -> Int64 {
        -sum { $0.year == year && Self.results.contains($0.account) }
    }

    /// Equity when a year ends: what is left of the assets when the debts are paid.
    func equity(through year: Int) -> Int64 {
        Self.assets.reduce(0) { $0 + balance($1, through: year) }
            + Self.debts.reduce(0) { $0 + balance($1, through: year) }
    }

    /// What accounts without a row come to, by account.
    func unplaced(_ year: Int) -> [String: Int64] {
        var amounts: [String: Int64] = [:]
        for account in Self.unplaced {
            let ore =
                Self.results.contains(account)
                ? -sum { $0.year == year && $0.account == account }
                : (Self.debts.contains(account) ? -1 : 1) * balance(account, through: year)
            if ore != 0 { amounts[account] = ore }
        }
        return amounts
    }
}
