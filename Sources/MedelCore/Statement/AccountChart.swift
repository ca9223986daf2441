/// Which row of a statement each account belongs on: by the longest prefix that fits.
///
/// Source: GUIDE 6.1; the prefixes themselves are data in `templates/`.
public struct AccountChart: Hashable, Sendable {
    /// Where an account belongs.
    public enum Place: Hashable, Sendable {
        /// On a row, by its key.
        case row(String)
        /// In equity.
        case equity
        /// In equity, kept apart as a reserve.
        case reserve
        /// On no row: it only moves the year's result into equity.
        case closing
    }

    /// What the accounts of a prefix are.
    public struct Entry: Hashable, Sendable {
        /// What the account begins with, never empty.
        public let prefix: String

        /// Where they belong.
        public let place: Place

        /// Puts accounts in their place.
        public init(prefix: String, place: Place) {
            self.prefix = prefix
            self.place = place
        }
    }

    /// The entries, in order of prefix.
    public let entries: [Entry]

    private let places: [[UInt8]: Place]
    private let prefixMax: Int

    /// Takes entries whose prefixes differ, in any order.
    public init(_ entries: [Entry]) {
        self.entries = entries.sorted { left, right in
            left.prefix.utf8.lexicographicallyPrecedes(right.prefix.utf8)
        }
        places = Dictionary(
            entries.map { (Array($0.prefix.utf8), $0.place) },
            uniquingKeysWith: { first, _ in first }
        )
        prefixMax = entries.map(\.prefix.utf8.count).max() ?? 0
    }

    /// Where an account belongs.
    ///
    /// - Returns: nil when no prefix fits, which is shown as an error and never guessed.
    public func place(of account: AccountNumber) -> Place? {
        var prefix = Array(account.text.utf8.prefix(prefixMax))
        while !prefix.isEmpty {
            if let place = places[prefix] { return place }
            prefix.removeLast()
        }
        return nil
    }
}
