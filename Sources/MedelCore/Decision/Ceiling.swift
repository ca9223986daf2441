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

/// A riktbelopp: an amount for a cost category that is watched but stops nothing.
///
/// Source: SPEC 3 (ceiling).
public struct Guideline: Hashable, Sendable {
    /// What happens when the category's cost passes the amount.
    public enum Action: String, CaseIterable, Sendable {
        /// It is shown.
        case warn
        /// It is shown as waiting for a decision.
        case decide
    }

    /// The cost category.
    public let category: CostCategoryCode

    /// The amount.
    public let amount: Money

    /// What happens when it is passed.
    public let action: Action

    /// Describes a riktbelopp.
    public init(category: CostCategoryCode, amount: Money, action: Action) {
        self.category = category
        self.amount = amount
        self.action = action
    }
}
