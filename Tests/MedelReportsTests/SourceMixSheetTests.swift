import MedelCore
import MedelDocument
import MedelReports
import Testing

/// How R4 traces money to its sources, and whom a shortfall falls on.
@Suite struct SourceMixSheetTests {
    @Test func `a decision on another year is not hit by this year's shortfall`() throws {
        var build = try SmallAssociation.build()
        // The insats's latest decision is about 2026, and an addition of 50 is about 2025.
        try build.decide(
            "2025-ALFA-MER",
            on: "ALFA",
            "2025-04-10",
            .amend,
            .adds(try #require(DecisionCode("2025-ALFA"))),
            ceilings: [(.calendarYear(2025), 5_000)]
        )
        try build.decide(
            "2025-ALFA-26",
            on: "ALFA",
            "2025-08-20",
            .amend,
            .adds(try #require(DecisionCode("2025-ALFA"))),
            ceilings: [(.calendarYear(2026), 90_000)]
        )
        let sheet = try FundingSheet.make(
            2025,
            build.snapshot(asOf: "2025-09-30"),
            SmallAssociation.versions(),
            SmallAssociation.position("2025-09-30")
        )
        let table = try #require(sheet.tables.first { $0.key == "shortfall" })
        #expect(
            table.rows.map(\.key) == ["ALFA.2025-ALFA-MER", "BETA.2025-BETA", "ALFA.2025-ALFA"]
        )
        #expect(try sheet.kronor("shortfall", "ALFA.2025-ALFA-MER", "hit") == 50)
        #expect(try sheet.kronor("shortfall", "BETA.2025-BETA", "hit") == 200)
        #expect(try sheet.kronor("shortfall", "ALFA.2025-ALFA", "hit") == 10)
    }

    @Test func `R4 traces a krona of cost to its sources, and the grant to who paid it`() throws {
        let sheet = try SmallAssociation.funding()
        func share(_ table: String, _ row: String) throws -> Cell? {
            let table = try #require(sheet.tables.first { $0.key == table })
            let place = try #require(table.place(ofColumn: "share"))
            return table.rows.first { $0.key == row }?.row.cells[place]
        }
        #expect(try sheet.kronor("sourceMix", "ALFA.grant", "amount") == 600)
        #expect(try sheet.kronor("sourceMix", "ALFA.source.ESF", "amount") == 100)
        #expect(try sheet.kronor("sourceMix", "ALFA.uncovered", "amount") == 10)
        #expect(try share("sourceMix", "ALFA.grant") == .basisPoints(8_000))
        #expect(try share("sourceMix", "ALFA.source.ESF") == .basisPoints(1_333))
        #expect(try share("sourceMix", "BETA.grant") == .basisPoints(10_000))
        // 800 of grants out of 1 620 that the association has: 800, 400, 390 and 30 saved.
        #expect(try sheet.kronor("sourceMixTotal", "grant", "amount") == 800)
        #expect(try sheet.kronor("sourceMixTotal", "grant.state", "amount") == 395)
        #expect(try sheet.kronor("sourceMixTotal", "grant.source.SPAR", "amount") == 14)
        #expect(try sheet.kronor("sourceMixTotal", "uncovered", "amount") == 10)
        #expect(try sheet.kronor("sourceMixTotal", "total", "amount") == 950)
        let total = try #require(sheet.tables.first { $0.key == "sourceMixTotal" })
        let leaves = total.rows.filter { $0.emphasis == .body }.map { row in
            if case .basisPoints(let points) = row.row.cells[2] { points } else { 0 }
        }
        #expect(leaves.reduce(0, +) == 10_000)
    }

    @Test func `what an insats has cost is split by its mix to the öre`() throws {
        var build = try SmallAssociation.build()
        for (code, ore) in [("ALFA", Int64(10_001)), ("BETA", -333)] {
            try build.post("owner:OSK", "2025-03", "insats:\(code)", "LON", ore)
        }
        try build.cover("owner:OSK", "2025-01", "2025-12")
        let sheet = try FundingSheet.make(
            2025,
            build.snapshot(asOf: "2025-12-31"),
            SmallAssociation.versions(),
            SmallAssociation.position("2025-12-31")
        )
        let table = try #require(sheet.tables.first { $0.key == "sourceMix" })
        let place = try #require(table.place(ofColumn: "incurred"))
        func ore(_ code: String) -> [Int64] {
            table.rows.filter { $0.key.hasPrefix(code) }.map { row in
                if case .amount(let money?) = row.row.cells[place] { money.ore } else { .min }
            }
        }
        // 600, 40, 100 and 10 of 750 of 100,01 kr, by largest remainder.
        #expect(ore("ALFA") == [8_001, 533, 1_334, 133])
        #expect(ore("BETA") == [-333])
        let total = try #require(sheet.tables.first { $0.key == "sourceMixTotal" })
        let last = try #require(total.rows.last?.row.cells.last)
        #expect(last == .amount(try Money(ore: 9_668)))
    }

    @Test func `a mix that is not known stays so, with the reason`() throws {
        var build = try SmallAssociation.build()
        try build.insats("GAMMA", months: SmallAssociation.months)
        try build.budget(
            "GAMMA",
            .applied,
            on: "2024-11-01",
            years: [SmallAssociation.months],
            rows: [("lon", "LON", [70])]
        )
        build.plan.areaBudgets = []
        let sheet = try FundingSheet.make(
            2025,
            build.snapshot(asOf: "2025-09-30"),
            Array(SmallAssociation.versions().dropFirst()),
            SmallAssociation.position("2025-09-30")
        )
        #expect(try sheet.kronor("sourceMix", "GAMMA.unknown", "amount") == nil)
        #expect(try sheet.kronor("sourceMixTotal", "total", "amount") == 950)
        #expect(sheet.remarks.contains("GAMMA: källmixen 2025 är inte känd"))
        // The state's decision is missing, so nobody can say who paid the grants.
        let total = try #require(sheet.tables.first { $0.key == "sourceMixTotal" })
        #expect(total.place(ofRow: "grant.state") == nil)
        #expect(sheet.remarks.contains("Varifrån förbundets egna pengar 2025 kommer är inte känt"))
    }

    @Test func `what one member pays too much lessens nobody else's rest`() throws {
        var versions = try SmallAssociation.versions()
        let late = try #require(
            versions.firstIndex { $0.contribution.member.text == "STOR" }
        )
        let much = try SmallAssociation.contribution("STOR", 400, asked: 300)
        versions[late] = ContributionVersion(
            number: 1,
            contribution: Contribution(
                year: 2025,
                member: try SmallAssociation.code("STOR"),
                amount: try Money(ore: 27_000),
                decidedOn: try SmallAssociation.day("2024-10-10"),
                asked: try Money(ore: 30_000),
                payments: much.contribution.payments
            ),
            recorded: much.recorded,
            actor: much.actor,
            ledgerVersion: 2
        )
        let sheet = try FundingSheet.make(
            2025,
            SmallAssociation.build().snapshot(asOf: "2025-09-30"),
            versions,
            SmallAssociation.position("2025-09-30")
        )
        let columns = ["excess", "remaining", "overdue"]
        let sums = try columns.map { try sheet.kronor("contributions", "municipality", $0) }
        #expect(sums == [130, 50, 50])
        #expect(try sheet.kronor("contributions", "member.STOR", "remaining") == 0)
    }
}
