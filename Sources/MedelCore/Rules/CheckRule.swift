/// A named rule that a ledger keeps, or that somebody must see it break.
///
/// Source: SPEC 9 (`medel check`).
public enum CheckRule: String, CaseIterable, Sendable {
    /// Vouchers of a complete book sum to zero.
    case vouchersBalance
    /// Balances are the sums of their postings.
    case balancesMatchPostings
    /// Every reference leads to a row.
    case referencesHold
    /// A posting counts in its voucher's month.
    case postingsFollowVoucher
    /// Closed months have not moved.
    case closedMonthsUnchanged
    /// Opening balance and movements give the closing balance that upstream declares.
    case openingAndMovementsGiveClosing
    /// A year opens as the year before it closed.
    case yearsFollow
    /// Every account is declared with a name.
    case accountsDeclared
    /// No difference waits for a decision.
    case differencesResolved
    /// No voucher waits for a month.
    case lateVouchersAssigned
    /// Every result posting is mapped to an insats or an area.
    case postingsMapped

    /// How strict a check is.
    public enum Level: String, CaseIterable, Sendable {
        /// What must hold in every ledger at all times.
        case basic
        /// What should hold before figures are shown to a board.
        case strict
    }

    /// The least strict check that the rule belongs to.
    public var level: Level {
        switch self {
        case .vouchersBalance, .balancesMatchPostings, .referencesHold, .postingsFollowVoucher,
            .closedMonthsUnchanged:
            .basic
        case .openingAndMovementsGiveClosing, .yearsFollow, .accountsDeclared,
            .differencesResolved, .lateVouchersAssigned, .postingsMapped:
            .strict
        }
    }

    /// The rule in one Swedish sentence.
    public var statement: String {
        switch self {
        case .vouchersBalance:
            "Varje verifikation i en fullständig bok summerar till noll."
        case .balancesMatchPostings:
            "Varje saldo är summan av sina transaktionsrader."
        case .referencesHold:
            "Varje hänvisning leder till en rad som finns."
        case .postingsFollowVoucher:
            "Varje transaktionsrad räknas i sin verifikations månad."
        case .closedMonthsUnchanged:
            "Stängda månader är oförändrade sedan de stängdes."
        case .openingAndMovementsGiveClosing:
            "Ingående balans plus rörelser ger den utgående balans som ekonomisystemet uppger."
        case .yearsFollow:
            "Varje års ingående balans är föregående års utgående."
        case .accountsDeclared:
            "Varje konto som används har ett namn."
        case .differencesResolved:
            "Ingen skillnad mot ekonomisystemet väntar på beslut."
        case .lateVouchersAssigned:
            "Ingen verifikation som inkom efter stängning väntar på en månad."
        case .postingsMapped:
            "Varje resultatpost är mappad till en insats eller ett område."
        }
    }

    /// What an ekonom does where the rule does not hold, in one or two Swedish sentences.
    public var remedy: String {
        switch self {
        case .vouchersBalance:
            "Rätta verifikationen i ekonomisystemet och läs in filen igen med medel import."
        case .balancesMatchPostings, .referencesHold, .postingsFollowVoucher,
            .closedMonthsUnchanged:
            "Huvudbokens fil är skadad. Kör medel ledger verify och återställ en säkerhetskopia."
        case .openingAndMovementsGiveClosing:
            "Läs in hela årets bok igen, eller rätta balanserna i ekonomisystemet."
        case .yearsFollow:
            "Läs in föregående års bok igen efter bokslutet, eller rätta ingående balans i "
                + "ekonomisystemet."
        case .accountsDeclared: "Läs in en SIE-fil som har kontonas namn (#KONTO)."
        case .differencesResolved: "Lista skillnaderna med medel import differences."
        case .lateVouchersAssigned: "Lista verifikationerna med medel book late."
        case .postingsMapped:
            "Visa raderna med medel sheet postings --unmapped och mappa dem med medel book map. Av en "
                + "mottagares bok behövs bara insatsens rader: läs in dem med --keep."
        }
    }

    /// The rules of a check, those of less strict ones included.
    public static func rules(of level: Level) -> [CheckRule] {
        allCases.filter { level == .strict || $0.level == .basic }
    }
}
