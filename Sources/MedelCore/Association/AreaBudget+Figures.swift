/// What the association has budgeted for a line of a year: as first decided, changes, and the two
/// together.
///
/// Source: SPEC 3 (association budget), RKR R14.
public struct AreaBudgetFigures: Hashable, Sendable {
    /// As first decided.
    public let original: Figure

    /// The changes decided since.
    public let changes: Figure

    /// The budget that holds.
    public let final: Figure

    /// Sums a line's amounts that were decided that day or before.
    ///
    /// A line without amounts in a year that has a budget holds nothing; without any budget for the
    /// year it is not known.
    ///
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public init(
        _ line: AssociationBudgetLine,
        year: Int,
        in budgets: [AreaBudget],
        asOf day: Day
    ) throws(MoneyError) {
        let known = budgets.filter { $0.year == year && $0.decidedOn <= day }
        let own = known.filter { $0.line == line }
        guard !known.isEmpty else {
            let missing = Figure(nil, [.areaBudgetMissing(year: year)])
            (original, changes, final) = (missing, missing, missing)
            return
        }
        guard !own.isEmpty else {
            (original, changes, final) = (.notApplicable, .notApplicable, .notApplicable)
            return
        }
        let first = try Money.sum(own.lazy.filter { $0.kind == .original }.map(\.amount))
        let later = try Money.sum(own.lazy.filter { $0.kind == .change }.map(\.amount))
        (original, changes, final) = (Figure(first), Figure(later), Figure(try first + later))
    }
}
