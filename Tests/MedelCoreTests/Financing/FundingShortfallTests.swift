import MedelCore
import TestSupport
import Testing

struct FundingShortfallTests {
    private static func candidate(
        _ code: String,
        _ date: String,
        _ ore: Int64?,
        paragraph: Int = 0
    ) throws -> FundingShortfall.Candidate {
        FundingShortfall.Candidate(
            insats: try #require(InsatsCode(code)),
            decision: try #require(DecisionCode("2025-1")),
            decidedOn: try #require(Day(iso: date)),
            paragraph: paragraph,
            payable: try ore.map { try Money(ore: $0) }
        )
    }

    private func shortfall(
        overdue: Int64,
        below: Int64?,
        room: Int64?,
        _ candidates: [FundingShortfall.Candidate]
    ) throws -> FundingShortfall {
        try FundingShortfall(
            overdue: Money(ore: overdue),
            belowBudget: try below.map { try Money(ore: $0) },
            freeRoom: try room.map { try Money(ore: $0) },
            candidates: candidates
        )
    }

    private static func grants() throws -> [FundingShortfall.Candidate] {
        try [
            candidate("A", "2024-11-20", 500), candidate("B", "2025-03-13", 300),
            candidate("C", "2025-02-01", nil), candidate("D", "2025-03-13", 200),
            candidate("E", "2025-01-01", 0),
        ]
    }

    @Test func `the latest decided is hit first, until the shortfall is covered`() throws {
        let found = try shortfall(overdue: 400, below: 250, room: 50, Self.grants())
        #expect(found.total.ore == 650)
        #expect(found.uncovered.ore == 600)
        #expect(found.hits.map(\.candidate.insats.text) == ["B", "D", "C", "A"])
        #expect(found.hits.map(\.amount?.ore) == [300, 200, nil, 100])
        #expect(found.left == .zero)
    }

    @Test func `decisions of one meeting are hit by falling paragraph, not by code`() throws {
        let found = try shortfall(
            overdue: 700,
            below: 0,
            room: nil,
            [
                Self.candidate("A", "2025-03-13", 300, paragraph: 2),
                Self.candidate("B", "2025-03-13", 300, paragraph: 10),
                Self.candidate("C", "2025-03-13", 300, paragraph: 9),
                Self.candidate("D", "2025-03-12", 300, paragraph: 99),
            ]
        )
        #expect(found.hits.map(\.candidate.insats.text) == ["B", "C", "A"])
        #expect(found.hits.map(\.amount?.ore) == [300, 300, 100])
    }

    @Test func `free room comes first, and below zero it is none`() throws {
        #expect(try shortfall(overdue: 100, below: 0, room: 100, Self.grants()).hits.isEmpty)
        #expect(try shortfall(overdue: 101, below: 0, room: 100, Self.grants()).uncovered.ore == 1)
        #expect(try shortfall(overdue: 100, below: 0, room: -9, Self.grants()).uncovered.ore == 100)
        let unknown = try shortfall(overdue: 100, below: nil, room: nil, Self.grants())
        #expect(unknown.uncovered.ore == 100)
        #expect(unknown.freeRoom == nil)
        #expect(unknown.total.ore == 100)
    }

    @Test func `what no grant is left to take is told`() throws {
        let found = try shortfall(overdue: 1_001, below: 0, room: nil, Self.grants())
        #expect(found.left.ore == 1)
        #expect(try shortfall(overdue: 0, below: 0, room: nil, Self.grants()).hits.isEmpty)
    }

    @Test(arguments: 0..<200)
    func `hits and what is left sum to what is uncovered`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let candidates = try (0..<Int.random(in: 0...8, using: &random)).map { place in
            try Self.candidate(
                "I\(place)",
                "2025-0\(Int.random(in: 1...9, using: &random))-01",
                Bool.random(using: &random) ? Int64.random(in: 0...900, using: &random) : nil
            )
        }
        let found = try shortfall(
            overdue: Int64.random(in: 0...2_000, using: &random),
            below: Int64.random(in: 0...500, using: &random),
            room: Int64.random(in: -100...700, using: &random),
            candidates
        )
        let taken = try Money.sum(found.hits.compactMap(\.amount) + [found.left])
        #expect(taken == found.uncovered)
        let days = found.hits.map(\.candidate.decidedOn)
        #expect(days == days.sorted(by: >))
        for hit in found.hits {
            if let amount = hit.amount, let payable = hit.candidate.payable {
                #expect(amount <= payable && amount > .zero)
            }
        }
    }
}
