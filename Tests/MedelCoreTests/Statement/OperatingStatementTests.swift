import MedelCore
import Testing

@Suite struct OperatingStatementTests {
    private static let code = "KRUS"

    private static func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    /// A book with a posting on each kind of place, in two years.
    private static func book() throws -> SampleBook {
        var book = try SampleBook(from: 2023)
        for year in [2023, 2024] {
            let factor = Int64(year - 2022)
            try book.move(year, "3540", -900_000 * factor, "area:income")
            try book.move(year, "3110", -1_000 * factor)
            try book.move(year, "4510", 300_000 * factor, "insats:KRUS")
            try book.move(year, "4511", 20_000 * factor, "area:board")
            try book.move(year, "4512", 700 * factor)
            try book.move(year, "1930", 580_300 * factor)
            try book.cover(year)
        }
        return book
    }

    private static func plan(_ versions: [(BudgetVersion.Kind, String, Int64)]) throws
        -> AssociationPlan
    {
        var plan = AssociationPlan()
        let insats = try #require(InsatsCode(code))
        let months = try #require(MonthRange(calendarYear: 2024))
        plan.budgets = try versions.enumerated().map { place, version in
            BudgetVersion(
                insats: insats,
                number: place + 1,
                kind: version.0,
                date: try day(version.1),
                years: [BudgetYear(label: "2024", months: months)],
                rows: [
                    BudgetRow(
                        code: try #require(BudgetRowCode("lon")),
                        category: nil,
                        label: "Lön",
                        recipient: nil,
                        amounts: [try Money(ore: version.2)]
                    )
                ],
                notes: []
            )
        }
        for (line, ore) in [(AssociationBudgetLine.income, Int64(1_800_000)), (.insatser, 650_000)]
        {
            plan.areaBudgets.append(
                AreaBudget(
                    year: 2024,
                    line: line,
                    kind: .original,
                    amount: try Money(ore: ore),
                    decidedOn: try day("2023-11-20"),
                    reference: "§ 1"
                )
            )
        }
        return plan
    }

    private static func operating(
        _ versions: [(BudgetVersion.Kind, String, Int64)] = []
    ) throws -> OperatingStatement {
        let accounts = try AnnualAccounts(
            2024,
            of: book().years,
            plan(versions),
            SampleLayouts.templates(2024)
        )
        return try #require(accounts).operating
    }

    private static func ore(_ statement: OperatingStatement, _ key: String) throws -> [Int64?] {
        let row = try #require(statement.rows.first { $0.subject.key == key }, "\(key)")
        let amounts = row.amounts
        return try [
            amounts.original, amounts.changes, amounts.final, amounts.actual,
            amounts.deviation(), amounts.previous,
        ].map { $0.amount?.ore }
    }

    @Test func `income is positive, costs negative, and what no rule takes is on rows of its own`()
        throws
    {
        let operating = try Self.operating()
        #expect(
            try Self.ore(operating, "income")
                == [1_800_000, 0, 1_800_000, 1_800_000, 0, 900_000]
        )
        #expect(try Self.ore(operating, "unmappedIncome")[3] == 2_000)
        #expect(try Self.ore(operating, "unmappedCosts")[3] == -1_400)
        #expect(try Self.ore(operating, "board") == [nil, nil, nil, -40_000, -40_000, -20_000])
        #expect(try Self.ore(operating, "total")[3] == 1_160_600)
        #expect(operating.unmapped.map(\.number.text) == ["3110", "4512"])
    }

    @Test func `an insats has the budget of the year's opening, its end, and the change`() throws {
        let operating = try Self.operating([
            (.applied, "2023-05-01", 999_000), (.granted, "2023-11-20", 500_000),
            (.revised, "2024-06-01", 620_000), (.revised, "2025-01-01", 1),
        ])
        #expect(
            try Self.ore(operating, "insats:KRUS")
                == [-500_000, -120_000, -620_000, -600_000, 20_000, -300_000]
        )
        #expect(try Self.ore(operating, "insatser").prefix(4) == [-650_000, 0, -650_000, -600_000])
        #expect(
            try Self.ore(operating, "insatserDifference").prefix(4)
                == [-150_000, 120_000, -30_000, nil]
        )
    }

    @Test func `a budget granted during the year is a change from nothing`() throws {
        let operating = try Self.operating([
            (.applied, "2023-05-01", 999_000), (.granted, "2024-02-01", 500_000),
        ])
        #expect(
            try Self.ore(operating, "insats:KRUS").prefix(3) == [nil, -500_000, -500_000]
        )
    }

    @Test func `what is only applied for is no budget`() throws {
        let operating = try Self.operating([(.applied, "2023-05-01", 999_000)])
        #expect(try Self.ore(operating, "insats:KRUS").prefix(3) == [nil, nil, nil])
        #expect(try Self.ore(operating, "insatserDifference").prefix(3) == [-650_000, 0, -650_000])
    }

    @Test func `a year without any budget says that it is not known`() throws {
        let accounts = try AnnualAccounts(
            2024,
            of: Self.book().years,
            AssociationPlan(),
            SampleLayouts.templates(2024)
        )
        let total = try #require(accounts?.operating[.total]).amounts
        #expect(total.final.value == .unknown)
        #expect(total.actual.amount?.ore == 1_160_600)
    }
}
