public import MedelCore

/// What an application says of its budget: values, and everything that is doubtful.
///
/// Source: SPEC 6 (application text).
public struct ApplicationProposal: Sendable {
    /// The table that was taken for the budget; nil when there is none with rows.
    public let budget: ApplicationBudget?

    /// An amount without rows; nil when there are rows, or no amount that is clear.
    public let lump: ApplicationLump?

    /// Tables that were not taken, in the order of the application.
    public let otherTables: [ApplicationBudget]

    /// Amounts in running text that may be about the budget.
    public let mentions: [ApplicationMention]

    /// The insats's name; nil when the application has no field for it.
    public let name: String?

    /// The application's date; nil when no date is called so.
    public let date: Day?

    /// The time that the budget is for, as far as the words say.
    public let period: WrittenPeriod?

    /// Whether the budget's months follow from the period or the years' names.
    public var hasMonths: Bool { budget?.years.allSatisfy { $0.months != nil } ?? false }

    /// How the bytes were read.
    public let encoding: ApplicationText.Encoding

    /// Pages without any text, which may be pictures of a budget.
    public let pagesWithoutText: [Int]

    /// Reads an application's text.
    public init(_ text: ApplicationText) {
        let finder = TableFinder(ApplicationReader(text).events)
        let selection = TableSelection(finder.tables)
        let facts = ApplicationFacts(text)
        let all = finder.mentions + selection.mentions
        let prose = selection.budget == nil ? ProseBudget(text) : nil
        var budget = selection.budget ?? prose?.budget
        // An amount beside one about the budget may be about it too.
        let lines = Set(all.filter(\.isAboutBudget).map(\.line))
        let about = all.filter { mention in
            lines.contains(mention.line) && prose?.lines.contains(mention.line) != true
        }
        .sorted { $0.line < $1.line }
        var lump = budget == nil ? selection.lump ?? ApplicationLump(about) : nil
        if let found = lump, selection.lump == nil {
            lump?.unplaced = UnusedFigures.rows(near: found.line, in: text, mentions: about)
        }
        let line = budget?.line ?? lump?.line ?? 1
        let period = facts.period(near: line)
        if let years = budget?.years {
            budget?.years = YearMonths.placed(years, period)
        }
        if let found = budget, !found.tableDoubts.contains(.transposed) {
            let parts = selection.budget == nil ? [found] : selection.parts
            let unused = UnusedFigures(text, parts, others: selection.read, mentions: about)
            budget?.unplaced = (found.unplaced + unused.lines).sorted { $0.line < $1.line }
        }
        self.budget = budget
        self.lump = lump
        otherTables = selection.others
        mentions = about
        name = facts.name
        date = facts.date
        self.period = period
        encoding = text.encoding
        pagesWithoutText = text.pagesWithoutText
    }
}

/// An amount that stands for a whole budget without rows.
public struct ApplicationLump: Sendable {
    /// The years, one for each amount.
    public let years: [ApplicationBudget.Year]

    /// One for each year.
    public let amounts: [Money]

    /// As written.
    public let text: String

    /// Lines near it that look like rows and could not be read.
    public internal(set) var unplaced: [UnplacedLine] = []

    /// Counted from one.
    public let line: Int

    /// Whether the words say that the amount is a year's.
    public let isPerYear: Bool

    /// Whether the words say that the amount is no exact one.
    public let isApproximate: Bool

    /// Takes amounts that the application has by year.
    init(years: [ApplicationBudget.Year], amounts: [Money], text: String, line: Int) {
        self.years = years
        self.amounts = amounts
        self.text = text
        self.line = line
        isPerYear = true
        isApproximate = false
    }

    /// Takes the only amount that is about the budget.
    ///
    /// - Returns: nil when there is none, or more than one.
    init?(_ mentions: [ApplicationMention]) {
        guard let first = mentions.first, let amount = first.amount, amount > .zero,
            mentions.allSatisfy({ $0.amount == amount })
        else { return nil }
        isPerYear = mentions.contains(where: \.isPerYear)
        years = [ApplicationBudget.Year(label: isPerYear ? "Per år" : "Hela tiden", months: nil)]
        amounts = [amount]
        text = first.text
        line = first.line
        isApproximate = mentions.allSatisfy(\.isApproximate)
    }
}

/// Gives budget years their months, where words and months fit.
enum YearMonths {
    static func placed(
        _ years: [ApplicationBudget.Year],
        _ period: WrittenPeriod?
    ) -> [ApplicationBudget.Year] {
        let calendar = years.compactMap { Int($0.label) }
        if calendar.count == years.count {
            return zip(years, calendar).map { year, number in
                let whole = MonthRange(calendarYear: number)
                let months = period?.months.flatMap { whole?.intersection($0) } ?? whole
                return ApplicationBudget.Year(label: year.label, months: months)
            }
        }
        // Half a year, and months that are written out, are what they are.
        let isMixed = years.contains { $0.months != nil || WrittenYear.namesTerm($0.label) }
        guard let months = period?.months, !isMixed else { return years }
        if years.count == 1, months.count <= 12 {
            return [ApplicationBudget.Year(label: years[0].label, months: months)]
        }
        guard months.count == 12 * years.count else { return years }
        return years.enumerated().map { place, year in
            let first = months.first.advanced(by: 12 * place)
            let last = months.first.advanced(by: 12 * place + 11)
            let range = first.flatMap { first in
                last.flatMap { MonthRange(from: first, through: $0) }
            }
            return ApplicationBudget.Year(label: year.label, months: range)
        }
    }
}
