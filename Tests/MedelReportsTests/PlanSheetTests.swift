import Foundation
import MedelCore
import MedelDocument
import MedelRender
import MedelReports
import TestSupport
import Testing

@Suite struct PlanSheetTests {
    private static let lines = AssociationBudgetLine.allCases

    /// A budget for 2025 in whole kronor, in the order of the lines, and a plan for 2026.
    private func build(_ kronor: [Int64], planned: [Int64] = []) throws -> Build {
        var build = Build()
        let decidedOn = try #require(Day(iso: "2024-11-21"))
        for (line, kronor) in zip(Self.lines, kronor) {
            build.plan.areaBudgets.append(
                AreaBudget(
                    year: 2025,
                    line: line,
                    kind: .original,
                    amount: try Money(ore: kronor * 100),
                    decidedOn: decidedOn,
                    reference: "§ 63"
                )
            )
        }
        build.plan.associationBudgets = [
            AssociationBudget(
                year: 2025,
                decidedOn: decidedOn,
                reference: "§ 63",
                expectedEquity: try Money(ore: 100),
                motive: "",
                goals: [],
                plan: try zip(Self.lines, planned).map { line, kronor in
                    PlannedLine(year: 2026, line: line, amount: try Money(ore: kronor * 100))
                }
            )
        ]
        return build
    }

    private func standing(_ ore: Int64?) throws -> EquityStanding {
        EquityStanding(
            year: 2025,
            opening: try ore.map { try Money(ore: $0) },
            result: try Money(ore: -7)
        )
    }

    private func amount(_ document: Document, _ row: String, _ column: String) throws -> Int64? {
        for table in document.tables {
            guard let place = table.place(ofColumn: column),
                let found = table.rows.first(where: { $0.key == row })
            else { continue }
            if case .amount(let money) = found.row.cells[place] { return money?.ore }
        }
        return nil
    }

    @Test func `each year opens with what the one before closes with`() throws {
        var build = try build([200, 1_000, 100, 5_000, 500, 7_000], planned: [1, 2, 3, 4, 5, 20])
        try build.insats("A", months: ("2025-01", "2026-12"))
        let sheet = try PlanSheet.make(build.snapshot(asOf: "2025-06-30"), standing(50_000))
        #expect(try amount(sheet, "result", "year.2025") == 20_000)
        #expect(try amount(sheet, "opening", "year.2025") == 50_000)
        #expect(try amount(sheet, "closing", "year.2025") == 70_000)
        #expect(try amount(sheet, "opening", "year.2026") == 70_000)
        #expect(try amount(sheet, "closing", "year.2026") == 70_500)
        #expect(try amount(sheet, "expected", "year.2025") == 100)
        #expect(try amount(sheet, "closing", "year.2027") == nil)
        let words = sheet.notes.map(\.text)
        #expect(words.contains("2026 är planår i budgetbeslutet för 2025."))
        #expect(words.contains("Varken budget eller plan är beslutad för 2027."))
    }

    @Test func `a later year opens as the book says, else as the year before is budgeted to close`()
        throws
    {
        let build = try build([200, 1_000, 100, 5_000, 500, 7_000], planned: [1, 2, 3, 4, 5, 20])
        let snapshot = try build.snapshot(asOf: "2025-06-30")
        let plan = try PlanSheet.make(snapshot, standing(50_000), year: 2026)
        #expect(plan.heading.scope == ["Budgetår 2026 och två planår"])
        #expect(try amount(plan, "opening", "year.2026") == 70_000)
        #expect(try amount(plan, "closing", "year.2026") == 70_500)
        #expect(try amount(plan, "income", "year.2025") == nil)
        let sheet = try EquitySheet.make(snapshot, standing(50_000), year: 2026)
        #expect(try amount(sheet, "opening", "budget") == 70_000)
        #expect(try amount(sheet, "opening", "actual") == nil)
        let words = sheet.notes.map(\.text)
        #expect(words.contains { $0.hasPrefix("Eget kapital vid ingången av 2025 var 500,00") })
        #expect(words.contains { $0.hasPrefix("Ingående eget kapital 2026 är väntat") })
        let closed = EquityStanding(
            year: 2025,
            opening: try Money(ore: 50_000),
            result: try Money(ore: -7),
            later: [2026: try Money(ore: 49_993)]
        )
        let known = try PlanSheet.make(snapshot, closed)
        #expect(try amount(known, "beyond", "year.2025") == -20_007)
        #expect(try amount(known, "closing", "year.2025") == 49_993)
        #expect(known.sections.first?.charts.first == nil)
        let told = known.notes.map(\.text).filter { $0.contains("årets slut 2025 är bokfört") }
        #expect(told.count == 1 && told[0].contains("499,93") && told[0].contains("700,00"))
        #expect(try amount(known, "opening", "year.2026") == 49_993)
        #expect(try amount(known, "closing", "year.2026") == 50_493)
    }

    @Test(
        arguments: [
            (year: 2024, asOf: "2025-06-30", later: nil), (2027, "2025-06-30", nil),
            (2028, "2025-06-30", nil), (2026, "2024-11-20", "2024-11-21"),
            (2025, "2024-11-20", "2024-11-21"), (.max, "2025-06-30", nil),
            (.min, "2025-06-30", nil),
        ] as [(year: Int, asOf: String, later: String?)]
    )
    func `a year that nothing is planned for is refused with the years and days there are`(
        _ test: (year: Int, asOf: String, later: String?)
    ) throws {
        let build = try build([200, 1_000, 100, 5_000, 500, 7_000], planned: [1, 2, 3, 4, 5, 20])
        let snapshot = try build.snapshot(asOf: test.asOf)
        let missing = EquityStanding(year: test.year, missing: .nothingBooked)
        let gap = SheetRefusal.YearGap(
            year: test.year,
            known: [2025, 2026],
            asOf: snapshot.asOf,
            later: test.later.flatMap { Day(iso: $0) }
        )
        #expect(throws: SheetRefusal.nothingInYear(.budget, gap)) {
            try PlanSheet.make(snapshot, missing, year: test.year)
        }
        #expect(throws: SheetRefusal.nothingInYear(.budgetAndBook, gap)) {
            try EquitySheet.make(snapshot, missing, year: test.year)
        }
    }

    @Test func `an equity that is not known leaves the room unknown and says why`() throws {
        let build = try build([200, 1_000, 100, 5_000, 500, 7_000])
        let snapshot = try build.snapshot(asOf: "2025-06-30")
        let missing = EquityStanding(year: 2025, missing: .templatesMissing)
        let sheet = try EquitySheet.make(snapshot, missing)
        #expect(try amount(sheet, "room", "budget") == nil)
        #expect(try amount(sheet, "income", "budget") == 700_000)
        #expect(sheet.notes.contains { $0.text.contains("ingen kontoplan är antagen") })
        #expect(sheet.notes.contains { $0.text.hasPrefix("Riktvärdet är tomt") })
    }

    @Test func `costs above revenues are told with the law, with the motive or its absence`() throws
    {
        let build = try build([200, 1_000, 100, 5_000, 500, 6_000])
        let sheet = try PlanSheet.make(build.snapshot(asOf: "2025-06-30"), standing(0))
        let told = sheet.notes.map(\.text).filter { $0.contains("kommunallagen 11 kap. 5 §") }
        #expect(told.count == 1 && told[0].hasSuffix("Skälet är inte angivet."))
    }

    @Test func `nothing planned and nothing booked is underlag saknas`() throws {
        let snapshot = try Build().snapshot(asOf: "2025-06-30")
        let gap = SheetRefusal.YearGap(year: 2025, known: [], asOf: snapshot.asOf)
        #expect(throws: SheetRefusal.nothingInYear(.budget, gap)) {
            try PlanSheet.make(snapshot, EquityStanding(year: 2025, missing: .nothingBooked))
        }
        #expect(throws: SheetRefusal.nothingInYear(.budgetAndBook, gap)) {
            try EquitySheet.make(snapshot, EquityStanding(year: 2025, missing: .nothingBooked))
        }
    }

    @Test(arguments: 0..<200)
    func `equity and room follow from their parts`(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let kronor = Self.lines.map { _ in Int64.random(in: 0...9_000_000, using: &random) }
        let opening = Int64.random(in: -500_000_000...500_000_000, using: &random)
        let granted = Int64.random(in: 1...5_000_000, using: &random)
        let least = Int64.random(in: 0...2_000_000, using: &random)
        var build = try build(kronor)
        build.plan.profile = AssociationProfile(
            interimClosingMonth: nil,
            members: [],
            equityMin: try Money(ore: least * 100),
            notes: []
        )
        try build.insats("A", months: ("2025-01", "2025-12"))
        try build.decide(
            "2024-1",
            on: "A",
            "2024-12-01",
            ceilings: [(.calendarYear(2025), granted * 100)]
        )
        let snapshot = try build.snapshot(asOf: "2025-12-31")
        let plan = try PlanSheet.make(snapshot, standing(opening))
        let sheet = try EquitySheet.make(snapshot, standing(opening))
        let income = kronor[5] * 100
        let own = (kronor[0] + kronor[1] + kronor[2]) * 100
        let insatser = (kronor[3] + kronor[4]) * 100
        let room = opening + income - own - granted * 100 - least * 100
        #expect(try amount(plan, "result", "year.2025") == income - own - insatser)
        #expect(try amount(plan, "closing", "year.2025") == opening + income - own - insatser)
        #expect(try amount(plan, "room", "year.2025") == room)
        #expect(try amount(sheet, "room", "budget") == room)
        #expect(try amount(sheet, "closing", "actual") == opening - 7)
    }

    @Test(.enabled(if: LibreOffice.isPresent))
    func `recalculating in LibreOffice gives every value of equity and plan`() throws {
        var build = try build([200, 1_000, 100, 5_000, 500, 7_000], planned: [1, 2, 3, 4, 5, 20])
        try build.insats("A", months: ("2025-01", "2026-12"))
        let snapshot = try build.snapshot(asOf: "2025-06-30")
        try withTemporaryFolder { folder in
            let documents = [
                ("plan", try PlanSheet.make(snapshot, standing(50_001))),
                ("equity", try EquitySheet.make(snapshot, standing(50_001))),
            ]
            var count = 0
            for (name, document) in documents {
                let file = folder.appending(path: "\(name).xlsx")
                try render(document, as: .xlsx, to: .file(path: file.path))
                for written in try ReadWorkbook(path: file.path).sheets {
                    let rows = try LibreOffice.recalculated(file, in: folder, sheet: written.name)
                    count += try expectRecalculated(written, as: rows, name)
                }
            }
            #expect(count >= 9)
        }
    }
}
