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
