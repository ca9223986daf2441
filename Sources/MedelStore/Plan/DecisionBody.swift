import MedelCore

/// A decision of the board.
struct DecisionBody: DescriptionBody {
    struct CeilingBody: Codable {
        let scope: String
        let year: Int?
        let code: String?
        let amountOre: Int64
        let includesVAT: Bool

        init(_ ceiling: Ceiling) {
            amountOre = ceiling.amount.ore
            includesVAT = ceiling.includesVAT
            (scope, year, code) =
                switch ceiling.scope {
                case .total: ("total", nil, nil)
                case .budgetYear(let number): ("budgetYear", number, nil)
                case .calendarYear(let year): ("calendarYear", year, nil)
                case .recipient(let recipient): ("recipient", nil, recipient.text)
                case .category(let category): ("category", nil, category.text)
                }
        }

        var value: Ceiling? {
            guard let amount = amount(amountOre), let scope = scopeValue else { return nil }
            return Ceiling(scope: scope, amount: amount, includesVAT: includesVAT)
        }

        private var scopeValue: Ceiling.Scope? {
            switch (scope, year, code) {
            case ("total", nil, nil): .total
            case ("budgetYear", let year?, nil): .budgetYear(year)
            case ("calendarYear", let year?, nil): .calendarYear(year)
            case ("recipient", nil, let code?): OwnerCode(code).map { .recipient($0) }
            case ("category", nil, let code?): CostCategoryCode(code).map { .category($0) }
            default: nil
            }
        }
    }

    static let kind = DescriptionKind.decision

    let schema: Int
    let code: String
    let insats: String
    let kind: String
    let relation: String
    let earlier: String?
    let date: String
    let paragraph: String
    let diaryNumber: String
    let ceilings: [CeilingBody]
    let financing: String
    let conditions: [String]
    let conditionDays: [String]?
    let terms: TermsBody?
    let isDelegated: Bool?
    let minutes: String?

    init(_ value: Decision) {
        schema = DescriptionForm.current
        code = value.code.text
        insats = value.insats.text
        kind = value.kind.rawValue
        (relation, earlier) =
            switch value.relation {
            case .none: ("none", nil)
            case .replaces(let earlier): ("replaces", earlier.text)
            case .adds(let earlier): ("adds", earlier.text)
            case .moves: ("moves", nil)
            }
        date = value.date.description
        paragraph = value.paragraph
        diaryNumber = value.diaryNumber
        ceilings = value.ceilings.map(CeilingBody.init)
        financing = value.financing
        conditions = value.conditions.map(\.text)
        let days = value.conditions.map { $0.due?.description ?? "" }
        conditionDays = days.allSatisfy(\.isEmpty) ? nil : days
        terms = value.terms.isEmpty ? nil : TermsBody(value.terms)
        isDelegated = value.isDelegated ? true : nil
        minutes = value.minutes
    }

    var value: Decision? {
        guard let code = DecisionCode(code), let insats = InsatsCode(insats),
            let kind = Decision.Kind(rawValue: kind), let relation = relationValue,
            let date = Day(iso: date), let ceilings = ceilings.mapAll(\.value),
            let conditions = conditionValues,
            case .read(let terms) = Field(terms, \.value)
        else { return nil }
        return Decision(
            code: code,
            insats: insats,
            kind: kind,
            relation: relation,
            date: date,
            paragraph: paragraph,
            diaryNumber: diaryNumber,
            ceilings: ceilings,
            financing: financing,
            conditions: conditions,
            terms: terms ?? GrantTerms(),
            isDelegated: isDelegated ?? false,
            minutes: minutes
        )
    }

    private var conditionValues: [Condition]? {
        guard let days = conditionDays else { return conditions.map { Condition($0) } }
        guard days.count == conditions.count else { return nil }
        return zip(conditions, days).mapAll { text, day in
            if day.isEmpty { return Condition(text) }
            return Day(iso: day).map { Condition(text, due: $0) }
        }
    }

    static func code(of value: Decision) -> String { value.code.text }

    private var relationValue: Decision.Relation? {
        switch (relation, earlier) {
        case ("none", nil): Decision.Relation.none
        case ("replaces", let code?): DecisionCode(code).map { .replaces($0) }
        case ("adds", let code?): DecisionCode(code).map { .adds($0) }
        case ("moves", nil): .moves
        default: nil
        }
    }
}
