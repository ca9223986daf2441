/// Money for an insats beside what the association grants of its members' contributions.
///
/// Source: SPEC 3 (funding source), GUIDE 4.4–4.5.
public struct FundingSource: Hashable, Sendable {
    /// Where money comes from.
    public enum Kind: String, CaseIterable, Sendable {
        /// The members' contributions to the association.
        case members
        /// Funds that the association has saved.
        case ownFunds
        /// Another samordningsförbund.
        case otherAssociation
        /// Europeiska socialfonden.
        case esf
        /// Allmänna arvsfonden.
        case arvsfonden
        /// A party pays in cash, beside its contribution.
        case partyCash
        /// Anything else.
        case other
        /// Work or rooms that a party gives: told, and never money.
        case inKind
    }

    /// An amount for a calendar year, with what its source leaves open.
    public struct Amount: Hashable, Sendable {
        /// The calendar year.
        public let year: Int

        /// The amount; positive.
        public let amount: Money

        /// Whether the source says *cirka*.
        public let isApproximate: Bool

        /// Whether the amount is stated without VAT.
        public let excludesVAT: Bool

        /// States an amount.
        public init(
            year: Int,
            amount: Money,
            isApproximate: Bool = false,
            excludesVAT: Bool = false
        ) {
            self.year = year
            self.amount = amount
            self.isApproximate = isApproximate
            self.excludesVAT = excludesVAT
        }
    }

    /// The source's code in its association.
    public let code: FundingCode

    /// The insats that it is for; nil for money to the association as a whole.
    public let insats: InsatsCode?

    /// Where the money comes from.
    public let kind: Kind

    /// Who pays, as people call it.
    public let name: String

    /// The amounts, in order of year.
    public let amounts: [Amount]

    /// The part of the cost that the source pays at most; nil when it pays amounts.
    public let share: Rate?

    /// The most that it pays in all; nil without a limit.
    public let ceiling: Money?

    /// What the others together must put in for each krona of this source, in hundredths: 10 000
    /// is krona for krona; nil without such a rule.
    public let matching: Rate?

    /// What has been assumed and from where it is known, in Swedish.
    public let notes: [SourceNote]

    /// Describes a source.
    public init(
        code: FundingCode,
        insats: InsatsCode?,
        kind: Kind,
        name: String,
        amounts: [Amount],
        share: Rate? = nil,
        ceiling: Money? = nil,
        matching: Rate? = nil,
        notes: [SourceNote] = []
    ) {
        self.code = code
        self.insats = insats
        self.kind = kind
        self.name = name
        self.amounts = amounts
        self.share = share
        self.ceiling = ceiling
        self.matching = matching
        self.notes = notes
    }

    /// Whether the source is money, and not hours or rooms.
    public var isMoney: Bool { kind != .inKind }
}

/// A funding source's code in its association, such as `AF-MEDFIN`.
public struct FundingCode: Hashable, Sendable {
    /// The code as written, never empty.
    public let text: String

    /// Accepts a letter or digit, then letters, digits and `- _ .`, at most 64 bytes.
    ///
    /// - Returns: nil for anything else.
    public init?(_ text: String) {
        guard Code.accepts(text) else { return nil }
        self.text = text
    }
}

extension FundingCode: Comparable {
    /// Orders as text, the same on every machine.
    public static func < (left: FundingCode, right: FundingCode) -> Bool { left.text < right.text }
}
