/// Figures in and around a budget's table that the proposal says nothing of.
///
/// Whatever the reading of the table misses, a line with figures is never passed over in silence.
struct UnusedFigures {
    private(set) var lines: [UnplacedLine] = []

    /// How far above the first row, and below the last, a row may have been missed.
    private static let linesAbove = 8
    private static let linesBelow = 3

    /// Fewer digits than this are a number of things, a page or a note.
    private static let digitsMin = 3

    /// Looks through the lines of a table.
    ///
    /// - Parameters:
    ///   - text: the application.
    ///   - parts: the tables that the budget was read out of.
    ///   - others: every table that the proposal mentions.
    ///   - mentions: amounts in sentences that are mentioned.
    init(
        _ text: ApplicationText,
        _ parts: [ApplicationBudget],
        others: [ApplicationBudget],
        mentions: [ApplicationMention]
    ) {
        let lines = Set(parts.map(\.line))
        let tables = parts + others.filter { !lines.contains($0.line) }
        let said =
            tables.flatMap { Self.said($0) } + mentions.map { (line: $0.line, words: $0.text) }
        var pools: [Int: [String: Int]] = [:]
        for (line, words) in said {
            for run in Self.runs(words) { pools[line, default: [:]][run, default: 0] += 1 }
        }
        let near = Self.near(parts)
        let noise = PageNoise(text.lines)
        var missing: [(line: ApplicationText.Line, runs: [String])] = []
        for line in text.lines where !noise.contains(line) {
            guard let isInside = near[line.number], !Self.isHeading(line.text),
                isInside || Self.isLikeRow(line.text)
            else { continue }
            let left = Self.take(Self.runs(line.text), from: &pools[line.number, default: [:]])
            if !left.isEmpty { missing.append((line, left)) }
        }
        // What a row took from the lines beside it is counted at the row.
        for (line, runs) in missing {
            var left = runs
            for near in line.number - 4...line.number + 4 where !left.isEmpty {
                left = Self.take(left, from: &pools[near, default: [:]])
            }
            let isDamaged = ApplicationTokenizer.tokens(line.text).contains(
                where: \.looksLikeFigure
            )
            if !isDamaged { left.removeAll { $0.count < Self.digitsMin || Self.isYear($0) } }
            guard !left.isEmpty else { continue }
            let all = line.text.split(whereSeparator: \.isWhitespace)
            // A whole table can stand on one line: what is missing is enough.
            let isRunOn = all.count > ApplicationReader.lineWordsMax
            let words = isRunOn ? left.joined(separator: " ") : all.joined(separator: " ")
            self.lines.append(
                UnplacedLine(line: line.number, text: String(words.prefix(200)), hasDigits: true)
            )
        }
    }

    /// Lines that look like rows near an amount that was found without rows.
    static func rows(
        near line: Int,
        in text: ApplicationText,
        mentions: [ApplicationMention]
    ) -> [UnplacedLine] {
        let noise = PageNoise(text.lines)
        let said = Set(mentions.map(\.line))
        return text.lines.filter { other in
            (line - 12...line + 12).contains(other.number) && other.number != line
                && !said.contains(other.number) && !noise.contains(other)
                && !isHeading(other.text) && isLikeRow(other.text)
                && !runs(other.text).allSatisfy {
                    $0.count < digitsMin && $0 != "000" || isYear($0)
                }
        }
        .map { line in
            let words = line.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return UnplacedLine(
                line: line.number,
                text: String(words.prefix(200)),
                hasDigits: true
            )
        }
    }

    /// Lines in tables and around them, and whether they are inside.
    private static func near(_ tables: [ApplicationBudget]) -> [Int: Bool] {
        var near: [Int: Bool] = [:]
        for table in tables {
            let rows = (table.rows + table.incomes).map(\.line) + table.sums.map(\.line)
            guard let first = rows.min(), let last = rows.max() else { continue }
            for line in first - linesAbove...last + linesBelow {
                near[line] = near[line] == true || (first...last).contains(line)
            }
        }
        return near
    }

    /// Everything that the proposal says with figures, and of which line.
    private static func said(_ budget: ApplicationBudget) -> [(line: Int, words: String)] {
        var said: [(line: Int, words: String)] = []
        for row in budget.rows + budget.incomes {
            said.append((row.line, row.label))
            said.append((row.line, row.written))
            for doubt in row.doubts {
                if case .remark(let words) = doubt { said.append((row.line, words)) }
            }
        }
        for sum in budget.sums { said.append((sum.line, sum.label + " " + sum.written)) }
        return said + budget.unplaced.map { ($0.line, $0.text) }
    }

    /// Digits between anything else.
    private static func runs(_ text: String) -> [String] {
        text.split { !$0.isASCIIDigit }.map(String.init)
    }

    private static func isYear(_ run: String) -> Bool {
        run.count == 4 && Int(run).map { WrittenFigure.calendarYears.contains($0) } ?? false
    }

    /// The runs that the pool has not.
    private static func take(_ runs: [String], from pool: inout [String: Int]) -> [String] {
        runs.filter { run in
            guard let count = pool[run], count > 0 else { return true }
            pool[run] = count - 1
            return false
        }
    }

    /// Whether the line says which years, or what amounts are counted in.
    private static func isHeading(_ text: String) -> Bool {
        let tokens = ApplicationTokenizer.tokens(text)
        if YearColumns.find(in: tokens) != nil {
            return tokens.allSatisfy { $0.figure == nil || $0.figure?.calendarYear != nil }
        }
        return YearHeading.isYearAndUnit(tokens) || YearHeading.isThousands(tokens)
            || runs(text).allSatisfy { $0.count < digitsMin || isYear($0) }
                && !tokens.contains(where: \.looksLikeFigure)
    }

    /// Whether a line outside the rows ends as a row does.
    private static func isLikeRow(_ text: String) -> Bool {
        let tokens = ApplicationTokenizer.tokens(text)
        guard tokens.count < 14, let first = tokens.first, first.isText, let last = tokens.last
        else { return false }
        if case .unit = last.kind { return true }
        let isDate = tokens.contains { token in
            WrittenDate.day(token.text) != nil || ApplicationWords.months[token.core] != nil
        }
        let isPhone = tokens.contains { token in
            token.text.first == "0" && token.text.contains { "-/".contains($0) }
        }
        let isFigure =
            (last.figure?.digitCount ?? 0) > 2
            || !isPhone && last.text.count == 3 && last.text.allSatisfy(\.isASCIIDigit)
        return !isDate && (isFigure || tokens.suffix(3).contains(where: \.looksLikeFigure))
    }
}
