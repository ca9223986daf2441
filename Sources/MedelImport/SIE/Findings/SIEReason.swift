/// What was found in a file, by topic and with its data.
public enum SIEReason: Hashable, Sendable {
    /// About the file as a whole.
    case document(SIEDocumentReason)
    /// About how texts are written.
    case text(SIETextReason)
    /// About the identification items.
    case header(SIEHeaderReason)
    /// About accounts, dimensions and objects.
    case chart(SIEChartReason)
    /// About declared balances.
    case balance(SIEBalanceReason)
    /// About vouchers.
    case voucher(SIEVoucherReason)
    /// About voucher rows.
    case row(SIERowReason)
    /// More findings of one kind than are listed one by one.
    case more(SIEFinding.Code, count: Int)

    /// The kind of finding.
    public var code: SIEFinding.Code {
        switch self {
        case .document(let reason): reason.code
        case .text(let reason): reason.code
        case .header(let reason): reason.code
        case .chart(let reason): reason.code
        case .balance(let reason): reason.code
        case .voucher(let reason): reason.code
        case .row(let reason): reason.code
        case .more(let code, count: _): code
        }
    }

    /// What is wrong and what to do, in Swedish.
    public var message: String {
        switch self {
        case .document(let reason): reason.swedish
        case .text(let reason): reason.swedish
        case .header(let reason): reason.swedish
        case .chart(let reason): reason.swedish
        case .balance(let reason): reason.swedish
        case .voucher(let reason): reason.swedish
        case .row(let reason): reason.swedish
        case .more(_, let count): "Ytterligare \(count) av samma slag räknas men visas inte."
        }
    }
}
