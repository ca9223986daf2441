/// Whether year 0 hangs together: rows against declared balances, account by account.
///
/// IB + rows = UB for every account with #IB or #UB, rows = RES for every account with #RES, both
/// for an account that has both. An account with neither is classed by #KTYP, else by its first
/// digit (1-2 balance).
///
/// Source: sie/SPEC 3.
public struct SIEReconciliation: Hashable, Sendable {
    /// How many accounts were checked as balance accounts.
    public internal(set) var balanceChecked = 0

    /// How many accounts were checked as result accounts.
    public internal(set) var resultChecked = 0

    /// What does not hold, by account.
    public internal(set) var differences: [SIEDifference] = []

    /// Whether every equation holds to the öre.
    public var holds: Bool { differences.isEmpty }
}
