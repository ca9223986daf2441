/// All that sheets and rules need of one association at one ledger version.
///
/// Facts, and balances at mapped grain; no postings, which are fetched by page.
///
/// Source: STORE 6, ARCHITECTURE "How a figure travels".
public struct Snapshot: Sendable {
    /// The association's name.
    public let association: String

    /// The day that the figures are as of: vouchers dated and decisions met that day or before.
    public let asOf: Day

    /// The ledger version.
    public let ledgerVersion: Int

    /// The chain's head as sixty-four hexadecimal digits.
    public let head: String

    /// When the ledger came to this version.
    public let created: Timestamp

    /// What manifests describe; decisions after `asOf` are left out.
    public let plan: AssociationPlan

    /// The balances of all books up to `asOf`.
    public let balances: [MappedBalance]

    /// The months that each book covers by its imports, up to `asOf`.
    public let coverage: [BookReference: Set<Month>]

    /// Gathers a snapshot.
    public init(
        association: String,
        asOf: Day,
        ledgerVersion: Int,
        head: String,
        created: Timestamp,
        plan: AssociationPlan,
        balances: [MappedBalance],
        coverage: [BookReference: Set<Month>]
    ) {
        self.association = association
        self.asOf = asOf
        self.ledgerVersion = ledgerVersion
        self.head = head
        self.created = created
        self.plan = plan
        self.balances = balances
        self.coverage = coverage
    }
}

/// The sum of a book's postings in a month that are mapped to one place, or that no rule takes.
public struct MappedBalance: Hashable, Sendable {
    /// Where the postings go.
    public enum Place: Hashable, Sendable {
        /// A rule takes them: the target, and the cost category if the rule gives one.
        case mapped(MappingTarget, CostCategoryCode?)
        /// No rule takes them; the account is kept so that somebody can find them. Only result
        /// accounts: a balance account need not be mapped.
        case unmapped(AccountNumber)
    }

    /// The book.
    public let book: BookReference

    /// The month.
    public let month: Month

    /// Where the postings go.
    public let place: Place

    /// The sum, debit positive: costs positive, income negative.
    public let amount: Money

    /// Describes a balance.
    public init(book: BookReference, month: Month, place: Place, amount: Money) {
        self.book = book
        self.month = month
        self.place = place
        self.amount = amount
    }
}
