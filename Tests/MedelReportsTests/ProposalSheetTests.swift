import MedelCore
import MedelDocument
import MedelRender
import MedelReports
import Testing

/// R14: which application it is about, its income, its room by plan and the proposal itself.
@Suite struct ProposalSheetTests {
    private func code(_ text: String) throws -> InsatsCode { try #require(InsatsCode(text)) }

    private static let year2025 = ("2025-01", "2025-12")
    private static let year2026 = ("2026-01", "2026-12")

    /// KRUS: applied for and granted for 2025; ANNAN: nothing decided.
    private static func build() throws -> Build {
        var build = Build()
        try build.insats("KRUS", months: ("2025-01", "2027-12"))
        try build.budget(
            "KRUS",
            .applied,
            on: "2024-09-01",
            years: [year2025],
            rows: [("lon", "LON", [900])]
        )
        try build.budget(
            "KRUS",
            on: "2024-11-20",
            years: [year2025],
            rows: [("lon", "LON", [800])]
        )
        try build.decide(
            "2024-1",
            on: "KRUS",
            "2024-11-20",
            ceilings: [(.calendarYear(2025), 80_000)]
        )
        return build
    }

    private static func applied(
        _ build: inout Build,
        on date: String,
        rows: [(code: String, category: String?, kronor: [Int64])] = [("lon", "LON", [1_000])]
    ) throws {
        try build.budget("KRUS", .applied, on: date, years: [year2026], rows: rows)
    }

    @Test(arguments: ["2024-11-19", "2024-11-20"])
    func `an application that has been decided is not proposed again`(_ date: String) throws {
        var build = try Self.build()
        try Self.applied(&build, on: date)
        let snapshot = try build.snapshot(asOf: "2025-10-01")
        let budgets = build.plan.budgets.map {
            SheetRefusal.Budget(number: $0.number, kind: $0.kind, date: $0.date)
        }
        let refusal = SheetRefusal.nothingToDecide(
            try code("KRUS"),
            decidedOn: Day(iso: "2024-11-20"),
            budgets: budgets
        )
        #expect(throws: refusal) { try ProposalSheet.make(code("KRUS"), snapshot) }
        let old = try ProposalSheet.make(code("KRUS"), version: 1, snapshot)
        #expect(try old.kronor("years", "total", "sought") == 900)
    }

    @Test func `the latest application since the grant is proposed, and a refusal answers it`()
        throws
    {
        var build = try Self.build()
        try Self.applied(&build, on: "2024-11-21")
        try Self.applied(&build, on: "2025-09-01", rows: [("lon", "LON", [1_100])])
        // An exception on what was granted answers no application.
        try build.decide(
            "2025-3",
            on: "KRUS",
            "2025-09-20",
            .exception,
            .adds(try #require(DecisionCode("2024-1"))),
            ceilings: [(.calendarYear(2025), 1)]
        )
        let sheet = try ProposalSheet.make(code("KRUS"), build.snapshot(asOf: "2025-10-01"))
        #expect(try sheet.kronor("years", "total", "sought") == 1_100)
        try build.decide("2025-4", on: "KRUS", "2025-10-02", .reject, ceilings: [])
        #expect(throws: SheetRefusal.self) {
            try ProposalSheet.make(code("KRUS"), build.snapshot(asOf: "2025-10-03"))
        }
        // Before that day it still waited.
        let before = try ProposalSheet.make(code("KRUS"), build.snapshot(asOf: "2025-10-01"))
        #expect(try before.kronor("years", "total", "sought") == 1_100)
    }

    @Test func `income lessens what is sought, and cost, income and net stand apart`() throws {
        var build = try Self.build()
        try Self.applied(
            &build,
            on: "2025-09-01",
            rows: [
                ("lon", "LON", [1_000]), ("bidrag", "INTAKT_OVRIG", [-250]),
                ("forbund", "INTAKT_FORBUND", [-750]), ("lokal", "LOKAL", [40]),
            ]
        )
        let sheet = try ProposalSheet.make(code("KRUS"), build.snapshot(asOf: "2025-10-01"))
        let columns = ["cost", "income", "applied", "sought"]
        let year = try columns.map { try sheet.kronor("years", "year.1", $0) }
        #expect(year == [1_040, -250, 790, 790])
        let sums = try ["sum:costs", "sum:incomes", "total"].map {
            try sheet.kronor("rows", $0, "total")
        }
        #expect(sums == [1_040, -250, 790])
        let rows = try #require(sheet.tables.last)
        #expect(
            rows.rows.map(\.key) == [
                "lon", "lokal", "sum:costs", "bidrag", "sum:incomes", "total", "forbund",
            ]
        )
        let share = try #require(rows.place(ofColumn: "share"))
        #expect(rows.rows.first { $0.key == "bidrag" }?.row.cells[share] == .empty)
        #expect(sheet.sections[0].paragraphs.allSatisfy { $0.kind != .warning })
        let detail = try InsatsSheet.make(code("KRUS"), build.snapshot(asOf: "2024-10-01"))
        #expect(detail.tables[0].place(ofRow: "sum:incomes") == nil)
    }

    @Test func `an income above zero that an old plan holds is an error line`() throws {
        var build = try Self.build()
        try Self.applied(
            &build,
            on: "2025-09-01",
            rows: [("lon", "LON", [1_000]), ("bidrag", "INTAKT_OVRIG", [250])]
        )
        let sheet = try ProposalSheet.make(code("KRUS"), build.snapshot(asOf: "2025-10-01"))
        let warnings = sheet.sections[0].paragraphs.filter { $0.kind == .warning }
        #expect(warnings.map(\.text).joined().contains("Skriv beloppet med minus"))
    }

    @Test func `a year without budget has its room by the plan, and says so`() throws {
        var build = try Self.build()
        try Self.applied(&build, on: "2025-09-01")
        let bare = try ProposalSheet.make(code("KRUS"), build.snapshot(asOf: "2025-10-01"))
        #expect(try bare.kronor("years", "year.1", "freeAfter") == nil)
        #expect(bare.remarks.contains("varken budget eller flerårsplan"))
        build.plan.associationBudgets = [
            AssociationBudget(
                year: 2025,
                decidedOn: try #require(Day(iso: "2024-11-20")),
                reference: "§ 41",
                expectedEquity: nil,
                motive: "",
                goals: [],
                plan: try [(2026, 200), (2026, 3_000), (2027, 9)].enumerated().map { place, one in
                    PlannedLine(
                        year: one.0,
                        line: place == 0 ? .insatser : .unallocated,
                        amount: try Money(ore: Int64(one.1) * 100)
                    )
                }
            )
        ]
        let sheet = try ProposalSheet.make(code("KRUS"), build.snapshot(asOf: "2025-10-01"))
        #expect(try sheet.kronor("years", "year.1", "freeBefore") == 3_200)
        #expect(try sheet.kronor("years", "year.1", "freeAfter") == 2_200)
        let label = try #require(sheet.tables.first?.rows.first?.row.cells.first)
        #expect(label == .text("2026 (plan)"))
        #expect(
            sheet.remarks.contains("2026: utrymmet är enligt flerårsplanen i budgeten för 2025")
        )
        // A budget of the year's own goes before the plan.
        try build.area(.unallocated, 2026, .original, 500_000, on: "2025-09-20")
        let budgeted = try ProposalSheet.make(code("KRUS"), build.snapshot(asOf: "2025-10-01"))
        #expect(try budgeted.kronor("years", "year.1", "freeBefore") == 5_000)
        #expect(!budgeted.remarks.contains("flerårsplanen"))
    }

    @Test func `the proposal stands first in every form that people read`() throws {
        var build = try Self.build()
        try Self.applied(&build, on: "2025-09-01")
        let sheet = try ProposalSheet.make(code("KRUS"), build.snapshot(asOf: "2025-10-01"))
        let first = try #require(sheet.sections.first?.paragraphs.first)
        #expect(first.kind == .proposal)
        #expect(
            first.text.hasPrefix(
                "Styrelsen beviljar Insats KRUS högst 1\u{A0}000\u{A0}kr för 2026."
            )
        )
        let text = String(decoding: try sheet.bytes(as: .text), as: UTF8.self)
        #expect(text.contains("\n┃ Styrelsen beviljar"))
        let page = String(decoding: try sheet.bytes(as: .html), as: UTF8.self)
        #expect(page.contains("<p class=\"proposal\">Styrelsen beviljar"))
    }
}
