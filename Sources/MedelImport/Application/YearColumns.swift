/// The years that a table has columns for, as its heading names them.
struct YearColumns: Sendable {
    let years: [WrittenYear]
    /// The place of a column with each row's total, before the years or after them.
    let totalPlace: Int?
    /// Columns that are no budget, such as last year's outcome: the place and the name.
    let others: [Other]

    /// A column that the proposal leaves out.
    struct Other: Hashable, Sendable {
        let place: Int
        let name: String
    }

    /// How many amounts a row has.
    var count: Int { years.count + others.count + (totalPlace == nil ? 0 : 1) }

    /// Whether a column with each row's total comes first or last.
    var hasTotal: Bool { totalPlace != nil }

    /// Whether a later heading repeats this one, as on a new page.
    func isSame(as other: YearColumns) -> Bool {
        years.map(\.kind) == other.years.map(\.kind) && totalPlace == other.totalPlace
            && others == other.others
    }

    /// Finds years that follow one another on a line.
    ///
    /// - Returns: the columns and the places that they take; nil when there are none.
    static func find(
        in tokens: [ApplicationToken]
    ) -> (columns: YearColumns, places: Range<Int>)? {
        var best = Sequence(names: [], places: 0..<0)
        var start = 0
        while start < tokens.count {
            let found = sequence(in: tokens, from: start)
            if found.names.count > best.names.count { best = found }
            start = max(found.places.upperBound, start + 1)
        }
        guard best.names.count > 1 else { return nil }
        var end = best.places.upperBound
        // `2025 kr`, `2026 (tkr)`: what the years are counted in belongs to the heading.
        while end < tokens.count, isUnit(tokens[end]) { end += 1 }
        let roles = roles(best, in: tokens, &end)
        let hasTotalLast = end < tokens.count && isTotal(tokens[end])
        if hasTotalLast {
            end += 1
            // `Totalt 3 år`.
            while end < tokens.count, isUnit(tokens[end]) || isSpan(tokens[end]) { end += 1 }
        }
        // `Budget totalt 2025 2026` names no column; a name of a column stands apart.
        let lead = best.places.lowerBound - 1
        let hasTotalFirst =
            !hasTotalLast && lead >= 0 && isTotal(tokens[lead])
            && tokens[lead].gap != .single && tokens[lead + 1].gap == .wide
        let first = hasTotalFirst ? 1 : 0
        let columns = YearColumns(
            years: best.names.indices.filter { roles[$0] == nil }.map { best.names[$0].year },
            totalPlace: hasTotalFirst ? 0 : hasTotalLast ? best.names.count : nil,
            others: best.names.indices.compactMap { place in
                roles[place].map { Other(place: place + first, name: $0) }
            }
        )
        return (columns, best.places.lowerBound..<end)
    }

    /// Years with their places among the words.
    private struct Sequence {
        var names: [(year: WrittenYear, place: Int)]
        var places: Range<Int>
    }

    /// The names of columns that are about another time than the budget's: `Utfall 2024`.
    ///
    /// Source: GUIDE 6.2: applications for more time print the outcome beside the budget.
    private static func roles(
        _ found: Sequence,
        in tokens: [ApplicationToken],
        _ end: inout Int
    ) -> [Int: String] {
        let places = found.names.map(\.place)
        // A role stands before every year or after every year.
        let standsAfter =
            places[0] == 0 || !ApplicationWords.columnRoles.contains(tokens[places[0] - 1].core)
        var roles: [Int: String] = [:]
        for (index, place) in places.enumerated() {
            let role = standsAfter ? place + 1 : place - 1
            guard tokens.indices.contains(role), tokens[role].isText else { continue }
            if standsAfter, ApplicationWords.columnRoles.contains(tokens[role].core) {
                end = max(end, role + 1)
            }
            if ApplicationWords.otherColumns.contains(tokens[role].core) {
                roles[index] = tokens[role].text + " " + found.names[index].year.label
            }
        }
        // When every column is an outcome there is no budget to prefer.
        return roles.count == places.count ? [:] : roles
    }

    private static func sequence(
        in tokens: [ApplicationToken],
        from start: Int
    ) -> Sequence {
        guard let first = year(tokens[start]) else {
            return Sequence(names: [], places: start..<start)
        }
        var found = Sequence(names: [(first, start)], places: start..<start + 1)
        var place = start + 1
        // One word may stand between: `Budget 2025 Budget 2026`.
        while place < tokens.count, place <= found.places.upperBound + 1 {
            if let next = year(tokens[place]), let last = found.names.last {
                guard last.year.isFollowed(by: next) else { break }
                found.names.append((next, place))
                found.places = start..<place + 1
            } else if !tokens[place].isText && !isUnit(tokens[place]) {
                break
            }
            place += 1
        }
        return found
    }

    private static func year(_ token: ApplicationToken) -> WrittenYear? {
        if let year = token.year { return year }
        guard let number = token.figure?.calendarYear else { return nil }
        return WrittenYear(kind: .calendar(number), label: String(number))
    }

    private static func isUnit(_ token: ApplicationToken) -> Bool {
        if case .unit = token.kind { return true }
        return ApplicationTokenizer.unit(token.core) != nil
    }

    private static func isSpan(_ token: ApplicationToken) -> Bool {
        ["ar", "aren"].contains(token.core) || token.figure?.digitCount == 1
    }

    /// `Summa` at the end of the heading; in one long line it is the last word before the rows,
    /// and so is a sum row's label never.
    private static func isTotal(_ token: ApplicationToken) -> Bool {
        ["summa", "totalt", "total", "sum", "tot"].contains(token.core)
            || SumLabel.isMisreadSumWord(token.core)
    }
}
