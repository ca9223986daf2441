import MedelCore
import MedelDocument
import MedelReports
import Testing

/// What R4 says of grants that pay nothing, of shares of an unknown whole and of too much money.
@Suite struct FundingShareTests {
    private func sheet(_ build: Build, year: Int = 2025) throws -> Document {
        try FundingSheet.make(
            year,
            build.snapshot(asOf: "2025-09-30"),
            SmallAssociation.versions(),
            SmallAssociation.position("2025-09-30")
        )
    }

    @Test func `a closed insats is not hit by a shortfall`() throws {
        var build = try SmallAssociation.build()
        try build.decide("2025-9", on: "BETA", "2025-09-30", .close, ceilings: [])
        let table = try #require(sheet(build).tables.first { $0.key == "shortfall" })
        #expect(table.rows.map(\.key) == ["ALFA.2025-ALFA"])
    }

    @Test func `a grant that pays last is hit by no more than what others leave`() throws {
        var build = try SmallAssociation.build()
        let place = try #require(build.plan.decisions.firstIndex { $0.insats.text == "BETA" })
        let old = build.plan.decisions[place]
        build.plan.decisions[place] = Decision(
            code: old.code,
            insats: old.insats,
            kind: old.kind,
            relation: old.relation,
            date: old.date,
            paragraph: old.paragraph,
            diaryNumber: "",
            ceilings: old.ceilings,
            financing: "",
            conditions: [],
            terms: GrantTerms(basis: .lastAfterOther)
        )
        build.plan.fundingSources.append(
            try SmallAssociation.source("MER", .other, 180, insats: "BETA")
        )
        let sheet = try sheet(build)
        #expect(try sheet.kronor("insatser", "BETA", "grant") == 20)
        #expect(try sheet.kronor("shortfall", "BETA.2025-BETA", "hit") == 20)
        #expect(try sheet.kronor("shortfall", "ALFA.2025-ALFA", "hit") == 240)
    }

    @Test func `parties that nobody has decided for are unknown, and so are all shares`() throws {
        var build = try SmallAssociation.build()
        build.plan.fundingSources.append(
            FundingSource(
                code: try #require(FundingCode("SEN")),
                insats: InsatsCode("ALFA"),
                kind: .esf,
                name: "Sen",
                amounts: [FundingSource.Amount(year: 2026, amount: try Money(ore: 100))]
            )
        )
        let later = try sheet(build, year: 2026)
        #expect(try later.kronor("financiers", "esf", "amount") == 1)
        #expect(try later.kronor("financiers", "total", "amount") == nil)
        let table = try #require(later.tables.first { $0.key == "financiers" })
        let share = try #require(table.place(ofColumn: "share"))
        #expect(table.rows.allSatisfy { $0.row.cells[share] == .empty })
    }

    @Test func `sources above the cost are left out of a krona of cost`() throws {
        var build = try SmallAssociation.build()
        build.plan.fundingSources.append(
            try SmallAssociation.source("MER", .other, 15, insats: "ALFA")
        )
        let sheet = try sheet(build)
        #expect(try sheet.kronor("sourceMix", "ALFA.unknown", "amount") == nil)
        #expect(try sheet.kronor("sourceMixTotal", "total", "amount") == 200)
        #expect(sheet.remarks.contains("ALFA: källorna betalar 5,00"))
    }
}
