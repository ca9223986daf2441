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

    /// A status that holds from a month on.
    public struct VATChange: Hashable, Sendable {
        /// The first month.
        public let from: Month

        /// The status.
        public let status: VATStatus

        /// Describes a change.
        public init(from: Month, status: VATStatus) {
            self.from = from
            self.status = status
        }
    }

    /// The code, by which its book is named too.
    public let code: OwnerCode

    /// The name.
    public let name: String

    /// The VAT status before any later one; nil while it is not known.
    public let vatStatus: VATStatus?

    /// The statuses that it has had since, in order of month.
    public let laterVAT: [VATChange]

    /// Describes a recipient.
    public init(
        code: OwnerCode,
        name: String,
        vatStatus: VATStatus?,
        laterVAT: [VATChange] = []
    ) {
        self.code = code
        self.name = name
        self.vatStatus = vatStatus
        self.laterVAT = laterVAT.sorted { $0.from < $1.from }
    }

    /// The VAT status in a month; nil while it is not known.
    public func vatStatus(in month: Month) -> VATStatus? {
        laterVAT.last { $0.from <= month }?.status ?? vatStatus
    }
}
