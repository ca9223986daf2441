/// What a grant says beside its ceilings: what it pays of a cost, and the frames it sets.
///
/// Source: SPEC 3 (funding source, decision, ceiling), 4.8; GUIDE 4.3.
public struct GrantTerms: Hashable, Sendable {
    /// What the grant pays of a cost; nil when the decision does not say.
    public let basis: FundingBasis?

    /// The riktbelopp, which are no ceilings.
    public let guidelines: [Guideline]

    /// How much may be moved between rows without a decision; nil when nothing may.
    public let tolerance: RowTolerance?

    /// The last day on which a cost may fall; nil when the months of the insats say so.
    public let lastCostDay: Day?

    /// The most that administration may be of all costs, its own too; nil without such a limit.
    public let administrationMax: Rate?

    /// Sets terms; none by default.
    public init(
        basis: FundingBasis? = nil,
        guidelines: [Guideline] = [],
        tolerance: RowTolerance? = nil,
        lastCostDay: Day? = nil,
        administrationMax: Rate? = nil
    ) {
        self.basis = basis
        self.guidelines = guidelines
        self.tolerance = tolerance
        self.lastCostDay = lastCostDay
        self.administrationMax = administrationMax
    }

    /// Whether nothing is said.
    public var isEmpty: Bool { self == GrantTerms() }

    /// These terms where they say something, else the earlier ones.
    public func over(_ earlier: GrantTerms) -> GrantTerms {
        GrantTerms(
            basis: basis ?? earlier.basis,
            guidelines: guidelines.isEmpty ? earlier.guidelines : guidelines,
            tolerance: tolerance ?? earlier.tolerance,
            lastCostDay: lastCostDay ?? earlier.lastCostDay,
            administrationMax: administrationMax ?? earlier.administrationMax
        )
    }
}

/// How much may be moved between the rows of a budget year without a new decision.
///
/// A move is inside when it is inside both limits that are set.
///
/// Source: SPEC 4.8.
public struct RowTolerance: Hashable, Sendable {
    /// The part of the row with the smaller budget, taken or given in all; nil for no such limit.
    public let rate: Rate?

    /// The amount in all for each row and budget year; nil for no such limit.
    public let amount: Money?

    /// Sets the limits.
    ///
    /// - Returns: nil when no limit is set: that would be no tolerance but freedom.
    public init?(rate: Rate?, amount: Money?) {
        guard rate != nil || amount != nil else { return nil }
        self.rate = rate
        self.amount = amount
    }
}
