import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelImport
import MedelStore
import TestSupport
import Testing

/// Lowering a ceiling below what has been spent.
///
/// Source: SPEC 4.3.
@Suite struct LoweringTests {
    private static let plan = """
        insatser:
          - code: I01
            name: Insats ett
            mode: own
            attribution: stated
            from: 2025-01
            through: 2025-12
            decisions:
              - { code: 2024-41, kind: grant, date: 2024-11-20, paragraph: § 41,
                  ceilings: [ { scope: total, amount: 1000 } ] }
        mapping:
          - { book: association, account: "6", object: 6:I01, target: insats:I01, category: LOKAL }
        """

    /// A later decision in the folder's form.
    private static func later(_ kronor: String) -> String {
        plan.replacing(
            "mapping:",
            with: """
                      - { code: 2025-5, kind: amend, relation: replaces 2024-41, date: 2025-03-15,
                          paragraph: § 5, financing: Ej fördelat,
                          ceilings: [ { scope: total, amount: "\(kronor)" } ] }
                mapping:
                """
        )
    }

    /// Three vouchers on the fifteenth of January to March: 100, 200 and 300 kronor.
    private static let book: SIEBook = {
        var book = SIEBook()
        book.vouchers = (1...3).map { month in
            .init(
                "A",
                "\(month)",
                month: month,
                rows: [
                    .init("6010", ["6:I01"], ore: month * 10_000),
                    .init("1930", ore: -month * 10_000),
                ]
            )
        }
        return book
    }()

    private func withLedger(
        _ body: (TestLedger, (String) throws -> LoadReport, (String) throws -> LoadReport) throws
            -> Void
    ) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(Self.book.bytes())
            let manifests = folder.appending(path: "plan")
            try FileManager.default.createDirectory(
                at: manifests,
                withIntermediateDirectories: true
            )
            let performer = Performer(actor: "ekonom", now: try TestLedger.moment())
            try body(
                test,
                { text in
                    try Data(text.utf8).write(to: manifests.appending(path: "plan.yaml"))
                    return try LoadFolder(test.ledger, by: performer)(manifests.path)
                },
                { text in
                    let file = folder.appending(path: "beslut.yaml")
                    try Data(text.utf8).write(to: file)
                    return try AddPlanFile(test.ledger, by: performer)(file.path, as: .decision)
                }
            )
        }
    }

    @Test func `a ceiling is not lowered below what is spent, and the rows in the way are named`()
        throws
    {
        try withLedger { test, load, _ in
            _ = try load(Self.plan)
            let head = try test.ledger.head()
            do {
                _ = try load(Self.later("599,99"))
                Issue.record("it was taken")
            } catch PlanRefusal.ceilingsLowered(let lowerings) {
                let lowering = try #require(lowerings.first)
                #expect(lowerings.count == 1)
                #expect(lowering.scope == .total)
                #expect(lowering.spent.ore == 60_000)
                #expect(lowering.rows.map(\.month.monthOfYear) == [3, 2, 1])
                #expect(lowering.rows.map(\.amount.ore) == [30_000, 20_000, 10_000])
                #expect(lowering.swedish.contains("sänks från"))
                #expect(lowering.swedish.contains("2025-03  förbundet  LOKAL"))
            }
            #expect(try test.ledger.head() == head)
            #expect(try load(Self.later("600")).changes.count == 1)
        }
    }

    @Test func `more moved away than a ceiling has is told as that, not as one below zero`() throws
    {
        let years = Self.plan.replacing("2025-12", with: "2026-12").replacing(
            "{ scope: total, amount: 1000 }",
            with: "{ scope: calendarYear 2025, amount: 1000 }, "
                + "{ scope: calendarYear 2026, amount: 1000 }"
        )
        let moved = years.replacing(
            "mapping:",
            with: """
                      - { code: 2025-5, kind: reallocate, relation: moves, date: 2025-03-15,
                          paragraph: § 5, ceilings: [
                            { scope: calendarYear 2025, amount: "-1100" },
                            { scope: calendarYear 2026, amount: "1100" } ] }
                mapping:
                """
        )
        try withLedger { _, load, _ in
            _ = try load(years)
            do {
                _ = try load(moved)
                Issue.record("it was taken")
            } catch PlanRefusal.ceilingsLowered(let lowerings) {
                let words = try #require(lowerings.first).swedish
                let told = "är 1\u{A0}000,00\u{A0}kr och kan inte minskas med 1\u{A0}100,00"
                #expect(words.contains(told))
                #expect(!words.contains("sänks"))
            }
        }
    }

    @Test func `costs after the day of the decision are not in its way`() throws {
        try withLedger { _, load, _ in
            _ = try load(Self.plan)
            let early = Self.later("300").replacing("2025-03-15", with: "2025-03-14")
            #expect(try load(early).changes.count == 1)
        }
    }

    @Test func `a cost that passed the ceiling by itself is no lowering`() throws {
        try withLedger { _, load, _ in
            let low = Self.plan.replacing("amount: 1000", with: "amount: 500")
            _ = try load(low)
            let raised = Self.later("550").replacing("amount: 1000", with: "amount: 500")
            #expect(try load(raised).changes.count == 1)
        }
    }

    @Test func `history that is read in for the first time is told and not refused`() throws {
        try withLedger { test, load, _ in
            let report = try load(Self.later("599"))
            #expect(report.pastLowerings.map(\.spent.ore) == [60_000])
            #expect(try load(Self.later("599")).result == .unchanged)
            #expect(try test.ledger.plan().decisions.count == 2)
        }
    }

    @Test func `a decision of its own is checked as a folder is`() throws {
        try withLedger { test, load, add in
            _ = try load(Self.plan)
            let text = """
                insats: I01
                code: 2025-5
                kind: amend
                relation: replaces 2024-41
                date: 2025-03-15
                paragraph: § 5
                financing: Ej fördelat
                ceilings: [ { scope: total, amount: 700 } ]
                """
            #expect(throws: PlanRefusal.self) {
                try add(text.replacing("amount: 700", with: "amount: 599"))
            }
            let added = try add(text)
            #expect(added.changes.map(\.swedish) == ["Beslut 2025-5: ny"])
            #expect(try add(text).result == .unchanged)
            let code = try #require(DecisionCode("2025-5"))
            #expect(throws: PlanRefusal.decisionsChanged([code])) {
                try add(text.replacing("§ 5", with: "§ 6"))
            }
            #expect(try test.ledger.plan().decisions.count == 2)
            #expect(try test.ledger.verify().faults == [])
        }
    }

    @Test(arguments: [
        ("insats: I01", "insats: I02"), ("relation: replaces 2024-41", "relation: replaces 2023-1"),

        (
            "financing: Ej fördelat\nceilings: [ { scope: total, amount: 700 } ]",
            "ceilings: [ { scope: total, amount: 1700 } ]"
        ), ("code: 2025-5", "kod: 2025-5"),
        ("relation: replaces 2024-41", "remark: x"), ("paragraph: § 5", ""),
        ("amount: 700", "amount: 7.00"), ("date: 2025-03-15", "date: 2025-02-30"),
    ])
    func `a faulty decision is refused with its line`(_ before: String, _ after: String) throws {
        try withLedger { test, load, add in
            _ = try load(Self.plan)
            let head = try test.ledger.head()
            let text = """
                insats: I01
                code: 2025-5
                kind: amend
                relation: replaces 2024-41
                date: 2025-03-15
                paragraph: § 5
                financing: Ej fördelat
                ceilings: [ { scope: total, amount: 700 } ]
                """
            let report = try add(text.replacing(before, with: after))
            #expect(report.result == .refused)
            #expect(report.problems.contains { !$0.isWarning && $0.place.file == "beslut.yaml" })
            #expect(try test.ledger.head() == head)
        }
    }
}
