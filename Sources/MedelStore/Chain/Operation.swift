public import MedelCore

/// What a person asks the ledger to keep: who, when, what and why, and a key that makes it happen
/// once.
public struct Operation: Sendable {
    /// A kind of business operation.
    public enum Kind: String, CaseIterable, Sendable {
        /// An empty ledger is made.
        case createLedger
        /// A file of vouchers is read into a book.
        case importFile
        /// A difference against upstream is accepted or refused.
        case resolveDifference
        /// A month is closed, put on hold or opened.
        case setPeriod
        /// A voucher that arrived after closing is given a month.
        case assignPeriod
        /// A mapping rule is added.
        case addMappingRule
        /// A mapping rule ends.
        case endMappingRule
        /// A folder of manifests is taken as the plan.
        case loadPlan
        /// A template that decides figures is adopted.
        case adoptTemplate
        /// One decision is added.
        case addDecision
        /// Money is moved between rows of a budget inside the agreement's tolerance.
        case reallocateBudget
        /// A version of an insats's budget, or the association's budget of a year, is added.
        case addBudget
        /// A line of the association's budget is entered.
        case enterBudgetLine
        /// What a member has decided to pay for a year is registered.
        case decideContribution
        /// An instalment of a contribution is added.
        case addInstalment
        /// An instalment of a contribution has come in.
        case receiveInstalment
        /// A funding source is described.
        case addFundingSource
        /// Participants of an insats are counted.
        case countParticipants
    }

    /// What is done.
    public let kind: Kind

    /// The same key is carried out once; nil lets the store make one of kind and sequence.
    public let key: String?

    /// A digest of the input as sixty-four hexadecimal digits; the same key with another input is
    /// refused.
    public let inputDigest: String?

    /// What it is about, in words that a revisor reads.
    public let subject: String

    /// Why, where a reason is asked for.
    public let reason: String

    /// Who, by the name that the actor table keeps outside the chain.
    public let actor: String

    /// When.
    public let time: Timestamp

    /// Describes an operation.
    public init(
        kind: Kind,
        key: String? = nil,
        inputDigest: String? = nil,
        subject: String,
        reason: String = "",
        actor: String,
        time: Timestamp
    ) {
        self.kind = kind
        self.key = key?.storable
        self.inputDigest = inputDigest
        self.subject = subject.storable
        self.reason = reason.storable
        self.actor = actor.storable
        self.time = time
    }
}
