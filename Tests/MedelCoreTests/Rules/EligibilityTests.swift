import MedelCore
import Testing

@Suite struct EligibilityTests {
    private func rule(
        _ code: String = "tolk",
        words: [String],
        categories: [String] = [],
        from: String? = nil,
        through: String? = nil
    ) throws -> EligibilityRule {
        EligibilityRule(
            code: try #require(EligibilityRuleCode(code)),
            title: code,
            words: words,
            categories: categories.compactMap { CostCategoryCode($0) },
            from: from.flatMap { Day(iso: $0) },
            through: through.flatMap { Day(iso: $0) },
            text: "text",
            source: "källa"
        )
    }

    private func budget(_ rows: [(label: String, category: String?)]) throws -> BudgetVersion {
        BudgetVersion(
            insats: try #require(InsatsCode("KRUS")),
            number: 1,
            kind: .applied,
            date: try #require(Day(iso: "2019-01-01")),
            years: [BudgetYear(label: "1", months: nil)],
            rows: try rows.enumerated().map { place, row in
                BudgetRow(
                    code: try #require(BudgetRowCode("r\(place)")),
                    category: row.category.flatMap { CostCategoryCode($0) },
                    label: row.label,
                    recipient: nil,
                    amounts: [.zero]
                )
            },
            notes: []
        )
    }

    @Test(arguments: [
        ("Konsultation & tolk", true), ("TOLKKOSTNADER", true), ("Teckentolk", false),
        ("Stolkar", false), ("Löner", false), ("", false), ("Busskort, deltagare", true),
        ("Reskassa", true), ("Resor i tjänsten", false), ("Kostnader  för\tklienter", true),
        ("Kostnader för lokaler", false),
    ])
    func `a word stands for all that begin so, whatever the case`(
        _ label: String,
        _ isFlagged: Bool
    ) throws {
        let rule = try rule(words: ["tolk", "busskort", "reskassa", "kostnader för klienter"])
        let day = try #require(Day(iso: "2020-01-01"))
        let flags = try budget([(label, "OVRIGT")]).flags([rule], on: day)
        #expect(flags.map(\.label) == (isFlagged ? [label] : []))
    }

    @Test func `a category is concerned whatever the row is called, the financing never`() throws {
        let rule = try rule(words: ["bidrag"], categories: ["DELTAGARE"])
        let rows = [("Studiebesök", "DELTAGARE"), ("Bidrag", "INTAKT_FORBUND"), ("Lön", "LON")]
        let day = try #require(Day(iso: "2020-01-01"))
        #expect(try budget(rows).flags([rule], on: day).map(\.row.text) == ["r0"])
    }

    @Test(arguments: [
        ("2014-12-31", false), ("2015-01-01", true), ("2018-06-30", true), ("2018-07-01", false),
    ])
    func `a grant is held against the rules of its own day only`(
        _ text: String,
        _ isFlagged: Bool
    ) throws {
        let rule = try rule(words: ["tolk"], from: "2015-01-01", through: "2018-06-30")
        let day = try #require(Day(iso: text))
        #expect(try budget([("Tolk", nil)]).flags([rule], on: day).isEmpty != isFlagged)
    }

    @Test func `70 000 of Vägknuten's 1 767 000 shows 3,96 %`() throws {
        let budget = try administration([1_697_000, 70_000])
        let share = try #require(try AdministrationShare(of: budget, year: 0, max: nil))
        let points = try #require(share.basisPoints)
        #expect(Rate(basisPoints: Int(points))?.description == "3,96")
        #expect(!share.isAbove)
    }

    @Test(arguments: [(395, true), (396, true), (397, false), (400, false)])
    func `the limit is held against the exact share, not the one that is shown`(
        _ points: Int,
        _ isAbove: Bool
    ) throws {
        let budget = try administration([1_697_000, 70_000])
        let max = try #require(Rate(basisPoints: points))
        #expect(try AdministrationShare(of: budget, year: 0, max: max)?.isAbove == isAbove)
    }

    @Test func `income is not taken off, and without a row there is no share`() throws {
        let budget = try administration([900, 100, -500])
        #expect(try AdministrationShare(of: budget, year: nil, max: nil)?.basisPoints == 1_000)
        let bare = try self.budget([("Lön", "LON")])
        #expect(try AdministrationShare(of: bare, year: nil, max: .whole) == nil)
    }

    private func administration(_ kronor: [Int64]) throws -> BudgetVersion {
        let categories = ["LON", "ADMIN", "INTAKT_OVRIG"]
        let plain = try budget(kronor.indices.map { (categories[$0], categories[$0]) })
        return BudgetVersion(
            insats: plain.insats,
            number: 1,
            kind: .applied,
            date: plain.date,
            years: plain.years,
            rows: try zip(plain.rows, kronor).map { row, kronor in
                BudgetRow(
                    code: row.code,
                    category: row.category,
                    label: row.label,
                    recipient: nil,
                    amounts: [try Money(ore: kronor * 100)]
                )
            },
            notes: []
        )
    }

    @Test(arguments: [
        (Int64(100), 3, Int64(33)), (200, 3, 67), (50, 4, 13), (-50, 4, -13), (1, 2, 1), (0, 5, 0),
    ])
    func `cost for each participant is rounded half away from zero`(
        _ ore: Int64,
        _ count: Int,
        _ each: Int64
    ) throws {
        #expect(try Money(ore: ore).perHead(count)?.ore == each)
        #expect(try Money(ore: ore).perHead(0) == nil)
        #expect(try Money(ore: ore).perHead(nil) == nil)
    }
}
