/// What something has cost by the books that carry it, month by month: a book or nothing.
///
/// Source: SPEC 5 (Upparbetat), STORE 4.3.
public struct IncurredCost: Hashable, Sendable {
    /// The sum, with the notes that say what it covers or why it is missing.
    public let figure: Figure

    /// The part of the books, by cost category; nil is what the rules give none.
    ///
    /// Empty while the sum is not known.
    public let categories: [CostCategoryCode?: Money]

    /// The part of opening positions, nil when none counts.
    public let opening: Money?

    /// The last year that opening positions stand for, nil when none counts.
    public let openingYear: Int?

    /// The recipients' income from the association in the same months, negative as income is; left
    /// out of the sum.
    public let associationIncome: Money

    /// Where something's costs are kept.
    struct Source {
        let book: BookReference
        let openings: [OpeningPosition]
    }

    /// What the costs are looked for in.
    struct Question {
        /// The books, in order.
        let sources: [Source]

        /// The months in which costs are expected; nil while they are not known.
        let expected: MonthRange?

        /// The months asked for; nil is all of them.
        let range: MonthRange?

        /// Whether costs outside the expected months are worth a note.
        let namesOutside: Bool
    }

    init(
        _ question: Question,
        in snapshot: BookIndex,
        target: MappingTarget
    ) throws(MoneyError) {
        var tally = Tally()
        for source in question.sources {
            try tally.add(source, question, snapshot, target)
        }
        opening = tally.openings.isEmpty ? nil : try Money.sum(tally.openings)
        openingYear = tally.openingYear
        associationIncome = try Money.sum(tally.income)
        var categories: [CostCategoryCode?: Money] = [:]
        if tally.missing.isEmpty {
            for (category, amounts) in tally.costs { categories[category] = try Money.sum(amounts) }
        }
        self.categories = categories
        guard tally.missing.isEmpty else {
            figure = Figure(nil, tally.missing)
            return
        }
        let booked = try Money.sum(tally.costs.values.joined())
        figure = Figure(try booked + (opening ?? .zero), try tally.remarks())
    }

    /// A cost that is not known, and why.
    init(missing notes: [MeasureNote]) { self.init(Figure(.unknown, notes)) }

    /// No cost, since nothing belongs here.
    static let notApplicable = IncurredCost(Figure.notApplicable)

    private init(_ figure: Figure) {
        self.figure = figure
        categories = [:]
        opening = nil
        openingYear = nil
        associationIncome = .zero
    }

    private init(_ cost: IncurredCost, notes: [MeasureNote]) {
        figure = Figure(cost.figure.value, cost.figure.notes + notes)
        categories = cost.categories
        opening = cost.opening
        openingYear = cost.openingYear
        associationIncome = cost.associationIncome
    }

    /// The cost with further notes.
    func adding(_ notes: [MeasureNote]) -> IncurredCost { IncurredCost(self, notes: notes) }
}

/// What the sources of a cost have given so far.
private struct Tally {
    var costs: [CostCategoryCode?: [Money]] = [:]
    var income: [Money] = []
    var openings: [Money] = []
    var openingYear: Int?
    var missing: [MeasureNote] = []
    var outside: [Money] = []
    var unfinished: Month?
    var derived: [MonthRange] = []

    mutating func add(
        _ source: IncurredCost.Source,
        _ question: IncurredCost.Question,
        _ snapshot: BookIndex,
        _ target: MappingTarget
    ) throws(MoneyError) {
        let asOf = snapshot.asOf
        let positions = counted(source.openings, question.range, asOf: asOf)
        let cutoff = positions.map(\.year).max()
        openings += positions.map(\.incurred)
        if let cutoff { openingYear = max(openingYear ?? cutoff, cutoff) }
        let balances = snapshot.balances(source.book, target).filter { balance in
            if let cutoff, balance.month.year <= cutoff { return false }
            return question.range?.contains(balance.month) ?? true
        }
        let covered = snapshot.coverage(source.book)
        var wanted = months(question, after: cutoff, through: asOf.month)
        if question.expected == nil {
            // Nobody knows which months there should be: those that the book speaks for.
            wanted = covered.filter { question.range?.contains($0) ?? true }
                .filter { cutoff == nil || $0.year > cutoff ?? 0 }.sorted()
            if wanted.isEmpty, positions.isEmpty, balances.isEmpty {
                missing.append(.monthsUnknown)
            }
            derived += MonthRange.runs(of: wanted)
        }
        let isBookKnown = !covered.isEmpty || !snapshot.isEmpty(source.book)
        let absent = wanted.filter { month in
            if covered.contains(month) { return false }
            return month.lastDay <= asOf || !isBookKnown
        }
        if !absent.isEmpty {
            missing.append(.bookMissing(source.book, MonthRange.runs(of: absent)))
        }
        if asOf < asOf.month.lastDay, wanted.contains(asOf.month) { unfinished = asOf.month }
        for balance in balances { take(balance, question) }
    }

    private mutating func take(_ balance: MappedBalance, _ question: IncurredCost.Question) {
        guard case .mapped(_, let category) = balance.place else { return }
        if let category, category.isAssociationIncome {
            income.append(balance.amount)
            return
        }
        costs[category, default: []].append(balance.amount)
        if question.namesOutside, let expected = question.expected,
            !expected.contains(balance.month)
        {
            outside.append(balance.amount)
        }
    }

    /// The opening positions that count: of whole years that had ended.
    private func counted(
        _ openings: [OpeningPosition],
        _ range: MonthRange?,
        asOf: Day
    ) -> [OpeningPosition] {
        openings.filter { position in
            guard let year = MonthRange(calendarYear: position.year),
                year.last.lastDay <= asOf
            else { return false }
            return range == nil || range == year
        }
    }

    private func months(
        _ question: IncurredCost.Question,
        after cutoff: Int?,
        through last: Month
    ) -> [Month] {
        guard let expected = question.expected else { return [] }
        let range = question.range.map { expected.intersection($0) } ?? expected
        guard let range, let passed = MonthRange(from: range.first, through: min(range.last, last))
        else { return [] }
        return passed.months.filter { cutoff == nil || $0.year > cutoff ?? 0 }
    }

    func remarks() throws(MoneyError) -> [MeasureNote] {
        var notes: [MeasureNote] = []
        if let openingYear { notes.append(.openingPosition(year: openingYear)) }
        if !derived.isEmpty { notes.append(.monthsOfBooks(merged(derived))) }
        if let unfinished { notes.append(.unfinishedMonth(unfinished)) }
        let sum = try Money.sum(outside)
        if sum != .zero { notes.append(.outsideMonths(sum)) }
        return notes
    }

    private func merged(_ ranges: [MonthRange]) -> [MonthRange] {
        MonthRange.runs(of: Set(ranges.flatMap(\.months)).sorted())
    }
}
