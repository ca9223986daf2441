import MedelCore

/// Takes the words that name a year together, and the years of dates for text.
enum YearMarks {
    /// Marks `År 1`, `HT 2025` and `aug-dec 2025` as one word each.
    static func take(_ tokens: inout [ApplicationToken]) {
        splitUnits(&tokens)
        var marked: [ApplicationToken] = []
        for token in tokens {
            if let year = joinedTerm(token) {
                marked.append(named(year, token, gap: token.gap))
                continue
            }
            guard let figure = token.figure, let before = marked.last else {
                marked.append(token)
                continue
            }
            if let year = year(before, figure) {
                marked.removeLast()
                marked.append(named(year, before, token, gap: before.gap))
            } else if ApplicationWords.months[before.core] != nil, figure.calendarYear != nil {
                takeDate(token, &marked)
            } else {
                marked.append(token)
            }
        }
        tokens = marked
    }

    /// `Budget 2025tkr`: a heading's year and unit that nothing parts.
    private static func splitUnits(_ tokens: inout [ApplicationToken]) {
        guard tokens.count <= 8 else { return }
        let years = tokens.filter { year(withUnit: $0) != nil }
        let others = tokens.filter { year(withUnit: $0) == nil && !$0.core.isEmpty }
        guard !years.isEmpty, others.count > 0 || years.count > 1,
            others.allSatisfy({ YearHeading.isHeadingWord($0.core) })
        else { return }
        tokens = tokens.flatMap { token -> [ApplicationToken] in
            guard let (year, unit) = year(withUnit: token) else { return [token] }
            let figure = WrittenFigure(digits: year, isNegative: false, hasSign: false, unit: nil)
            return [
                ApplicationToken(kind: .figure(figure), text: year, core: year, gap: token.gap),
                ApplicationToken(
                    kind: .unit(unit),
                    text: unit.rawValue,
                    core: unit.rawValue,
                    gap: .single
                ),
            ]
        }
    }

    private static func year(
        withUnit token: ApplicationToken
    ) -> (year: String, unit: WrittenUnit)? {
        guard let figure = token.figure, let unit = figure.unit, figure.isPlain, !figure.hasSign,
            figure.digitCount == 4, let number = Int(figure.digits),
            WrittenFigure.calendarYears.contains(number)
        else { return nil }
        return (figure.digits, unit)
    }

    private static func year(
        _ before: ApplicationToken,
        _ figure: WrittenFigure
    ) -> WrittenYear? {
        if let year = figure.calendarYear {
            if let half = halves[before.core] {
                let label = before.text.filter(\.isLetter) + " " + String(year)
                return WrittenYear(kind: .term(year: year, half: half), label: label)
            }
            return months(before, year)
        }
        guard ApplicationWords.yearWords.contains(before.core), before.isText,
            before.text.allSatisfy(\.isLetter),
            figure.isPlain, let number = Int(figure.digits), (1...10).contains(number)
        else { return nil }
        let label = before.text.filter(\.isLetter) + " " + String(number)
        return WrittenYear(kind: .ordinal(number), label: label)
    }

    /// `aug-dec` before a year.
    private static func months(_ before: ApplicationToken, _ year: Int) -> WrittenYear? {
        let parts = before.core.split { "-–—/".contains($0) }
        guard parts.count == 2,
            let first = ApplicationWords.months[ApplicationWords.core(parts[0])],
            let last = ApplicationWords.months[ApplicationWords.core(parts[1])], first <= last,
            let start = Month(year: year, month: first), let end = Month(year: year, month: last)
        else { return nil }
        return MonthRange(from: start, through: end).map { months in
            WrittenYear(kind: .months(months), label: before.text + " " + String(year))
        }
    }

    /// `HT2025`, `vt-26`.
    private static func joinedTerm(_ token: ApplicationToken) -> WrittenYear? {
        guard token.isText, let half = halves[String(token.core.prefix(2))] else { return nil }
        let rest = token.core.dropFirst(2).drop { "-–:".contains($0) }
        guard rest.count == 2 || rest.count == 4, rest.allSatisfy(\.isASCIIDigit),
            let number = Int(rest)
        else { return nil }
        let year = rest.count == 2 ? 2000 + number : number
        guard WrittenFigure.calendarYears.contains(year) else { return nil }
        let label = token.text.prefix(2) + " " + String(year)
        return WrittenYear(kind: .term(year: year, half: half), label: String(label))
    }

    private static func named(
        _ year: WrittenYear,
        _ tokens: ApplicationToken...,
        gap: ApplicationToken.Gap
    ) -> ApplicationToken {
        ApplicationToken(
            kind: .year(year),
            text: tokens.words,
            core: tokens.map(\.core).joined(separator: " "),
            gap: gap
        )
    }

    /// The year of a date is no figure, nor is the day of the month that stands before it.
    private static func takeDate(_ token: ApplicationToken, _ marked: inout [ApplicationToken]) {
        marked.append(token.asText)
        let day = marked.count - 3
        if day >= 0, marked[day].figure != nil { marked[day] = marked[day].asText }
    }

    private static let halves: [String: WrittenYear.Half] = [
        "vt": .first, "varen": .first, "vartermin": .first, "varterminen": .first,
        "ht": .second, "hosten": .second, "hosttermin": .second, "hostterminen": .second,
    ]
}
