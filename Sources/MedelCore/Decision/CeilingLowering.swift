/// A ceiling that decisions would bring below what has been spent under it.
///
/// Source: SPEC 4.3.
public struct CeilingLowering: Hashable, Sendable {
    /// How many of the rows that stand in the way are listed.
    public static let rowsMax = 12

    /// The insats.
    public let insats: InsatsCode

    /// The day of the meeting, which costs are counted through.
    public let day: Day

    /// The scope, in Swedish.
    public let title: String

    /// The scope.
    public let scope: Ceiling.Scope

    /// The ceiling before; nil where none was set for the scope.
    public let before: Money?

    /// The ceiling that was to be; nil where the scope would have none, and its costs no money.
    public let after: Money?

    /// What has been spent under it, in granted kronor.
    public let spent: Money

    /// The months, recipients and categories that it was spent on, the largest first.
    public let rows: [CeilingUse]

    /// How many rows there are beside the listed ones.
    public let rowsLeftOut: Int
}

extension Grant {
    /// The scopes in which another grant gives less than this one: a lower ceiling, a new one, or
    /// none where there was one.
    ///
    /// - Returns: in order; none while nothing is granted, since there is nothing to lower.
    public func scopesLowered(by other: Grant) -> [Ceiling.Scope] {
        guard state == .granted else { return [] }
        let scopes = Set(ceilings.keys).union(other.ceilings.keys)
        return scopes.filter { scope in
            switch (ceilings[scope], other.ceilings[scope]) {
            case (let before?, let after?): after < before
            case (nil, _?), (_?, nil): true
            case (nil, nil): false
            }
        }.sorted { $0.place < $1.place }
    }

    /// The ceilings that another grant would bring below what has been spent under this one.
    ///
    /// A cost that has passed a ceiling already stands in nobody's way as long as the ceiling is
    /// not lowered: what is above it is the recipient's. A ceiling that is set for the first time
    /// counts as lowered, since room was not limited by it before.
    ///
    /// - Parameters:
    ///   - other: what would be granted.
    ///   - spent: costs in granted kronor, approved amounts and open reservations.
    ///   - years: the budget years that ceilings refer to.
    ///   - insats: the insats, for the answer.
    ///   - day: the day through which costs are counted, for the answer.
    /// - Returns: the ceilings in the way, none when the other grant can be taken.
    /// - Throws: `MoneyError.outOfRange` when what was spent passes the bound.
    ///
    /// Source: SPEC 4.3.
    public func lowerings(
        to other: Grant,
        spent: [CeilingUse],
        years: [BudgetYear],
        insats: InsatsCode,
        day: Day
    ) throws(MoneyError) -> [CeilingLowering] {
        var found: [CeilingLowering] = []
        for scope in scopesLowered(by: other) {
            let after = other.ceilings[scope]
            let inside = spent.filter { use in
                scope.contains(use, years: years) && covers(use, years: years)
                    && (after != nil || !other.covers(use, years: years))
            }
            let sum = try Money.sum(inside.lazy.map(\.amount))
            guard sum > after ?? .zero else { continue }
            let rows = try Self.rows(of: inside)
            found.append(
                CeilingLowering(
                    insats: insats,
                    day: day,
                    title: scope.title(years: years),
                    scope: scope,
                    before: ceilings[scope],
                    after: after,
                    spent: sum,
                    rows: Array(rows.prefix(CeilingLowering.rowsMax)),
                    rowsLeftOut: max(0, rows.count - CeilingLowering.rowsMax)
                )
            )
        }
        return found
    }

    /// Uses of one month, recipient and category together, the largest first.
    private static func rows(of uses: [CeilingUse]) throws(MoneyError) -> [CeilingUse] {
        let groups = Dictionary(grouping: uses) { $0.replacing(.zero) }
        var rows: [CeilingUse] = []
        for (key, parts) in groups {
            let sum = try Money.sum(parts.lazy.map(\.amount))
            if sum != .zero { rows.append(key.replacing(sum)) }
        }
        return rows.sorted { left, right in
            if left.amount != right.amount { return left.amount > right.amount }
            return left.order < right.order
        }
    }
}

extension CeilingUse {
    fileprivate var order: (Month, String, String) {
        (month, recipient?.text ?? "", category?.text ?? "")
    }
}
