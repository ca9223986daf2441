/// Lines that stand at the edges of pages and belong to no table: page numbers, headers, footers.
struct PageNoise {
    private let numbers: Set<Int>

    /// How many lines at a page's edge can be its header or footer.
    private static let edgeLines = 3

    init(_ lines: [ApplicationText.Line]) {
        var noise: Set<Int> = []
        for place in lines.indices where Self.isPageNumber(lines[place].text) {
            // An amount in a cell of its own has other cells around it.
            let isAlone =
                Self.isEdge(lines, place, place - 1) || Self.isEdge(lines, place, place + 1)
            if isAlone { noise.insert(lines[place].number) }
        }
        noise.formUnion(Self.withPageNumbers(lines))
        noise.formUnion(Self.repeated(lines, besides: noise))
        numbers = noise
    }

    func contains(_ line: ApplicationText.Line) -> Bool { numbers.contains(line.number) }

    /// Whether a neighbour of a line is empty, on another page or not there.
    private static func isEdge(
        _ lines: [ApplicationText.Line],
        _ place: Int,
        _ neighbour: Int
    ) -> Bool {
        guard lines.indices.contains(neighbour) else { return true }
        return lines[neighbour].page != lines[place].page
            || lines[neighbour].text.allSatisfy(\.isWhitespace)
    }

    /// `12`, `3 (12)`, `Sida 3 av 12`, `- 4 -`.
    private static func isPageNumber(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let words = text.split { !($0.isLetter || $0.isNumber) }.map { ApplicationWords.core($0) }
        let numbers = words.filter { $0.allSatisfy(\.isASCIIDigit) }
        let others = words.filter { !$0.allSatisfy(\.isASCIIDigit) }
        guard !numbers.isEmpty, numbers.allSatisfy({ $0.count <= 3 }) else { return false }
        if others.isEmpty {
            return numbers.count == 1 && numbers[0] != "0" && !text.contains("kr")
                && (numbers[0].count < 3 || text.contains("-"))
                || numbers.count == 2 && text.contains("(")
        }
        guard let first = others.first, ["sida", "sid", "sidan", "s"].contains(first) else {
            return false
        }
        return others.dropFirst().allSatisfy { $0 == "av" } && numbers.count <= 2
    }

    /// The first and last lines of pages that end with `Sida 3`, whatever stands before.
    private static func withPageNumbers(_ lines: [ApplicationText.Line]) -> Set<Int> {
        let written = lines.filter { line in line.text.contains { !$0.isWhitespace } }
        var noise: Set<Int> = []
        for place in written.indices {
            let line = written[place]
            let before = place > 0 ? written[place - 1].page : 0
            let after = place + 1 < written.count ? written[place + 1].page : 0
            guard before != line.page || after != line.page else { continue }
            let words = line.text.split { !($0.isLetter || $0.isNumber) }
                .map { ApplicationWords.core($0) }
            let tail = words.suffix(4).drop { !["sida", "sid", "sidan"].contains($0) }.dropFirst()
            let isNumbered =
                !tail.isEmpty
                && tail.allSatisfy { $0 == "av" || $0.count <= 3 && $0.allSatisfy(\.isASCIIDigit) }
            if isNumbered { noise.insert(line.number) }
        }
        return noise
    }

    /// Lines at the edges of pages that come again on another page, numbers aside.
    private static func repeated(
        _ lines: [ApplicationText.Line],
        besides noise: Set<Int>
    ) -> Set<Int> {
        var pages: [[ApplicationText.Line]] = [[]]
        for line in lines {
            let isBreak = pages.last?.last.map { $0.page != line.page } ?? false
            if isBreak { pages.append([]) }
            if line.text.contains(where: { !$0.isWhitespace }) {
                pages[pages.count - 1].append(line)
                // Without form feeds, a page number is where a page ends.
                if noise.contains(line.number) { pages.append([]) }
            }
        }
        var places: [String: [Int]] = [:]
        for page in pages {
            let kept = page.filter { !noise.contains($0.number) }
            let edge = kept.prefix(edgeLines) + kept.dropFirst(edgeLines).suffix(edgeLines)
            for line in edge where line.text.utf8.count <= 200 {
                places[shape(line.text), default: []].append(line.number)
            }
        }
        let again = Set(places.values.filter { $0.count > 1 }.flatMap(\.self))
        // A table's heading comes again too, and is read again.
        let tables = lines.filter { again.contains($0.number) && holdsAmounts($0.text) }
        return again.subtracting(tables.map(\.number))
    }

    private static func shape(_ text: String) -> String {
        var shape = ""
        for character in ApplicationWords.folded(text) where !character.isWhitespace {
            shape.append(character.isNumber ? "0" : character)
        }
        return shape
    }

    /// Whether a line could be a row of a table or the heading of one.
    private static func holdsAmounts(_ text: String) -> Bool {
        let tokens = ApplicationTokenizer.tokens(text)
        if YearColumns.find(in: tokens) != nil { return true }
        let figures = tokens.suffix(2).filter { $0.figure != nil }
        guard let last = figures.last?.figure else { return false }
        return last.digitCount > 3 || last.digits == "000" || figures.count > 1
    }
}
