import MedelCore
import MedelDocument
import MedelReports
import Testing

@Suite struct IncurredTests {
    @Test func `a cost that both books hold is counted once`() throws {
        var build = Build()
        try build.insats("KRUS", months: ("2025-01", "2025-12"))
        try build.cover("association", "2025-01", "2025-03")
        try build.cover("owner:OSK", "2025-01", "2025-03")
        for month in ["2025-01", "2025-02", "2025-03"] {
            try build.post("owner:OSK", month, "insats:KRUS", "LON", 10_000)
            try build.post("association", month, "insats:KRUS", nil, 10_000)
        }
        let sheet = try InsatserSheet.make(build.snapshot(asOf: "2025-03-31"))
        #expect(try sheet.ore("KRUS", "total.incurred") == 30_000)
        #expect(try sheet.ore("KRUS", "total.booked") == 30_000)
        #expect(try sheet.ore("total", "total.incurred") == 30_000)
        let total = try TotalSheet.make(build.snapshot(asOf: "2025-03-31"))
        #expect(try total.ore("insatser", "incurred") == 30_000)
        #expect(try total.ore("insatser", "booked") == 30_000)
    }

    @Test func `a month is a book or nothing`() throws {
        var build = Build()
        try build.insats("KRUS", months: ("2025-01", "2025-12"))
        try build.cover("owner:OSK", "2025-01", "2025-01")
        try build.cover("owner:OSK", "2025-03", "2025-03")
        try build.post("owner:OSK", "2025-01", "insats:KRUS", "LON", 10_000)
        try build.post("owner:OSK", "2025-02", "insats:KRUS", "LON", 1)
        try build.post("owner:OSK", "2025-03", "insats:KRUS", "LON", 10_000)
        let early = try InsatserSheet.make(build.snapshot(asOf: "2025-01-31"))
        #expect(try early.ore("KRUS", "incurred") == 10_000)
        let late = try InsatserSheet.make(
            snapshot(build, budgeted: "KRUS", asOf: "2025-03-31")
        )
        #expect(try late.ore("KRUS", "incurred") == nil)
        #expect(try late.ore("total", "incurred") == nil)
        guard case .text(let comment) = try late.cell("KRUS", "comment") else {
            Issue.record("no comment")
            return
        }
        #expect(comment.contains("boken OSK är inte inläst för 2025-02."))
    }

    @Test func `every recipient's book must cover the month`() throws {
        var build = Build()
        try build.insats("KRUS", months: ("2025-01", "2025-12"), recipients: ["OSK", "HOG"])
        try build.cover("owner:OSK", "2025-01", "2025-01")
        try build.post("owner:OSK", "2025-01", "insats:KRUS", "LON", 10_000)
        var figure = try line(build, "2025-01-31")[.incurred]
        #expect(figure.value == .unknown)
        try build.cover("owner:HOG", "2025-01", "2025-01")
        try build.post("owner:HOG", "2025-01", "insats:KRUS", "LON", 5)
        figure = try line(build, "2025-01-31")[.incurred]
        #expect(figure.amount?.ore == 10_005)
    }

    @Test func `own operation is the association's book, and another book's costs are named`()
        throws
    {
        var build = Build()
        try build.insats("UNGA", .own, months: ("2025-01", "2025-12"))
        try build.cover("association", "2025-01", "2025-02")
        try build.post("association", "2025-01", "insats:UNGA", "LON", 700)
        try build.post("owner:OSK", "2025-01", "insats:UNGA", "LON", 99)
        let line = try line(build, "2025-02-28")
        #expect(line[.incurred].amount?.ore == 700)
        #expect(line.booked == .notApplicable)
        let osk = try #require(BookReference("owner:OSK"))
        let other = MeasureNote.otherBook(osk, try Money(ore: 99))
        #expect(line[.incurred].notes == [other])
    }

    @Test func `the association's grant is left out and other income reduces the cost`() throws {
        var build = Build()
        try build.insats("KRUS", months: ("2025-01", "2025-12"))
        try build.cover("owner:OSK", "2025-01", "2025-01")
        try build.post("owner:OSK", "2025-01", "insats:KRUS", "LON", 1_000)
        try build.post("owner:OSK", "2025-01", "insats:KRUS", "INTAKT_FORBUND", -5_000)
        try build.post("owner:OSK", "2025-01", "insats:KRUS", "INTAKT_OVRIG", -300)
        #expect(try line(build, "2025-01-31")[.incurred].amount?.ore == 700)
        let sheet = try InsatsSheet.make(krus, build.snapshot(asOf: "2025-01-31"))
        #expect(try sheet.ore("category:INTAKT_FORBUND", "total.incurred") == -5_000)
        #expect(try sheet.ore("total", "total.incurred") == 700)
        #expect(try sheet.ore("sum:costs", "total.incurred") == 1_000)
        #expect(try sheet.ore("sum:incomes", "total.incurred") == -300)
    }

    @Test func `R3 sums costs and income apart, and then what they come to net`() throws {
        var build = Build()
        try build.insats("KRUS", months: ("2025-01", "2025-12"))
        try build.cover("owner:OSK", "2025-01", "2025-12")
        try build.budget(
            "KRUS",
            on: "2024-11-01",
            years: [("2025-01", "2025-12")],
            rows: [
                ("stod", "INTAKT_OVRIG", [-60]), ("lon", "LON", [500]), ("hyra", "LOKAL", [40]),
                ("mer", "INTAKT_OVRIG", [-10]), ("forbund", "INTAKT_FORBUND", [-470]),
            ]
        )
        try build.post("owner:OSK", "2025-01", "insats:KRUS", "LON", 41_000)
        try build.post("owner:OSK", "2025-01", "insats:KRUS", "INTAKT_OVRIG", -5_000)
        let sheet = try InsatsSheet.make(krus, build.snapshot(asOf: "2025-12-31"))
        #expect(
            sheet.tables[0].rows.map(\.key) == [
                "lon", "hyra", "sum:costs", "stod", "mer", "category:INTAKT_OVRIG", "sum:incomes",
                "total", "forbund", "unmapped",
            ]
        )
        let keys = ["sum:costs", "sum:incomes", "total"]
        #expect(try keys.map { try sheet.ore($0, "total.budget") } == [54_000, -7_000, 47_000])
        #expect(try keys.map { try sheet.ore($0, "total.incurred") } == [41_000, -5_000, 36_000])
    }

    @Test func `an opening position counts in place of the months through its year`() throws {
        var build = Build()
        try build.insats("KRUS", months: ("2023-01", "2025-12"))
        let owner = try #require(OwnerCode("OSK"))
        build.plan.openingPositions = [
            OpeningPosition(
                insats: try krus,
                recipient: owner,
                year: 2024,
                granted: .zero,
                incurred: try Money(ore: 9_000),
                approved: .zero,
                paid: .zero,
                advance: .zero,
                source: "Årsredovisning 2024"
            )
        ]
        try build.cover("owner:OSK", "2024-07", "2025-02")
        try build.post("owner:OSK", "2024-08", "insats:KRUS", "LON", 4_000)
        try build.post("owner:OSK", "2025-01", "insats:KRUS", "LON", 50)
        #expect(try line(build, "2025-02-28")[.incurred].amount?.ore == 9_050)
        #expect(try line(build, "2024-10-31")[.incurred].value == .unknown)
        let sheet = try InsatsSheet.make(krus, build.snapshot(asOf: "2025-02-28"))
        #expect(try sheet.ore("opening:2024", "total.incurred") == 9_000)
        #expect(try sheet.ore("total", "calendar.2025.incurred") == 50)
        // Nobody knows the rows of a year that only has an opening position.
        #expect(try sheet.ore("opening:2024", "calendar.2024.incurred") == 9_000)
        #expect(try sheet.cell("category:LON", "calendar.2024.incurred") == .amount(nil))
        #expect(try sheet.ore("total", "calendar.2024.incurred") == 9_000)
    }

    @Test func `a month that has not ended counts as far as it is booked`() throws {
        var build = Build()
        try build.insats("KRUS", months: ("2025-01", "2025-12"))
        try build.cover("owner:OSK", "2025-01", "2025-02")
        try build.post("owner:OSK", "2025-01", "insats:KRUS", "LON", 1_000)
        try build.post("owner:OSK", "2025-02", "insats:KRUS", "LON", 10)
        let figure = try line(build, "2025-02-14")[.incurred]
        #expect(figure.amount?.ore == 1_010)
        let month = try #require(Month(iso: "2025-02"))
        #expect(figure.notes == [.unfinishedMonth(month)])
    }

    private var krus: InsatsCode {
        get throws { try #require(InsatsCode("KRUS")) }
    }

    private func line(_ build: Build, _ asOf: String) throws -> OverviewLine {
        let overview = Overview(try build.snapshot(asOf: asOf))
        return try InsatsOverview(try #require(overview.insatser.first), in: overview).line(.total)
    }

    private func snapshot(_ build: Build, budgeted: String, asOf: String) throws -> Snapshot {
        var build = build
        try build.budget(budgeted, years: [("2025-01", "2025-12")], rows: [("a", "LON", [12])])
        return try build.snapshot(asOf: asOf)
    }
}
