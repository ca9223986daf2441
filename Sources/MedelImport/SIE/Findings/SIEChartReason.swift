/// What is wrong about accounts, dimensions and objects.
///
/// Source: SIE 4C 8, 11; sie/SPEC 5 nos. 14, 15.
public enum SIEChartReason: Hashable, Sendable {
    /// An item about an account has no account.
    case accountInvalid(label: String)
    /// An account number has other characters than digits.
    case accountNotNumeric(account: String)
    /// An account has two names.
    case duplicateAccount(account: String)
    /// An account kind does not exist.
    case accountKindInvalid(account: String, text: String)
    /// An item about an account comes before the account.
    case accountItemEarly(label: String, account: String)
    /// An account is used without being declared; the line of its first use.
    case undeclaredAccount(account: String)
    /// A dimension is not a number.
    case dimensionInvalid(text: String)
    /// A dimension is used that is neither declared nor reserved.
    case undeclaredDimension(dimension: Int)
    /// An object is used without being declared; the line of its first use.
    case undeclaredObject(dimension: Int, code: String)
    /// An object is declared more than once.
    case duplicateObject(dimension: Int, code: String)
    /// An object has no dimension or no code.
    case objectInvalid
}

extension SIEChartReason {
    var code: SIEFinding.Code {
        switch self {
        case .accountInvalid: .accountInvalid
        case .accountNotNumeric: .accountNotNumeric
        case .duplicateAccount: .duplicateAccount
        case .accountKindInvalid: .accountKindInvalid
        case .accountItemEarly: .accountItemEarly
        case .undeclaredAccount: .undeclaredAccount
        case .dimensionInvalid: .dimensionInvalid
        case .undeclaredDimension: .undeclaredDimension
        case .undeclaredObject: .undeclaredObject
        case .duplicateObject: .duplicateObject
        case .objectInvalid: .objectInvalid
        }
    }

    /// The reason in Swedish, and what to do about it.
    var swedish: String {
        switch self {
        case .accountInvalid(let label):
            "\(label) saknar kontonummer och har hoppats över."
        case .accountNotNumeric(let account):
            "Kontonumret \(account) är inte bara siffror. Det behålls som det står."
        case .duplicateAccount(let account):
            "Konto \(account) deklareras med två namn; det första gäller."
        case .accountKindInvalid(let account, let text):
            "#KTYP \(text) för konto \(account) finns inte; bara T, S, K och I."
        case .accountItemEarly(let label, let account):
            "\(label) för konto \(account) står före eller utan #KONTO."
        case .undeclaredAccount(let account):
            """
            Konto \(account) används men saknas i kontoplanen (#KONTO). Det får inget namn \
            förrän det läggs upp.
            """
        case .dimensionInvalid(let text):
            "Dimensionen \(text) är inget nummer och har hoppats över."
        case .undeclaredDimension(let dimension):
            "Dimension \(dimension) används men är varken deklarerad (#DIM) eller reserverad."
        case .undeclaredObject(let dimension, let code):
            "Objekt \(code) i dimension \(dimension) används men saknas bland #OBJEKT."
        case .duplicateObject(let dimension, let code):
            """
            Objekt \(code) i dimension \(dimension) deklareras flera gånger; det första namnet \
            gäller.
            """
        case .objectInvalid:
            "#OBJEKT saknar dimension eller objektnummer och har hoppats över."
        }
    }
}
