import MedelCore
import Testing

struct AmountTextTests {
    struct Case: Sendable {
        let ore: Int64
        /// Kronor and öre, kronor, thousands, CSV, machine; `_` for a no-break space.
        let texts: [String]
    }

    @Test(arguments: [
        Case(ore: 0, texts: ["0,00", "0", "0", "0,00", "0.00"]),
        Case(ore: 1, texts: ["0,01", "0", "0", "0,01", "0.01"]),
        Case(ore: -5, texts: ["−0,05", "0", "0", "-0,05", "-0.05"]),
        Case(ore: 49, texts: ["0,49", "0", "0", "0,49", "0.49"]),
        Case(ore: 50, texts: ["0,50", "1", "0", "0,50", "0.50"]),
        Case(ore: -50, texts: ["−0,50", "−1", "0", "-0,50", "-0.50"]),
        Case(ore: 999_99, texts: ["999,99", "1_000", "1", "999,99", "999.99"]),
        Case(ore: -1_234_50, texts: ["−1_234,50", "−1_235", "−1", "-1234,50", "-1234.50"]),
        Case(
            ore: 1_767_000_00,
            texts: ["1_767_000,00", "1_767_000", "1_767", "1767000,00", "1767000.00"]
        ),
        Case(
            ore: -49_999_99,
            texts: [
                "−49_999,99", "−50_000", "−50", "-49999,99", "-49999.99",
            ]
        ),
        Case(
            ore: Money.oreMax,
            texts: [
                "9_999_999_999_999,99", "10_000_000_000_000", "10_000_000_000",
                "9999999999999,99", "9999999999999.99",
            ]
        ),
    ])
    func `an amount is shown in every form`(_ test: Case) throws {
        let amount = try Money(ore: test.ore)
        let texts = AmountText.allCases.map { $0.text(amount) }
        #expect(texts == test.texts.map(noBreak))
    }

    @Test func `rounded parts that do not add up are found`() throws {
        let parts = try [50, 50].map { try Money(ore: $0) }
        let total = try Money(ore: 100)
        #expect(AmountText.kronorAndOre.addsUp(parts, to: total))
        #expect(!AmountText.kronor.addsUp(parts, to: total))
        #expect(AmountText.thousands.addsUp(parts, to: total))
        #expect(AmountText.kronor.addsUp([], to: .zero))
    }

    @Test func `a form says its unit and whether it rounds`() {
        #expect(AmountText.allCases.map(\.unit) == ["kr", "kr", "tkr", "kr", "kr"])
        #expect(AmountText.allCases.filter(\.isRounded) == [.kronor, .thousands])
    }
}

private func noBreak(_ text: String) -> String {
    String(text.map { $0 == "_" ? "\u{A0}" : $0 })
}
