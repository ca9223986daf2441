import MedelCore
import Testing

@Suite struct FinancialStatementsTests {
    /// A book of 2023 and 2024: income, costs, a claim and a debt.
    private static func book() throws -> SampleBook {
        var book = try SampleBook(
            from: 2023,
            opening: ["1930": 100_000, "2010": -80_000, "2440": -20_000]
        )
        for (year, income, cost) in [(2023, Int64(50_000), Int64(30_000)), (2024, 40_000, 45_000)] {
            try book.move(year, "3540", -income)
            try book.move(year, "1930", income)
            try book.move(year, "4510", cost)
            try book.move(year, "2440", -cost)
            try book.cover(year)
        }
        return book
    }

    @Test func `income is positive, costs negative, assets and debts positive`() throws {
        let statements = try Self.book().statements(2024)
        #expect(statements.income.ore("intakter") == [40_000, 50_000])
        #expect(statements.income.ore("kostnader") == [-45_000, -30_000])
        #expect(statements.income.ore("resultat") == [-5_000, 20_000])
        #expect(statements.balance.ore("bank") == [190_000, 150_000])
        #expect(statements.balance.ore("skulder") == [95_000, 50_000])
        #expect(statements.balance.ore("summa-tillgangar") == [190_000, 150_000])
        #expect(statements.balance.ore("summa") == [190_000, 150_000])
        #expect(statements.errors == [])
    }

    @Test func `the equity block is that of the year`() throws {
        let book = try Self.book()
        let new = try book.statements(2024).balance
        #expect(new.ore("borjan") == [100_000, 80_000])
        #expect(new.ore("aret") == [-5_000, 20_000])
        #expect(new.ore("slut") == [95_000, 100_000])
        #expect(new["slut"]?.parts == ["borjan", "aret"])
        let old = try book.statements(2023).balance
        #expect(old.ore("ovrigt")[0] == 80_000)
        #expect(old.ore("aret")[0] == 20_000)
        #expect(old.ore("slut")[0] == 100_000)
        #expect(old["slut"]?.parts == ["aret", "slut-reserv", "ovrigt"])
    }

    @Test func `rows that nothing belongs on are empty and never zero`() throws {
        let statements = try Self.book().statements(2024)
        #expect(statements.income["skatt"]?.current == .notApplicable)
        #expect(statements.balance["panter"]?.current == .notApplicable)
        #expect(statements.balance["slut-reserv"]?.current == .notApplicable)
        #expect(statements.balance["fordringar"]?.current == .notApplicable)
        #expect(statements.income["netto"]?.current.amount?.ore == -5_000)
    }

    @Test func `a year that was closed by hand gives the same equity and result`() throws {
        var book = try Self.book()
        let open = try book.statements(2024)
        try book.move(2023, "8999", 20_000)
        try book.move(2023, "2010", -20_000)
        let closed = try book.statements(2024)
        #expect(closed.equity == open.equity)
        #expect(closed.income.rows == open.income.rows)
        #expect(closed.errors == [])
    }

    @Test(arguments: [(20_000, true), (19_999, false), (-20_000, false)] as [(Int64, Bool)])
    func `closing entries move the year's result to equity, or are an error`(
        _ ore: Int64,
        _ isRight: Bool
    ) throws {
        var book = try Self.book()
        try book.move(2023, "8999", ore)
        try book.move(2023, "2010", -ore)
        let statements = try book.statements(2023)
        let booked = try Money(ore: ore)
        let result = try Money(ore: 20_000)
        #expect(
            statements.errors
                == (isRight ? [] : [.closingDiffers(booked: booked, result: result)])
        )
        #expect(statements.balance.ore("summa") == statements.balance.ore("summa-tillgangar"))
    }

    @Test func `a reserve is kept apart within equity`() throws {
        var book = try Self.book()
        try book.move(2024, "2080", -7_000)
        try book.move(2024, "2010", 7_000)
        let statements = try book.statements(2024)
        #expect(statements.balance.ore("slut") == [95_000, 100_000])
        #expect(statements.balance.ore("slut-reserv") == [7_000, nil])
        #expect(statements.balance.ore("borjan-reserv") == [0, nil])
        #expect(statements.errors == [])
    }

    @Test(arguments: [-3_000, 1] as [Int64])
    func `what goes past the result is an error line with its amount`(_ ore: Int64) throws {
        var book = try Self.book()
        try book.move(2024, "2010", -ore)
        try book.move(2024, "1930", ore)
        let statements = try book.statements(2024)
        #expect(statements.balance.ore(Statement.RowKey.directChange) == [ore, 0])
        #expect(statements.balance["slut"]?.parts == ["borjan", "aret", "ek-direkt"])
        #expect(statements.errors == [.directChange(try Money(ore: ore))])
        #expect(statements.balance.ore("summa") == statements.balance.ore("summa-tillgangar"))
    }

    @Test func `an account that no row takes is named with its amount and counted once`() throws {
        var book = try Self.book()
        try book.name("6990", "Okänt")
        try book.move(2024, "6990", 900)
        try book.move(2024, "1190", 300)
        try book.move(2024, "2910", -1_200)
        let statements = try book.statements(2024)
        #expect(statements.income.ore(Statement.RowKey.unplaced) == [-900, 0])
        #expect(statements.balance.ore(Statement.RowKey.unplaced) == [300, 0])
        #expect(statements.balance.ore(Statement.RowKey.unplacedDebts) == [1_200, 0])
        #expect(statements.result.ore == -5_900)
        #expect(statements.equity.result.ore == -5_900)
        let account = { (text: String) throws in try #require(AccountNumber(text)) }
        #expect(
            statements.errors == [
                .unplacedAccount(try account("6990"), name: "Okänt", .income, try Money(ore: -900)),
                .unplacedAccount(try account("1190"), name: "", .balance, try Money(ore: 300)),
                .unplacedAccount(try account("2910"), name: "", .balance, try Money(ore: 1_200)),
            ]
        )
        #expect(statements.errors[0].text.contains("Konto 6990 Okänt, −9,00"))
    }

    @Test func `an account without class is a result account and cannot hide`() throws {
        var book = try Self.book()
        try book.move(2024, "DIFF", 50)
        try book.move(2024, "1930", -50)
        let statements = try book.statements(2024)
        #expect(statements.income.ore(Statement.RowKey.unplaced)[0] == -50)
        #expect(statements.balance.ore("summa") == statements.balance.ore("summa-tillgangar"))
    }

    @Test func `opening balances that do not balance are an error line with the difference`() throws
    {
        var book = try SampleBook(from: 2024, opening: ["1930": 100_000, "2010": -99_000])
        try book.cover(2024)
        let statements = try book.statements(2024)
        #expect(statements.errors == [.unbalanced(try Money(ore: 1_000))])
        #expect(statements.balance.ore(Statement.RowKey.difference)[0] == 1_000)
    }

    @Test func `the first year has the comparatives that its file declares, else none`() throws {
        var book = try Self.book()
        #expect(try book.statements(2023).income["netto"]?.previous == Figure(.unknown))
        #expect(try book.statements(2023).balance["aret"]?.previous == Figure(.unknown))
        try book.declare(2023) { declared in
            declared.closingBefore = try amounts([
                "1930": 100_000, "2010": -70_000, "2440": -20_000,
            ])
            declared.resultBefore = try amounts(["3540": -60_000, "4510": 50_000])
        }
        let statements = try book.statements(2023)
        #expect(statements.previous?.isDeclared == true)
        #expect(statements.income.ore("resultat")[1] == 10_000)
        #expect(statements.balance.ore("slut")[1] == 80_000)
        #expect(statements.balance.ore("ovrigt")[1] == 70_000)
        #expect(statements.previousEquity?.opening == nil)
        #expect(statements.previousEquity?.directChange == nil)
        try book.declare(2023) { declared in
            declared.openingBefore = try amounts(["1930": 90_000, "2010": -70_000, "2440": -20_000])
        }
        #expect(try book.statements(2023).previousEquity?.opening?.ore == 70_000)
    }

    @Test func `a year that nobody has read in is no year of zeros`() throws {
        var book = try Self.book()
        #expect(
            try FinancialStatements(2026, of: book.years, SampleLayouts.templates(2026)) == nil
        )
        #expect(
            try FinancialStatements(2021, of: book.years, SampleLayouts.templates(2021)) == nil
        )
        book.read(2025)
        let still = try book.statements(2025)
        #expect(still.balance.ore("bank") == [190_000, 190_000])
        #expect(still.result == .zero)
        #expect(still.equity.opening == still.equity.closing)
        try book.cover(2027)
        let gap = try book.statements(2027)
        #expect(gap.previous == nil)
        #expect(gap.balance.ore("bank") == [190_000, nil])
    }

    @Test func `months that no file covers keep the report from being ready`() throws {
        var book = try Self.book()
        let months = try ["2024-02", "2024-03", "2024-11"].map { try #require(Month(iso: $0)) }
        book.uncover(months)
        let accounts = try AnnualAccounts(
            2024,
            of: book.years,
            AssociationPlan(),
            SampleLayouts.templates(2024)
        )
        let ranges = [
            try #require(MonthRange(from: months[0], through: months[1])),
            try #require(MonthRange(from: months[2], through: months[2])),
        ]
        let errors = try #require(accounts).errors
        #expect(errors == [.monthsMissing(ranges)])
        #expect(errors[0].text.contains("2024-02 – 2024-03, 2024-11"))
    }
}
