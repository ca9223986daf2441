/// What a later file says about vouchers that a book already has.
///
/// Inside one book and fiscal year, vouchers are paired by key, that is series and number: first
/// those of equal content, then those whose content was already proposed, then the rest in order
/// as changed. Incoming vouchers left over are new; existing ones left over are gone when the
/// file covers them. Two equal vouchers stay two. A voucher without a number is paired by its
/// content alone, occurrence by occurrence, and is therefore never changed.
///
/// A file read twice changes nothing the second time, in whatever order its vouchers stand.
///
/// Source: SPEC 6, STORE 3.2.
public struct VoucherPairing<Key: Hashable & Sendable, ID: Hashable & Sendable>: Sendable {
    /// A voucher in force in the book.
    public struct Existing: Sendable {
        /// Series and number; nil when the voucher has no number.
        public let key: Key?

        /// The content in force.
        public let content: ContentHash

        /// The voucher.
        public let id: ID

        /// Whether the file covers the voucher's series and date (`ImportCoverage`).
        public let isCovered: Bool

        /// Contents that were proposed for this voucher before: open, refused or accepted.
        public let proposed: [ContentHash]

        /// Describes a voucher in force.
        public init(
            key: Key?,
            content: ContentHash,
            id: ID,
            isCovered: Bool,
            proposed: [ContentHash] = []
        ) {
            self.key = key
            self.content = content
            self.id = id
            self.isCovered = isCovered
            self.proposed = proposed
        }
    }

    /// A voucher in the file.
    public struct Incoming: Sendable {
        /// Series and number; nil when the voucher has no number.
        public let key: Key?

        /// The content.
        public let content: ContentHash

        /// Describes a voucher in the file; its place in the list is its ordinal.
        public init(key: Key?, content: ContentHash) {
            self.key = key
            self.content = content
        }
    }

    /// What becomes of a voucher in the file.
    public enum Fate: Hashable, Sendable {
        /// The book has it with this content.
        case same(ID)
        /// The content differs, and is already recorded as a proposal for this voucher.
        case known(ID)
        /// The content differs: a proposal for a new version of this voucher.
        case changed(ID)
        /// The book does not have it.
        case new
    }

    /// A fate for each incoming voucher, in the file's order.
    public private(set) var fates: [Fate]

    /// Existing vouchers that the file covers and does not have, in the order given.
    public private(set) var gone: [ID] = []

    /// How many existing vouchers the file neither has nor covers.
    public private(set) var uncoveredCount = 0

    /// Pairs a file's vouchers with a book's.
    ///
    /// - Parameters:
    ///   - existing: the vouchers in force of one book and fiscal year, in order of entry.
    ///   - incoming: the file's vouchers of that year, in the file's order.
    public init(existing: [Existing], incoming: [Incoming]) {
        fates = Array(repeating: .new, count: incoming.count)
        if existing.isEmpty { return }
        var groups = PairingGroups<GroupKey>(
            of: existing.lazy.map {
                GroupKey(key: $0.key, content: $0.content)
            }
        )
        groups.add(incoming.lazy.map { GroupKey(key: $0.key, content: $0.content) })
        var isPaired = Array(repeating: false, count: existing.count)
        for group in groups.groups where !group.incoming.isEmpty {
            pair(group, existing, incoming, &isPaired)
        }
        for (place, voucher) in existing.enumerated() where !isPaired[place] {
            if voucher.isCovered { gone.append(voucher.id) } else { uncoveredCount += 1 }
        }
    }

    /// Pairs the vouchers of one key.
    private mutating func pair(
        _ group: PairingGroup,
        _ existing: [Existing],
        _ incoming: [Incoming],
        _ isPaired: inout [Bool]
    ) {
        let equal = group.pairs {
            [existing[$0].content]
        } wanting: {
            incoming[$0].content
        }
        for pair in equal {
            fates[pair.incoming] = .same(existing[pair.existing].id)
            isPaired[pair.existing] = true
        }
        var rest = group.without(equal)
        if rest.existing.isEmpty || rest.incoming.isEmpty { return }
        let known = rest.pairs {
            existing[$0].proposed
        } wanting: {
            incoming[$0].content
        }
        for pair in known {
            fates[pair.incoming] = .known(existing[pair.existing].id)
            isPaired[pair.existing] = true
        }
        rest = rest.without(known)
        for (old, new) in zip(rest.existing, rest.incoming) {
            fates[new] = .changed(existing[old].id)
            isPaired[old] = true
        }
    }

    /// Series and number, or for a voucher without number its content.
    private enum GroupKey: Hashable {
        case numbered(Key)
        case unnumbered(ContentHash)

        init(key: Key?, content: ContentHash) {
            if let key { self = .numbered(key) } else { self = .unnumbered(content) }
        }
    }
}
