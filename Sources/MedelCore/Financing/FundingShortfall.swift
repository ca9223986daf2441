/// What is missing in a year's funding, and which grants it falls on.
///
/// An order in which the board may look at the grants, the latest decided first; never a decision.
///
/// Source: SPEC 4.13, GUIDE 4.3 no. 7.
public struct FundingShortfall: Hashable, Sendable {
    /// What the association pays of a decision for the year, which may be hit.
    public struct Candidate: Hashable, Sendable {
        /// The insats.
        public let insats: InsatsCode

        /// The decision that grants.
        public let decision: DecisionCode

        /// The day of that decision.
        public let decidedOn: Day

        /// Its paragraph in the minutes of that day; zero when it has no number.
        public let paragraph: Int

        /// What the association pays of it for the year, its basis considered; nil when that is
        /// not known.
        public let payable: Money?

        /// Describes what is paid of a decision.
        public init(
            insats: InsatsCode,
            decision: DecisionCode,
            decidedOn: Day,
            paragraph: Int,
            payable: Money?
        ) {
            self.insats = insats
            self.decision = decision
            self.decidedOn = decidedOn
            self.paragraph = paragraph
            self.payable = payable
        }
    }

    /// A grant that is hit.
    public struct Hit: Hashable, Sendable {
        /// The grant.
        public let candidate: Candidate

        /// The part of the shortfall that falls on it; nil when what is paid is not known.
        public let amount: Money?
    }

    /// What fell due before the day and has not come in.
    public let overdue: Money

    /// What the members have decided, with other money for the association, below the income that
    /// is budgeted; nil when no income is budgeted.
    public let belowBudget: Money?

    /// The two together, what is not known left out.
    public let total: Money

    /// Equity above the least that the board wants, which is used first; nil when not known.
    public let freeRoom: Money?

    /// What falls on grants when the free room is used.
    public let uncovered: Money

    /// The grants, the latest decided first, those of one meeting by falling paragraph, until the
    /// shortfall is covered.
    public let hits: [Hit]

    /// What no grant of the year is left to take.
    public let left: Money

    /// Puts the grants in order and lets the shortfall fall on them.
    ///
    /// - Parameters:
    ///   - overdue: what fell due before the day and has not come in.
    ///   - belowBudget: budgeted income less what is decided, not below zero; nil when not known.
    ///   - freeRoom: equity above the least that the board wants; below zero counts as none.
    ///   - candidates: the grants of the year.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public init(
        overdue: Money,
        belowBudget: Money?,
        freeRoom: Money?,
        candidates: [Candidate]
    ) throws(MoneyError) {
        self.overdue = overdue
        self.belowBudget = belowBudget
        self.freeRoom = freeRoom
        let total = try overdue + (belowBudget ?? .zero)
        self.total = total
        let uncovered = max(.zero, try total - max(.zero, freeRoom ?? .zero))
        self.uncovered = uncovered
        var left = uncovered
        var hits: [Hit] = []
        let ordered = candidates.sorted {
            ($1.decidedOn, $1.paragraph, $0.insats, $0.decision)
                < ($0.decidedOn, $0.paragraph, $1.insats, $1.decision)
        }
        for candidate in ordered {
            guard left > .zero else { break }
            guard let payable = candidate.payable else {
                hits.append(Hit(candidate: candidate, amount: nil))
                continue
            }
            guard payable > .zero else { continue }
            let amount = min(left, payable)
            left = try left - amount
            hits.append(Hit(candidate: candidate, amount: amount))
        }
        self.hits = hits
        self.left = left
    }
}
