import MedelCore
import Testing

/// Entering lines of the association's budget, and participants of an insats.
@Suite struct AreaBudgetEntryTests {
    private func line(
        _ ore: Int64,
        _ kind: AreaBudget.Kind = .original,
        of line: AssociationBudgetLine = .board,
        year: Int = 2026,
        on day: String = "2025-11-20",
        at reference: String = "§ 57"
    ) throws -> AreaBudget {
        AreaBudget(
            year: year,
            line: line,
            kind: kind,
            amount: try Money(ore: ore),
            decidedOn: try #require(Day(iso: day)),
            reference: reference
        )
    }

    @Test func `a line comes last among those of its year, and once`() throws {
        let other = try line(5, of: .audit)
        let before = [other, try line(7, year: 2025)]
        let first = try line(1)
        #expect(try first.entered(among: []) == [first])
        let after = try first.entered(among: before)
        #expect(after == [other, first])
        #expect(try first.entered(among: after) == after)
    }

    @Test func `an original stands, whatever a later decision says`() throws {
        let first = try line(1)
        let others = [
            try line(2), try line(1, on: "2025-11-21"), try line(1, at: "§ 58"), try line(0),
        ]
        for other in others {
            #expect(throws: AreaBudgetStands(line: first)) { try other.entered(among: [first]) }
        }
    }

    @Test func `changes are many, each from its own decision`() throws {
        let first = try line(1, .change)
        let others = [try line(2, .change, on: "2026-01-01"), try line(2, .change, at: "§ 58")]
        for other in others { #expect(try other.entered(among: [first]) == [first, other]) }
        #expect(throws: AreaBudgetStands(line: first)) {
            try line(2, .change).entered(among: [first])
        }
        #expect(try line(1).entered(among: [first]).count == 2)
    }

    @Test(
        arguments: [
            (2025, 41, nil, 41, 37), (2025, nil, 0, 40, 0), (2024, nil, 5, nil, 5),
            (2026, 1, nil, 1, nil), (2025, nil, nil, 40, 37),
        ] as [(Int, Int?, Int?, Int?, Int?)]
    )
    func `what is left out of a count is as before`(
        _ year: Int,
        _ planned: Int?,
        _ reported: Int?,
        _ plannedAfter: Int?,
        _ reportedAfter: Int?
    ) throws {
        let before = ParticipantCount(year: 2025, planned: 40, reported: 37)
        let insats = Insats(
            code: try #require(InsatsCode("KRUS")),
            name: "KRUS",
            purpose: "",
            months: nil,
            kind: nil,
            mode: .own,
            parent: nil,
            plannedParticipants: nil,
            attribution: .stated,
            recipients: [],
            closedOn: nil,
            participants: [before],
            notes: []
        )
        let after = insats.counting(year: year, planned: planned, reported: reported)
        let counted = ParticipantCount(year: year, planned: plannedAfter, reported: reportedAfter)
        let all = year == 2025 ? [counted] : [before, counted].sorted { $0.year < $1.year }
        #expect(after.participants == all)
        #expect(after.counting(year: year, planned: nil, reported: nil) == after)
    }
}
