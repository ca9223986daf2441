/// How much of a hostile file is kept in memory; honest files are far below.
public struct SIELimits: Hashable, Sendable {
    /// The longest line, in bytes.
    public var lineBytesMax = 1 << 20

    /// How much is read at a time, in bytes.
    public var windowBytesMax = 1 << 20

    /// Distinct codings.
    public var codingsMax = 500_000

    /// Accounts, dimensions, objects, balances and years together.
    public var declarationsMax = 2_000_000

    /// Text of declarations, in bytes.
    public var declaredTextBytesMax = 1 << 27

    /// Rows and corrections of one voucher.
    public var voucherRowsMax = 1_000_000

    /// Text of one voucher, in bytes.
    public var voucherTextBytesMax = 1 << 26

    /// Voucher series.
    public var seriesMax = 10_000

    /// Vouchers outside unbroken number series among which duplicates are looked for.
    public var identifiedVouchersMax = 4_000_000

    /// The limits in use.
    public init() {}
}
