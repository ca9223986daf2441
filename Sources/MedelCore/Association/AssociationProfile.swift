/// What is known of an association beside its books and insatser.
///
/// Source: SPEC 3 (association), finsamlagen 8–9 §§.
public struct AssociationProfile: Hashable, Sendable {
    /// The closing month of the interim report that the förbundsordning asks for, 6 to 8 for one in
    /// the sense of LKBR 13 kap.; nil when none is asked for or the source does not say.
    public let interimClosingMonth: Int?

    /// When the books of a year are closed; nil when the source does not say, and then the year's
    /// last day holds.
    public let booksClose: BookClosing?

    /// The members, in the order given.
    public let members: [Member]

    /// How the parties and the members inside them share the contributions.
    public let sharing: ContributionSharing

    /// When contributions fall due; nil when the association has no rule of it.
    public let instalmentPlan: InstalmentPlan?

    /// What counts as a reasonable equity; empty until the association fills it in.
    public let equityGuidelines: [EquityGuideline]

    /// The least equity that the board wants to keep; nil when it has not said.
    public let equityMin: Money?

    /// What the source does not say and has been assumed, and other remarks, in Swedish.
    public let notes: [SourceNote]

    /// Describes an association.
    public init(
        interimClosingMonth: Int?,
        booksClose: BookClosing? = nil,
        members: [Member],
        sharing: ContributionSharing = ContributionSharing(),
        instalmentPlan: InstalmentPlan? = nil,
        equityGuidelines: [EquityGuideline] = [],
        equityMin: Money? = nil,
        notes: [SourceNote]
    ) {
        self.interimClosingMonth = interimClosingMonth
        self.booksClose = booksClose
        self.members = members
        self.sharing = sharing
        self.instalmentPlan = instalmentPlan
        self.equityGuidelines = equityGuidelines
        self.equityMin = equityMin
        self.notes = notes
    }
}
