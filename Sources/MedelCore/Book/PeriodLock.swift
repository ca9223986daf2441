/// Which months of one book are on hold or closed.
///
/// A voucher for a month that takes nothing is kept all the same: it has no period, is shown as
/// *inkommen efter stängning*, and waits until someone assigns it to a month.
///
/// Source: SPEC 3 (period lock), STORE 3.4.
public struct PeriodLock: Hashable, Sendable {
    private var shut: [Month: PeriodState] = [:]

    /// Makes a lock with every month open.
    public init() {}

    /// The state of a month.
    public func state(of month: Month) -> PeriodState { shut[month] ?? .open }

    /// Every month that is not open, in order of time.
    public var shutMonths: [Month] { shut.keys.sorted() }

    /// Every month that takes nothing, in order of time.
    public var closedMonths: [Month] { shutMonths.filter { state(of: $0) == .closed } }

    /// Puts a month in a state.
    ///
    /// - Parameters:
    ///   - month: the month.
    ///   - state: its new state; the one it has already is no change.
    ///   - reason: why; blanks count as none.
    /// - Throws: `PeriodLockError.reasonMissing` when a month is reopened without reason.
    public mutating func set(
        _ month: Month,
        to state: PeriodState,
        reason: String
    ) throws(PeriodLockError) {
        let before = self.state(of: month)
        if before.isReopening(to: state), reason.allSatisfy(\.isWhitespace) {
            throw .reasonMissing(month)
        }
        shut[month] = state == .open ? nil : state
    }

    /// The period that a voucher gets.
    ///
    /// - Parameters:
    ///   - date: the voucher's date, which is upstream's.
    ///   - hasHoldRole: whether whoever brings it has the role that a hold names.
    /// - Returns: nil when it came after closing.
    public func period(of date: Day, hasHoldRole: Bool) -> Month? {
        state(of: date.month).takes(hasHoldRole: hasHoldRole) ? date.month : nil
    }
}

/// Why a period lock is not changed.
public enum PeriodLockError: Error, Hashable, Sendable {
    /// A month is reopened only with a reason.
    case reasonMissing(Month)
}
