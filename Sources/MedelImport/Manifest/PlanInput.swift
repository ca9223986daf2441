public import MedelCore

/// What is to come into a plan, with everything that is wrong with it.
public protocol PlanInput: Sendable {
    /// What was read, without what could not be read.
    var plan: AssociationPlan { get }

    /// Every book's mapping rules; nil leaves the rules that a ledger has as they are.
    var mapping: [BookReference: [MappingRule]]? { get }

    /// What is wrong, in order of file and line.
    var problems: [ManifestProblem] { get }
}

extension PlanInput {
    /// Whether the plan may be taken.
    public var isSound: Bool { problems.allSatisfy(\.isWarning) }
}
