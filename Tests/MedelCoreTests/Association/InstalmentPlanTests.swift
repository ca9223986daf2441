import MedelCore
import TestSupport
import Testing

@Suite struct InstalmentPlanTests {
    static func plan(_ parts: [(String, Int)]) throws -> InstalmentPlan? {
        InstalmentPlan(
            try parts.map { due, basisPoints in
                InstalmentPlan.Part(
                    due: try #require(DayOfYear(due)),
                    share: try #require(Rate(basisPoints: basisPoints))
                )
            }
        )
    }

    @Test func `parts stand in order of day, and krona by krona sum to the contribution`() throws {
        let plan = try #require(try Self.plan([("07-31", 3_333), ("01-31", 6_667)]))
        let expected = plan.expected(try Money(ore: 100_050), year: 2025)
        #expect(expected.map(\.due.description) == ["2025-01-31", "2025-07-31"])
        #expect(expected.map(\.amount.ore) == [66_750, 33_300])
    }

    @Test(arguments: [
        [], [("01-31", 9_999)], [("01-31", 10_000), ("07-31", 1)],
        [("01-31", 5_000), ("01-31", 5_000)], [("01-31", 10_000), ("07-31", 0)],
        [("01-31", -1), ("07-31", 10_000)],
    ])
    func `shares that are no whole, and days twice, are no plan`(_ parts: [(String, Int)]) throws {
        #expect(try Self.plan(parts) == nil)
    }

    @Test func `29 February falls due on the 28th where a year has none`() throws {
        let plan = try #require(try Self.plan([("02-29", 10_000)]))
        let days = [2024, 2025].flatMap { plan.expected(Money.zero, year: $0) }.map(\.due)
        #expect(days.map(\.description) == ["2024-02-29", "2025-02-28"])
    }

    @Test(arguments: 0..<200)
    func `whatever the shares, the parts sum to the contribution`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...12, using: &random)
        var cuts = Set((1..<count).map { _ in Int.random(in: 1..<10_000, using: &random) })
        cuts.formUnion([0, 10_000])
        let sorted = cuts.sorted()
        let shares = zip(sorted, sorted.dropFirst()).map { $1 - $0 }
        let parts = shares.enumerated().map { place, share in
            ("\(place < 9 ? "0" : "")\(place + 1)-15", share)
        }
        let plan = try #require(try Self.plan(parts))
        let amount = try Money(ore: .random(in: -1_000_000_000...1_000_000_000, using: &random))
        let expected = plan.expected(amount, year: 2025)
        #expect(try Money.sum(expected.map(\.amount)) == amount)
        #expect(expected.count == shares.count)
    }
}
