/// Why a figure is missing, or what must be known to read it.
public enum MeasureNote: Hashable, Sendable {
    /// Nothing of the measure's kind has been registered.
    case noSource(Measure)
    /// No decision on the insats is known.
    case decisionMissing
    /// The insats was refused.
    case rejected(Decision)
    /// There are decisions, but none gives a ceiling for the scope.
    case ceilingMissing
    /// No decision gives the figure: it is spread over months, and stops nothing.
    case spread
    /// The insats was closed, and this much of what was granted is released.
    case released(Day, Money)
    /// Months are not known, so there is no figure per year.
    case monthsUnknown
    /// The budget is the one applied for.
    case appliedBudget
    /// There is no budget.
    case budgetMissing
    /// The association has no budget for the year.
    case areaBudgetMissing(year: Int)
    /// The grant's recipients are not known and no book holds its costs.
    case recipientMissing
    /// No import of the book covers these months.
    case bookMissing(BookReference, [MonthRange])
    /// No import of the association's own book covers these months, so what it has is not known.
    case associationBookMissing([MonthRange])
    /// The months that the insats runs in are not known; these are the months of its books.
    case monthsOfBooks([MonthRange])
    /// Costs through this year are those of the opening position.
    case openingPosition(year: Int)
    /// The month has not ended; what is booked so far counts.
    case unfinishedMonth(Month)
    /// This much of the sum lies outside the months of the insats.
    case outsideMonths(Money)
    /// A book that is no source of the insats has this much mapped to it, left out of the sum.
    case otherBook(BookReference, Money)
}

extension MeasureNote {
    /// The note in Swedish, without naming what it is about.
    public var text: String {
        switch self {
        case .noSource(let measure): measure.absence ?? ""
        case .decisionMissing: "Beviljat: beslut saknas i källan."
        case .rejected(let decision):
            "Avslag \(decision.paragraph), \(decision.date): ingenting är beviljat."
        case .ceilingMissing: "Beviljat: besluten anger inget maxbelopp som omfattar detta."
        case .spread: "Beviljat är periodiserat."
        case .released(let day, let amount):
            "\(AmountText.kronorAndOre.text(amount)) kr av det som var beviljat är frigjort "
                + "(avslutad \(day))."
        case .monthsUnknown: "Månaderna är inte kända, så belopp per år saknas."
        case .appliedBudget: "Budgeten är ansökt, inte beviljad."
        case .budgetMissing: "Budget saknas i källan."
        case .areaBudgetMissing(let year): "Förbundets budget för \(year) saknas i källan."
        case .recipientMissing: "Upparbetat: mottagare saknas i källan."
        case .bookMissing(let book, let ranges):
            "Upparbetat: \(Self.name(of: book)) är inte inläst för \(Self.text(ranges))."
        case .associationBookMissing(let ranges):
            "Bokfört hos förbundet: förbundets bok är inte inläst för \(Self.text(ranges))."
        case .monthsOfBooks(let ranges):
            "Insatsens månader är inte kända; upparbetat avser \(Self.text(ranges))."
        case .openingPosition(let year): "Upparbetat till och med \(year) är ingående läge."
        case .unfinishedMonth(let month):
            "Upparbetat omfattar \(month) så långt den är bokförd."
        case .outsideMonths(let amount):
            "\(AmountText.kronorAndOre.text(amount)) kr av upparbetat är bokfört utanför "
                + "insatsens månader."
        case .otherBook(let book, let amount):
            "\(AmountText.kronorAndOre.text(amount)) kr på insatsen i \(Self.name(of: book)) "
                + "räknas inte in, eftersom den boken inte hör till insatsen."
        }
    }

    private static func name(of book: BookReference) -> String {
        switch book {
        case .association: "förbundets bok"
        case .owner(let code): "boken \(code.text)"
        }
    }

    private static func text(_ ranges: [MonthRange]) -> String {
        ranges.map { range in
            range.count == 1 ? "\(range.first)" : "\(range.first) – \(range.last)"
        }.joined(separator: ", ")
    }
}
