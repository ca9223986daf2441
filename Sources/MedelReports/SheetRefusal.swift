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
    /// No decision has the code.
    case unknownDecision(DecisionCode)
    /// A sum passes the largest amount.
    case amountOutOfRange
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
