public import MedelCore

/// An account of a file's chart.
///
/// Source: SIE 4C #KONTO, #KTYP, #ENHET, #SRU.
public struct SIEAccount: Hashable, Sendable {
    /// What an account measures.
    public enum Kind: String, CaseIterable, Sendable {
        /// An asset (tillgång).
        case asset = "T"
        /// A liability or equity (skuld).
        case liability = "S"
        /// A cost (kostnad).
        case cost = "K"
        /// An income (intäkt).
        case income = "I"

        /// Whether the account has a balance that goes on to the next year.
        public var isBalance: Bool { self == .asset || self == .liability }
    }

    /// The number as written.
    public let number: AccountNumber

    /// The name.
    public internal(set) var name: String

    /// The kind; nil when the file does not say.
    public internal(set) var kind: Kind?

    /// What quantities are counted in.
    public internal(set) var unit = ""

    /// The SRU codes in order; an account can have several.
    public internal(set) var taxCodes: [String] = []

    /// The line of #KONTO, from one.
    public let line: Int
}

/// A dimension that objects belong to.
///
/// Source: SIE 4C 8.4, 8.17, #DIM, #UNDERDIM.
public struct SIEDimension: Hashable, Sendable {
    /// The number.
    public let number: Int

    /// The name: the file's, or the standard's for a reserved one that the file only uses.
    public let name: String

    /// The dimension above, of a sub-dimension.
    public let parent: Int?

    /// The line of declaration; nil for a reserved dimension that the file only uses.
    public let line: Int?

    /// The standard's name of a reserved dimension, nil for a free one.
    public static func reservedName(_ number: Int) -> String? {
        switch number {
        case 1: "Kostnadsställe"
        case 2: "Kostnadsbärare"
        case 6: "Projekt"
        case 7: "Anställd"
        case 8: "Kund"
        case 9: "Leverantör"
        case 10: "Faktura"
        case 3...5, 11...19: "Reserverad dimension \(number)"
        default: nil
        }
    }
}

/// An object of a dimension, such as a project.
///
/// Source: SIE 4C #OBJEKT.
public struct SIEObject: Hashable, Sendable {
    /// The dimension and the code.
    public let reference: ObjectReference

    /// The name.
    public let name: String

    /// The line of declaration, from one.
    public let line: Int
}
