import MedelCore
import TestSupport
import Testing

struct SplitTests {
    struct Case: Sendable {
        let ore: Int64
        let weights: [Int]
        var unit = SplitUnit.ore
        var balancing: Int?
        let parts: [Int64]
    }

    @Test(arguments: [
        Case(ore: 0, weights: [1, 2], parts: [0, 0]),
        Case(ore: 1, weights: [1, 1], parts: [1, 0]),
        Case(ore: 1_000, weights: [1, 1, 1], parts: [334, 333, 333]),
        Case(ore: -5, weights: [1, 1], parts: [-3, -2]),
        Case(ore: 10, weights: [0, 1, 0, 2], parts: [0, 3, 0, 7]),
        Case(ore: 7, weights: [5, 3, 1], parts: [4, 2, 1]),
        Case(ore: 100, weights: [7], parts: [100]),
        Case(ore: 3, weights: [1, 1, 1, 1, 1], parts: [1, 1, 1, 0, 0]),
        Case(
            ore: Money.oreMax,
            weights: [Int.max, Int.max],
            parts: [
                500_000_000_000_000, 499_999_999_999_999,
            ]
        ),
        Case(ore: -Money.oreMax, weights: [0, 1], parts: [0, -Money.oreMax]),
    ])
    func `öre left over go to the parts that lost most`(_ test: Case) throws {
        #expect(try parts(of: test) == test.parts)
    }

    @Test(arguments: [
        Case(ore: 1_000_00, weights: [1, 1, 1], unit: .krona, parts: [334_00, 333_00, 333_00]),
        Case(ore: -5_00, weights: [1, 1], unit: .krona, parts: [-3_00, -2_00]),
        Case(ore: 5_07, weights: [0, 1, 1], unit: .krona, parts: [0, 3_07, 2_00]),
        Case(ore: -5_07, weights: [1, 1], unit: .krona, parts: [-3_07, -2_00]),
        Case(ore: 99, weights: [1, 9], unit: .krona, parts: [99, 0]),
        Case(ore: 5_07, weights: [1, 1], unit: .krona, balancing: 1, parts: [2_00, 3_07]),
    ])
    func `kronor are handed out whole and loose öre go to one party`(_ test: Case) throws {
        #expect(try parts(of: test) == test.parts)
    }

    @Test(arguments: [
        Case(ore: 2, weights: [1, 1, 1, 1], balancing: 3, parts: [0, 0, 0, 2]),
        Case(ore: -1_000, weights: [1, 1, 1], balancing: 1, parts: [-333, -334, -333]),
        Case(ore: 0, weights: [1, 1], balancing: 0, parts: [0, 0]),
    ])
    func `a balancing member takes all that is left`(_ test: Case) throws {
        #expect(try parts(of: test) == test.parts)
    }

    @Test func `weights that cannot be split by are refused with the reason`() {
        #expect(throws: SplitError.noWeight) { try Money.max.split(weights: []) }
        #expect(throws: SplitError.noWeight) { try Money.zero.split(weights: [0, 0]) }
        #expect(throws: SplitError.negativeWeight(index: 1)) {
            try Money.max.split(weights: [1, -1])
        }
        for place in [-1, 1, 2] {
            #expect(throws: SplitError.noSuchBalancingMember(index: place)) {
                try Money.max.split(weights: [1, 0], balancing: place)
            }
        }
    }

    @Test(arguments: 0..<1_000)
    func `ten million over twelve keys sums exactly, negative too`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let weights = (0..<12).map { _ in Int.random(in: 0...40_000, using: &random) }
        let balancing = weights.firstIndex { $0 > 0 }
        for unit in SplitUnit.allCases {
            let total = try Money(ore: 10_000_000_00)
            let parts = try total.split(weights: weights, unit: unit)
            let mirrored = try (-total).split(weights: weights, unit: unit)
            let balanced = try total.split(weights: weights, unit: unit, balancing: balancing)
            #expect(try Money.sum(parts) == total)
            #expect(try Money.sum(balanced) == total)
            #expect(mirrored == parts.map { -$0 })
            #expect(zip(parts, weights).allSatisfy { $1 > 0 || $0 == .zero })
        }
    }

    @Test(arguments: 0..<300)
    func `a part is within a unit of its exact share and never turns sign`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let total = try Money(ore: .random(in: -Money.oreMax...Money.oreMax, using: &random))
        let weights = (0..<Int.random(in: 1...40, using: &random)).map { _ in
            Int.random(in: 1...1_000_000, using: &random)
        }
        let sum = weights.reduce(0) { $0 + Int128($1) }
        let parts = try total.split(weights: weights)
        for (part, weight) in zip(parts, weights) {
            let distance = Int128(part.ore) * sum - Int128(total.ore) * Int128(weight)
            #expect(distance.magnitude < sum.magnitude)
            #expect(part == .zero || (part < .zero) == (total < .zero))
        }
    }

    @Test(arguments: 0..<200)
    func `equal weights get equal parts to the unit wherever they stand`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let total = try Money(ore: .random(in: -1_000_000...1_000_000, using: &random))
        let weights = (0..<9).map { _ in Int.random(in: 1...4, using: &random) }
        let order = Array(weights.indices).shuffled(using: &random)
        let parts = try total.split(weights: weights)
        let moved = try total.split(weights: order.map { weights[$0] })
        for (place, origin) in order.enumerated() {
            #expect((moved[place].ore - parts[origin].ore).magnitude <= 1)
        }
    }

    @Test func `GUIDE 10 case 5, the parties' shares of ten million add up`() throws {
        let total = try Money(ore: 10_000_000_00)
        let parties = try total.split(weights: [50, 25, 25], unit: .krona)
        #expect(parties.map(\.ore) == [5_000_000_00, 2_500_000_00, 2_500_000_00])
        let inhabitants = [11_560, 5_701, 12_867, 26_998, 15_300, 7_041]
        let municipalities = try parties[2].split(weights: inhabitants, unit: .krona)
        #expect(try Money.sum(municipalities) == parties[2])
        #expect(municipalities.allSatisfy { $0.ore % 100 == 0 })
        let gotland = try total.split(weights: [1, 1], unit: .krona)
        #expect(gotland.map(\.ore) == [5_000_000_00, 5_000_000_00])
    }

    private func parts(of test: Case) throws -> [Int64] {
        try Money(ore: test.ore)
            .split(weights: test.weights, unit: test.unit, balancing: test.balancing)
            .map(\.ore)
    }
}
