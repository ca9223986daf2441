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

    /// What the association asked for; nil when nobody has said.
    public let asked: Money?

    /// What has been paid, in order of date.
    public let payments: [ContributionPayment]

    /// Describes a contribution.
    public init(
        year: Int,
        member: MemberCode,
        amount: Money,
        decidedOn: Day?,
        asked: Money? = nil,
        payments: [ContributionPayment]
    ) {
        self.year = year
        self.member = member
        self.amount = amount
        self.decidedOn = decidedOn
        self.asked = asked
        self.payments = payments
    }
}
