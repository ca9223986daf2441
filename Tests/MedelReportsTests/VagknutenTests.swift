import MedelCore
import MedelDocument
import MedelReports
import Testing

/// The first insats of the source documents, from its application.
///
/// Source: SPEC 2, GUIDE 10 no. 1.
@Suite struct VagknutenTests {
    @Test func `calendar years are those of the specification`() throws {
        let sheet = try InsatsSheet.make(code, Build.vagknuten().snapshot(asOf: "2020-12-31"))
        let years = try (2017...2020).map { try sheet.ore("total", "calendar.\($0).budget") }
        #expect(years == [161_975_000, 178_075_000, 180_950_000, 15_100_000])
        let periods = try (1...3).map { try sheet.ore("total", "period.\($0).budget") }
        #expect(periods == [176_700_000, 178_200_000, 181_200_000])
        #expect(try sheet.ore("total", "total.budget") == 536_100_000)
        #expect(try sheet.ore("lon", "period.3.budget") == 104_000_000)
    }

    @Test func `an application is no decision and books that are not there are no zeros`() throws {
        let sheet = try InsatsSheet.make(code, Build.vagknuten().snapshot(asOf: "2020-12-31"))
        for column in ["total.granted", "total.incurred", "calendar.2018.granted", "total.paid"] {
            #expect(try sheet.cell("total", column) == .amount(nil))
        }
        #expect(sheet.remarks.contains("beslut saknas i källan"))
        #expect(sheet.remarks.contains("ansökt, inte beviljad"))
        #expect(sheet.heading.scope.contains("Budget: ansökt 2016-10-01"))
    }

    @Test func `rows that share a category have their cost on a line of the category's own`()
        throws
    {
        var build = Build()
        try build.insats("KRUS", months: ("2025-01", "2025-12"))
        try build.budget(
            "KRUS",
            years: [("2025-01", "2025-12")],
            rows: [
                ("coach", "LON", [100]), ("lokal", "LOKAL", [40]), ("chef", "LON", [20]),
                ("oklar", nil, [5]), ("bidrag", "INTAKT_FORBUND", [-165]),
            ]
        )
        try build.cover("owner:OSK", "2025-01", "2025-01")
        try build.post("owner:OSK", "2025-01", "insats:KRUS", "LON", 900)
        try build.post("owner:OSK", "2025-01", "insats:KRUS", "LOKAL", 30)
        try build.post("owner:OSK", "2025-01", "insats:KRUS", "RESOR", 7)
        try build.post("owner:OSK", "2025-01", "insats:KRUS", nil, 2)
        try build.post("owner:OSK", "2025-01", nil, nil, 55)
        let krus = try #require(InsatsCode("KRUS"))
        let sheet = try InsatsSheet.make(krus, build.snapshot(asOf: "2025-01-31"))
        let keys = try #require(sheet.tables.first).rows.map(\.key)
        #expect(
            keys == [
                "coach", "lokal", "chef", "category:LON", "oklar", "category:RESOR",
                "category:none", "total", "bidrag", "unmapped",
            ]
        )
        #expect(try sheet.cell("coach", "total.incurred") == .empty)
        #expect(try sheet.ore("category:LON", "total.incurred") == 900)
        #expect(try sheet.ore("category:LON", "total.budget") == 12_000)
        #expect(try sheet.ore("lokal", "total.incurred") == 30)
        #expect(try sheet.ore("category:RESOR", "total.incurred") == 7)
        #expect(try sheet.ore("category:none", "total.incurred") == 2)
        #expect(try sheet.ore("total", "total.incurred") == 939)
        #expect(try sheet.ore("total", "total.budget") == 16_500)
        #expect(try sheet.ore("unmapped", "total.incurred") == 55)
    }

    @Test func `a sheet with nothing to show is refused`() throws {
        let nothing = try Build().snapshot(asOf: "2025-12-31")
        #expect(throws: SheetRefusal.nothingToShow(.total)) { try TotalSheet.make(nothing) }
        #expect(throws: SheetRefusal.nothingToShow(.insatser)) {
            try InsatserSheet.make(nothing)
        }
        let code = try code
        #expect(throws: SheetRefusal.unknownInsats(code)) {
            try InsatsSheet.make(code, nothing)
        }
    }

    private var code: InsatsCode {
        get throws { try #require(InsatsCode("VAGKNUTEN")) }
    }
}

extension Build {
    static func vagknuten() throws -> Build {
        var build = Build()
        try build.insats("VAGKNUTEN", months: ("2017-02", "2020-01"))
        try build.budget(
            "VAGKNUTEN",
            .applied,
            years: [("2017-02", "2018-01"), ("2018-02", "2019-01"), ("2019-02", "2020-01")],
            rows: [
                ("lon", "LON", [980_000, 1_010_000, 1_040_000]),
                ("lokal", "LOKAL", [135_000, 135_000, 135_000]),
                ("it", "IT_TELE", [50_000, 50_000, 50_000]),
                ("inventarier", "INVENTARIER", [20_000, 5_000, 5_000]),
                ("transport", "RESOR", [72_000, 72_000, 72_000]),
                ("utbildning", "UTBILDNING", [20_000, 20_000, 20_000]),
                ("samverkan", "SAMVERKAN", [10_000, 10_000, 10_000]),
                ("kompetens", "DELTAGARE", [50_000, 50_000, 50_000]),
                ("konsult", "KONSULT", [70_000, 70_000, 70_000]),
                ("kop", "KOP_TJANST", [270_000, 270_000, 270_000]),
                ("admin", "ADMIN", [70_000, 70_000, 70_000]),
                ("ovrigt", "OVRIGT", [20_000, 20_000, 20_000]),
            ]
        )
        return build
    }
}
