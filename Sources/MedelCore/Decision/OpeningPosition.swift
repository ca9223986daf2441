/// Where an insats stood with a recipient when Medel was taken into use.
///
/// Ceilings count from it. Source: SPEC 3 (opening position).
public struct OpeningPosition: Hashable, Sendable {
    /// The insats.
    public let insats: InsatsCode

    /// The recipient; nil in egen regi.
    public let recipient: OwnerCode?

    /// The calendar year that the amounts are of.
    public let year: Int

    /// Granted.
    public let granted: Money

    /// Incurred.
    public let incurred: Money

    /// Approved.
    public let approved: Money

    /// Paid.
    public let paid: Money

    /// Paid in advance and not yet cleared.
    public let advance: Money

    /// The document that says so.
    public let source: String

    /// Who has confirmed the amounts, in order; two different people make the position confirmed.
    public let confirmedBy: [String]

    /// Whether two people have confirmed the amounts.
    public var isConfirmed: Bool { Set(confirmedBy).count >= 2 }

    /// Describes a position.
    public init(
        insats: InsatsCode,
        recipient: OwnerCode?,
        year: Int,
        granted: Money,
        incurred: Money,
        approved: Money,
        paid: Money,
        advance: Money,
        source: String,
        confirmedBy: [String] = []
    ) {
        self.insats = insats
        self.recipient = recipient
        self.year = year
        self.granted = granted
        self.incurred = incurred
        self.approved = approved
        self.paid = paid
        self.advance = advance
        self.source = source
        self.confirmedBy = confirmedBy
    }
}
