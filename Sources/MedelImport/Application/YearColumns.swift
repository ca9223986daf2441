/// The years that a table has columns for, as its heading names them.
struct YearColumns: Sendable {
    let years: [WrittenYear]
    /// Whether a column with each row's total comes last.
    let hasTotal: Bool

    /// How many amounts a row has.
    var count: Int { years.count + (hasTotal ? 1 : 0) }

    /// Whether a later heading repeats this one, as on a new page.
    func isSame(as other: YearColumns) -> Bool {
        years.map(\.kind) == other.years.map(\.kind) && hasTotal == other.hasTotal
    }

    /// Finds years that follow one another on a line.
    ///
    /// - Returns: the columns and the places that they take; nil when there are none.
    static func find(
        in tokens: [ApplicationToken]
    ) -> (columns: YearColumns, places: Range<Int>)? {
        var best: (years: [WrittenYear], places: Range<Int>) = ([], 0..<0)
        var start = 0
        while start < tokens.count {
            let found = sequence(in: tokens, from: start)
            if found.years.count > best.years.count { best = found }
            start = max(found.places.upperBound, start + 1)
        }
        guard best.years.count > 1 else { return nil }
        var end = best.places.upperBound
        // `2025 kr`, `2026 (tkr)`: what the years are counted in belongs to the heading.
        while end < tokens.count, isUnit(tokens[end]) { end += 1 }
        let hasTotal = end < tokens.count && isTotal(tokens, at: end)
        if hasTotal {
            end += 1
            while end < tokens.count, isUnit(tokens[end]) { end += 1 }
        }
        let columns = YearColumns(years: best.years, hasTotal: hasTotal)
        return (columns, best.places.lowerBound..<end)
    }

    private static func sequence(
        in tokens: [ApplicationToken],
        from start: Int
    ) -> (years: [WrittenYear], places: Range<Int>) {
        guard let first = year(tokens[start]) else { return ([], start..<start) }
        var years = [first]
        var end = start + 1
        var place = end
        // One word may stand between: `Budget 2025 Budget 2026`.
        while place < tokens.count, place <= end + 1 {
            if let next = year(tokens[place]), let last = years.last {
                guard last.isFollowed(by: next) else { break }
                years.append(next)
                end = place + 1
            } else if !tokens[place].isText && !isUnit(tokens[place]) {
                break
            }
            place += 1
        }
        return (years, start..<end)
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

    /// `Summa` at the end of the heading; in one long line it is the last word before the rows,
    /// and so is a sum row's label never.
    private static func isTotal(_ tokens: [ApplicationToken], at place: Int) -> Bool {
        ["summa", "totalt", "total", "sum", "tot"].contains(tokens[place].core)
    }
}
