import MedelCore
import Testing

@testable import MedelImport

@Suite struct SIEAmountTests {
    struct Case: Sendable {
        let text: String
        let ore: Int64
    }

    @Test(arguments: [
        Case(text: "0", ore: 0), Case(text: "-0", ore: 0), Case(text: "0.01", ore: 1),
        Case(text: "-0.05", ore: -5), Case(text: "1", ore: 100), Case(text: "1.5", ore: 150),
        Case(text: "1.", ore: 100), Case(text: ".50", ore: 50), Case(text: "-.5", ore: -50),
        Case(text: "1.2300000", ore: 123), Case(text: "0000000000000000000001.00", ore: 100),
        Case(text: "9999999999999.99", ore: 999_999_999_999_999),
        Case(text: "-9999999999999.99", ore: -999_999_999_999_999),
    ])
    func `an amount is read to the öre`(_ test: Case) throws {
        #expect(try read(test.text) == .exact(Money(ore: test.ore)))
    }

    @Test func `comma and plus are read and told`() throws {
        #expect(try read("-12,5") == .comma(Money(ore: -1250)))
        #expect(try read("12,") == .comma(Money(ore: 1200)))
        #expect(try read("+12.50") == .plus(Money(ore: 1250)))
    }

    @Test(arguments: [
        "", "-", "+", ".", "-.", "1e5", "1.234,50", "1,234.50", "1,234", "--1", "1-", "1.2.3",
        "NaN", "0x1", "1 000", "1\u{A0}000", "kr",
    ])
    func `what is no amount is refused`(_ text: String) {
        #expect(read(text) == .unreadable)
    }

    @Test(arguments: ["10000000000000", "9999999999999.991", "99999999999999999999999.00"])
    func `one past the limit is refused`(_ text: String) {
        let amount = read(text)
        #expect(amount == .tooLarge || amount == .tooPrecise)
    }

    @Test(arguments: ["0.001", "1.005", "-3.1415"])
    func `parts of an öre are refused`(_ text: String) {
        #expect(read(text) == .tooPrecise)
    }

    @Test(arguments: 0..<50)
    func `an amount that was written is read back`(_ seed: Int64) throws {
        let ore = seed * seed * seed * 79_999_999_9 % 999_999_999_999_999
        for value in [ore, -ore] {
            #expect(try read(plainAmount(Int128(value))) == .exact(Money(ore: value)))
        }
    }

    private func read(_ text: String) -> SIEAmount {
        Array(text.utf8).withUnsafeBufferPointer { SIEAmount($0[...]) }
    }
}
