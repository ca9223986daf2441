/// How far a month of a book has been closed.
///
/// Source: SPEC 3 (period lock), STORE 3.4.
public enum PeriodState: String, CaseIterable, Sendable {
    /// Everything is taken.
    case open
    /// Only the named role lets anything in.
    case hold
    /// Nothing is taken.
    case closed

    /// How much is shut, for comparing two states.
    private var rank: Int {
        switch self {
        case .open: 0
        case .hold: 1
        case .closed: 2
        }
    }

    /// Whether going to another state opens what was shut, which takes a reason.
    public func isReopening(to other: PeriodState) -> Bool { other.rank < rank }

    /// Whether amounts may come into a month in this state.
    ///
    /// - Parameter hasHoldRole: whether whoever asks has the role that the hold names.
    /// - Returns: true for an open month, and for one on hold with the role.
    public func takes(hasHoldRole: Bool) -> Bool {
        switch self {
        case .open: true
        case .hold: hasHoldRole
        case .closed: false
        }
    }
}
