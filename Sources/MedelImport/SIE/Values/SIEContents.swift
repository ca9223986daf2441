public import MedelCore

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

    /// Year 0 checked; nil without balances of year 0, or without vouchers in types 1 to 3.
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
