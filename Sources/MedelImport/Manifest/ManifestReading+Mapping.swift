import MedelCore

extension ManifestReading {
    static let mappingKeys = [
        "book", "account", "object", "from", "through", "priority", "target", "category",
    ]

    mutating func readRule(_ entry: ManifestEntry) {
        let book = entry.required("book") { key in
            entry.value(key, { .value(.badBook($0)) }, { BookReference($0) })
        }
        let target = entry.required("target") { key in
            entry.value(key, { .value(.badTarget($0)) }, { MappingTarget($0) })
        }
        let object = entry.value("object", { .value(.badObject($0)) }, objectReference)
        let first = entry.month("from")
        let last = entry.month("through")
        if let first, let last, first > last {
            entry.note("from", .plan(.monthsReversed(from: first, through: last)))
        }
        let priority = entry.number("priority", -1_000_000...1_000_000) ?? 0
        let account = entry.text("account") ?? ""
        let category = readCategory(entry, "category")
        if case .owner(let code) = book {
            refer(to: .recipient, code.text, at: entry.place(of: "book"))
        }
        if case .insats(let code) = target {
            refer(to: .insats, code.text, at: entry.place(of: "target"))
        }
        guard let book, let target else { return }
        let rule = MappingRule(
            id: MappingRule.ID(0),
            accountPrefix: account,
            object: object,
            from: first,
            through: last,
            priority: priority,
            target: target,
            category: category
        )
        describe(.mappingRule, describe(rule, of: book), at: entry.place)
        mapping[book, default: []].append(rule)
    }

    /// A rule in words, by which two that say the same are known.
    private func describe(_ rule: MappingRule, of book: BookReference) -> String {
        let object = rule.object.map { " \($0.dimension):\($0.code)" } ?? ""
        let first = rule.first.map { " från \($0)" } ?? ""
        let last = rule.last.map { " till \($0)" } ?? ""
        let category = rule.category.map { " \($0)" } ?? ""
        let account = rule.accountPrefix.isEmpty ? "" : " konto \(rule.accountPrefix)"
        return "\(book)\(account)\(object)\(first)\(last) (\(rule.priority)) → \(rule.target)"
            + category
    }
}

/// Reads `6:P12`, dimension and code.
private func objectReference(_ text: String) -> ObjectReference? {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let dimension = Int(parts[0]), (0...1_000_000).contains(dimension)
    else { return nil }
    return ObjectReference(dimension: dimension, code: String(parts[1]))
}
