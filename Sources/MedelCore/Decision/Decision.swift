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

    /// Conditions, in Swedish.
    public let conditions: [String]

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
        conditions: [String]
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
    }
}

/// A decision's code in its association.
public struct DecisionCode: Hashable, Sendable {
    /// The code as written, never empty.
    public let text: String

    /// Accepts a letter or digit, then letters, digits and `- _ .`, at most 64 bytes.
    ///
    /// - Returns: nil for anything else.
    public init?(_ text: String) {
        guard Code.accepts(text) else { return nil }
        self.text = text
    }
}

extension DecisionCode: Comparable {
    /// Orders as text, the same on every machine.
    public static func < (left: DecisionCode, right: DecisionCode) -> Bool {
        left.text < right.text
    }
}

/// A maxbelopp: the most that may be paid inside a scope.
///
/// Source: SPEC 3 (ceiling), GUIDE 4.3.
public struct Ceiling: Hashable, Sendable {
    /// What a ceiling is for.
    public enum Scope: Hashable, Sendable {
        /// The whole grant.
        case total
        /// One budget year, counted from one.
        case budgetYear(Int)
        /// One calendar year.
        case calendarYear(Int)
        /// One recipient.
        case recipient(OwnerCode)
        /// One cost category.
        case category(CostCategoryCode)
    }

    /// What it is for.
    public let scope: Scope

    /// The amount; negative only where room is moved away.
    public let amount: Money

    /// Whether VAT is part of the amount.
    public let includesVAT: Bool

    /// Describes a ceiling.
    public init(scope: Scope, amount: Money, includesVAT: Bool = false) {
        self.scope = scope
        self.amount = amount
        self.includesVAT = includesVAT
    }
}

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
        source: String
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
    }
}
