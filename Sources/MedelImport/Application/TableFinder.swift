/// Gathers rows that stand together into tables.
struct TableFinder {
    /// The longest label of a row, in bytes.
    static let labelBytesMax = 240

    /// How many words the label of a row has at most.
    static let labelWordsMax = 25

    /// How many rows a table has at most; what comes after is another table.
    static let rowsMax = 400

    /// How many tables are looked at.
    static let tablesMax = 50

    private(set) var tables: [TableDraft] = []
    /// Amounts outside tables, with the words around them.
    private(set) var mentions: [ApplicationMention] = []

    private var draft: TableDraft?
    private var texts: [(words: String, line: Int)] = []
    private var cells: [String] = []
    private var columns: (YearColumns, line: Int)?
    private var section = TableDraft.Section.costs
    private var pending: (words: String, place: ApplicationPlace)?
    private var textCount = 0
    private var proseCount = 0

    init(_ events: [ApplicationEvent]) {
        for event in events {
            switch event {
            case .text(let tokens, let place): take(tokens, place)
            case .columns(let columns, let place): take(columns, place)
            case .row(let segment): take(segment)
            case .mention(let segment, let after): mention(segment, after: after)
            }
        }
        close()
    }

    private mutating func take(_ tokens: [ApplicationToken], _ place: ApplicationPlace) {
        let words = tokens.words
        declareUnit(tokens, place)
        cells = Self.cells(tokens)
        if let heading = Self.section(of: tokens) {
            flushPending()
            // `Kostnader 2026` begins another year's table.
            if YearHeading.isYear(tokens) {
                close()
            }
            section = heading
            remember(words, place)
            return
        }
        guard draft != nil else { return remember(words, place) }
        if tokens.count < 9, TableEvidence.isBudgetHeading(words),
            draft?.hasSum == true || (draft?.rowCount ?? 0) > 1 && YearHeading.isYear(tokens)
        {
            close()
            return remember(words, place)
        }
        textCount += 1
        let isProse = tokens.count > 14 || tokens.count > 6 && words.hasSuffix(".")
        if isProse {
            proseCount += 1
            flushPending()
            if draft?.hasSum == true || proseCount > 1 {
                close()
                return remember(words, place)
            }
            draft?.append(words, line: place.line)
            return
        }
        if textCount > 4 {
            close()
            return remember(words, place)
        }
        let startsSmall = words.first { !"•-–".contains($0) && $0 != " " }
        let goesOn = startsSmall.map { $0.isLowercase || $0 == "(" } ?? false
        if goesOn, pending == nil, place.blankLinesBefore == 0,
            draft?.extendLastLabel(with: words) == true
        {
            return
        }
        if let before = pending, goesOn, place.blankLinesBefore == 0 {
            pending = (words: before.words + " " + words, place: place)
            return
        }
        flushPending()
        pending = (words: words, place: place)
    }

    private mutating func take(_ found: YearColumns, _ place: ApplicationPlace) {
        if let before = draft?.columns, !before.isSame(as: found) { close() }
        if let draft, draft.columns == nil, draft.rowCount > 0 { close() }
        flushPending()
        textCount = 0
        columns = (found, line: place.line)
    }

    private mutating func take(_ segment: ApplicationSegment) {
        let (label, heading) = label(of: segment)
        guard let label else {
            if draft?.hasSum != false { close() }
            return mention(segment, after: [])
        }
        if let heading { remember(heading, segment.place) }
        let isKnown = Self.isKnown(label)
        if let draft, draft.endsWithSum, !isKnown, !segment.isStrong {
            close()
            return remember(label, segment.place)
        }
        if (draft?.rowCount ?? 0) >= Self.rowsMax { close() }
        if draft == nil {
            let hasColumns = columns.map { segment.place.line - $0.line < 30 } ?? false
            let isStart = segment.isStrong || hasColumns && !label.isEmpty || isKnown
            guard isStart else { return remember(label, segment.place) }
            if !hasColumns { columns = nil }
            draft = TableDraft(
                headings: texts.suffix(6).filter { segment.place.line - $0.line < 15 }
                    .map(\.words),
                headingCells: cells,
                columns: columns?.0
            )
        }
        pending = nil
        textCount = 0
        let row = TableDraft.Row(label: label, segment: segment, section: section)
        draft?.append(row)
    }

    /// The row's label, with what stood on the line above when it goes on; nil for a sentence.
    private mutating func label(
        of segment: ApplicationSegment
    ) -> (label: String?, heading: String?) {
        var tokens = segment.label[...]
        var heading: String?
        let isFirst = draft == nil
        if let cut = RowLabel.cut(tokens, isFirst: isFirst), cut > tokens.startIndex {
            heading = Array(tokens[..<cut]).words
            tokens = tokens[cut...]
        }
        guard tokens.count <= Self.labelWordsMax else { return (nil, heading) }
        var label = RowLabel.cleaned(Array(tokens).words)
        if let above = pending, segment.place.blankLinesBefore <= 1 {
            let startsSmall =
                label.first?.isLowercase == true || label.first == "("
                || RowLabel.goesOn(above.words)
            if label.isEmpty || startsSmall && segment.place.blankLinesBefore == 0 {
                label = RowLabel.cleaned(above.words + " " + label)
                pending = nil
            }
        } else if label.isEmpty, isFirst {
            label = RowLabel.cleaned(labelAbove(segment.place.line))
        } else if isFirst, heading == nil, let above = texts.last,
            above.line + 1 == segment.place.line, RowLabel.isBroken(above.words, label)
        {
            label = RowLabel.cleaned(above.words + " " + label)
        }
        flushPending()
        guard label.utf8.count <= Self.labelBytesMax else { return (nil, heading) }
        return (label, heading)
    }

    /// The words right above the first amounts of a table, with the line that they go on from.
    private func labelAbove(_ line: Int) -> String {
        guard let above = texts.last, above.line + 2 > line, above.words.count < 80 else {
            return ""
        }
        guard above.words.first?.isLowercase == true, let before = texts.dropLast().last,
            before.line + 1 == above.line, before.words.count < 80
        else { return above.words }
        return before.words + " " + above.words
    }

    /// `Alla belopp i tkr` under a table is about the table.
    private mutating func declareUnit(_ tokens: [ApplicationToken], _ place: ApplicationPlace) {
        guard tokens.count <= 10, tokens.allSatisfy({ $0.figure == nil }),
            tokens.contains(where: { ["belopp", "siffror", "summor"].contains($0.core) }),
            let unit = tokens.compactMap({ ApplicationTokenizer.unit($0.core) }).first
        else { return }
        if draft != nil {
            draft?.declare(unit)
        } else if let last = tables.indices.last, let row = tables[last].rows.last,
            (1...4).contains(place.line - row.segment.place.line)
        {
            tables[last].declare(unit)
        }
    }

    private mutating func mention(_ segment: ApplicationSegment, after: [ApplicationToken]) {
        if segment.isStrong, mentions.count < ApplicationMention.countMax {
            let near = texts.suffix(3).filter { segment.place.line - $0.line < 5 }
            let isUnderHeading = near.contains { TableEvidence.isBudgetHeading($0.words) }
            mentions.append(
                ApplicationMention(segment, after: after, isUnderHeading: isUnderHeading)
            )
        }
        if draft != nil {
            proseCount += 1
            if draft?.hasSum == true || proseCount > 2 { close() }
        }
        remember(segment.label.suffix(12).map(\.self).words, segment.place)
    }

    private mutating func remember(_ words: String, _ place: ApplicationPlace) {
        texts.append((words: String(words.suffix(200)), line: place.line))
        if texts.count > 12 { texts.removeFirst() }
    }

    private mutating func flushPending() {
        guard let pending else { return }
        if draft != nil {
            draft?.append(pending.words, line: pending.place.line)
        }
        remember(pending.words, pending.place)
        self.pending = nil
    }

    private mutating func close() {
        flushPending()
        if let draft, draft.rowCount > 0, tables.count < Self.tablesMax { tables.append(draft) }
        draft = nil
        section = .costs
        columns = nil
        textCount = 0
        proseCount = 0
    }

    /// `Intäkter` or `Kostnader` by itself says what comes below.
    private static func section(of tokens: [ApplicationToken]) -> TableDraft.Section? {
        let words = tokens.filter { !$0.core.isEmpty && ApplicationTokenizer.unit($0.core) == nil }
        guard (1...3).contains(words.count) else { return nil }
        let isIncome = words.contains { word in RowLabel.isIncomeHeading(word.core) }
        let isCost = words.contains { word in
            word.core.hasPrefix("kostnad") || word.core.hasPrefix("utgift")
        }
        if isIncome == isCost { return nil }
        return isIncome ? .incomes : .costs
    }

    private static func cells(_ tokens: [ApplicationToken]) -> [String] {
        guard tokens.count < 30 else { return [] }
        var cells: [String] = []
        for token in tokens {
            if token.gap == .wide || cells.isEmpty {
                cells.append(token.text)
            } else {
                cells[cells.count - 1] += " " + token.text
            }
        }
        return cells
    }

    private static func isKnown(_ label: String) -> Bool {
        SumLabel(label) != nil || RowLabel.isIncome(label) || CategoryProposal(of: label).isKnown
    }
}
