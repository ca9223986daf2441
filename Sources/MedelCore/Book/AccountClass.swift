/// What an account is for.
///
/// Source: SIE 4C #KTYP; sie/SPEC 4, GUIDE 6.1.
public enum AccountClass: String, CaseIterable, Sendable {
    /// Tillgång.
    case asset
    /// Eget kapital, avsättning or skuld.
    case liability
    /// Intäkt.
    case income
    /// Kostnad.
    case cost
    /// Class 8, where financial income and costs stand together.
    case otherResult

    /// Whether the account belongs to the balance sheet; else it is a result account.
    public var isBalance: Bool {
        switch self {
        case .asset, .liability: true
        case .income, .cost, .otherResult: false
        }
    }

    /// The class that a SIE file declares: T, S, I or K.
    ///
    /// - Returns: nil for any other letter.
    public init?(declared letter: String) {
        switch letter {
        case "T": self = .asset
        case "S": self = .liability
        case "I": self = .income
        case "K": self = .cost
        default: return nil
        }
    }

    /// The class that the account's first digit tells, the same in BAS and Kommun-Bas.
    ///
    /// - Returns: nil for an account such as `DIFF` or `9999`, that no chart places.
    public init?(firstDigitOf account: AccountNumber) {
        switch account.text.utf8.first {
        case 0x31: self = .asset
        case 0x32: self = .liability
        case 0x33: self = .income
        case 0x34, 0x35, 0x36, 0x37: self = .cost
        case 0x38: self = .otherResult
        default: return nil
        }
    }

    /// The class of an account: as declared, else by its first digit; nil when neither tells.
    ///
    /// - Parameters:
    ///   - account: the account.
    ///   - letter: what #KTYP says; nil when the file has none for it.
    public init?(of account: AccountNumber, declared letter: String?) {
        if let letter, let declared = AccountClass(declared: letter) {
            self = declared
        } else {
            self.init(firstDigitOf: account)
        }
    }
}
