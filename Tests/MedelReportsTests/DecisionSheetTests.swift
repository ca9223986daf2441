import MedelCore
import MedelDocument
import MedelReports
import Testing

/// The sheets that the board decides from, and the log of what it has decided.
@Suite struct DecisionSheetTests {
    private static func build() throws -> Build {
        var build = try Build.vagknuten()
        try build.insats("ANNAN", months: ("2017-01", "2018-12"))
        try build.decide(
            "2016-9",
            on: "ANNAN",
            "2016-11-10",
            ceilings: [(.calendarYear(2017), 90_000_000), (.calendarYear(2018), 50_000_000)]
        )
        try build.area(.insatser, 2017, .original, 100_000_000, on: "2016-11-10")
        try build.area(.unallocated, 2017, .original, 160_000_000, on: "2016-11-10")
        return build
    }

    private func code(_ text: String) throws -> InsatsCode { try #require(InsatsCode(text)) }

    @Test func `the room before and after is the year's budget less what is granted`() throws {
        let snapshot = try Self.build().snapshot(asOf: "2016-12-01")
        let sheet = try ProposalSheet.make(code("VAGKNUTEN"), snapshot)
        #expect(try sheet.ore("year.1", "applied") == 161_975_000)
        #expect(try sheet.ore("year.1", "boundBefore") == 90_000_000)
        #expect(try sheet.ore("year.1", "freeBefore") == 170_000_000)
        #expect(try sheet.ore("year.1", "boundAfter") == 251_975_000)
        #expect(try sheet.ore("year.1", "freeAfter") == 8_025_000)
        // No budget for 2018: its room is not known, and what is granted is.
        #expect(try sheet.ore("year.2", "boundBefore") == 50_000_000)
        #expect(try sheet.cell("year.2", "freeAfter") == .amount(nil))
        #expect(try sheet.ore("total", "sought") == 536_100_000)
        #expect(try sheet.cell("total", "participants") == .empty)
        #expect(try sheet.cell("total", "costPerParticipant") == .amount(nil))
        #expect(sheet.remarks.contains("70\u{A0}000,00"))
        #expect(sheet.remarks.contains("3,96"))
        #expect(!sheet.remarks.contains("11 kap. 15 §"))
        #expect(sheet.remarks.contains("Inga regler om stödberättigande är antagna"))
    }

    private func source(
        share: Int? = nil,
        ceiling: Int64? = nil,
        _ amounts: [Int: Int64] = [:]
    ) throws -> FundingSource {
        FundingSource(
            code: try #require(FundingCode("AF")),
            insats: try code("VAGKNUTEN"),
            kind: .partyCash,
            name: "Arbetsförmedlingen",
            amounts: try amounts.map { .init(year: $0, amount: try Money(ore: $1)) },
            share: share.flatMap { Rate(basisPoints: $0) },
            ceiling: try ceiling.map { try Money(ore: $0) }
        )
    }

    @Test func `a source's ceiling is what it pays in all years together`() throws {
        var build = try Self.build()
        build.plan.fundingSources = [try source(share: 5_000, ceiling: 100_000_000)]
        let sheet = try ProposalSheet.make(
            code("VAGKNUTEN"),
            build.snapshot(asOf: "2016-12-01")
        )
        #expect(try sheet.ore("year.1", "other") == 80_987_500)
        #expect(try sheet.ore("year.2", "other") == 19_012_500)
        #expect(try sheet.ore("total", "other") == 100_000_000)
        #expect(!sheet.remarks.contains("ubbelfinansiering"))
    }

    @Test func `sources above the cost are an error line in R14`() throws {
        var build = try Self.build()
        build.plan.fundingSources = [try source([2017: 162_000_000])]
        let sheet = try ProposalSheet.make(
            code("VAGKNUTEN"),
            build.snapshot(asOf: "2016-12-01")
        )
        #expect(try sheet.ore("year.1", "sought") == -25_000)
        #expect(
            sheet.remarks.contains(
                "Dubbelfinansiering av VAGKNUTEN 2017. Källorna betalar 250,00"
            )
        )
    }

    @Test func `a grant that is already there is not counted twice`() throws {
        var build = try Self.build()
        try build.decide(
            "2016-10",
            on: "VAGKNUTEN",
            "2016-09-10",
            ceilings: [(.calendarYear(2017), 100_000_000)]
        )
        let snapshot = try build.snapshot(asOf: "2017-03-01")
        let sheet = try ProposalSheet.make(code("VAGKNUTEN"), version: 1, snapshot)
        #expect(try sheet.ore("year.1", "boundBefore") == 190_000_000)
        #expect(try sheet.ore("year.1", "boundAfter") == 251_975_000)
        let question = try #require(sheet.sections.first).paragraphs
        #expect(question.map(\.text).joined().contains("11 kap. 15 §"))
        #expect(question[0].text.contains("Det ersätter vad som redan är beviljat för 2017."))
        let vagknuten = try code("VAGKNUTEN")
        #expect(throws: SheetRefusal.unknownBudget(vagknuten, number: 7)) {
            try ProposalSheet.make(vagknuten, version: 7, snapshot)
        }
    }

    @Test func `the log holds the meetings between two days, in order`() throws {
        var build = try Self.build()
        try build.decide(
            "2017-2",
            on: "ANNAN",
            "2017-03-01",
            .amend,
            .adds(try #require(DecisionCode("2016-9"))),
            ceilings: [(.calendarYear(2018), 1_000_000)]
        )
        let snapshot = try build.snapshot(asOf: "2017-12-31")
        let all = try DecisionLogSheet.make(snapshot)
        #expect(all.tables[0].rows.map(\.key) == ["2016-9", "2017-2"])
        #expect(try all.ore("2016-9", "amount") == 140_000_000)
        #expect(try all.cell("2017-2", "relation") == .text("läggs till 2016-9"))
        let later = try DecisionLogSheet.make(snapshot, from: Day(iso: "2017-01-01"))
        #expect(later.tables[0].rows.map(\.key) == ["2017-2"])
        let none = try DecisionLogSheet.make(snapshot, insats: code("VAGKNUTEN"))
        #expect(none.tables[0].rows.isEmpty)
        #expect(none.remarks.contains("Det finns inga beslut i urvalet."))
        #expect(throws: SheetRefusal.nothingToShow(.decisions)) {
            try DecisionLogSheet.make(Build.vagknuten().snapshot(asOf: "2017-12-31"))
        }
    }

    @Test func `rooms show every ceiling, and a missing book is no zero`() throws {
        var build = try Self.build()
        let annan = try code("ANNAN")
        let before = try RoomSheet.make(annan, build.snapshot(asOf: "2017-12-31"))
        #expect(try before.cell("calendarYear 2017", "room") == .amount(nil))
        try build.cover("owner:OSK", "2017-01", "2017-12")
        try build.post("owner:OSK", "2017-05", "insats:ANNAN", "LON", 91_000_000)
        let sheet = try RoomSheet.make(annan, build.snapshot(asOf: "2017-12-31"))
        #expect(try sheet.ore("calendarYear 2017", "incurred") == 91_000_000)
        #expect(try sheet.ore("calendarYear 2017", "room") == 0)
        #expect(try sheet.ore("calendarYear 2017", "above") == 1_000_000)
        #expect(try sheet.ore("calendarYear 2018", "room") == 50_000_000)
    }

    @Test func `a share pays its part of each cost, and the ceiling counts that part`() throws {
        var build = try Self.build()
        let first = try #require(build.plan.decisions.first)
        build.plan.decisions = [
            Decision(
                code: first.code,
                insats: first.insats,
                kind: .grant,
                relation: .none,
                date: first.date,
                paragraph: "§ 3",
                diaryNumber: "",
                ceilings: first.ceilings,
                financing: "",
                conditions: [],
                terms: GrantTerms(basis: .share(try #require(Rate(percent: "50"))))
            )
        ]
        try build.cover("owner:OSK", "2017-01", "2017-12")
        try build.post("owner:OSK", "2017-05", "insats:ANNAN", "LON", 60_000_001)
        let sheet = try RoomSheet.make(code("ANNAN"), build.snapshot(asOf: "2017-12-31"))
        #expect(try sheet.ore("calendarYear 2017", "incurred") == 30_000_001)
    }
}
