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

    /// Describes a member.
    public init(
        code: MemberCode,
        name: String,
        party: Party,
        key: Int,
        from first: Month? = nil,
        through last: Month? = nil
    ) {
        self.code = code
        self.name = name
        self.party = party
        self.key = key
        self.first = first
        self.last = last
    }
}
