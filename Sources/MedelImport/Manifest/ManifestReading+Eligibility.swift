import MedelCore

extension ManifestReading {
    static let eligibilityKeys = [
        "code", "title", "words", "categories", "from", "through", "text", "source",
    ]

    mutating func readEligibilityRule(_ entry: ManifestEntry) {
        let code = entry.required("code") { key in
            entry.value(key, { .value(.badCode($0)) }, { EligibilityRuleCode($0) })
        }
        let title = entry.required("title", entry.text)
        let text = entry.required("text", entry.text)
        let source = entry.required("source", entry.text)
        let words = entry.texts("words")
        let categories = entry.texts("categories").compactMap { text -> CostCategoryCode? in
            let category = CostCategoryCode(text)
            guard let category else {
                entry.note("categories", .value(.badCategory(text)))
                return nil
            }
            refer(to: .costCategory, text, at: entry.place(of: "categories"))
            return category
        }
        let from = entry.day("from")
        let through = entry.day("through")
        if let from, let through, from > through {
            entry.note("through", .plan(.daysReversed(from: from, through: through)))
        }
        if !entry.has("words"), !entry.has("categories") {
            entry.note("words", .plan(.eligibilityEmpty))
        }
        if let code { describe(.eligibilityRule, code.text, at: entry.place(of: "code")) }
        guard let code, let title, let text, let source else { return }
        let value = EligibilityRule(
            code: code,
            title: title,
            words: words,
            categories: categories,
            from: from,
            through: through,
            text: text,
            source: source
        )
        eligibilityRules.append(Placed(value: value, place: entry.place))
    }
}
