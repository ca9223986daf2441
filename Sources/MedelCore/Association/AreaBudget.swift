/// A line of the association's own budget: styrelse, administration, revision, insatser.
///
/// Source: SPEC 3 (association budget), KL 11:5–6, GUIDE 2.2.
public enum AssociationBudgetLine: String, CaseIterable, Sendable {
    /// Styrelse.
    case board
    /// Administration, kansli.
    case administration
    /// Revision.
    case audit
    /// Insatser that the board has decided.
    case insatser
    /// Insatser ej fördelat: set aside for insatser and not yet granted.
    case unallocated
    /// Income: contributions and other.
    case income
}

/// A version of a line of the association's budget for a year.
///
/// Source: SPEC 3, RKR R14 (original budget, changes and final budget kept apart).
public struct AreaBudget: Hashable, Sendable {
    /// Whether an amount is the budget as first decided or a later change.
    public enum Kind: String, CaseIterable, Sendable {
        /// As first decided.
        case original
        /// A change by a later decision, added to what was.
        case change
    }

    /// The calendar year.
    public let year: Int

    /// The line.
    public let line: AssociationBudgetLine

    /// Original or change.
    public let kind: Kind

    /// The amount; costs and income are both positive.
    public let amount: Money

    /// The meeting that decided.
    public let decidedOn: Day

    /// The meeting's reference, such as `§ 41`.
    public let reference: String

    /// Describes an amount.
    public init(
        year: Int,
        line: AssociationBudgetLine,
        kind: Kind,
        amount: Money,
        decidedOn: Day,
        reference: String
    ) {
        self.year = year
        self.line = line
        self.kind = kind
        self.amount = amount
        self.decidedOn = decidedOn
        self.reference = reference
    }
}
