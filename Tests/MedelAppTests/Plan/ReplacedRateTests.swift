import LedgerSupport
import MedelApp
import MedelCore
import MedelImport
import MedelStore
import TestSupport
import Testing

/// A PO rate that is replaced reaches the budget in force, whatever has come in between.
@Suite struct ReplacedRateTests {
    private static let preliminary =
        "{ sector: region, year: 2022, percent: \"46,27\", status: preliminary, source: SKR }"
    private static let final =
        "{ sector: region, year: 2022, percent: \"45,22\", status: final, source: SKR }"

    private static func rows(_ label: String, travel: Int = 20_000) -> String {
        """
        [ { code: lon, label: \(label), staff: { posts: 1, monthlyPay: 30000 } },
                  { code: po, label: PO, po: { of: [lon], sector: region } },
                  { code: resor, label: Resor, amounts: [\(travel)] },
                  { code: it, label: IT, amounts: [10000] } ]
        """
    }

    private static func plan(
        rate: String,
        label: String = "Lön",
        travel: Int = 20_000,
        decisions: String = ""
    ) -> String {
        """
        poRates: [ \(rate) ]
        insatser:
          - code: I01
            name: Insats ett
            mode: own
            attribution: stated
            budgets:
              - kind: granted
                date: 2021-11-20
                years: [ { label: "2022", from: 2022-01, through: 2022-12 } ]
                rows: \(rows(label, travel: travel))
            decisions:
              - { code: B1, kind: grant, date: 2021-11-20, paragraph: § 1,
                  ceilings: [ { scope: total, amount: 600000 } ], tolerance: { percent: 10 } }
        \(decisions)
        """
    }

    /// A budget's file.
    private static func budget(_ kind: String, date: String, label: String, rate: String) -> String
    {
        """
        insats: I01
        poRates: [ \(rate) ]
        kind: \(kind)
        date: \(date)
        years: [ { label: "2022", from: 2022-01, through: 2022-12 } ]
        rows: \(rows(label))
        """
    }

    private func amounts(_ version: BudgetVersion) -> [Int64] {
        version.rows.map { $0.amounts[0].ore / 100 }
    }

    @Test func `an application that came in between does not take away what was moved`() throws {
        try withTemporaryFolder { folder in
            let desk = try PlanDesk(in: folder)
            _ = try desk.load(Self.plan(rate: Self.preliminary))
            try desk.reallocate(600)
            let application = Self.budget(
                "applied",
                date: "2022-06-01",
                label: "Ny lön",
                rate: Self.preliminary
            )
            #expect(try desk.add(application, as: .budget).changes.count == 1)
            let report = try desk.load(Self.plan(rate: Self.final))
            #expect(report.changes.map(\.replacesEntry) == [false])
            let holds = try desk.inForce()
            #expect(holds.number == 4)
            #expect(holds.recomputation?.base == 2)
            #expect(holds.reallocation?.base == 1)
            #expect(amounts(holds) == [360_000, 162_792, 19_400, 10_600])
            #expect(try desk.load(Self.plan(rate: Self.final)).result == .unchanged)
            #expect(try desk.test.ledger.verify().faults == [])
        }
    }

    @Test func `a row's new name loaded after a move does not stop a new rate`() throws {
        try withTemporaryFolder { folder in
            let desk = try PlanDesk(in: folder)
            _ = try desk.load(Self.plan(rate: Self.preliminary))
            try desk.reallocate(600)
            _ = try desk.load(Self.plan(rate: Self.preliminary, label: "Löner"))
            let after = Self.plan(rate: Self.final, label: "Löner")
            #expect(try desk.load(after).changes.count == 1)
            let holds = try desk.inForce()
            #expect(holds.recomputation?.base == 2)
            #expect(amounts(holds) == [360_000, 162_792, 19_400, 10_600])
            #expect(holds.rates.map(\.status) == [.final])
            #expect(try desk.load(after).result == .unchanged)
        }
    }

    @Test func `a row and a rate that change together both come in after a move`() throws {
        try withTemporaryFolder { folder in
            let desk = try PlanDesk(in: folder)
            _ = try desk.load(Self.plan(rate: Self.preliminary))
            try desk.reallocate(600)
            let after = Self.plan(rate: Self.final, travel: 21_000)
            #expect(try desk.load(after).changes.count == 2)
            let holds = try desk.inForce()
            #expect(holds.recomputation?.base == 2)
            #expect(amounts(holds) == [360_000, 162_792, 19_400, 10_600])
            let stated = try desk.test.ledger.plan().budgets.first { $0.number == 3 }
            #expect(stated.map(amounts) == [360_000, 162_792, 21_000, 10_000])
            #expect(try desk.load(after).result == .unchanged)
        }
    }

    @Test func `a revised budget that a command added is computed anew from itself`() throws {
        try withTemporaryFolder { folder in
            let desk = try PlanDesk(in: folder)
            _ = try desk.load(Self.plan(rate: Self.preliminary))
            let revised = Self.budget(
                "revised",
                date: "2022-03-01",
                label: "Reviderad lön",
                rate: Self.preliminary
            )
            _ = try desk.add(revised, as: .budget)
            #expect(try desk.load(Self.plan(rate: Self.preliminary)).result == .unchanged)
            let report = try desk.load(Self.plan(rate: Self.final))
            #expect(report.changes.map(\.replacesEntry) == [false])
            let holds = try desk.inForce()
            #expect(holds.number == 3)
            #expect(holds.recomputation?.base == 2)
            #expect(holds.rows[0].label == "Reviderad lön")
            #expect(holds.rates.map(\.status) == [.final])
            #expect(holds.recomputation?.statedDate == Day(iso: "2022-03-01"))
            #expect(try desk.load(Self.plan(rate: Self.final)).result == .unchanged)
        }
    }

    @Test func `a folder that has not changed takes back no rate of a command`() throws {
        try withTemporaryFolder { folder in
            let desk = try PlanDesk(in: folder)
            let plan = Self.plan(rate: Self.preliminary)
            _ = try desk.load(plan)
            let same = Self.budget("granted", date: "2021-11-20", label: "Lön", rate: Self.final)
            _ = try desk.add(same, as: .budget)
            #expect(try desk.inForce().recomputation?.base == 1)
            #expect(try desk.load(plan).result == .unchanged)
            #expect(try desk.inForce().rates.map(\.status) == [.final])
        }
    }

    @Test func `another budget of the kind by command holds until the folder changes`() throws {
        try withTemporaryFolder { folder in
            let desk = try PlanDesk(in: folder)
            let plan = Self.plan(rate: Self.preliminary)
            _ = try desk.load(plan)
            let other = Self.budget(
                "granted",
                date: "2021-11-20",
                label: "Annan lön",
                rate: Self.preliminary
            )
            _ = try desk.add(other, as: .budget)
            let again = try desk.load(plan)
            #expect(again.result == .unchanged)
            #expect(again.kept.map(\.swedish) == ["Budget 2 för I01 (beviljad)"])
            #expect(try desk.inForce().number == 2)
            let changed = try desk.load(Self.plan(rate: Self.preliminary, label: "Tredje lön"))
            #expect(changed.changes.map(\.replacesEntry) == [true])
            #expect(changed.kept == [])
            #expect(try desk.inForce().number == 3)
        }
    }

    @Test func `a closed insats keeps its budget`() throws {
        try withTemporaryFolder { folder in
            let desk = try PlanDesk(in: folder)
            let closing = "      - { code: B2, kind: close, date: 2023-01-31, paragraph: § 2 }"
            _ = try desk.load(Self.plan(rate: Self.preliminary))
            let after = Self.plan(rate: Self.final, decisions: closing)
            #expect(try desk.load(after).changes.map(\.swedish) == ["Beslut B2: ny"])
            #expect(try desk.inForce().number == 1)
            let day = try #require(Day(iso: "2023-01-31"))
            #expect(throws: ReallocationFault.closed(day)) { try desk.reallocate(600) }
        }
    }
}
