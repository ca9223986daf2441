/// The association's equity over a year, positive as statements show it.
///
/// Results are never moved by hand: what all result accounts have come to since the book began is a
/// part of equity, whether an accounting system has booked it there or not.
///
/// Source: LKBR 4:4, 6:2.
public struct Equity: Hashable, Sendable {
    /// Eget kapital vid årets början; nil when nobody has said it.
    public let opening: Money?

    /// Årets resultat: what the result accounts came to, those that close the books left out.
    public let result: Money

    /// Eget kapital vid årets slut.
    public let closing: Money

    /// The reserve when the year began; nil when the book has no such account.
    public let openingReserve: Money?

    /// The reserve when the year ended; nil when the book has no such account.
    public let closingReserve: Money?

    /// What has gone past the resultaträkning straight to equity; nil when the opening is unknown.
    ///
    /// Source: LKBR 4:4: equity changes through the resultaträkning.
    public let directChange: Money?

    /// What the accounts that close the books have moved to equity; zero while they have not.
    public let closingEntries: Money

    /// Övrigt eget kapital: what is neither the year's result nor the reserve.
    public let other: Money

    init(
        _ year: YearFigures,
        _ templates: StatementTemplates,
        _ book: AccountYears
    ) throws(MoneyError) {
        var opened: [Money] = []
        var closed: [Money] = []
        var reserveOpened: [Money] = []
        var reserveClosed: [Money] = []
        var results: [Money] = []
        var entries: [Money] = []
        var rows: [Money] = []
        for account in year.accounts {
            switch templates.seat(of: account.number, book.kind(of: account.number)) {
            case .equity(let isReserve):
                opened.append(account.opening ?? .zero)
                closed.append(account.closing ?? .zero)
                guard isReserve else { continue }
                reserveOpened.append(account.opening ?? .zero)
                reserveClosed.append(account.closing ?? .zero)
            case .closing:
                results.append(account.shown)
                entries.append(account.shown)
            case .income:
                results.append(account.shown)
                rows.append(account.shown)
            case .unplaced(let kind) where !kind.isBalance:
                results.append(account.shown)
                rows.append(account.shown)
            case .balance, .unplaced: continue
            }
        }
        let prior = year.priorResults
        result = -(try Money.sum(rows))
        closingEntries = try Money.sum(entries)
        closing = -(try Money.sum(closed + results + [prior ?? .zero]))
        if let prior {
            let opening = -(try Money.sum(opened + [prior]))
            self.opening = opening
            directChange = try Money.sum([closing, -opening, -result])
        } else {
            opening = nil
            directChange = nil
        }
        let isReserved = !reserveClosed.isEmpty
        openingReserve = isReserved && prior != nil ? -(try Money.sum(reserveOpened)) : nil
        closingReserve = isReserved ? -(try Money.sum(reserveClosed)) : nil
        other = try Money.sum([closing, -result, -(closingReserve ?? .zero)])
    }
}
