/// What is wrong about declared balances.
///
/// Source: SIE 4C 5.16-5.18, 11; sie/SPEC 3, 5 nos. 7, 24.
public enum SIEBalanceReason: Hashable, Sendable {
    /// A balance has no account or no amount.
    case balanceIncomplete(label: String)
    /// A year is not given as 0, -1, -2 and so on.
    case yearNumberInvalid(text: String)
    /// A period is not YYYYMM.
    case periodInvalid(text: String)
    /// Period and account stand in the wrong order.
    case periodAndAccountSwapped(account: String)
    /// The opening balances of year 0 do not sum to zero.
    case openingBalanceNotZero(sumOre: Int128)
    /// An account's balances disagree with its rows.
    case doesNotReconcile(difference: SIEDifference)
}

extension SIEBalanceReason {
    var code: SIEFinding.Code {
        switch self {
        case .balanceIncomplete: .balanceIncomplete
        case .yearNumberInvalid: .yearNumberInvalid
        case .periodInvalid: .periodInvalid
        case .periodAndAccountSwapped: .periodAndAccountSwapped
        case .openingBalanceNotZero: .openingBalanceNotZero
        case .doesNotReconcile: .doesNotReconcile
        }
    }

    /// The reason in Swedish, and what to do about it.
    var swedish: String {
        switch self {
        case .balanceIncomplete(let label):
            "\(label) saknar konto eller belopp och har hoppats över."
        case .yearNumberInvalid(let text):
            "Årsnumret \(text) är inte 0, -1, -2 …; posten har hoppats över."
        case .periodInvalid(let text):
            "Perioden \(text) är inte ÅÅÅÅMM; posten har hoppats över."
        case .periodAndAccountSwapped(let account):
            "Period och konto \(account) står i omvänd ordning; de har bytt plats vid läsningen."
        case .openingBalanceNotZero(let sumOre):
            """
            Ingående balans summerar till \(swedishAmount(sumOre)) och inte till noll. \
            Vanligast är att förra årets resultat inte är omfört till eget kapital.
            """
        case .doesNotReconcile(let difference):
            "\(difference.swedish)"
        }
    }
}
