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

    /// What the source does not say and has been assumed, and other remarks, in Swedish.
    public let notes: [SourceNote]

    /// Describes an association.
    public init(
        interimClosingMonth: Int?,
        booksClose: BookClosing?,
        members: [Member],
        notes: [SourceNote]
    ) {
        self.interimClosingMonth = interimClosingMonth
        self.booksClose = booksClose
        self.members = members
        self.notes = notes
    }
}

/// A remark that is printed wherever the figures are that it is about.
public struct SourceNote: Hashable, Sendable {
    /// What a remark is.
    public enum Kind: String, CaseIterable, Sendable {
        /// Not said by the source, assumed for a reason.
        case assumed
        /// Which document says it.
        case source
        /// Anything else worth knowing.
        case remark
    }

    /// What the remark is.
    public let kind: Kind

    /// The remark, in Swedish.
    public let text: String

    /// Makes a remark.
    public init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}
