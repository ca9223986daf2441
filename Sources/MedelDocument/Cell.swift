public import MedelCore

/// A value in a table.
public enum Cell: Hashable, Sendable {
    /// Nothing belongs here, such as the credit of a debit row; counts as zero in a sum.
    case empty

    /// Money; nil is an amount that is not known, and a sum over it is not known either.
    ///
    /// Source: STORE 4.4.
    case amount(Money?)

    /// Text that people wrote; never a formula.
    case text(String)

    /// A date.
    case date(Day)

    /// A whole number of things.
    case count(Int)

    /// A share in hundredths of a percent: 2 550 is 25,50 %.
    case basisPoints(Int)
}
