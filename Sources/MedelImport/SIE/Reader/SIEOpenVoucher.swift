internal import MedelCore

/// The voucher that rows are being read for.
struct SIEOpenVoucher {
    /// Whether there is one.
    var isOpen = false

    /// Whether its `{` has come, or its absence been told.
    var hasBlock = false

    /// Whether the date is valid and every row was read, so that a sink may have it.
    var isWhole = true

    /// Whether the date is valid.
    var isDated = true

    /// The sum of its rows in öre.
    var sumOre: Int128 = 0

    /// An #RTRANS that waits for its #TRANS.
    var awaited: (coding: CodingTable.Index, amount: Money, line: Int)?
}
