extension Sequence<Table> {
    /// The measures of which nothing is known in any of the tables, by title, each once, in order.
    ///
    /// Text columns are no measures: a column of remarks may well be empty.
    public var titlesWithoutAmounts: [String] {
        var blank: [String] = []
        var known: Set<String> = []
        for table in self where !table.rows.isEmpty {
            for place in table.columns.indices.dropFirst(table.leadingCount) {
                let column = table.columns[place]
                guard column.kind != .text, column.kind != .date else { continue }
                if !table.isBlank(column: place) {
                    known.insert(column.title)
                } else if !blank.contains(column.title) {
                    blank.append(column.title)
                }
            }
        }
        return blank.filter { !known.contains($0) }
    }
}
