public import MedelCore

/// A place where a rule does not hold.
public struct CheckFinding: Hashable, Sendable {
    /// The rule.
    public let rule: CheckRule

    /// The book, nil for the ledger as a whole.
    public let book: BookReference?

    /// What does not hold, where.
    public let place: String

    /// By how much, where that can be said.
    public let amount: Money?

    init(_ rule: CheckRule, book: BookReference? = nil, place: String, ore: Int64? = nil) {
        self.rule = rule
        self.book = book
        self.place = place
        amount = ore.flatMap { try? Money(ore: $0) }
    }
}

/// What came of a check.
public struct CheckReport: Sendable {
    /// The rules that were tried.
    public let rules: [CheckRule]

    /// Where they do not hold, at most `findingsMax` for each rule.
    public let findings: [CheckFinding]

    /// How many more findings there are than are named, by rule.
    public let omitted: [CheckRule: Int]

    /// How many findings are named for a rule.
    public static let findingsMax = 200
}
