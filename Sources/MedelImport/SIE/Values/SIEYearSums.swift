/// The sums of year 0 as the file declares them, in öre; nil without records.
public struct SIEYearSums: Hashable, Sendable {
    /// The sum of #IB.
    public internal(set) var openingBalanceOre: Int128?

    /// The sum of #UB.
    public internal(set) var closingBalanceOre: Int128?

    /// The sum of #RES.
    public internal(set) var resultOre: Int128?
}
