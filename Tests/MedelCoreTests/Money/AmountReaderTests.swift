import MedelCore
import TestSupport
import Testing

struct AmountReaderTests {
    typealias Dialect = AmountReader.Dialect

    static let application = Dialect.applicationText
    static let comma = Dialect.ledgerExtract(decimalSign: .comma)
    static let point = Dialect.ledgerExtract(decimalSign: .point)
    static let open = Dialect.ledgerExtract(decimalSign: nil)

    struct Case: Sendable {
        let text: String
        let dialects: [Dialect]
        let ore: Int64

        init(_ text: String, _ dialects: [Dialect], ore: Int64) {
            self.text = text
            self.dialects = dialects
            self.ore = ore
        }
    }

    @Test(arguments: [
        Case("980.000", [application, comma], ore: 980_000_00),
        Case("1 770 000 kr/år", [application, comma, point, open], ore: 1_770_000_00),
        Case("1 770 000kr/år", [application], ore: 1_770_000_00),
        Case("270 000", [application, comma, point, open], ore: 270_000_00),
        Case("600 000:-", [application, open], ore: 600_000_00),
        Case("600 000,-", [application, comma], ore: 600_000_00),
        Case("9700", [application, comma, point, open, .manifest], ore: 9_700_00),
        Case("-2 293 000", [application, comma, point, open], ore: -2_293_000_00),
        Case("\u{2212} 6 279", [application, comma, point, open], ore: -6_279_00),
        Case("\u{2013}6 279", [application], ore: -6_279_00),
        Case("+6 279", [application], ore: 6_279_00),
        Case("155 tkr", [application, comma], ore: 155_000_00),
        Case("1,2 mkr", [application, comma], ore: 1_200_000_00),
        Case("1.2 mkr", [application, point], ore: 1_200_000_00),
        Case("87 MKR", [application], ore: 87_000_000_00),
        Case("1,234567 mnkr", [application], ore: 1_234_567_00),
        Case("1\u{A0}767\u{A0}000,50", [application, comma, open], ore: 1_767_000_50),
        Case("1\u{2009}767\u{202F}000", [application, comma, open], ore: 1_767_000_00),
        Case("1.767.000", [application, comma, open], ore: 1_767_000_00),
        Case("1.767.000,5", [application, comma, open], ore: 1_767_000_50),
        Case("1,767,000.05", [point, open], ore: 1_767_000_05),
        Case("1.23", [application, point, open], ore: 1_23),
        Case("1,23", [application, comma, open, .manifest], ore: 1_23),
        Case("1,200", [comma], ore: 1_20),
        Case("1,200", [point], ore: 1_200_00),
        Case("1.200", [point], ore: 1_20),
        Case("1.200", [application, comma], ore: 1_200_00),
        Case("1 234,50-", [comma, open], ore: -1_234_50),
        Case("  12 Kronor ", [application], ore: 12_00),
        Case("0", [application, comma, point, open, .manifest], ore: 0),
        Case("-0,00", [application, comma, .manifest], ore: 0),
        Case("0,01", [application, comma, open, .manifest], ore: 1),
        Case("-0,05", [application, comma, open, .manifest], ore: -5),
        Case("9 999 999 999 999,99", [application, comma, open], ore: Money.oreMax),
        Case("00000000000000000001", [comma, .manifest], ore: 1_00),
    ])
    func `an amount that people write is read`(_ test: Case) throws {
        for dialect in test.dialects {
            #expect(try AmountReader(dialect).read(test.text).ore == test.ore, "\(dialect)")
        }
    }

    struct Refusal: Sendable {
        let text: String
        let dialects: [Dialect]
        let fault: AmountFault

        init(_ text: String, _ dialects: [Dialect], _ fault: AmountFault) {
            self.text = text
            self.dialects = dialects
            self.fault = fault
        }
    }

    @Test(arguments: [
        Refusal("", [application, comma, point, open, .manifest], .empty),
        Refusal(" \u{A0} ", [application, open], .empty),
        Refusal("1.234", [open], .ambiguousMark(".")),
        Refusal("1,234", [open, application], .ambiguousMark(",")),
        Refusal("1.200 tkr", [application], .ambiguousMark(".")),
        Refusal("0,001", [comma], .partOfOre),
        Refusal("1,234", [comma], .partOfOre),
        Refusal("1,2345678901 mkr", [application], .partOfOre),
        Refusal("0,0000000000001", [comma], .partOfOre),
        Refusal("10 000 000 000 000", [application, comma, open], .outOfRange),
        Refusal("-10000000000000,00", [comma, .manifest], .outOfRange),
        Refusal("99999999999999999999", [application, .manifest], .outOfRange),
        Refusal("1 77 000", [application, comma, open], .badGrouping),
        Refusal("1234 567", [application], .badGrouping),
        Refusal("1.767 000", [application, comma], .badGrouping),
        Refusal("1,2,3", [application, comma], .badGrouping),
        Refusal("1.5.000", [application], .badGrouping),
        Refusal("1.23", [comma], .badGrouping),
        Refusal("12,", [application, comma, .manifest], .noDecimals),
        Refusal("-", [application, comma, .manifest], .noDigits),
        Refusal(",50", [application, comma], .unexpected(",", position: 1)),
        Refusal("--5", [application], .unexpected("-", position: 2)),
        Refusal("ca 5", [application], .unexpected("c", position: 1)),
        Refusal("1 000-2 000", [application], .unexpected("-", position: 6)),
        Refusal("5-", [application], .unexpected("-", position: 2)),
        Refusal("(5)", [comma], .unexpected("(", position: 1)),
        Refusal("=5", [comma], .unexpected("=", position: 1)),
        Refusal("1'000", [point], .unexpected("'", position: 2)),
        Refusal("٣", [application, .manifest], .unexpected("٣", position: 1)),
        Refusal("5 kr 50", [application], .unexpected("k", position: 3)),
        Refusal("5 EUR", [application, comma], .unknownUnit("EUR")),
        Refusal("5 kr/mån", [application], .unknownUnit("kr/mån")),
        Refusal(String(repeating: "0", count: 101), [application, .manifest], .tooLong),
        Refusal("1 767", [.manifest], .unexpected(" ", position: 2)),
        Refusal("1767.50", [.manifest], .unexpected(".", position: 5)),
        Refusal("1767,505", [.manifest], .partOfOre),
        Refusal("\u{2212}5", [.manifest], .unexpected("\u{2212}", position: 1)),
    ])
    func `a text that is no one amount is refused with the reason`(_ test: Refusal) {
        for dialect in test.dialects {
            #expect(throws: test.fault, "\(dialect)") {
                try AmountReader(dialect).read(test.text)
            }
        }
    }

    @Test(arguments: 0..<500)
    func `what is written is read back the same`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let bound = seed.isMultiple(of: 2) ? Money.oreMax : 2_000_00
        let amount = try Money(ore: .random(in: -bound...bound, using: &random))
        let swedish = AmountText.kronorAndOre.text(amount)
        #expect(try AmountReader(Self.application).read(swedish) == amount)
        #expect(try AmountReader(Self.comma).read(swedish) == amount)
        #expect(try AmountReader(Self.open).read(swedish) == amount)
        let csv = AmountText.csv.text(amount)
        #expect(try AmountReader(.manifest).read(csv) == amount)
        #expect(try AmountReader(Self.comma).read(csv) == amount)
        let machine = AmountText.machine.text(amount)
        #expect(try AmountReader(Self.point).read(machine) == amount)
    }

    @Test(arguments: 0..<2_000)
    func `no text makes the reader stop, and what it takes is stable`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("0123456789.,- \u{A0}\u{2212}+:/krtmnå\u{301}٣")
        let count = Int.random(in: 0...12, using: &random)
        let text = String((0..<count).compactMap { _ in alphabet.randomElement(using: &random) })
        for dialect in [Self.application, Self.comma, Self.point, Self.open, .manifest] {
            guard let amount = try? AmountReader(dialect).read(text) else { continue }
            let shown = AmountText.kronorAndOre.text(amount)
            #expect(try AmountReader(Self.comma).read(shown) == amount)
        }
    }
}
