public import MedelCore

/// A voucher whose rows do not sum to zero.
public struct SIEUnbalancedVoucher: Hashable, Sendable {
    /// The series, empty when there is none.
    public let series: String

    /// The number as written, empty when there is none.
    public let number: String

    /// The date; nil when it is not valid.
    public let date: Day?

    /// The line of #VER, from one.
    public let line: Int

    /// The sum of the rows in öre; wide, since rows are outside data.
    public let sumOre: Int128
}
