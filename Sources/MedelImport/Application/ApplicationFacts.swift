import MedelCore

/// What an application says about itself outside its budget.
struct ApplicationFacts {
    /// The insats's name; nil when no field has it.
    let name: String?

    /// The day of the application; nil when no date is called so.
    let date: Day?

    private let periods: [WrittenPeriod]

    init(_ text: ApplicationText) {
        periods = WrittenPeriod.all(in: text)
        name = Self.name(text.lines)
        date = Self.date(text.lines)
    }

    /// The period that the words around a line's table are most likely about.
    func period(near line: Int) -> WrittenPeriod? {
        let before = periods.last { $0.line <= line && line - $0.line <= 10 }
        return before ?? periods.first(where: \.isNamed)
    }

    /// A field's value on its line, or on the next line that is not empty.
    private static func name(_ lines: [ApplicationText.Line]) -> String? {
        for (place, line) in lines.enumerated() {
            guard let colon = line.text.firstIndex(where: { $0 == ":" || $0 == "\t" }) else {
                continue
            }
            let field = ApplicationWords.folded(line.text[..<colon])
                .filter { $0.isLetter || $0 == " " }
            let words = field.split(separator: " ")
            guard (1...4).contains(words.count), nameFields.contains(words.joined(separator: " "))
            else { continue }
            let rest = line.text[line.text.index(after: colon)...]
            let next = lines[(place + 1)...].prefix(3).first { line in
                line.text.contains { !$0.isWhitespace }
            }
            let value = trimmed(rest).isEmpty ? trimmed(next?.text[...] ?? "") : trimmed(rest)
            if (2...120).contains(value.count), !value.hasSuffix(":") { return value }
        }
        return nil
    }

    private static func trimmed(_ text: Substring) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func date(_ lines: [ApplicationText.Line]) -> Day? {
        for line in lines {
            let words = line.text.split(whereSeparator: \.isWhitespace).map(String.init)
            for (place, word) in words.enumerated().prefix(200)
            where dateFields.contains(ApplicationWords.core(word)) {
                for next in place + 1..<min(place + 8, words.count) {
                    guard let found = WrittenDate.read(words, at: next) else { continue }
                    if found.date.start == found.date.end { return found.date.start }
                }
            }
        }
        return nil
    }

    private static let dateFields: Set<String> = ["datum", "ansokningsdatum", "inlamnad"]

    private static let nameFields: Set<String> = [
        "insatsens namn", "projektets namn", "insats", "projekt", "projektnamn", "insatsnamn",
        "namn pa insatsen", "namn pa projektet", "namn pa aktiviteten", "benamning",
        "projektets benamning", "insatsens benamning",
    ]
}
