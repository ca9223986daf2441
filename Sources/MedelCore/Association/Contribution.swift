/// What a member has decided to pay for a year; a later version replaces an earlier one.
///
/// Kept as decided; shares are computed elsewhere.
///
/// Source: SPEC 3 (contribution), finsamlagen 5 §.
public struct Contribution: Hashable, Sendable {
    /// The calendar year.
    public let year: Int

    /// The member.
    public let member: MemberCode

    /// The amount decided.
    public let amount: Money

    /// When it was decided.
    public let decidedOn: Day?

    /// What has been paid, in order of date.
    public let payments: [ContributionPayment]

    /// Describes a contribution.
    public init(
        year: Int,
        member: MemberCode,
        amount: Money,
        decidedOn: Day?,
        payments: [ContributionPayment]
    ) {
        self.year = year
        self.member = member
        self.amount = amount
        self.decidedOn = decidedOn
        self.payments = payments
    }
}

/// An instalment that a member has paid.
public struct ContributionPayment: Hashable, Sendable {
    /// The due date, nil when the plan has none.
    public let due: Day?

    /// When it was received; nil while it is not.
    public let received: Day?

    /// The amount.
    public let amount: Money

    /// Describes an instalment.
    public init(due: Day?, received: Day?, amount: Money) {
        self.due = due
        self.received = received
        self.amount = amount
    }
}
