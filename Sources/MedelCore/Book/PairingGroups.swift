/// The vouchers of two lists brought together by key, in the order in which keys were first seen.
///
/// Places are chained in two lists, since nearly every key has one voucher on each side and a list
/// for each would cost more than the pairing.
struct PairingGroups<Key: Hashable> {
    /// The places of one side of a group, from the first to the last.
    private struct Chain {
        var first = noPlace
        var last = noPlace

        var isSingle: Bool { first == last && first != noPlace }

        mutating func append(_ place: Int, _ next: inout [Int]) {
            if first == noPlace { first = place } else { next[last] = place }
            last = place
        }
    }

    private var existing: [Chain] = []
    private var incoming: [Chain] = []
    private var nextExisting: [Int]
    private var nextIncoming: [Int] = []
    private var groups: [Key: Int]

    /// Groups the existing vouchers by their keys.
    init(of keys: some Collection<Key>) {
        groups = Dictionary(minimumCapacity: keys.count)
        nextExisting = Array(repeating: noPlace, count: keys.count)
        for (place, key) in keys.enumerated() {
            let group = groups[key, default: existing.count]
            if group == existing.count {
                groups[key] = group
                existing.append(Chain())
            }
            existing[group].append(place, &nextExisting)
        }
        incoming = Array(repeating: Chain(), count: existing.count)
    }

    /// Adds incoming vouchers to the groups of their keys; a key that no group has is left out.
    mutating func add(_ keys: some Collection<Key>) {
        nextIncoming = Array(repeating: noPlace, count: keys.count)
        for (place, key) in keys.enumerated() {
            guard let group = groups[key] else { continue }
            incoming[group].append(place, &nextIncoming)
        }
    }

    /// Every group's place.
    var indices: Range<Int> { existing.indices }

    /// The places of a group that has one voucher on each side; nil for any other.
    func single(_ group: Int) -> PairingGroup.Pair? {
        guard existing[group].isSingle, incoming[group].isSingle else { return nil }
        return PairingGroup.Pair(
            existing: existing[group].first,
            incoming: incoming[group].first
        )
    }

    /// A group with its places listed.
    subscript(group: Int) -> PairingGroup {
        PairingGroup(
            existing: Self.places(of: existing[group], nextExisting),
            incoming: Self.places(of: incoming[group], nextIncoming)
        )
    }

    private static func places(of chain: Chain, _ next: [Int]) -> [Int] {
        var places: [Int] = []
        var place = chain.first
        while place != noPlace {
            places.append(place)
            place = next[place]
        }
        return places
    }
}

/// What stands where a chain goes no further.
private let noPlace = -1
