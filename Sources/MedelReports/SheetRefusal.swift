public import MedelCore

/// Why a sheet is not made.
public enum SheetRefusal: Error, Hashable, Sendable {
    /// Neither plan nor books have anything that the sheet could show.
    ///
    /// Source: SPEC 12 (*underlag saknas*).
    case nothingToShow(Report)
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
        public var swedish: String { "\(number), \(kind.words) \(date)" }
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
