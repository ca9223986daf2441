/// How much of an accounting system's book is kept.
///
/// Source: SPEC 3 (book).
public enum BookKind: String, CaseIterable, Sendable {
    /// All of it: vouchers balance, and opening balance and movements give the closing balance.
    case complete
    /// Only what concerns the insatser: the rest is counted and dropped before storage, so that
    /// vouchers need not balance; it is checked against a control total.
    case extract
}
