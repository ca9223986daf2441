public import MedelCore

/// Why a sheet is not made.
public enum SheetRefusal: Error, Hashable, Sendable {
    /// What a year must have to be shown.
    public enum YearNeed: Hashable, Sendable {
        /// A budget or a plan of the association.
        case budget
        /// A budget or a plan of the association, or its own book.
        case budgetAndBook
        /// Members' contributions.
        case contributions
        /// Members' contributions, or the association's own book.
        case contributionsAndBook
    }

    /// A year without what it needs, and where there is something.
    public struct YearGap: Hashable, Sendable {
        /// The calendar year.
        public let year: Int

        /// The years that have what is needed, whatever the day, in order.
        public let known: [Int]

        /// The day that is asked about; nil for a question that no day limits.
        public let asOf: Day?

        /// The first later day by which the year has it; nil for none.
        public let later: Day?

        /// Names a gap.
        public init(year: Int, known: [Int], asOf: Day? = nil, later: Day? = nil) {
            self.year = year
            self.known = known
            self.asOf = asOf
            self.later = later
        }
    }

    /// Neither plan nor books have anything that the sheet could show.
    ///
    /// Source: SPEC 12 (*underlag saknas*).
    case nothingToShow(Report)
    /// The calendar year has nothing of what it needs.
    case nothingInYear(YearNeed, YearGap)
    /// The insats has no budget by the day; the day that its first one holds from, nil for none.
    case noBudgetYet(InsatsCode, asOf: Day, first: Day?)
    /// No insats has the code.
    case unknownInsats(InsatsCode)
    /// Neither the plan nor a mapping rule of any book has the code.
    case insatsNowhere(InsatsCode)
    /// The members' shares cannot be computed.
    case sharesMissing(ContributionSplitError)
    /// The insats has no budget with the number; nil for none at all.
    case unknownBudget(InsatsCode, number: Int?)
    /// Every application of the insats has been decided; the latest decision, nil where only budgets
    /// that were never applied for are known, and the budgets to choose from.
    case nothingToDecide(InsatsCode, decidedOn: Day?, budgets: [Budget])
    /// No decision has the code.
    case unknownDecision(DecisionCode)
    /// A sum passes the largest amount.
    case amountOutOfRange
}

extension SheetRefusal {
    /// That nothing is known of the members' contributions for a year, with the years that are.
    static func contributionsMissing(
        _ year: Int,
        _ versions: [ContributionVersion]
    ) -> SheetRefusal {
        let known = Set(versions.map(\.contribution.year)).sorted()
        return .nothingInYear(.contributions, YearGap(year: year, known: known))
    }

    /// A budget that a reader may choose.
    public struct Budget: Hashable, Sendable {
        /// Its number.
        public let number: Int

        /// What it is.
        public let kind: BudgetVersion.Kind

        /// The day it holds from.
        public let date: Day

        /// Names a budget.
        public init(number: Int, kind: BudgetVersion.Kind, date: Day) {
            self.number = number
            self.kind = kind
            self.date = date
        }

        /// The budget in a few words: `2, beviljad 2023-05-25`.
        public var swedish: String { "\(number), \(word(for: kind)) \(date)" }
    }
}

/// Runs a computation whose only failure is a sum that is too large.
func bounded<Value>(
    _ body: () throws(MoneyError) -> Value
) throws(SheetRefusal) -> Value {
    do {
        return try body()
    } catch {
        throw .amountOutOfRange
    }
}
