import MedelCore
import MedelDocument
import MedelReports
import Testing

/// R12 of a small association.
@Suite struct MembersShareSheetTests {
    @Test func `R12 shares what there is by law, and a leaver's on the last day`() throws {
        let sheet = try SmallAssociation.membersShare()
        #expect(try sheet.kronor("shares", "member.FK", "assets") == 450)
        #expect(try sheet.kronor("shares", "total", "equity") == 600)
        #expect(try sheet.kronor("exits", "exit.BORTA", "debts") == 2)
        #expect(try sheet.cell("total", "share") == .basisPoints(10_000))
        #expect(sheet.tables[0].place(ofRow: "member.BORTA") == nil)
    }

    @Test func `R12 splits a balance among those who were members on its day`() throws {
        // BORTA left on 30 June, which is the day of the balance: it has its part, once.
        let sheet = try MembersShareSheet.make(
            SmallAssociation.build().snapshot(asOf: "2025-07-15"),
            SmallAssociation.position("2025-06-30", assets: 1_000, debts: 100),
            exits: [
                SmallAssociation.code("BORTA"): SmallAssociation.position(
                    "2025-06-30",
                    assets: 1_000,
                    debts: 100
                )
            ]
        )
        #expect(sheet.tables.map(\.key) == ["shares", "today"])
        let towns = try ["STOR", "LITEN", "BORTA"].map {
            try sheet.kronor("shares", "member.\($0)", "assets")
        }
        #expect(towns == [166, 55, 27])
        #expect(try sheet.kronor("shares", "total", "assets") == 1_000)
        for table in sheet.tables {
            let place = try #require(table.place(ofColumn: "share"))
            let points = table.rows.filter { $0.level == 1 }.map { row in
                if case .basisPoints(let points) = row.row.cells[place] { points } else { 0 }
            }
            #expect(points.reduce(0, +) == 10_000, "\(table.key)")
        }
        let today = try #require(sheet.tables.last)
        #expect(today.place(ofRow: "member.BORTA") == nil)
        #expect(today.place(ofColumn: "assets") == nil)
        #expect(sheet.remarks.contains("BORTA lämnade förbundet den 2025-06-30"))
    }

    @Test func `R12 shows a member that joins after the balance by its share only`() throws {
        var build = try SmallAssociation.build()
        let profile = try #require(build.plan.profile)
        let joins = Member(
            code: try SmallAssociation.code("NY"),
            name: "Medlem NY",
            party: .municipality,
            key: 100,
            from: Month(iso: "2025-09")
        )
        build.plan.profile = AssociationProfile(
            interimClosingMonth: nil,
            members: profile.members + [joins],
            notes: []
        )
        let sheet = try MembersShareSheet.make(
            build.snapshot(asOf: "2025-09-30"),
            SmallAssociation.position("2025-08-31"),
            exits: [:]
        )
        #expect(sheet.tables.map(\.key) == ["shares", "today"])
        #expect(sheet.tables[0].place(ofRow: "member.NY") == nil)
        #expect(sheet.tables[1].place(ofRow: "member.NY") != nil)
        #expect(sheet.remarks.contains("NY blev medlem i 2025-09"))
    }
}
