import MedelCore
import TestSupport
import Testing

@Suite struct ReallocationTests {
    private static func version(_ kronor: [[Int64]]) throws -> BudgetVersion {
        let names = ["a", "b", "c", "d", "e", "f"]
        return try Plan.version(
            1,
            years: [try Plan.year("2019-01", "2019-12"), try Plan.year("2020-01", "2020-12")],
            rows: try zip(names, kronor).map { name, kronor in
                BudgetRow(
                    code: try Plan.code(name),
                    category: name == "f" ? CostCategoryCode("INTAKT_FORBUND") : nil,
                    label: name,
                    recipient: nil,
                    amounts: try kronor.map { try Plan.kronor($0) }
                )
            }
        )
    }

    private static func move(
        _ from: String,
        _ to: String,
        _ kronor: Int64,
        year: Int = 1
    ) throws -> Reallocation.Move {
        Reallocation.Move(
            from: try Plan.code(from),
            to: try Plan.code(to),
            year: year,
            amount: try Plan.kronor(kronor)
        )
    }

    private static func fault(
        _ moves: [Reallocation.Move],
        _ tolerance: RowTolerance?,
        earlier: [Reallocation.Move] = []
    ) throws -> ReallocationFault? {
        let version = try version([
            [100_000, 0], [50_000, 0], [0, 0], [-10_000, 0], [900_000, 0], [-1_040_000, 0],
        ])
        do {
            try Reallocation.check(moves, in: version, tolerance: tolerance, earlier: earlier)
            return nil
        } catch {
            return error
        }
    }

    private static func tolerance(
        _ basisPoints: Int?,
        _ kronor: Int64?
    ) throws -> RowTolerance {
        try #require(
            RowTolerance(
                rate: basisPoints.flatMap { Rate(basisPoints: $0) },
                amount: try kronor.map { try Plan.kronor($0) }
            )
        )
    }

    @Test func `a move inside both limits is let through, one öre outside is not`() throws {
        let ten = try Self.tolerance(1_000, nil)
        #expect(try Self.fault([Self.move("a", "b", 5_000)], ten) == nil)
        let b = try Plan.code("b")
        #expect(
            try Self.fault([Self.move("a", "b", 5_001)], ten)
                == .outsideTolerance(
                    b,
                    year: 1,
                    change: Plan.kronor(5_001),
                    limit: Plan.kronor(5_000)
                )
        )
        let both = try Self.tolerance(1_000, 4_000)
        #expect(try Self.fault([Self.move("a", "b", 4_000)], both) == nil)
        #expect(try Self.fault([Self.move("a", "b", 4_001)], both) != nil)
        let amount = try Self.tolerance(nil, 4_000)
        #expect(try Self.fault([Self.move("a", "c", 4_000)], amount) == nil)
        #expect(try Self.fault([Self.move("a", "c", 1)], ten) != nil)
    }

    @Test func `what has been moved before counts, and moving back frees the tolerance`() throws {
        let ten = try Self.tolerance(1_000, nil)
        let earlier = [try Self.move("a", "b", 4_000)]
        #expect(try Self.fault([Self.move("a", "b", 1_000)], ten, earlier: earlier) == nil)
        #expect(try Self.fault([Self.move("a", "b", 1_001)], ten, earlier: earlier) != nil)
        #expect(try Self.fault([Self.move("e", "b", 1_001)], ten, earlier: earlier) != nil)
        #expect(try Self.fault([Self.move("b", "a", 9_000)], ten, earlier: earlier) == nil)
        #expect(try Self.fault([Self.move("b", "a", 9_001)], ten, earlier: earlier) != nil)
    }

    @Test func `a move that cannot be is refused for what it is`() throws {
        let free = try Self.tolerance(nil, 1_000_000)
        let year = try Self.fault([Self.move("a", "b", 1, year: 3)], free)
        #expect(year == .unknownYear(3, count: 2))
        #expect(try Self.fault([Self.move("a", "a", 1)], free) == .sameRow(Plan.code("a")))
        #expect(try Self.fault([Self.move("a", "x", 1)], free) == .unknownRow(Plan.code("x")))
        #expect(try Self.fault([Self.move("a", "f", 1)], free) == .financing(Plan.code("f")))
        for amount in [0, -5] as [Int64] {
            #expect(
                try Self.fault([Self.move("a", "b", amount)], free)
                    == .notAboveZero(Plan.kronor(amount))
            )
        }
        #expect(
            try Self.fault([Self.move("b", "a", 50_001)], free)
                == .moreThanRow(Plan.code("b"), year: 1, has: Plan.kronor(50_000))
        )
        for pair in [("d", "a"), ("a", "d")] {
            let move = try Self.move(pair.0, pair.1, 1)
            #expect(try Self.fault([move], free) == .income(Plan.code("d")))
        }
        #expect(try Self.fault([Self.move("a", "b", 1)], nil) == .noTolerance)
        #expect(try Self.fault([Self.move("a", "b", 50_000)], free) == nil)
    }

    @Test(arguments: 0..<200)
    func `moves sum to zero and stay inside the tolerance of a naive model`(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let base = try Self.version(
            (0..<5).map { _ in
                (0..<2).map { _ in Int64.random(in: 0...20, using: &generator) * 1_000 }
            }
        )
        let tolerance = try Self.tolerance(
            Bool.random(using: &generator) ? Int.random(in: 0...4_000, using: &generator) : nil,
            Int64.random(in: 0...6_000, using: &generator)
        )
        var version = base
        var naive = base.rows.map { $0.amounts.map(\.ore) }
        let names = base.rows.map(\.code.text)
        for number in 2..<40 {
            let pair = Array(names.indices).shuffled(using: &generator)
            let (from, to) = (pair[0], pair[1])
            let year = Int.random(in: 1...2, using: &generator)
            let kronor = Int64.random(in: 1...3_000, using: &generator)
            let move = try Self.move(names[from], names[to], kronor, year: year)
            var tried = naive
            tried[from][year - 1] -= kronor * 100
            tried[to][year - 1] += kronor * 100
            let fits = [from, to].allSatisfy { row in
                let decided = base.rows[row].amounts[year - 1].ore
                let change = abs(tried[row][year - 1] - decided)
                let percent = tolerance.rate.map { decided * Int64($0.basisPoints) / 10_000 }
                return change <= min(percent ?? .max, tolerance.amount?.ore ?? .max)
            }
            let allowed = fits && tried[from][year - 1] >= 0
            do {
                try Reallocation.check(
                    [move],
                    in: base,
                    tolerance: tolerance,
                    earlier: version.reallocation?.moves ?? []
                )
                #expect(allowed)
                version = try version.moving([move], number: number, date: version.date)
                naive = tried
            } catch {
                #expect(!allowed, "\(error)")
            }
            #expect(version.rows.map { $0.amounts.map(\.ore) } == naive)
            for place in 0..<2 {
                let sum = version.rows.reduce(Int64(0)) { $0 + $1.amounts[place].ore }
                #expect(sum == base.rows.reduce(Int64(0)) { $0 + $1.amounts[place].ore })
            }
        }
        #expect(version.reallocation.map { $0.base == 1 && version.kind == .revised } ?? true)
    }

    @Test func `a row that follows a rule says what was moved and is not computed anew`() throws {
        let plans = [
            try Plan.row("lon", Plan.staff(pay: 3_000_000)),
            try Plan.row("adm", Plan.percent(400, of: ["lon"])),
            try Plan.row("it", kronor: [9_000]),
        ]
        let years = [try Plan.year("2019-01", "2019-12")]
        let rows = try #require(BudgetEvaluation(plans, years: years, rates: PORateTable()).rows)
        let version = try Plan.version(1, years: years, rows: rows)
        let moved = try version.moving(
            [Self.move("lon", "it", 1_000)],
            number: 2,
            date: version.date
        )
        #expect(moved.rows.map { $0.amounts[0].ore } == [35_900_000, 1_440_000, 1_000_000])
        let text = try #require(moved.rows[0].derivation?.texts[0])
        #expect(
            text.replacing("\u{A0}", with: " ")
                == "1,0 tjänst × 100 % × 30 000 kr × 12 mån = 360 000,00; "
                + "omfördelat −1 000,00 till it"
        )
        #expect(moved.rows[1] == version.rows[1])
        #expect(moved.computedAgain.rows?.first?.amounts == version.rows[0].amounts)
    }
}
