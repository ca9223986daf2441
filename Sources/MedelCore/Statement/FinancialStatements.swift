/// Resultaträkning and balansräkning of a year with last year beside, equity, and what is wrong.
///
/// Source: SPEC 7 (Statements), LKBR 5–6 kap.
public struct FinancialStatements: Sendable {
    /// The calendar year.
    public let year: Int

    /// Resultaträkning.
    public let income: Statement

    /// Balansräkning.
    public let balance: Statement

    /// Equity over the year.
    public let equity: Equity

    /// Equity over the year before; nil when nothing is known of it.
    public let previousEquity: Equity?

    /// The year's accounts.
    public let figures: YearFigures

    /// The year before; nil when nothing is known of it.
    public let previous: YearFigures?

    /// What keeps the statements from being ready, in order.
    public let errors: [AnnualReportError]

    /// Årets resultat as the resultaträkning ends.
    public let result: Money

    /// Fills the layouts of a year from the association's book.
    ///
    /// - Returns: nil when the book has nothing of the year.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public init?(
        _ year: Int,
        of book: AccountYears,
        _ templates: StatementTemplates
    ) throws(MoneyError) {
        guard let figures = try YearFigures(year, of: book, templates) else { return nil }
        self.year = year
        self.figures = figures
        previous = try YearFigures(year - 1, of: book, templates)
        equity = try Equity(figures, templates, book)
        var before: Equity?
        if let previous { before = try Equity(previous, templates, book) }
        previousEquity = before
        let seats = SeatedAccounts(
            book: book,
            templates: templates,
            current: figures,
            previous: previous
        )
        var filler = StatementFiller(seats: seats, equity: equity, previousEquity: before)
        income = try filler.fill(templates.income)
        balance = try filler.fill(templates.balance)
        result = income.total(.result, in: templates.income)?.current.amount ?? equity.result
        var errors = filler.errors
        if let change = equity.directChange, change != .zero {
            errors.append(.directChange(change))
        }
        let moved = equity.closingEntries
        if moved != .zero, moved != equity.result {
            errors.append(.closingDiffers(booked: moved, result: equity.result))
        }
        let assets = balance.total(.assets, in: templates.balance)?.current.amount ?? .zero
        let debts = balance.total(.equityAndDebts, in: templates.balance)?.current.amount ?? .zero
        let difference = try assets - debts
        if difference != .zero { errors.append(.unbalanced(difference)) }
        self.errors = errors
    }
}

/// The accounts of two years by where they count.
struct SeatedAccounts {
    typealias Account = YearFigures.Account

    /// What both years have on one seat.
    struct Pair {
        var current: [Account] = []
        var previous: [Account] = []
    }

    let hasPrevious: Bool
    private(set) var income: [String: Pair] = [:]
    private(set) var balance: [String: Pair] = [:]
    private(set) var unplacedResult = Pair()
    private(set) var unplacedAssets = Pair()
    private(set) var unplacedDebts = Pair()

    init(
        book: AccountYears,
        templates: StatementTemplates,
        current: YearFigures,
        previous: YearFigures?
    ) {
        hasPrevious = previous != nil
        for account in current.accounts {
            add(
                account,
                to: \.current,
                templates.seat(of: account.number, book.kind(of: account.number))
            )
        }
        for account in previous?.accounts ?? [] {
            add(
                account,
                to: \.previous,
                templates.seat(of: account.number, book.kind(of: account.number))
            )
        }
    }

    private mutating func add(
        _ account: Account,
        to year: WritableKeyPath<Pair, [Account]>,
        _ seat: StatementTemplates.Seat
    ) {
        switch seat {
        case .income(let row): income[row, default: Pair()][keyPath: year].append(account)
        case .balance(let row): balance[row, default: Pair()][keyPath: year].append(account)
        case .unplaced(.asset): unplacedAssets[keyPath: year].append(account)
        case .unplaced(.liability): unplacedDebts[keyPath: year].append(account)
        case .unplaced(.income), .unplaced(.cost), .unplaced(.otherResult):
            unplacedResult[keyPath: year].append(account)
        case .equity, .closing: return
        }
    }
}
