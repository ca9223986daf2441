/// All that manifests describe: the association, what it plans and what it has decided.
///
/// Order is that of the manifests and carries no meaning, except for budget rows.
public struct AssociationPlan: Hashable, Sendable {
    /// The association; nil until described.
    public var profile: AssociationProfile?

    /// The association's own budget.
    public var areaBudgets: [AreaBudget] = []

    /// What the board says with each year's budget.
    public var associationBudgets: [AssociationBudget] = []

    /// Money for insatser beside the grants.
    public var fundingSources: [FundingSource] = []

    /// Members' contributions, the version in force of each.
    public var contributions: [Contribution] = []

    /// Who is paid.
    public var recipients: [Recipient] = []

    /// The insatser.
    public var insatser: [Insats] = []

    /// Every version of every budget.
    public var budgets: [BudgetVersion] = []

    /// The decisions.
    public var decisions: [Decision] = []

    /// Where insatser stood when Medel was taken into use.
    public var openingPositions: [OpeningPosition] = []

    /// The rules on what the money should not pay for that the association has adopted.
    public var eligibilityRules: [EligibilityRule] = []

    /// The catalogue of kostnadsslag; while it is empty any code may be used.
    public var costCategories: [CostCategory] = []

    /// Nothing yet.
    public init() {}
}
