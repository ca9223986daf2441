extension Collection<(title: String, tables: [Table])> {
    /// The measures of which nothing is known in the tables, by title; where there are several
    /// titled parts, those of one part together with its title, such as
    /// `ESF, Övriga (Insatsernas finansiering 2026)`.
    ///
    /// A measure that another part has is not named.
    public var titlesWithoutAmounts: [String] {
        let blank = flatMap(\.tables).titlesWithoutAmounts
        guard count > 1 else { return blank }
        var named: Set<String> = []
        var parts: [String] = []
        for (title, tables) in self {
            let own = tables.titlesWithoutAmounts.filter {
                blank.contains($0) && named.insert($0).inserted
            }
            guard !own.isEmpty else { continue }
            let titles = own.joined(separator: ", ")
            parts.append(title.isEmpty ? titles : "\(titles) (\(title))")
        }
        return parts
    }
}

extension Document {
    /// The tables of each part that has any, under the part's title.
    public var tableParts: [(title: String, tables: [Table])] {
        sections.filter { !$0.tables.isEmpty }.map { ($0.title, $0.tables) }
    }
}
