public import MedelCore

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

/// The sums of year 0 as the file declares them, in öre; nil without records.
public struct SIEYearSums: Hashable, Sendable {
    /// The sum of #IB.
    public internal(set) var openingBalanceOre: Int128?

    /// The sum of #UB.
    public internal(set) var closingBalanceOre: Int128?

    /// The sum of #RES.
    public internal(set) var resultOre: Int128?
}

/// All that a file says except its vouchers, and everything worth knowing about it.
public struct SIEContents: Sendable {
    /// What the first pass found.
    public let format: SIEFormat

    /// The identification items.
    public internal(set) var header = SIEHeader()

    /// The declared accounts, in order.
    public internal(set) var accounts: [SIEAccount] = []

    /// The declared dimensions in order, then the reserved ones that are only used.
    public internal(set) var dimensions: [SIEDimension] = []

    /// The declared objects, in order.
    public internal(set) var objects: [SIEObject] = []

    /// The declared balances, in order.
    public internal(set) var balances: [DeclaredBalance] = []

    /// The codings of rows and balances.
    public internal(set) var codings = CodingTable()

    /// How many there are of each thing.
    public internal(set) var counts = SIECounts()

    /// Vouchers that do not balance, at most a thousand; `counts` has them all.
    public internal(set) var unbalancedVouchers: [SIEUnbalancedVoucher] = []

    /// The earliest voucher date.
    public internal(set) var firstVoucherDate: Day?

    /// The latest voucher date.
    public internal(set) var lastVoucherDate: Day?

    /// The vouchers series by series, in order of first use.
    public internal(set) var series: [SIESeriesCoverage] = []

    /// Labels outside the standard and how often they stand there, by label.
    public internal(set) var unknownLabels: [String: Int] = [:]

    /// Up to three names with letters beyond ASCII, to see that they read well.
    public internal(set) var sampleNames: [String] = []

    /// The sums of year 0 as declared.
    public internal(set) var sums = SIEYearSums()

    /// Year 0 checked; nil without balances of year 0 or without vouchers to check them with.
    public internal(set) var reconciliation: SIEReconciliation?

    /// Accounts that rows use and the file does not declare, in order.
    public internal(set) var undeclaredAccounts: [AccountNumber] = []

    /// How many objects rows use and the file does not declare.
    public internal(set) var undeclaredObjectCount = 0

    /// What someone should know: those with a line line by line, then the others.
    public internal(set) var findings: [SIEFinding] = []

    init(format: SIEFormat) { self.format = format }

    /// Whether the file can be taken in: no finding is an error.
    public var isAccepted: Bool { !findings.contains { $0.severity == .error } }

    /// Whether the file could be taken in if errors of these kinds were accepted.
    public func isAccepted(despite codes: Set<SIEFinding.Code>) -> Bool {
        !findings.contains { $0.severity == .error && !codes.contains($0.code) }
    }
}
