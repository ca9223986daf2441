/// One of the four parties of a samordningsförbund, as its shares see them.
///
/// Source: finsamlagen 1–5 a §§.
public enum Party: String, CaseIterable, Sendable {
    /// The state: Försäkringskassan pays the whole half, Arbetsförmedlingen is a member at zero.
    case state
    /// The region or regions.
    case region
    /// The municipalities, together one party.
    case municipality
}

/// A member's code in its association, such as `OSKARSHAMN`.
public struct MemberCode: Hashable, Sendable {
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

extension MemberCode: Comparable {
    /// Orders as text, the same on every machine.
    public static func < (left: MemberCode, right: MemberCode) -> Bool { left.text < right.text }
}

/// A member of the association and its key inside its party.
///
/// Source: SPEC 3 (member), finsamlagen 5 §.
public struct Member: Hashable, Sendable {
    /// The code.
    public let code: MemberCode

    /// The name.
    public let name: String

    /// The party whose share the member pays of.
    public let party: Party

    /// The weight inside the party; zero for Arbetsförmedlingen.
    public let key: Int

    /// The first month of membership; nil for always before.
    public let first: Month?

    /// The last month of membership; nil while it lasts.
    public let last: Month?

    /// Later keys, each from its year on, in order of year.
    public let laterKeys: [MemberKey]

    /// Describes a member.
    public init(
        code: MemberCode,
        name: String,
        party: Party,
        key: Int,
        from first: Month? = nil,
        through last: Month? = nil,
        laterKeys: [MemberKey] = []
    ) {
        self.code = code
        self.name = name
        self.party = party
        self.key = key
        self.first = first
        self.last = last
        self.laterKeys = laterKeys
    }
}

/// The weight of a member inside its party from a year on.
///
/// Source: finsamlagen 5 § (several municipalities are one party and agree the split), SPEC 3.
public struct MemberKey: Hashable, Sendable {
    /// What a key says.
    public enum Kind: String, CaseIterable, Sendable {
        /// A fixed share.
        case fixed
        /// The number of inhabitants.
        case population
        /// A key of the party's own.
        case own
    }

    /// The first calendar year that it holds for.
    public let year: Int

    /// What it says.
    public let kind: Kind

    /// The weight, zero or above.
    public let weight: Int

    /// Sets a key.
    public init(from year: Int, kind: Kind, weight: Int) {
        self.year = year
        self.kind = kind
        self.weight = weight
    }
}

extension Member {
    /// The weight inside the party that holds in a year, for a whole year of membership.
    public func weight(in year: Int) -> Int {
        laterKeys.filter { $0.year <= year }.max { $0.year < $1.year }?.weight ?? key
    }

    /// What the key that holds in a year says; nil for the first one, whose kind nobody has said.
    public func keyKind(in year: Int) -> MemberKey.Kind? {
        laterKeys.filter { $0.year <= year }.max { $0.year < $1.year }?.kind
    }

    /// How many months of a calendar year the membership lasts, zero to twelve.
    public func months(in year: Int) -> Int {
        guard let range = MonthRange(calendarYear: year) else { return 0 }
        let from = max(first ?? range.first, range.first)
        let through = min(last ?? range.last, range.last)
        return from > through ? 0 : from.distance(to: through) + 1
    }
}
