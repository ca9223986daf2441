public import MedelCore

/// What somebody should look at before a proposed budget is used.
public enum ApplicationDoubt: Hashable, Sendable {
    /// Groups of digits can be taken together in more than one way.
    case ambiguousGroups(String)
    /// A stroke was read as no money.
    case strokeAsNought
    /// An amount that the reader of amounts refuses.
    case unreadable(String, AmountFault)
    /// The row has another number of amounts than the table has years.
    case amountCount(expected: Int, found: Int)
    /// A row of the table without any amount.
    case noAmount
    /// A small figure stood after the amounts and was left out.
    case figureAfter(String)
    /// The figure may be a year.
    case yearOrAmount(Int)
    /// No cost category was recognised in the label.
    case noCategory
    /// The label has more than one kind of cost; the first was taken.
    case severalCategories([CostCategoryCode])
    /// Source: GUIDE 2.6.
    case eligibility(EligibilityConcern)
    /// A cost below zero, or an income above.
    case sign
    /// The stroke before the amount may be a minus.
    case strokeBefore
    /// The amount is small for a budget in kronor.
    case smallAmount
    /// The row's own total is another than what its years add up to.
    case rowTotal(printed: Money, computed: Money)
    /// Words that follow the amount on its line.
    case remark(String)
    /// The amounts had no label.
    case noLabel
    /// The row was read out of running text.
    case runningText
    /// Figures of the row in columns that are no budget: their names and amounts.
    case otherFigures(String)
    /// The label says that the amount is for one month.
    case perMonth
    /// The application says that the amount is about right.
    case approximate
    /// The row is as much as all rows above it together, and may be their sum.
    case mayBeSum
    /// The amount is another than the number times the price beside it.
    case product
}

/// A kind of cost that the association's money may not be for.
///
/// Source: GUIDE 2.6 (finsam.se on benefits for individuals).
public enum EligibilityConcern: String, CaseIterable, Sendable {
    /// Bus cards and other travel of participants.
    case participantTravel
    /// Compensation to participants.
    case participantCompensation
    /// Interpreters, whom the deciding party pays.
    case interpreter
    /// Driving licences and certificates for one person.
    case licence
    /// Costs for single participants.
    case participantCost
}
