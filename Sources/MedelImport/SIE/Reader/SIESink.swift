public import MedelCore

/// Who takes a file's vouchers as they are read.
///
/// Errors may come after vouchers: #KSUMMA stands last. So keep nothing until the reader has
/// returned contents that are accepted.
public protocol SIESink {
    /// Takes what the file has said before its first voucher; called once, at the end without one.
    mutating func begin(_ header: SIEHeader) throws

    /// Takes a voucher.
    ///
    /// The draft is used again for the next one. Only whole vouchers come: one without a valid
    /// date or with an unreadable row is left out, and the file is then refused.
    mutating func take(_ voucher: borrowing VoucherDraft, codings: borrowing CodingTable) throws
}

/// Takes vouchers and keeps none, for inspection.
public struct SIENoSink: SIESink, Sendable {
    /// Makes a sink that keeps nothing.
    public init() {}

    /// Does nothing.
    public mutating func begin(_ header: SIEHeader) {}

    /// Does nothing.
    public mutating func take(
        _ voucher: borrowing VoucherDraft,
        codings: borrowing CodingTable
    ) {}
}
