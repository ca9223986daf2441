import MedelCore
import TestSupport
import Testing

private typealias Pairing = VoucherPairing<String, Int>

struct VoucherPairingTests {
    struct Old: Sendable {
        let key: String?
        let content: UInt64
        var isCovered = true
        var proposed: [UInt64] = []
    }

    struct Case: Sendable {
        let existing: [Old]
        let incoming: [(String?, UInt64)]
        /// For each incoming: `=`, `~` known or `!` changed with the existing one's place, or `+`.
        let fates: [String]
        var gone: [Int] = []
        var uncovered = 0
    }

    @Test(arguments: [
        Case(existing: [], incoming: [("A1", 1), (nil, 1)], fates: ["+", "+"]),
        Case(existing: [Old(key: "A1", content: 1)], incoming: [], fates: [], gone: [0]),
        Case(
            existing: [Old(key: "A1", content: 1, isCovered: false)],
            incoming: [],
            fates: [],
            uncovered: 1
        ),
        // Two equal vouchers are two.
        Case(
            existing: [Old(key: "A1", content: 1)],
            incoming: [("A1", 1), ("A1", 1)],
            fates: ["=0", "+"]
        ),
        Case(
            existing: [Old(key: "A1", content: 1), Old(key: "A1", content: 1)],
            incoming: [("A1", 1)],
            fates: ["=0"],
            gone: [1]
        ),
        // Equal content first, then by order.
        Case(
            existing: [Old(key: "A1", content: 1), Old(key: "A1", content: 2)],
            incoming: [("A1", 2), ("A1", 3)],
            fates: ["=1", "!0"]
        ),
        Case(
            existing: [Old(key: "A1", content: 1), Old(key: "A2", content: 2)],
            incoming: [("A2", 1), ("A1", 2), ("A3", 1)],
            fates: ["!1", "!0", "+"]
        ),
        // A change of the number is one gone and one new.
        Case(
            existing: [Old(key: "A1", content: 1)],
            incoming: [("A2", 1)],
            fates: ["+"],
            gone: [0]
        ),
        // A proposal made before is known; another is not.
        Case(
            existing: [Old(key: "A1", content: 1, proposed: [2, 3])],
            incoming: [("A1", 3)],
            fates: ["~0"]
        ),
        Case(
            existing: [Old(key: "A1", content: 1, proposed: [2])],
            incoming: [("A1", 4)],
            fates: ["!0"]
        ),
        Case(
            existing: [Old(key: "A1", content: 1), Old(key: "A1", content: 5, proposed: [3])],
            incoming: [("A1", 3), ("A1", 4)],
            fates: ["~1", "!0"]
        ),
        // The first moves, so that both find what they were paired with before.
        Case(
            existing: [
                Old(key: "A1", content: 1, proposed: [3, 4]),
                Old(key: "A1", content: 2, proposed: [3]),
            ],
            incoming: [("A1", 3), ("A1", 4)],
            fates: ["~1", "~0"]
        ),
        // Without number: content and occurrence, never changed.
        Case(
            existing: [
                Old(key: nil, content: 1), Old(key: nil, content: 1), Old(key: nil, content: 2),
            ],
            incoming: [(nil, 1), (nil, 3), (nil, 1), (nil, 1)],
            fates: ["=0", "+", "=1", "+"],
            gone: [2]
        ),
        Case(
            existing: [Old(key: nil, content: 1)],
            incoming: [("A1", 1)],
            fates: ["+"],
            gone: [0]
        ),
    ])
    func `vouchers of a later file are paired with the book's`(_ test: Case) {
        let pairing = Pairing(
            existing: test.existing.enumerated().map { place, old in
                Pairing.Existing(
                    key: old.key,
                    content: hash(old.content),
                    id: place,
                    isCovered: old.isCovered,
                    proposed: old.proposed.map(hash)
                )
            },
            incoming: test.incoming.map { Pairing.Incoming(key: $0.0, content: hash($0.1)) }
        )
        #expect(pairing.fates.map(mark) == test.fates)
        #expect(pairing.gone == test.gone)
        #expect(pairing.uncoveredCount == test.uncovered)
    }

    @Test(arguments: 0..<1_000)
    func `pairing gives what the rule gives when followed by hand`(_ seed: Int) {
        var random = SeededGenerator(seed: seed)
        var book = PairingModel(seed: &random)
        for _ in 0..<4 {
            let file = book.editedFile(&random)
            let pairing = Pairing(existing: book.existing(), incoming: file)
            #expect(pairing.fates.map(kind) == book.fatesByHand(file).map(kind))
            let paired = Set(pairing.fates.compactMap(existingID))
            #expect(paired.count == pairing.fates.count { existingID($0) != nil })
            #expect(
                paired.count + pairing.gone.count + pairing.uncoveredCount == book.vouchers.count
            )
            book.take(file, pairing.fates, &random)
        }
    }

    @Test(arguments: 0..<1_000)
    func `a file read twice changes nothing, in any order`(_ seed: Int) {
        var random = SeededGenerator(seed: seed)
        var book = PairingModel(seed: &random)
        for _ in 0..<4 {
            let file = book.editedFile(&random)
            book.take(file, Pairing(existing: book.existing(), incoming: file).fates, &random)
            let again = Pairing(existing: book.existing(), incoming: file.shuffled(using: &random))
            #expect(again.fates.allSatisfy { isSettled($0) })
        }
    }

    @Test func `a whole year's vouchers are paired in one walk`() {
        let count = 200_000
        let pairing = VoucherPairing<Int, Int>(
            existing: (0..<count).map {
                .init(key: $0, content: hash(UInt64($0)), id: $0, isCovered: true)
            },
            incoming: (0..<count).reversed().map {
                .init(key: $0 + 10, content: hash(UInt64($0 % 1_000 == 0 ? $0 : $0 + 10)))
            }
        )
        #expect(pairing.fates.count { $0 == .new } == 10)
        #expect(pairing.gone == Array(0..<10))
        #expect(pairing.fates.count { $0 != .new } == count - 10)
    }

    @Test func `a hundred thousand vouchers under one key do not make it crawl`() {
        let count = 100_000
        let pairing = VoucherPairing<Int, Int>(
            existing: (0..<count).map {
                .init(key: 1, content: hash(1), id: $0, isCovered: true, proposed: [hash(2)])
            },
            incoming: (0..<count).map { _ in .init(key: 1, content: hash(2)) }
        )
        #expect(pairing.fates == (0..<count).map { .known($0) })
    }
}

private func hash(_ number: UInt64) -> ContentHash {
    ContentHash(number &* 0x9E37_79B9_7F4A_7C15, 0, 0, number)
}

private func mark(_ fate: Pairing.Fate) -> String {
    switch fate {
    case .same(let id): "=\(id)"
    case .known(let id): "~\(id)"
    case .changed(let id): "!\(id)"
    case .new: "+"
    }
}

/// The fate without whom it concerns where several choices are as good.
private func kind(_ fate: Pairing.Fate) -> String {
    switch fate {
    case .same: mark(fate)
    case .known: "~"
    case .changed: "!"
    case .new: "+"
    }
}

private func existingID(_ fate: Pairing.Fate) -> Int? {
    switch fate {
    case .same(let id), .known(let id), .changed(let id): id
    case .new: nil
    }
}

private func isSettled(_ fate: Pairing.Fate) -> Bool {
    switch fate {
    case .same, .known: true
    case .changed, .new: false
    }
}

/// A book of a few vouchers that share few keys and contents, so that all kinds of ties arise.
private struct PairingModel {
    struct Voucher {
        let key: String?
        var content: UInt64
        var proposed: [UInt64] = []
    }

    var vouchers: [Voucher] = []

    init(seed random: inout SeededGenerator) {
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            vouchers.append(Voucher(key: Self.key(&random), content: Self.content(&random)))
        }
    }

    func existing() -> [Pairing.Existing] {
        vouchers.enumerated().map { place, voucher in
            Pairing.Existing(
                key: voucher.key,
                content: hash(voucher.content),
                id: place,
                isCovered: voucher.content % 2 == 0,
                proposed: voucher.proposed.map(hash)
            )
        }
    }

    /// The book as upstream might send it later: some left out, some altered, some added.
    func editedFile(_ random: inout SeededGenerator) -> [Pairing.Incoming] {
        var file: [Pairing.Incoming] = []
        for voucher in vouchers where Int.random(in: 0..<8, using: &random) > 0 {
            let isAltered = Int.random(in: 0..<4, using: &random) == 0
            let content = isAltered ? Self.content(&random) : voucher.content
            file.append(Pairing.Incoming(key: voucher.key, content: hash(content)))
        }
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let content = hash(Self.content(&random))
            file.append(Pairing.Incoming(key: Self.key(&random), content: content))
        }
        return Bool.random(using: &random) ? file : file.shuffled(using: &random)
    }

    /// Records what a file said; some proposals are accepted at once.
    mutating func take(
        _ file: [Pairing.Incoming],
        _ fates: [Pairing.Fate],
        _ random: inout SeededGenerator
    ) {
        for (voucher, fate) in zip(file, fates) {
            switch fate {
            case .same, .known: continue
            case .new: vouchers.append(Voucher(key: voucher.key, content: voucher.content.word3))
            case .changed(let id):
                vouchers[id].proposed.append(voucher.content.word3)
                if Bool.random(using: &random) { vouchers[id].content = voucher.content.word3 }
            }
        }
    }

    /// The rule followed step by step with lists, trying every way to pair what is known.
    func fatesByHand(_ file: [Pairing.Incoming]) -> [Pairing.Fate] {
        var fates: [Pairing.Fate] = Array(repeating: .new, count: file.count)
        var free = Array(vouchers.indices)
        for (place, voucher) in file.enumerated() {
            let match = free.firstIndex {
                vouchers[$0].key == voucher.key && hash(vouchers[$0].content) == voucher.content
            }
            guard let match else { continue }
            fates[place] = .same(free.remove(at: match))
        }
        for key in Set(file.compactMap(\.key)) {
            let wanting = file.indices.filter { fates[$0] == .new && file[$0].key == key }
            let offered = free.filter { vouchers[$0].key == key }
            let known = Self.bestKnown(wanting[...], offered) { place, old in
                vouchers[old].proposed.contains { hash($0) == file[place].content }
            }
            for (place, old) in known { fates[place] = .known(old) }
            let rest = wanting.filter { fates[$0] == .new }
            let left = offered.filter { old in !known.values.contains(old) }
            for (place, old) in zip(rest, left) { fates[place] = .changed(old) }
        }
        return fates
    }

    /// The most pairs, found by trying all.
    private static func bestKnown(
        _ wanting: ArraySlice<Int>,
        _ offered: [Int],
        suits: (Int, Int) -> Bool
    ) -> [Int: Int] {
        guard let place = wanting.first else { return [:] }
        var best: [Int: Int] = [:]
        for old in offered where suits(place, old) {
            var pairs = bestKnown(wanting.dropFirst(), offered.filter { $0 != old }, suits: suits)
            pairs[place] = old
            if pairs.count > best.count { best = pairs }
        }
        let without = bestKnown(wanting.dropFirst(), offered, suits: suits)
        return without.count > best.count ? without : best
    }

    private static func key(_ random: inout SeededGenerator) -> String? {
        [nil, "A1", "A1", "A2"].randomElement(using: &random) ?? nil
    }

    private static func content(_ random: inout SeededGenerator) -> UInt64 {
        .random(in: 0...5, using: &random)
    }
}
