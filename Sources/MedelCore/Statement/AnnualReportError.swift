/// Why an annual report is not ready for the board; it is made as a draft all the same.
///
/// Amounts are signed as the statement shows them.
///
/// Source: SPEC 7 (Statements), LKBR 4:4.
public enum AnnualReportError: Error, Hashable, Sendable {
    /// No row of the statement takes an account.
    case unplacedAccount(AccountNumber, name: String, StatementLayout.Kind, Money)
    /// Equity has changed by more than the year's result.
    case directChange(Money)
    /// Assets are this much more than equity, provisions and debts.
    case unbalanced(Money)
    /// The accounts that close the books moved another amount than the year's result.
    case closingDiffers(booked: Money, result: Money)
    /// A year opens otherwise than the book last closed; in equity only the total counts.
    case openingDiffers(AccountNumber?, opened: Money, closed: Money)
    /// No file covers these months of the year.
    case monthsMissing([MonthRange])
    /// The book is only an extract, and has no whole balance sheet.
    case notComplete
    /// Årets resultat is not the same figure in two places.
    case resultsDiffer(income: Money, operating: Money)

    /// A short name by which programs know the error.
    public var code: String {
        switch self {
        case .unplacedAccount: "unplacedAccount"
        case .directChange: "directChange"
        case .unbalanced: "unbalanced"
        case .closingDiffers: "closingDiffers"
        case .openingDiffers: "openingDiffers"
        case .monthsMissing: "monthsMissing"
        case .notComplete: "notComplete"
        case .resultsDiffer: "resultsDiffer"
        }
    }

    /// What kind of error it is, in a few Swedish words.
    public var title: String {
        switch self {
        case .unplacedAccount: "Konto utan rad"
        case .directChange: "Ändring direkt mot eget kapital"
        case .unbalanced: "Balansen går inte ihop"
        case .closingDiffers: "Bokslutsomföring"
        case .openingDiffers: "Ingående balans"
        case .monthsMissing: "Månader saknas"
        case .notComplete: "Ofullständig bok"
        case .resultsDiffer: "Olika resultat"
        }
    }

    /// The account that it is about, if one.
    public var account: AccountNumber? {
        switch self {
        case .unplacedAccount(let account, _, _, _): account
        case .openingDiffers(let account, _, _): account
        case .directChange, .unbalanced, .closingDiffers, .monthsMissing, .notComplete,
            .resultsDiffer:
            nil
        }
    }

    /// By how much, where that can be said.
    public var amount: Money? {
        switch self {
        case .unplacedAccount(_, _, _, let amount), .directChange(let amount),
            .unbalanced(let amount):
            amount
        case .openingDiffers(_, let opened, let closed): try? opened - closed
        case .closingDiffers(let booked, let result): try? booked - result
        case .resultsDiffer(let income, let operating): try? income - operating
        case .monthsMissing, .notComplete: nil
        }
    }

    /// What is wrong and what to do, in Swedish.
    public var text: String {
        let kronor = { (amount: Money) in AmountText.kronorAndOre.text(amount) + "\u{A0}kr" }
        switch self {
        case .unplacedAccount(let account, let name, let kind, let amount):
            let statement = kind == .income ? "resultaträkningen" : "balansräkningen"
            let called = name.isEmpty ? "" : " \(name)"
            return "Konto \(account.text)\(called), \(kronor(amount)), har ingen rad i "
                + "\(statement). Lägg till kontot i kontoplanens mall och anta den på nytt."
        case .directChange(let amount):
            return "Eget kapital har ändrats med \(kronor(amount)) vid sidan av "
                + "resultaträkningen. Rätta bokföringen i ekonomisystemet och läs in filen på nytt."
        case .unbalanced(let amount):
            return "Tillgångarna är \(kronor(amount)) mer än eget kapital, avsättningar och "
                + "skulder. Kontrollera den ingående balansen."
        case .closingDiffers(let booked, let result):
            return "Bokslutet har fört \(kronor(booked)) till eget kapital, men årets resultat är "
                + "\(kronor(result)). Rätta omföringen av årets resultat i ekonomisystemet."
        case .openingDiffers(let account, let opened, let closed):
            let place = account.map { "Konto \($0.text)" } ?? "Eget kapital"
            return "\(place) öppnar året med \(kronor(opened)) men stängde senast med "
                + "\(kronor(closed)). Rätta den ingående balansen i ekonomisystemet."
        case .monthsMissing(let ranges):
            let months = ranges.map { $0.count == 1 ? "\($0.first)" : "\($0.first) – \($0.last)" }
            return "Förbundets bok är inte inläst för \(months.joined(separator: ", ")). Läs in "
                + "årets fil med medel import sie."
        case .notComplete:
            return "Förbundets bok är ett utdrag. Läs in hela boken."
        case .resultsDiffer(let income, let operating):
            return "Årets resultat är \(kronor(income)) i resultaträkningen men "
                + "\(kronor(operating)) i driftredovisningen. Det är ett fel i Medel; rapportera "
                + "det."
        }
    }
}
