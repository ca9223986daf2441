/// Parentheses around amounts below zero, as accountants write them.
enum MinusParentheses {
    private typealias Word = ApplicationTokenizer.Word

    /// Gives `(300 000)` a minus where an amount stands; in a label it explains and is let be.
    static func taken(_ words: [ApplicationTokenizer.Word]) -> [ApplicationTokenizer.Word] {
        guard words.contains(where: { $0.text.hasPrefix("(") }) else { return words }
        var groups: [Range<Int>] = []
        var place = 0
        while place < words.count {
            if let end = end(words, from: place) {
                groups.append(place..<end)
                place = end
            } else {
                // What stands after an amount in parentheses makes it a part of a text.
                if !groups.isEmpty, !isUnit(words[place]) { groups = [] }
                place += 1
            }
        }
        guard let first = groups.first, first.lowerBound > 0 else { return words }
        let isColumn = words[first.lowerBound].gap == .wide
        let label = words[..<first.lowerBound]
        let hasAmount = label.contains { $0.text.count > 2 && $0.text.allSatisfy(\.isASCIIDigit) }
        let digits = words[first].map(\.text).joined().count(where: \.isASCIIDigit)
        guard isColumn || !hasAmount && digits > 3, !hasAmount || isColumn else { return words }
        var result = words
        for group in groups {
            let last = group.upperBound - 1
            result[last] = Word(text: trimmed(words[last].text), gap: words[last].gap)
            let text = "-" + result[group.lowerBound].text.dropFirst()
            result[group.lowerBound] = Word(text: text[...], gap: words[group.lowerBound].gap)
        }
        return result
    }

    /// Where parentheses end that hold an amount and nothing else.
    private static func end(_ words: [Word], from start: Int) -> Int? {
        guard words[start].text.hasPrefix("("), words[start].gap != .lineStart else { return nil }
        for end in start..<min(start + 5, words.count) where words[end].text.hasSuffix(")") {
            let inside = words[start...end].map(\.text).joined(separator: " ")
                .dropFirst().dropLast()
            let figures = inside.prefix { $0.isASCIIDigit || " .,'’".contains($0) }
            let unit = inside[figures.endIndex...]
            let isAmount =
                figures.first?.isASCIIDigit == true
                && ["", ":-", "-", "kr", "tkr", "mkr"].contains(unit.lowercased())
            return isAmount ? end + 1 : nil
        }
        return nil
    }

    private static func trimmed(_ text: Substring) -> Substring { text.dropLast() }

    private static func isUnit(_ word: Word) -> Bool {
        ApplicationTokenizer.unit(ApplicationWords.core(word.text)) != nil
    }
}
