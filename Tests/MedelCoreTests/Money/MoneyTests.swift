import MedelCore
import Testing

struct MoneyTests {
    @Test(arguments: [0, 1, -5, Money.oreMax, -Money.oreMax] as [Int64])
    func `an amount inside the bound is kept to the öre`(_ ore: Int64) throws {
        #expect(try Money(ore: ore).ore == ore)
        #expect(try -Money(ore: ore) == Money(ore: -ore))
    }

    @Test(arguments: [Money.oreMax + 1, -Money.oreMax - 1, Int64.max, Int64.min])
    func `an amount past the bound is refused`(_ ore: Int64) {
        #expect(throws: MoneyError.outOfRange) { try Money(ore: ore) }
    }

    @Test(arguments: [Int128(Int64.max) + 1, Int128(Int64.min) - 1, .max, .min])
    func `a wide result past the bound is refused and does not wrap`(_ ore: Int128) {
        #expect(throws: MoneyError.outOfRange) { try Money(exact: ore) }
    }

    @Test func `a sum or a difference past the bound is refused`() throws {
        let one = try Money(ore: 1)
        #expect(throws: MoneyError.outOfRange) { try Money.max + one }
        #expect(throws: MoneyError.outOfRange) { try -Money.max - one }
        #expect(try Money.max - one == Money(ore: Money.oreMax - 1))
    }

    @Test func `a long sum may pass the bound on the way and come back`() throws {
        let amounts = Array(repeating: Money.max, count: 20_000)
        let back = amounts.map { -$0 }
        #expect(try Money.sum(amounts + back) == .zero)
        #expect(throws: MoneyError.outOfRange) { try Money.sum(amounts) }
        #expect(try Money.sum([]) == .zero)
    }

    @Test func `amounts order by signed size`() throws {
        let minusFive = try Money(ore: -5)
        #expect(-Money.max < minusFive)
        #expect(minusFive < .zero)
        #expect(Money.zero < .max)
    }
}
