/// Vouchers that share a key, by their places in the two lists, each in order.
struct PairingGroup {
    /// A voucher of each side that belong together, by place.
    struct Pair {
        let existing: Int
        let incoming: Int
    }

    var existing: [Int]
    var incoming: [Int] = []

    /// The vouchers that no pair has taken, still in order.
    func without(_ pairs: [Pair]) -> PairingGroup {
        if pairs.isEmpty { return self }
        let oldTaken = Set(pairs.map(\.existing))
        let newTaken = Set(pairs.map(\.incoming))
        return PairingGroup(
            existing: existing.filter { !oldTaken.contains($0) },
            incoming: incoming.filter { !newTaken.contains($0) }
        )
    }

    /// As many pairs as can be made where the existing voucher offers what the incoming wants.
    ///
    /// Vouchers are taken in order. A voucher that finds its match taken asks the taker to move,
    /// so that a file read again finds every pair it made before; above `movesMax` vouchers of
    /// one key, which no real book has, nobody is asked to move.
    func pairs(
        offering contents: (Int) -> [ContentHash],
        wanting content: (Int) -> ContentHash
    ) -> [Pair] {
        if existing.count == 1, incoming.count == 1 {
            let isMatch = contents(existing[0]).contains(content(incoming[0]))
            return isMatch ? [Pair(existing: existing[0], incoming: incoming[0])] : []
        }
        var offers: [ContentHash: [Int]] = [:]
        for place in existing {
            for offered in contents(place) where offers[offered]?.last != place {
                offers[offered, default: []].append(place)
            }
        }
        if offers.isEmpty { return [] }
        var matching = Matching(offers: offers, wanted: incoming.map(content))
        matching.takeInOrder()
        if existing.count <= Self.movesMax, incoming.count <= Self.movesMax {
            matching.askTakersToMove()
        }
        return matching.taken.map { existing, place in
            Pair(existing: existing, incoming: incoming[place])
        }
        .sorted { $0.incoming < $1.incoming }
    }

    /// The most vouchers of one key for which takers are asked to move.
    static let movesMax = 64
}

/// Who has taken what, while pairs are made.
private struct Matching {
    let offers: [ContentHash: [Int]]
    let wanted: [ContentHash]

    /// The place in `wanted` that has taken each existing voucher.
    var taken: [Int: Int] = [:]

    private var unmatched: [Int] = []

    init(offers: [ContentHash: [Int]], wanted: [ContentHash]) {
        self.offers = offers
        self.wanted = wanted
    }

    /// Gives each the first free voucher that offers what it wants.
    mutating func takeInOrder() {
        // How far each content's list has been given out, so that a list is walked once.
        var walked: [ContentHash: Int] = [:]
        for (place, content) in wanted.enumerated() {
            guard let list = offers[content] else { continue }
            var next = walked[content, default: 0]
            while next < list.count, taken[list[next]] != nil { next += 1 }
            walked[content] = next
            if next < list.count {
                taken[list[next]] = place
            } else {
                unmatched.append(place)
            }
        }
    }

    /// Finds room for those left out by letting others take another voucher that suits them.
    mutating func askTakersToMove() {
        for place in unmatched {
            var asked: Set<Int> = []
            _ = findRoom(for: place, &asked)
        }
    }

    private mutating func findRoom(for place: Int, _ asked: inout Set<Int>) -> Bool {
        for existing in offers[wanted[place], default: []]
        where asked.insert(existing).inserted {
            if let taker = taken[existing], !findRoom(for: taker, &asked) { continue }
            taken[existing] = place
            return true
        }
        return false
    }
}

/// The vouchers of two lists brought together by key, in the order in which keys were first seen.
struct PairingGroups<Key: Hashable> {
    private(set) var groups: [PairingGroup] = []

    private var places: [Key: Int]

    /// Groups the existing vouchers by their keys.
    init(of existing: some Collection<Key>) {
        places = Dictionary(minimumCapacity: existing.count)
        for (place, key) in existing.enumerated() {
            if let group = places[key] {
                groups[group].existing.append(place)
            } else {
                places[key] = groups.count
                groups.append(PairingGroup(existing: [place]))
            }
        }
    }

    /// Adds incoming vouchers to the groups of their keys; a key that no group has is left out.
    mutating func add(_ incoming: some Collection<Key>) {
        for (place, key) in incoming.enumerated() {
            guard let group = places[key] else { continue }
            groups[group].incoming.append(place)
        }
    }
}
