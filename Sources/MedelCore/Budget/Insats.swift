/// An activity that the association funds or runs.
///
/// Source: SPEC 3 (insats), finsamlagen 7 §.
public struct Insats: Hashable, Sendable {
    /// Whom an insats is for.
    public enum Kind: String, CaseIterable, Sendable {
        /// People.
        case individual
        /// How the parties work together.
        case structural
    }

    /// Who runs it.
    public enum Mode: String, CaseIterable, Sendable {
        /// Recipients, who are paid a grant.
        case grant
        /// The association itself, in egen regi: no claims, costs in its own book.
        case own
    }

    /// How sure it is that the insats is this association's.
    public enum Attribution: String, CaseIterable, Sendable {
        /// The source says so.
        case stated
        /// The source lets it be understood.
        case inferred
        /// The source does not say.
        case unknown
    }

    /// The code.
    public let code: InsatsCode

    /// The name.
    public let name: String

    /// The purpose in a sentence; empty when the source gives none.
    public let purpose: String

    /// The months in which it runs; nil while the source does not say.
    public let months: MonthRange?

    /// Whom it is for; nil while the source does not say.
    public let kind: Kind?

    /// Who runs it.
    public let mode: Mode

    /// The insats that it is a part of, if any.
    public let parent: InsatsCode?

    /// How many participants are planned for; nil while the source does not say.
    public let plannedParticipants: Int?

    /// How sure the association is.
    public let attribution: Attribution

    /// Who is paid for it, in the order given; empty in egen regi.
    public let recipients: [OwnerCode]

    /// The last day that it was open; nil while it is.
    public let closedOn: Day?

    /// Participants by calendar year, in order of year.
    public let participants: [ParticipantCount]

    /// What has been assumed and from where it is known, in Swedish.
    public let notes: [SourceNote]

    /// Describes an insats.
    public init(
        code: InsatsCode,
        name: String,
        purpose: String,
        months: MonthRange?,
        kind: Kind?,
        mode: Mode,
        parent: InsatsCode?,
        plannedParticipants: Int?,
        attribution: Attribution,
        recipients: [OwnerCode],
        closedOn: Day?,
        participants: [ParticipantCount] = [],
        notes: [SourceNote]
    ) {
        self.code = code
        self.name = name
        self.purpose = purpose
        self.months = months
        self.kind = kind
        self.mode = mode
        self.parent = parent
        self.plannedParticipants = plannedParticipants
        self.attribution = attribution
        self.recipients = recipients
        self.closedOn = closedOn
        self.participants = participants
        self.notes = notes
    }
}

/// How many took part in an insats in a calendar year.
///
/// Numbers only: people are never kept. Source: GUIDE 4.4 (insatsbudget), SPEC 3.
public struct ParticipantCount: Hashable, Sendable {
    /// The calendar year.
    public let year: Int

    /// How many were planned for; nil when nobody has said.
    public let planned: Int?

    /// How many were reported; nil until known.
    public let reported: Int?

    /// Counts.
    public init(year: Int, planned: Int?, reported: Int?) {
        self.year = year
        self.planned = planned
        self.reported = reported
    }
}
