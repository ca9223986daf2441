/// A line of the budget stands already with another amount or decision.
///
/// What was first decided never changes (RKR R14); a later decision is a change of its own.
public struct AreaBudgetStands: Error, Hashable, Sendable {
    /// The line as it stands.
    public let line: AreaBudget

    /// Names the line that stands.
    public init(line: AreaBudget) { self.line = line }
}

extension AreaBudget {
    /// Whether two amounts take the same place: the original of a line stands once a year, a change
    /// once for each decision.
    public func isSameEntry(as other: AreaBudget) -> Bool {
        guard year == other.year, line == other.line, kind == other.kind else { return false }
        switch kind {
        case .original: return true
        case .change: return decidedOn == other.decidedOn && reference == other.reference
        }
    }

    /// Every line of a year with this one among them.
    ///
    /// - Parameter lines: the association's budget, of any years.
    /// - Returns: the lines of the year, this one last unless it was there.
    /// - Throws: `AreaBudgetStands` when the line takes the place of another.
    public func entered(among lines: [AreaBudget]) throws(AreaBudgetStands) -> [AreaBudget] {
        let own = lines.filter { $0.year == year }
        guard let standing = own.first(where: isSameEntry) else { return own + [self] }
        guard standing == self else { throw AreaBudgetStands(line: standing) }
        return own
    }
}
