/// An instalment of a member's contribution, or a part that is paid back.
///
/// Source: SPEC 3 (contribution).
public struct ContributionPayment: Hashable, Sendable {
    /// How the money is asked for.
    public enum Kind: String, CaseIterable, Sendable {
        /// The association sends an invoice.
        case invoice
        /// The association requisitions it, as from Försäkringskassan.
        case requisition
        /// The association pays back.
        case refund
    }

    /// How the money is asked for; nil when nobody has said.
    public let kind: Kind?

    /// When it was invoiced or requisitioned; nil while it is not, or nobody has said.
    public let invoiced: Day?

    /// The due date, nil when the plan has none.
    public let due: Day?

    /// When it was received, or a refund paid; nil while it is not.
    public let received: Day?

    /// The amount; positive for refunds too.
    public let amount: Money

    /// Describes an instalment.
    public init(
        kind: Kind? = nil,
        invoiced: Day? = nil,
        due: Day?,
        received: Day?,
        amount: Money
    ) {
        self.kind = kind
        self.invoiced = invoiced
        self.due = due
        self.received = received
        self.amount = amount
    }

    /// The amount as it moves the contribution: a refund is negative.
    public var signed: Money { kind == .refund ? -amount : amount }

    /// Whether the due date has passed that day and the money has not come.
    public func isOverdue(asOf day: Day) -> Bool {
        guard let due, due < day else { return false }
        return received.map { $0 > day } ?? true
    }
}
