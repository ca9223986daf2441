/// Turns lines into events: headings, rows, and amounts inside sentences.
struct ApplicationReader {
    private(set) var events: [ApplicationEvent] = []
    private var unit = WrittenUnit.krona
    private var isUnitDeclared = false
    private var blankLines = 0

    /// More words than this make a line a paragraph, or a table that has lost its line breaks.
    static let lineWordsMax = 34

    /// Longer runs of figures are no row.
    static let runTokensMax = 60

    init(_ text: ApplicationText) {
        let noise = PageNoise(text.lines)
        for line in SideBySide.unfolded(text.lines.filter { !noise.contains($0) }) {
            let tokens = ApplicationTokenizer.tokens(line.text)
            if tokens.isEmpty {
                blankLines += 1
            } else {
                read(tokens, line.number)
                blankLines = 0
            }
        }
    }

    private mutating func read(_ tokens: [ApplicationToken], _ number: Int) {
        let isRunOn = tokens.count > Self.lineWordsMax || Self.holdsWholeTable(tokens)
        let place = ApplicationPlace(
            line: number,
            blankLinesBefore: blankLines,
            isRunOn: isRunOn
        )
        declareUnit(tokens, isRunOn: isRunOn)
        if YearHeading.isYearAndUnit(tokens) || YearHeading.isThousands(tokens) {
            events.append(.text(tokens, place))
            return
        }
        var rest = tokens[...]
        while let found = YearColumns.find(in: Array(rest)), isHeading(found, in: rest, place) {
            let start = rest.startIndex + found.places.lowerBound
            let end = rest.startIndex + found.places.upperBound
            readRows(Array(rest[..<start]), place)
            events.append(.columns(found.columns, place))
            rest = rest[end...]
            if !isRunOn { return }
        }
        readRows(Array(rest), place)
    }

    /// Whether a heading of years and amounts stand on one short line.
    private static func holdsWholeTable(_ tokens: [ApplicationToken]) -> Bool {
        guard tokens.count > 12, let found = YearColumns.find(in: tokens) else { return false }
        let after = tokens[found.places.upperBound...]
        return after.count { $0.isText } > 1 && after.count { $0.figure != nil } > 3
    }

    /// Whether years are the heading of columns, and no years in a sentence or first in a row.
    private func isHeading(
        _ found: (columns: YearColumns, places: Range<Int>),
        in tokens: ArraySlice<ApplicationToken>,
        _ place: ApplicationPlace
    ) -> Bool {
        let after = tokens.dropFirst(found.places.upperBound)
        if place.isRunOn {
            // Years in prose are two at most, and amounts follow a heading before long.
            let next = after.prefix(40).contains { $0.figure.map { $0.digitCount > 2 } ?? false }
            return found.columns.years.first.map { isOrdinal($0) } == true && next
        }
        return found.places.lowerBound <= 8 && after.count <= 3
            && !after.contains { $0.figure != nil }
    }

    private func isOrdinal(_ year: WrittenYear) -> Bool {
        switch year.kind {
        case .ordinal: true
        case .calendar, .split, .term, .months: false
        }
    }

    /// Notes `(tkr)` or `Belopp i kr` in a heading; a paragraph ends what a heading said.
    private mutating func declareUnit(_ tokens: [ApplicationToken], isRunOn: Bool) {
        if YearHeading.isThousands(tokens) {
            unit = .thousand
            isUnitDeclared = true
            return
        }
        for (place, token) in tokens.enumerated() {
            let before = place > 0 ? tokens[place - 1] : nil
            guard let found = ApplicationTokenizer.unit(token.core) else { continue }
            if before?.figure != nil, !YearHeading.declaresUnit(tokens, at: place) { continue }
            if case .percent = before?.kind { continue }
            // In prose the words mean nothing for a table.
            if token.core == "tusen" || token.core.hasPrefix("mil"), tokens.count > 8 { continue }
            unit = found
            isUnitDeclared = true
            return
        }
        if isRunOn || tokens.count > 14 && tokens.allSatisfy({ $0.figure == nil }) {
            unit = .krona
            isUnitDeclared = false
        }
    }

    private mutating func readRows(_ tokens: [ApplicationToken], _ place: ApplicationPlace) {
        var label: [ApplicationToken] = []
        var position = 0
        let first = events.count
        while position < tokens.count {
            let end = runEnd(tokens, from: position)
            guard end > position else {
                label.append(tokens[position])
                position += 1
                continue
            }
            if let start = amountsStart(tokens, position..<end, label) {
                label += tokens[position..<start]
                position = start
                continue
            }
            if isAccount(tokens, position..<end, label) {
                label.append(tokens[position])
                position = end
                continue
            }
            let run = FigureRun(Array(tokens[position..<end]))
            let isLast = end == tokens.count
            if isAmount(run, tokens, position..<end, label, place) {
                append(label, run, place, after: Array(tokens[end...].prefix(12)), isLast: isLast)
                label = []
            } else {
                label += run.tokens
            }
            position = end
        }
        guard !label.isEmpty else { return }
        if !place.isRunOn, events.count > first, case .mention = events[events.count - 1] { return }
        // Words after the only amounts of a line are a remark on its row.
        if !place.isRunOn, events.count == first + 1, case .row(var row) = events[first] {
            row.remark = label
            events[first] = .row(row)
            return
        }
        events.append(.text(label, place))
    }

    /// Where the row's amounts begin when a share or a price of one thing stands before them:
    /// `20 %`, `á 8 000 kr`; nil when the run has none of them.
    private func amountsStart(
        _ tokens: [ApplicationToken],
        _ places: Range<Int>,
        _ label: [ApplicationToken]
    ) -> Int? {
        let start = places.lowerBound
        if places.count > 2, case .percent = tokens[start + 1].kind { return start + 2 }
        guard let last = label.last,
            ApplicationWords.unitPriceLeads.contains(last.core) || ["*", "×"].contains(last.text)
        else { return nil }
        for place in places.dropLast() {
            let next = tokens[place + 1]
            if tokens[place].figure?.unit != nil || next.gap == .wide { return place + 1 }
            if case .unit = tokens[place].kind { return place + 1 }
        }
        return nil
    }

    private mutating func append(
        _ label: [ApplicationToken],
        _ run: FigureRun,
        _ place: ApplicationPlace,
        after: [ApplicationToken],
        isLast: Bool
    ) {
        let isRough = isRough(label, place, isLast: isLast)
        let segment = ApplicationSegment(
            label: isRough ? label.dropLast() : label,
            run: run,
            place: place,
            unit: unit,
            isUnitDeclared: isUnitDeclared,
            isRough: isRough
        )
        let isInSentence =
            !isRough && leadsSentence(label)
            || !place.isRunOn && !isLast && (label.isEmpty || label.count > 8 || after.count > 8)
        events.append(isInSentence ? .mention(segment, after: after) : .row(segment))
    }

    /// Whether a row's amount is about right: `Löner ca 700 000`.
    private func isRough(
        _ label: [ApplicationToken],
        _ place: ApplicationPlace,
        isLast: Bool
    ) -> Bool {
        guard let last = label.last, let first = label.first, isLast, !place.isRunOn else {
            return false
        }
        return (2...5).contains(label.count) && first.isCapitalised
            && ApplicationWords.approximations.contains(last.core)
            && !label.dropLast().contains { ApplicationWords.sentenceWords.contains($0.core) }
    }

    /// Whether the last word asks for an amount: `omfattar ca`, but not `Lön per år`.
    private func leadsSentence(_ label: [ApplicationToken]) -> Bool {
        guard let first = label.first, let last = label.last else { return false }
        // `640 000 kr för lön, 120 000 kr för lokaler`: the label of an amount comes after it.
        let follows = ["for", "till", "i", "pa", "avser", "per"].contains(first.core)
        if follows, !first.isCapitalised, first.gap != .lineStart { return true }
        if last.core == "ar" {
            let isYear = last.text.contains("å") || label.dropLast().last?.core == "per"
            if isYear { return false }
        }
        return ApplicationWords.sentenceWords.contains(last.core)
    }

    /// Whether figures are amounts of a row rather than words of a label.
    private func isAmount(
        _ run: FigureRun,
        _ tokens: [ApplicationToken],
        _ places: Range<Int>,
        _ label: [ApplicationToken],
        _ place: ApplicationPlace
    ) -> Bool {
        let before = label.last?.core ?? ""
        let next = tokens.indices.contains(places.upperBound) ? tokens[places.upperBound] : nil
        if ApplicationWords.unitPriceLeads.contains(before)
            || "§×".contains(label.last?.text ?? " ")
        {
            return false
        }
        if let next, isCounted(next) || next.looksLikeFigure { return false }
        if isPostalCode(tokens, places, next) { return false }
        if run.isMoney(in: unit) { return true }
        // A small figure is an amount only where the line ends, or after a sum's label.
        if run.isNought { return label.suffix(4).contains { SumLabel.isSumWord($0.core) } }
        return next == nil && !place.isRunOn && !run.isYear
    }
}
