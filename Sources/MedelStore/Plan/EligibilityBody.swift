import MedelCore

/// A rule on what the money should not pay for.
struct EligibilityBody: DescriptionBody {
    static let kind = DescriptionKind.eligibilityRule

    let schema: Int
    let code: String
    let title: String
    let words: [String]
    let categories: [String]
    let from: String?
    let through: String?
    let text: String
    let source: String

    init(_ value: EligibilityRule) {
        schema = DescriptionForm.current
        code = value.code.text
        title = value.title
        words = value.words
        categories = value.categories.map(\.text)
        from = value.from?.description
        through = value.through?.description
        text = value.text
        source = value.source
    }

    var value: EligibilityRule? {
        guard let code = EligibilityRuleCode(code),
            let categories = categories.mapAll({ CostCategoryCode($0) }),
            case .read(let from) = Field(from, { Day(iso: $0) }),
            case .read(let through) = Field(through, { Day(iso: $0) })
        else { return nil }
        return EligibilityRule(
            code: code,
            title: title,
            words: words,
            categories: categories,
            from: from,
            through: through,
            text: text,
            source: source
        )
    }

    static func code(of value: EligibilityRule) -> String { value.code.text }
}
