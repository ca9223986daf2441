public import MedelCore

/// Something that loading a plan has written into the ledger.
public struct PlanChange: Hashable, Sendable {
    /// What it is about.
    public enum Subject: Hashable, Sendable {
        /// The association's profile.
        case profile
        /// The association's own budget of a year.
        case areaBudgets(year: Int)
        /// A member's contribution for a year.
        case contribution(year: Int, MemberCode)
        /// A recipient.
        case recipient(OwnerCode)
        /// An insats.
        case insats(InsatsCode)
        /// A budget of an insats, under the number that the ledger gave.
        case budget(InsatsCode, number: Int, BudgetVersion.Kind)
        /// A decision.
        case decision(DecisionCode)
        /// An opening position.
        case openingPosition(InsatsCode, OwnerCode?, year: Int)
        /// What the board says with its budget for a year.
        case associationBudget(year: Int)
        /// A rule on what the money should not pay for.
        case eligibilityRule(EligibilityRuleCode)
        /// A kostnadsslag of the catalogue.
        case costCategory(CostCategoryCode)
        /// A funding source.
        case fundingSource(FundingCode)
        /// A mapping rule of a book.
        case mappingRule(BookReference, MappingRule)
    }

    /// What became of it.
    public enum Action: Hashable, Sendable {
        /// It was not there before.
        case added
        /// It was there with other content; this is its version.
        case changed(version: Int)
        /// It holds no more; only mapping rules end.
        case ended
    }

    /// What it is about.
    public let subject: Subject

    /// What became of it.
    public let action: Action

    /// Whether a folder has taken the place of what had been entered by a command since.
    public let replacesEntry: Bool

    init(subject: Subject, action: Action, replacesEntry: Bool = false) {
        self.subject = subject
        self.action = action
        self.replacesEntry = replacesEntry
    }
}

/// What came of holding a plan against the ledger.
public struct PlanComparison: Hashable, Sendable {
    /// What was written, in the order of writing; empty when nothing differed.
    public internal(set) var changes: [PlanChange] = []

    /// What a folder still says as before while a command has entered something else since, which
    /// holds.
    public internal(set) var kept: [PlanChange.Subject] = []

    /// How many rules wait for each book that nothing has been read into yet.
    ///
    /// They are taken when the plan is loaded after the book is there.
    public internal(set) var waitingRules: [BookReference: Int] = [:]

    /// Ceilings that decisions of the past have brought below what had been spent, of insatser that
    /// the ledger had no decision on before.
    public internal(set) var pastLowerings: [CeilingLowering] = []

    /// Nothing differs so far.
    public init() {}

    /// The comparison with ceilings that history has lowered.
    func adding(_ lowerings: [CeilingLowering]) -> PlanComparison {
        var comparison = self
        comparison.pastLowerings = lowerings
        return comparison
    }
}

/// Why a plan is not taken; the ledger is as it was.
public enum PlanRefusal: Error, Hashable, Sendable {
    /// Decisions that the ledger has with other content: a decision never changes.
    case decisionsChanged([DecisionCode])
    /// Ceilings would come below what has been spent under them.
    case ceilingsLowered([CeilingLowering])
}
