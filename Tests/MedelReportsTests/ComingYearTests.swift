import MedelCore
import MedelDocument
import MedelRender
import MedelReports
import Testing

/// Years that begin after the day of the sheet.
@Suite struct ComingYearTests {
    @Test(arguments: ["2017-12-31", "2017-12-01", "2018-06-15"])
    func `a calendar year to come has a budget and no actual figures`(_ asOf: String) throws {
        let sheet = try InsatsSheet.make(krus, build().snapshot(asOf: asOf))
        let year = try #require(Day(iso: asOf)).year
        for coming in 2017...2019 {
            let prefix = "calendar.\(coming)."
            for row in ["lon", "lokal", "total", "unmapped"] {
                let isBlank = try sheet.cell(row, prefix + "incurred") == .empty
                #expect(isBlank == (coming > year), "\(row) \(coming)")
            }
            let difference = try sheet.cell("total", prefix + "difference")
            #expect((difference == .empty) == (coming > year), "\(coming)")
            #expect(try sheet.ore("total", prefix + "budget") ?? 0 > 0)
            #expect(try sheet.ore("total", prefix + "granted") ?? 0 > 0)
        }
        #expect(sheet.remarks.contains("Upparbetat är tomt för år som börjar efter \(asOf)"))
    }

    @Test func `the year of the day is no year to come, from its first month on`() throws {
        let sheet = try InsatsSheet.make(krus, build().snapshot(asOf: "2019-02-01"))
        for year in 2017...2019 {
            #expect(try sheet.cell("total", "calendar.\(year).incurred") != .empty)
        }
        #expect(try sheet.ore("lon", "calendar.2019.incurred") == 0)
        #expect(!sheet.remarks.contains("år som börjar efter"))
    }

    @Test func `a budget year to come has no actual figures either`() throws {
        let sheet = try InsatsSheet.make(krus, build().snapshot(asOf: "2018-01-31"))
        #expect(try sheet.ore("lon", "period.1.incurred") == 700)
        #expect(try sheet.cell("lon", "period.2.incurred") == .empty)
        #expect(try sheet.cell("total", "period.2.incurred") == .empty)
        let begun = try InsatsSheet.make(krus, build().snapshot(asOf: "2018-02-01"))
        #expect(try begun.ore("lon", "period.2.incurred") == 0)
    }

    @Test func `what is blank is blank in every form`() throws {
        let sheet = try InsatsSheet.make(krus, build().snapshot(asOf: "2017-12-31"))
        let json = String(decoding: try sheet.bytes(as: .json), as: UTF8.self)
        #expect(json.contains("\"calendar.2018.incurred\":null"))
        #expect(json.contains("\"calendar.2017.incurred\":\"7.00\""))
    }

    private var krus: InsatsCode {
        get throws { try #require(InsatsCode("KRUS")) }
    }

    private func build() throws -> Build {
        var build = Build()
        try build.insats("KRUS", months: ("2017-02", "2019-12"))
        try build.budget(
            "KRUS",
            years: [("2017-02", "2018-01"), ("2018-02", "2019-01"), ("2019-02", "2019-12")],
            rows: [("lon", "LON", [1_000, 1_200, 1_100]), ("lokal", "LOKAL", [12, 12, 11])]
        )
        try build.decide(
            "2016-1",
            on: "KRUS",
            "2016-11-30",
            ceilings: (1...3).map { (.budgetYear($0), 120_000) }
        )
        try build.cover("owner:OSK", "2017-02", "2019-01")
        try build.post("owner:OSK", "2017-03", "insats:KRUS", "LON", 700)
        try build.post("owner:OSK", "2017-04", "insats:KRUS", "INTAKT_FORBUND", -900)
        return build
    }
}
