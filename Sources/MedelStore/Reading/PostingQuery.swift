public import MedelCore

/// Which postings of a book somebody wants to see.
public struct PostingQuery: Hashable, Sendable {
    /// Where a posting is mapped to.
    public enum Place: Hashable, Sendable {
        /// Anywhere.
        case any
        /// On an insats or an area.
        case target(MappingTarget)
        /// Nowhere: a result posting of a month in which no rule takes it.
        case unmapped
    }

    /// Only accounts whose number begins so; empty for all.
    public let accountPrefix: String

    /// Whether the number is the whole account, so that no longer one is taken.
    public let isExact: Bool

    /// Only postings that are mapped there.
    public let place: Place

    /// Only vouchers dated this day or later.
    public let from: Day?

    /// Only vouchers dated this day or earlier.
    public let through: Day?

    /// Describes a selection.
    public init(
        accountPrefix: String = "",
        isExact: Bool = false,
        place: Place = .any,
        from: Day? = nil,
        through: Day? = nil
    ) {
        self.accountPrefix = accountPrefix
        self.isExact = isExact
        self.place = place
        self.from = from
        self.through = through
    }

    /// Whether an account is wanted.
    func takes(_ account: AccountNumber) -> Bool {
        isExact
            ? account.text.utf8.elementsEqual(accountPrefix.utf8)
            : account.text.utf8.starts(with: accountPrefix.utf8)
    }

    /// Whether a voucher of that day is wanted.
    func holds(_ day: Day) -> Bool {
        if let from, day < from { return false }
        if let through, day > through { return false }
        return true
    }

    /// Whether the dates leave room for a voucher of the month.
    func mayHold(_ month: Month) -> Bool {
        if let from, month < from.month { return false }
        if let through, month > through.month { return false }
        return true
    }
}
