/// Two tables that stand beside each other on the same lines, parted into one after the other.
enum SideBySide {
    /// A word and where on its line it begins.
    private struct Cell {
        let token: ApplicationToken
        let start: Int

        /// Whether it is a part of an amount.
        var isFigure: Bool {
            switch token.kind {
            case .figure, .unit, .percent: true
            case .dash, .text, .year: false
            }
        }
    }

    /// How far from each other the labels of the right table may begin, in characters.
    private static let driftMax = 4

    /// How many lines without two rows may stand between lines with two.
    private static let linesBetweenMax = 4

    /// The lines, those of a right table after those of its left, all with their own numbers.
    static func unfolded(_ lines: [ApplicationText.Line]) -> [ApplicationText.Line] {
        var result: [ApplicationText.Line] = []
        var place = 0
        while place < lines.count {
            guard let (range, column) = block(lines, from: place) else {
                result += lines[place...]
                break
            }
            result += lines[place..<range.lowerBound]
            let parts = lines[range].map { part($0, at: column) }
            result += parts.compactMap(\.left)
            if let last = parts.last?.left ?? parts.last?.right {
                result.append(ApplicationText.Line(number: last.number, page: last.page, text: ""))
            }
            result += parts.compactMap(\.right)
            place = range.upperBound
        }
        return result
    }

    /// The next lines that hold two tables, and where the right one begins.
    private static func block(
        _ lines: [ApplicationText.Line],
        from start: Int
    ) -> (range: Range<Int>, column: Int)? {
        var place = start
        while place < lines.count {
            defer { place += 1 }
            guard let first = secondLabel(lines[place].text) else { continue }
            var starts = [first.start]
            var isKnown = first.isKnown
            var last = place
            var next = place + 1
            while next < lines.count, next - last <= linesBetweenMax {
                if let found = secondLabel(lines[next].text),
                    abs(found.start - first.start) <= driftMax
                {
                    starts.append(found.start)
                    isKnown = isKnown || found.isKnown
                    last = next
                }
                next += 1
            }
            guard starts.count > 1, isKnown, let column = starts.min() else { continue }
            var range = place..<last + 1
            // Headings above and rows that only one of the tables has belong to them too.
            while range.lowerBound > start, range.lowerBound > place - 3,
                isParted(lines[range.lowerBound - 1].text, at: column)
            {
                range = range.lowerBound - 1..<range.upperBound
            }
            while range.upperBound < lines.count, range.upperBound < last + 12,
                isParted(lines[range.upperBound].text, at: column)
            {
                range = range.lowerBound..<range.upperBound + 1
            }
            return (range, column)
        }
        return nil
    }

    /// Where the label of a second row begins on a line with two rows.
    private static func secondLabel(_ text: String) -> (start: Int, isKnown: Bool)? {
        let cells = cells(text)
        guard (4...24).contains(cells.count), cells.first?.token.isText == true else { return nil }
        for place in cells.indices.dropFirst(2) {
            let token = cells[place].token
            guard token.isText || token.year != nil, token.gap == .wide, token.isCapitalised,
                cells[place - 1].isFigure, cells[..<place].filter(\.isFigure).count < 6,
                let end = cells[place...].firstIndex(where: \.isFigure), end < place + 8,
                cells[end...].allSatisfy(\.isFigure)
            else { continue }
            let label = cells[place..<end].map(\.token).words
            let isKnown =
                CategoryProposal(of: label).isKnown || SumLabel(label) != nil
                || RowLabel.isIncome(label)
            return (cells[place].start, isKnown)
        }
        return nil
    }

    /// Whether nothing stands across the column, and something on either side.
    private static func isParted(_ text: String, at column: Int) -> Bool {
        let cells = cells(text)
        guard !cells.isEmpty else { return false }
        guard let right = cells.firstIndex(where: { $0.start >= column - driftMax }) else {
            // Only the left table has this row, and it ends before the right one begins.
            return cells.contains(where: \.isFigure) && cells.count < 16
        }
        return cells[right].token.gap == .wide || right == 0
    }

    private static func part(
        _ line: ApplicationText.Line,
        at column: Int
    ) -> (left: ApplicationText.Line?, right: ApplicationText.Line?) {
        let words = words(line.text)
        guard let cut = words.first(where: { $0.start >= column - driftMax })?.index else {
            return (line, nil)
        }
        let left = String(line.text[..<cut])
        let right = String(line.text[cut...])
        let number = line.number
        return (
            left.allSatisfy(\.isWhitespace)
                ? nil : ApplicationText.Line(number: number, page: line.page, text: left),
            ApplicationText.Line(number: number, page: line.page, text: right)
        )
    }

    private static func cells(_ text: String) -> [Cell] {
        let words = words(text)
        let tokens = ApplicationTokenizer.tokens(text)
        // Words that name a year together are one token.
        guard words.count < 60, tokens.count <= words.count else { return [] }
        var place = 0
        return tokens.compactMap { token in
            guard place < words.count else { return nil }
            let cell = Cell(token: token, start: words[place].start)
            place += max(1, token.text.split(separator: " ").count)
            return cell
        }
    }

    /// Where words begin: in characters, or by tabs where a line has them.
    private static func words(_ text: String) -> [(start: Int, index: String.Index)] {
        let hasTabs = text.contains("\t")
        var words: [(start: Int, index: String.Index)] = []
        var isInside = false
        var tabs = 0
        var offset = 0
        for index in text.indices {
            let character = text[index]
            if character.isWhitespace {
                isInside = false
                if character == "\t" { tabs += 1 }
            } else if !isInside {
                isInside = true
                words.append((hasTabs ? tabs * 100 : offset, index))
            }
            offset += 1
        }
        return words
    }
}
