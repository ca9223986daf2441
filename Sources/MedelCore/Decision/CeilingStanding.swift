/// How one ceiling of an insats stands on a day.
///
/// Source: SPEC 4.1.
public struct CeilingStanding: Hashable, Sendable {
    /// The scope.
    public let scope: Ceiling.Scope

    /// The scope in Swedish.
    public let title: String

    /// What the decisions allow at most.
    public let granted: Money

    /// What had been incurred when Medel was taken into use, in granted kronor.
    public let opening: Figure

    /// What has been incurred since, in granted kronor, by the books; not known where a book is
    /// missing.
    public let incurred: Figure

    /// The room that is left, never below zero.
    public let room: Figure

    /// What has been incurred above the ceiling, borne by the recipient.
    public let above: Figure
}

extension InsatsOverview {
    /// Every ceiling of the insats, in order, with what has been incurred under it.
    ///
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public func ceilings() throws(MoneyError) -> [CeilingStanding] {
        let years = budgetYears
        let uses = try uses()
        let openings = try openingUses()
        let isKnown = try incurred(.total)?.figure.amount != nil
        var standings: [CeilingStanding] = []
        for (scope, ceiling) in grant.orderedCeilings {
            let inside = { (uses: [CeilingUse]) throws(MoneyError) -> Money in
                try Money.sum(
                    uses.lazy.filter { scope.contains($0, years: years) }.map(\.amount)
                )
            }
            let opening = try inside(openings)
            let all = try inside(uses)
            let room = try ceiling - all
            standings.append(
                CeilingStanding(
                    scope: scope,
                    title: scope.title(years: years),
                    granted: ceiling,
                    opening: Figure(opening),
                    incurred: Figure(isKnown ? try all - opening : nil),
                    room: Figure(isKnown ? max(room, .zero) : nil),
                    above: Figure(isKnown ? max(-room, .zero) : nil)
                )
            )
        }
        return standings
    }
}
