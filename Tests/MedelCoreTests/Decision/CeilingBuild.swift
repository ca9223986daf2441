import MedelCore
import Testing

/// Decisions and uses in the words of a test; amounts in öre.
struct CeilingBuild {
    let insats: InsatsCode

    init() throws { insats = try #require(InsatsCode("KRUS")) }

    /// A first grant.
    func decision(
        _ code: String,
        on day: String = "2021-11-20",
        _ ceilings: [(Ceiling.Scope, Int64)],
        terms: GrantTerms = GrantTerms()
    ) throws -> Decision {
        try decision(code, .grant, .none, on: day, ceilings, terms: terms)
    }

    func decision(
        _ code: String,
        _ kind: Decision.Kind,
        _ relation: Decision.Relation,
        on day: String = "2024-11-20",
        _ ceilings: [(Ceiling.Scope, Int64)],
        terms: GrantTerms = GrantTerms()
    ) throws -> Decision {
        Decision(
            code: try #require(DecisionCode(code)),
            insats: insats,
            kind: kind,
            relation: relation,
            date: try #require(Day(iso: day)),
            paragraph: "§ 1",
            diaryNumber: "",
            ceilings: try ceilings.map { Ceiling(scope: $0.0, amount: try Money(ore: $0.1)) },
            financing: "",
            conditions: [],
            terms: terms
        )
    }

    func use(_ month: String, _ ore: Int64) throws -> CeilingUse {
        try use(month, nil, nil, ore)
    }

    func use(_ month: String, _ category: String, _ ore: Int64) throws -> CeilingUse {
        try use(month, category, nil, ore)
    }

    func use(
        _ month: String,
        _ category: String?,
        _ recipient: String?,
        _ ore: Int64
    ) throws -> CeilingUse {
        CeilingUse(
            month: try #require(Month(iso: month)),
            category: category.flatMap { CostCategoryCode($0) },
            recipient: recipient.flatMap { OwnerCode($0) },
            amount: try Money(ore: ore)
        )
    }

    func room(
        _ decisions: [Decision],
        years: [BudgetYear] = [],
        from positions: [OpeningPosition] = []
    ) throws -> CeilingRoom {
        var room = CeilingRoom(insats, years: years, from: positions)
        for decision in decisions { try room.decide(decision) }
        return room
    }

    func position(
        _ year: Int,
        approved: Int64,
        recipient: String? = nil
    ) throws -> OpeningPosition {
        OpeningPosition(
            insats: insats,
            recipient: recipient.flatMap { OwnerCode($0) },
            year: year,
            granted: try Money(ore: approved),
            incurred: try Money(ore: approved),
            approved: try Money(ore: approved),
            paid: .zero,
            advance: .zero,
            source: "ÅR"
        )
    }

    static func year(_ first: String, _ last: String) throws -> BudgetYear {
        let first = try #require(Month(iso: first))
        let last = try #require(Month(iso: last))
        return BudgetYear(label: "År", months: MonthRange(from: first, through: last))
    }
}
