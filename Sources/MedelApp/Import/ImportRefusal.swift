public import MedelCore

/// Why a file was not taken; the ledger is as it was.
public enum ImportRefusal: Error, Hashable, Sendable {
    /// The file itself is at fault; its findings say how.
    case findings
    /// The file is another organisation's.
    case otherOrganization(file: OrganizationNumber, book: OrganizationNumber)
    /// The file names its organisation or year after its vouchers.
    case identityAfterVouchers
    /// The file was written to while it was read.
    case changedWhileRead
    /// The book is complete and the request asks for an extract, or the other way round.
    case otherKind(book: BookKind)
    /// The rows kept of an extract do not sum to the control total.
    case controlTotal(kept: Money, expected: Money)
    /// A sum of the rows passes the largest amount.
    case amountOutOfRange
}
