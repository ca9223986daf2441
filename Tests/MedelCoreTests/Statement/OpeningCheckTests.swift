import MedelCore
import Testing

@Suite struct OpeningCheckTests {
    private static func book(opening: [String: Int64]) throws -> SampleBook {
        var book = try SampleBook(from: 2023, opening: ["1930": 90_000, "2010": -90_000])
        try book.move(2023, "3540", -10_000)
        try book.move(2023, "1930", 10_000)
        try book.cover(2023)
        try book.cover(2024)
        try book.declare(2024) { $0.opening = try amounts(opening) }
        return book
    }

    private static func check(_ book: SampleBook) throws -> OpeningCheck {
        try OpeningCheck(book.statements(2024), of: book.years, SampleLayouts.templates(2024))
    }

    @Test func `a result that is moved within equity is a disposition and no error`() throws {
        let check = try Self.check(Self.book(opening: ["1930": 100_000, "2010": -100_000]))
        #expect(check.isDone)
        #expect(check.errors == [])
        #expect(check.differences.map(\.account.text) == ["2010"])
        #expect(check.differences.map(\.isDisposition) == [true])
        #expect(check.openedEquity?.ore == 100_000)
        #expect(check.accountCount == 2)
    }

    @Test func `a result that lies on an account of its own is the same equity`() throws {
        let check = try Self.check(
            Self.book(opening: ["1930": 100_000, "2010": -90_000, "2019": -10_000])
        )
        #expect(check.errors == [])
        #expect(check.differences.map(\.account.text) == ["2019"])
    }

    @Test func `every account that breaks the rule is named with both amounts`() throws {
        let check = try Self.check(
            Self.book(opening: ["1930": 99_000, "1510": 1_001, "2010": -100_001])
        )
        let money = { (ore: Int64) throws in try Money(ore: ore) }
        #expect(
            check.errors == [
                .openingDiffers(AccountNumber("1510"), opened: try money(1_001), closed: .zero),
                .openingDiffers(
                    AccountNumber("1930"),
                    opened: try money(99_000),
                    closed: try money(100_000)
                ),
                .openingDiffers(nil, opened: try money(100_001), closed: try money(100_000)),
            ]
        )
    }

    @Test func `without declared opening balances there is nothing to compare`() throws {
        let check = try Self.check(Self.book(opening: [:]))
        #expect(!check.isDone)
        #expect(check.errors == [])
        #expect(check.openedEquity == nil)
    }

    /// A book of 2023 and 2025 alone, which closes 2023 with 1 000,00.
    private static func gap(_ opening: [String: Int64]) throws -> OpeningCheck {
        var book = try SampleBook(from: 2023, opening: ["1930": 90_000, "2010": -90_000])
        try book.move(2023, "3540", -10_000)
        try book.move(2023, "1930", 10_000)
        try book.cover(2023)
        try book.cover(2025)
        try book.declare(2025) { $0.opening = try amounts(opening) }
        let statements = try book.statements(2025)
        #expect(statements.previous == nil)
        return try OpeningCheck(statements, of: book.years, SampleLayouts.templates(2025))
    }

    @Test func `after a year that is missing the last one that is known is compared`() throws {
        let sound = try Self.gap(["1930": 100_000, "2010": -100_000])
        #expect(sound.isDone)
        #expect(sound.errors == [])
        let check = try Self.gap(["1930": 120_000, "2010": -120_000])
        let money = { (ore: Int64) throws in try Money(ore: ore) }
        #expect(
            check.errors == [
                .openingDiffers(
                    AccountNumber("1930"),
                    opened: try money(120_000),
                    closed: try money(100_000)
                ),
                .openingDiffers(nil, opened: try money(120_000), closed: try money(100_000)),
            ]
        )
        let silent = try Self.gap([:])
        #expect(!silent.isDone)
    }

    @Test func `what the first year opens with has nothing to be compared with`() throws {
        var book = try SampleBook(from: 2024, opening: ["1930": 500, "2010": -500])
        try book.declare(2024) { $0.opening = try amounts(["1930": 700, "2010": -700]) }
        let check = try Self.check(book)
        #expect(!check.isDone)
    }
}
