import MedelCore
import TestSupport
import Testing

/// Whatever is granted, changed, asked for, approved and corrected, no ceiling is ever passed.
@Suite struct CeilingSequenceTests {
    @Test(arguments: 0..<25)
    func `no short sequence passes a ceiling at any step`(_ seed: Int) throws {
        var run = try CeilingRun(seed: seed)
        for _ in 0..<100 {
            try run.step()
            try run.check()
        }
    }

    @Test(arguments: 0..<2)
    func `no sequence of 10 000 operations passes a ceiling`(_ seed: Int) throws {
        var run = try CeilingRun(seed: 1_000 + seed)
        for number in 1...10_000 {
            try run.step()
            if number % 250 == 0 { try run.check() }
        }
        #expect(run.counts.keys.count == CeilingRun.Act.allCases.count, "every kind was done")
        #expect(run.limitedCount > 0 && run.refusedCount > 0)
    }
}

/// A room and the naive model of it, taken the same steps.
struct CeilingRun {
    enum Act: CaseIterable {
        case grant, add, replace, move, reserve, approve, approvePart, release, spend, correct

        var isDecision: Bool {
            switch self {
            case .grant, .add, .replace, .move: true
            case .reserve, .approve, .approvePart, .release, .spend, .correct: false
            }
        }
    }

    private static let decisionsMax = 150

    private let build: CeilingBuild
    private var random: SeededGenerator
    private var room: CeilingRoom
    private var naive = NaiveRoom()
    private var decisions: [Decision] = []
    private var waiting: [(id: CeilingRoom.ReservationID, held: [CeilingUse])] = []
    private var number = 0
    private(set) var counts: [Act: Int] = [:]
    private(set) var limitedCount = 0
    private(set) var refusedCount = 0

    private let years: [BudgetYear]
    private let scopes: [Ceiling.Scope]

    init(seed: Int) throws {
        build = try CeilingBuild()
        random = SeededGenerator(seed: seed)
        years = [
            try CeilingBuild.year("2024-02", "2025-01"),
            try CeilingBuild.year("2025-02", "2026-01"),
        ]
        let owners = ["OSK", "MON"].compactMap { OwnerCode($0) }
        let categories = ["LON", "PO"].compactMap { CostCategoryCode($0) }
        scopes =
            [.total, .budgetYear(1), .budgetYear(2), .calendarYear(2024), .calendarYear(2025)]
            + owners.map { .recipient($0) } + categories.map { .category($0) }
        let positions = [try build.position(2023, approved: 40, recipient: "OSK")]
        room = CeilingRoom(build.insats, years: years, from: positions)
        naive.approved = positions.flatMap { $0.uses(\.approved, years: years) }
    }

    mutating func check() throws {
        #expect(naive.passed(room.grant.ceilings, years: years) == [])
        let ceilings = room.grant.ceilings.mapValues { Int($0.ore) }
        #expect(ceilings == NaiveRoom.ceilings(decisions))
        #expect(room.open.mapValues(\.held) == naive.open)
        for scope in scopes {
            let sum = naive.approved.filter { scope.contains($0, years: years) }
            if room.grant.ceilings[scope] != nil {
                #expect(try room.approved(in: scope) == Money.sum(sum.map(\.amount)))
            }
        }
    }

    mutating func step() throws {
        var act =
            decisions.isEmpty ? Act.grant : Act.allCases.randomElement(using: &random) ?? .spend
        // A grant of hundreds of decisions is none; the rest of the steps are claims.
        if decisions.count > Self.decisionsMax, act.isDecision { act = .spend }
        counts[act, default: 0] += 1
        switch act {
        case .grant:
            if decisions.isEmpty { try decide(.grant, .none, .total, upTo: 3_000) }
        case .add:
            try decide(.amend, .adds(decisions[0].code), pick(), upTo: 900)
        case .replace:
            let old = decisions[Int.random(in: 0..<decisions.count, using: &random)]
            if decisions.count < 40 || Int.random(in: 0..<50, using: &random) == 0 {
                try decide(.amend, .replaces(old.code), old.ceilings[0].scope, upTo: 4_000)
            }
        case .move: try move()
        case .reserve:
            let rows = try (0..<Int.random(in: 1...4, using: &random)).map { _ in
                try use(-300...700)
            }
            guard waiting.count < 12 else { return }
            let (id, reservation) = room.reserve(rows)
            if reservation.held != rows { limitedCount += 1 }
            waiting.append((id, reservation.held))
            naive.open[id] = reservation.held
        case .approve: try settle { held, _ in held }
        case .approvePart:
            try settle { held, random in
                held.ore == 0
                    ? held
                    : try Money(
                        ore: held.ore.signum() * Int64.random(in: 0...abs(held.ore), using: &random)
                    )
            }
        case .release:
            guard let (id, _) = waiting.popLast() else { return }
            try room.release(id)
            naive.open[id] = nil
        case .spend: spend(try use(0...900))
        case .correct: spend(try use(-500 ... -1))
        }
    }

    private mutating func spend(_ use: CeilingUse) {
        let taken = room.approve([use])
        if taken != [use] { limitedCount += 1 }
        naive.approved += taken
    }

    private mutating func settle(
        _ part: (Money, inout SeededGenerator) throws -> Money
    ) throws {
        guard !waiting.isEmpty else { return }
        let place = Int.random(in: 0..<waiting.count, using: &random)
        let (id, held) = waiting.remove(at: place)
        let amounts = try held.map { try part($0.amount, &random) }
        naive.open[id] = nil
        naive.approved += try room.approve(id, amounts)
    }

    private mutating func decide(
        _ kind: Decision.Kind,
        _ relation: Decision.Relation,
        _ scope: Ceiling.Scope,
        upTo most: Int64
    ) throws {
        try take(kind, relation, [(scope, Int64.random(in: 0...most, using: &random))])
    }

    /// Moves between two scopes that the decisions have, so that the room stays what it is in all.
    private mutating func move() throws {
        let held = scopes.filter { room.grant.ceilings[$0] != nil }
        guard held.count >= 2 else { return }
        let pair = held.shuffled(using: &random).prefix(2)
        let ore = Int64.random(in: 1...200, using: &random)
        try take(.reallocate, .moves, [(pair[0], -ore), (pair[1], ore)])
    }

    private mutating func take(
        _ kind: Decision.Kind,
        _ relation: Decision.Relation,
        _ ceilings: [(Ceiling.Scope, Int64)]
    ) throws {
        number += 1
        let decision = try build.decision(
            format(number),
            kind,
            relation,
            on: "2024-01-01",
            ceilings
        )
        do {
            try room.decide(decision)
            decisions.append(decision)
        } catch CeilingRoomFault.belowUsed {
            refusedCount += 1
        }
    }

    /// Codes in the order of time, since decisions of one day are taken in order of code.
    private func format(_ number: Int) -> String {
        String(repeating: "0", count: 6 - String(number).count) + String(number)
    }

    private mutating func pick() -> Ceiling.Scope { scopes.randomElement(using: &random) ?? .total }

    private mutating func use(_ range: ClosedRange<Int64>) throws -> CeilingUse {
        let month = Int.random(in: 1...12, using: &random)
        let year = Int.random(in: 2024...2026, using: &random)
        return try build.use(
            "\(year)-\(month < 10 ? "0" : "")\(month)",
            ["LON", "PO", "RESOR", nil].randomElement(using: &random) ?? nil,
            ["OSK", "MON", nil].randomElement(using: &random) ?? nil,
            Int64.random(in: range, using: &random)
        )
    }
}
