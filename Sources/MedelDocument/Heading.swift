public import MedelCore

/// What stands above a listing and says which ledger it was drawn from.
///
/// Source: SPEC 1.6 and 9: heads are printed on every report; nothing here reads a clock.
public struct Heading: Hashable, Sendable {
    /// The name of the listing, in Swedish.
    public let title: String

    /// The association whose ledger it is.
    public let association: String

    /// Lines that narrow the listing, such as a period or an insats; in Swedish, in order.
    public let scope: [String]

    /// The last day that counts (STORE 3.7); nil when the whole ledger does.
    public let asOf: Day?

    /// The number of the ledger's last event.
    public let ledgerVersion: Int

    /// The chain head in hexadecimal.
    public let head: String

    /// The time of the ledger's state, which the document carries as its time of creation.
    public let created: Timestamp

    /// Describes where a listing comes from.
    public init(
        title: String,
        association: String,
        scope: [String] = [],
        asOf: Day?,
        ledgerVersion: Int,
        head: String,
        created: Timestamp
    ) {
        self.title = title
        self.association = association
        self.scope = scope
        self.asOf = asOf
        self.ledgerVersion = ledgerVersion
        self.head = head
        self.created = created
    }
}
