import MedelCore
import TestSupport
import Testing

struct RateTests {
    struct ShareCase: Sendable {
        let ore: Int64
        let basisPoints: Int
        /// Half away from zero, half up, down, floor, ceiling.
        let parts: [Int64]
    }

    @Test(arguments: [
        ShareCase(ore: 0, basisPoints: 3_915, parts: [0, 0, 0, 0, 0]),
        ShareCase(ore: 1, basisPoints: 5_000, parts: [1, 1, 0, 0, 1]),
        ShareCase(ore: 1, basisPoints: 4_999, parts: [0, 0, 0, 0, 1]),
        ShareCase(ore: -1, basisPoints: 5_000, parts: [-1, 0, 0, -1, 0]),
        ShareCase(ore: -5, basisPoints: 5_000, parts: [-3, -2, -2, -3, -2]),
        ShareCase(ore: 5, basisPoints: -5_000, parts: [-3, -2, -2, -3, -2]),
        ShareCase(ore: 10, basisPoints: 700, parts: [1, 1, 0, 0, 1]),
        ShareCase(ore: -7, basisPoints: 1_000, parts: [-1, -1, 0, -1, 0]),
        ShareCase(
            ore: Money.oreMax,
            basisPoints: 10_000,
            parts: Array(repeating: Money.oreMax, count: 5)
        ),
        ShareCase(
            ore: Money.oreMax,
            basisPoints: -10_000,
            parts: Array(repeating: -Money.oreMax, count: 5)
        ),
    ])
    func `a share is rounded as the named rule says`(_ test: ShareCase) throws {
        let amount = try Money(ore: test.ore)
        let rate = try #require(Rate(basisPoints: test.basisPoints))
        #expect(Rounding.allCases.map { amount.share(rate, rounding: $0).ore } == test.parts)
    }

    @Test(arguments: 0..<200)
    func `a share and its opposite mirror each other, and modes differ by one öre`(
        _ seed: Int
    ) throws {
        var random = SeededGenerator(seed: seed)
        let amount = try Money(ore: .random(in: -Money.oreMax...Money.oreMax, using: &random))
        let rate = try #require(Rate(basisPoints: .random(in: -10_000...10_000, using: &random)))
        for rounding in [Rounding.halfAwayFromZero, .down] {
            #expect(
                (-amount).share(rate, rounding: rounding)
                    == -amount.share(rate, rounding: rounding)
            )
        }
        #expect(
            (-amount).share(rate, rounding: .floor) == -amount.share(rate, rounding: .ceiling)
        )
        let exact = Int128(amount.ore) * Int128(rate.basisPoints)
        for rounding in Rounding.allCases {
            let part = Int128(amount.share(rate, rounding: rounding).ore) * 10_000
            #expect((part - exact).magnitude < 10_000, "\(rounding)")
        }
    }

    @Test(arguments: [-10_001, 10_001, Int.max, Int.min])
    func `a rate beyond the whole is refused`(_ basisPoints: Int) {
        #expect(Rate(basisPoints: basisPoints) == nil)
    }

    @Test(arguments: [
        ("0", 0), ("4", 400), ("39,15", 3_915), ("-0,5", -50), ("100", 10_000), ("0,01", 1),
    ])
    func `a percentage is read as it is written`(_ text: String, _ basisPoints: Int) throws {
        let rate = try #require(Rate(percent: text))
        #expect(rate.basisPoints == basisPoints)
        #expect(Rate(percent: rate.description) == rate)
    }

    @Test(arguments: [
        "", "-", ",5", "4,", "4,123", "4.5", "100,01", "101", " 4", "4 %", "--4", "4,5,6", "4,-1",
        "99999999999999999999",
    ])
    func `other forms of a percentage are refused`(_ text: String) {
        #expect(Rate(percent: text) == nil)
    }

    @Test func `a proportion has no size when the whole is nothing`() throws {
        let one = try Money(ore: 1)
        #expect(one.basisPoints(of: .zero, rounding: .down) == nil)
        #expect(Money.zero.basisPoints(of: one, rounding: .down) == 0)
        #expect(Money.max.basisPoints(of: one, rounding: .down) == nil)
        #expect(try Money(ore: 134).basisPoints(of: Money(ore: 100), rounding: .down) == 13_400)
        #expect(try Money(ore: 1).basisPoints(of: Money(ore: -3), rounding: .floor) == -3_334)
    }

    @Test func `GUIDE 10 case 1, administration is 3,96, 3,93 and 3,86 percent`() throws {
        let administration = try Money(ore: 70_000_00)
        let totals: [Int64] = [1_767_000_00, 1_782_000_00, 1_812_000_00]
        let percents = try totals.map {
            try administration.basisPoints(of: Money(ore: $0), rounding: .halfAwayFromZero)
        }
        #expect(percents == [396, 393, 386])
    }

    @Test func `GUIDE 10 case 2, 39,15 percent of 830 000 is 324 945`() throws {
        let rate = try #require(Rate(percent: "39,15"))
        let charge = try Money(ore: 830_000_00).share(rate, rounding: .halfAwayFromZero)
        #expect(charge.ore == 324_945_00)
    }
}
