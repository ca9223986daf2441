/// A decision of the board, or by delegation, on an insats.
///
/// Source: SPEC 3 (decision).
public struct Decision: Hashable, Sendable {
    /// What is decided.
    public enum Kind: String, CaseIterable, Sendable {
        /// A first grant.
        case grant
        /// A change of an earlier grant.
        case amend
        /// An exception from an earlier decision.
        case exception
        /// Unused room is carried over to another scope.
        case carryOver
        /// Room is moved between scopes.
        case reallocate
        /// The insats is refused.
        case reject
        /// The insats is closed.
        case close
    }

    /// How a decision stands to an earlier one on the same insats.
    public enum Relation: Hashable, Sendable {
        /// None: the first, or one that changes no ceiling.
        case none
        /// Its ceilings take the place of the earlier decision's.
        case replaces(DecisionCode)
        /// Its ceilings are added to the earlier decision's.
        case adds(DecisionCode)
        /// Its ceilings move room and sum to zero.
        case moves
    }

    /// The code by which other decisions refer to it, such as `2025-14`.
    public let code: DecisionCode

    /// The insats.
    public let insats: InsatsCode

    /// What is decided.
    public let kind: Kind

    /// How it stands to an earlier one.
    public let relation: Relation

    /// The day of the meeting.
    public let date: Day

    /// The paragraph of the minutes, such as `§ 41`.
    public let paragraph: String

    /// The diary number; empty when there is none.
    public let diaryNumber: String

    /// The ceilings.
    public let ceilings: [Ceiling]

    /// How the money is found, which a decision during the year must say (KL 11:15).
    public let financing: String

    /// Conditions, in the order given.
    public let conditions: [Condition]

    /// The terms of the grant beside its ceilings; empty where the decision says nothing of them.
    public let terms: GrantTerms

    /// Whether someone decided it for the board, to be reported to it (finsamlagen 10 §).
    public let isDelegated: Bool

    /// SHA-256 of the minutes as sixty-four hexadecimal digits; nil when they are not kept.
    public let minutes: String?

    /// Describes a decision.
    public init(
        code: DecisionCode,
        insats: InsatsCode,
        kind: Kind,
        relation: Relation,
        date: Day,
        paragraph: String,
        diaryNumber: String,
        ceilings: [Ceiling],
        financing: String,
        conditions: [Condition],
        terms: GrantTerms = GrantTerms(),
        isDelegated: Bool = false,
        minutes: String? = nil
    ) {
        self.code = code
        self.insats = insats
        self.kind = kind
        self.relation = relation
        self.date = date
        self.paragraph = paragraph
        self.diaryNumber = diaryNumber
        self.ceilings = ceilings
        self.financing = financing
        self.conditions = conditions
        self.terms = terms
        self.isDelegated = isDelegated
        self.minutes = minutes
    }
}

/// What a grant asks of whoever gets it.
public struct Condition: Hashable, Sendable {
    /// The condition, in Swedish.
    public let text: String

    /// The day by which it is to be met; nil for one that always holds.
    public let due: Day?

    /// Words a condition.
    public init(_ text: String, due: Day? = nil) {
        self.text = text
        self.due = due
    }
}
