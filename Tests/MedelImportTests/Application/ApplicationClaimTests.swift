import Foundation
import MedelCore
import MedelImport
import Testing

/// What a proposal says of units and sums is what the application says.
struct ApplicationClaimTests {
    private func budget(_ text: String) throws -> ApplicationBudget {
        try #require(ApplicationProposal(ApplicationText(Array(text.utf8))).budget)
    }

    private func kronor(_ rows: [ApplicationRow]) -> [Int64?] {
        rows.flatMap { $0.amounts.map { $0.map { $0.ore / 100 } } }
    }

    @Test(arguments: ["tkr", "kkr", "TKR", "ksek"])
    func `a unit beside the year of a heading counts for the table`(_ unit: String) throws {
        for heading in [
            "Budget 2025 (\(unit))", "Budget 2025 \(unit)", "Budget 2025, \(unit)",
            "Budget (\(unit)) 2025", "Budget 2025: \(unit)", "Budget 2025 i \(unit)",
        ] {
            let budget = try budget(
                "\(heading)\nLöner  1 200\nPO  200\nResor  10,5\nTotalt  1 410,5\n"
            )
            #expect(kronor(budget.rows) == [1_200_000, 200_000, 10_500], "\(heading)")
            #expect(budget.years.map(\.label) == ["2025"], "\(heading)")
            #expect(budget.verdict == .agrees, "\(heading)")
        }
    }

    @Test(arguments: ["Budget 2025 kr", "Budget 2025 (kr)", "Budget 2025 SEK", "Budget 2025"])
    func `a year with a unit is a heading and no row`(_ heading: String) throws {
        let budget = try budget("\(heading)\nLöner 500 000\nResor 10 000\nSumma 510 000\n")
        #expect(budget.rows.map(\.label) == ["Löner", "Resor"])
        #expect(budget.years.map(\.label) == ["2025"])
        #expect(budget.verdict == .agrees)
    }

    @Test(arguments: [
        "Sökt belopp: 600 000 kr", "Söks av förbundet 400 000", "Sökta medel 509 999 kr",
        "Ansökt belopp 5 100 000",
    ])
    func `another amount applied for than the costs never agrees`(_ line: String) throws {
        let budget = try budget(
            "Budget 2025\nLöner 500 000\nResor 10 000\nSumma 510 000\n\(line)\n"
        )
        #expect(budget.verdict == .differs)
        #expect(budget.incomes.isEmpty)
        #expect(kronor(budget.rows) == [500_000, 10_000])
    }

    @Test(arguments: ["Sökt belopp: 510 000 kr", "Söks av förbundet 510 000"])
    func `the costs applied for agree`(_ line: String) throws {
        let budget = try budget(
            "Budget 2025\nLöner 500 000\nResor 10 000\nSumma 510 000\n\(line)\n"
        )
        #expect(budget.verdict == .agrees)
        #expect(budget.incomes.isEmpty)
    }

    @Test(arguments: [("400 000", true), ("510 000", false), ("400 001", false)])
    func `other income is no part of what is applied for`(
        _ applied: String,
        _ agrees: Bool
    ) throws {
        let budget = try budget(
            """
            Budget 2025
            Löner 500 000
            Resor 10 000
            Summa kostnader 510 000
            Medfinansiering 110 000
            Söks av förbundet \(applied)
            """
        )
        #expect((budget.verdict == .agrees) == agrees)
        #expect(kronor(budget.incomes) == [-110_000])
    }

    @Test func `a sum that leaves an income among the rows out says so`() throws {
        let budget = try budget(
            """
            Budget 2025
            Löner 500 000 kr
            Intäkter -200 000 kr
            Resor 10 000 kr
            Summa 510 000 kr
            """
        )
        #expect(budget.verdict == .agreesWithoutIncome)
        #expect(budget.verdict.swedish.contains("intäkter"))
        let sum = try #require(budget.sums.first)
        #expect(sum.outcome == .agreesWithoutIncome)
        #expect(sum.swedish.contains("intäkter"))
    }

    @Test func `the reason for a date is the date's own`() throws {
        let text = try ApplicationText(Array("Budget 2025\nLöner 500 000\nResor 10 000\n".utf8))
        let code = try #require(InsatsCode("PROV"))
        let day = try #require(Day(iso: "2026-01-31"))
        for (isGiven, words) in [(true, "angivet datum"), (false, "dagens datum")] {
            let frame = ProposalManifest.Frame(
                file: "a.txt",
                code: code,
                today: day,
                isDateGiven: isGiven
            )
            let manifest = try #require(ProposalManifest(ApplicationProposal(text), frame))
            #expect(manifest.text.contains("\(words) är satt"))
        }
    }
}
