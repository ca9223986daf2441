/// An account number as its book writes it; text, since real ones are three to eight digits, or
/// `DIFF`.
///
/// Source: sie/SPEC 5 no. 15, GUIDE 6.1.
public struct AccountNumber: Hashable, Sendable {
    /// The number as written, never empty.
    public let text: String

    /// Accepts a number without surrounding blanks.
    ///
    /// - Returns: nil for an empty text.
    public init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        self.text = text
    }

    /// Whether the account belongs to the balance sheet by its first digit, 1 or 2.
    public var isBalanceByDigit: Bool {
        guard let first = text.utf8.first else { return false }
        return first == 0x31 || first == 0x32
    }
}

extension AccountNumber {
    /// Compares bytes: two ways of writing one letter are two numbers, as in the books.
    public static func == (left: AccountNumber, right: AccountNumber) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    /// Feeds the bytes.
    public func hash(into hasher: inout Hasher) { text.hashBytes(into: &hasher) }
}

extension AccountNumber: Comparable {
    /// Orders as text, so that sub-accounts stand below their account.
    public static func < (left: AccountNumber, right: AccountNumber) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
