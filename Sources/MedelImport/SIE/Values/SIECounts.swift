/// How many there are of each thing in a file.
public struct SIECounts: Hashable, Sendable {
    /// Lines, blank ones included.
    public internal(set) var lines = 0

    /// Vouchers, empty ones and those without a valid date included.
    public internal(set) var vouchers = 0

    /// #TRANS rows that could be read; they alone are booked.
    public internal(set) var rows = 0

    /// #TRANS rows that could not be read; the file is refused when there are any.
    public internal(set) var rowsRefused = 0

    /// #RTRANS rows: added by a correction.
    public internal(set) var rowsAdded = 0

    /// #BTRANS rows: struck.
    public internal(set) var rowsStruck = 0

    /// Vouchers without rows.
    public internal(set) var emptyVouchers = 0

    /// Vouchers that do not balance.
    public internal(set) var unbalancedVouchers = 0

    /// Vouchers dated outside year 0.
    public internal(set) var vouchersOutsideYear = 0

    /// Vouchers whose series and number came before.
    public internal(set) var duplicateVouchers = 0

    /// Debit of all rows in öre.
    public internal(set) var debitOre: Int128 = 0

    /// Credit of all rows in öre, never above zero.
    public internal(set) var creditOre: Int128 = 0
}
