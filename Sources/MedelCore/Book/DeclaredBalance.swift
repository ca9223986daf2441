/// What a balance that a source declares stands for.
///
/// Raw values are the SIE 4 labels.
///
/// Source: SIE 4C #IB, #UB, #RES, #PSALDO, #PBUDGET, #OIB, #OUB.
public enum BalanceKind: String, CaseIterable, Sendable {
    /// The opening balance of a year.
    case opening = "IB"
    /// The closing balance of a year.
    case closing = "UB"
    /// The result of a year on a result account; income is negative.
    case result = "RES"
    /// The change in a month, not a balance in spite of its name.
    case periodChange = "PSALDO"
    /// The budgeted change in a month.
    case periodBudget = "PBUDGET"
    /// The opening balance of an object.
    case objectOpening = "OIB"
    /// The closing balance of an object.
    case objectClosing = "OUB"
}

/// An amount that a source states for an account; it is compared and shown, never posted.
///
/// Source: STORE 3.5.
public struct DeclaredBalance: Hashable, Sendable {
    /// What the amount stands for.
    public let kind: BalanceKind

    /// The year: 0 is the source's own, -1 the one before.
    public let yearIndex: Int

    /// The month, of the two period kinds only.
    public let period: Month?

    /// The account and its objects, in the reader's table.
    public let coding: CodingTable.Index

    /// The amount, debit positive.
    public let amount: Money

    /// The quantity as written; empty when the source said nothing.
    public let quantity: String

    /// The line in the source, from one.
    public let line: Int

    /// Describes a declared balance.
    public init(
        kind: BalanceKind,
        yearIndex: Int,
        period: Month?,
        coding: CodingTable.Index,
        amount: Money,
        quantity: String,
        line: Int
    ) {
        self.kind = kind
        self.yearIndex = yearIndex
        self.period = period
        self.coding = coding
        self.amount = amount
        self.quantity = quantity
        self.line = line
    }
}
