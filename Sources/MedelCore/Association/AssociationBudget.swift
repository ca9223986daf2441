/// What the board says with its budget for a year beside the amounts of its lines.
///
/// Source: SPEC 3 (association budget), KL 11:5–6.
public struct AssociationBudget: Hashable, Sendable {
    /// A financial or other goal of the year.
    public struct Goal: Hashable, Sendable {
        /// How a goal was met.
        public enum Assessment: String, CaseIterable, Sendable {
            /// Wholly.
            case met
            /// In part.
            case partly
            /// Not.
            case missed
        }

        /// The goal, in Swedish.
        public let text: String

        /// What is to be reached; empty when the text says it.
        public let target: String

        /// What was reached; empty until known.
        public let outcome: String

        /// How it was met; nil until somebody has judged.
        public let assessment: Assessment?

        /// States a goal.
        public init(text: String, target: String, outcome: String, assessment: Assessment?) {
            self.text = text
            self.target = target
            self.outcome = outcome
            self.assessment = assessment
        }
    }

    /// The calendar year.
    public let year: Int

    /// The meeting that decided.
    public let decidedOn: Day

    /// The meeting's reference, such as `§ 41`.
    public let reference: String

    /// The equity that is expected at the end of the year; nil when the budget does not say.
    public let expectedEquity: Money?

    /// Why costs may pass revenues; empty where they do not, or nobody has said.
    public let motive: String

    /// The goals, in order.
    public let goals: [Goal]

    /// The two years after the budget year, line by line.
    public let plan: [PlannedLine]

    /// Describes a budget.
    public init(
        year: Int,
        decidedOn: Day,
        reference: String,
        expectedEquity: Money?,
        motive: String,
        goals: [Goal],
        plan: [PlannedLine]
    ) {
        self.year = year
        self.decidedOn = decidedOn
        self.reference = reference
        self.expectedEquity = expectedEquity
        self.motive = motive
        self.goals = goals
        self.plan = plan
    }

    /// Whether the budget was decided after the last day that the law gives, 30 November of the
    /// year before.
    ///
    /// Source: finsamlagen 23 §.
    public var isLate: Bool { decidedOn.isAfterBudgetDay(of: year) }
}

/// What is planned for a line of the budget in one of the two years after the budget year.
///
/// Source: KL 11:6 (the first year of the three-year plan is the budget year).
public struct PlannedLine: Hashable, Sendable {
    /// The calendar year that is planned.
    public let year: Int

    /// The line.
    public let line: AssociationBudgetLine

    /// The amount; costs and income are both positive.
    public let amount: Money

    /// Plans an amount.
    public init(year: Int, line: AssociationBudgetLine, amount: Money) {
        self.year = year
        self.line = line
        self.amount = amount
    }
}

extension Day {
    /// Whether the day is later than 30 November of the year before the budget year.
    fileprivate func isAfterBudgetDay(of budgetYear: Int) -> Bool {
        guard year == budgetYear - 1 else { return year >= budgetYear }
        return monthOfYear == 12
    }
}
