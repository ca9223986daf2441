/// Who is paid for insatser.
///
/// Source: SPEC 3 (recipient).
public struct Recipient: Hashable, Sendable {
    /// Whether the recipient recovers VAT itself.
    public enum VATStatus: String, CaseIterable, Sendable {
        /// It does: its costs are claimed without VAT.
        case net = "netto"
        /// It does not: VAT is a cost.
        case gross = "brutto"
    }

    /// The code, by which its book is named too.
    public let code: OwnerCode

    /// The name.
    public let name: String

    /// The VAT status; nil while it is not known.
    public let vatStatus: VATStatus?

    /// Describes a recipient.
    public init(code: OwnerCode, name: String, vatStatus: VATStatus?) {
        self.code = code
        self.name = name
        self.vatStatus = vatStatus
    }
}
