import MedelCore
import TestSupport
import Testing

struct SpreadTests {
    private func months(_ first: Int, _ last: Int) throws -> MonthRange {
        let from = try #require(Month(number: first))
        let through = try #require(Month(number: last))
        return try #require(MonthRange(from: from, through: through))
    }

    private func kronor(_ amounts: [Int64]) throws -> [Money] {
        try amounts.map { try Money(ore: $0 * 100) }
    }

    @Test func `GUIDE 10 case 1, Vägknuten 2.0 over calendar years`() throws {
        let sameEveryYear: [Int64] = [72, 20, 10, 50, 70, 270, 70, 20].map { $0 * 1_000 }
        let rows: [[Int64]] = [
            [980_000, 135_000, 50_000, 20_000] + sameEveryYear,
            [1_010_000, 135_000, 50_000, 5_000] + sameEveryYear,
            [1_040_000, 135_000, 50_000, 5_000] + sameEveryYear,
        ]
        #expect(rows.map { $0.reduce(0, +) } == [1_767_000, 1_782_000, 1_812_000])
        let years = [(201_702, 201_801), (201_802, 201_901), (201_902, 202_001)]
        let spreads = try zip(rows, years).map { amounts, year in
            let profile = try MonthProfile(equal: months(year.0, year.1))
            return try Spread(kronor(amounts), over: profile)
        }
        let sums = try Spread.calendarYears(spreads)
        #expect(sums.map(\.year) == [2017, 2018, 2019, 2020])
        #expect(
            sums.map(\.amount.ore) == [1_619_750_00, 1_780_750_00, 1_809_500_00, 151_000_00]
        )
        #expect(try Money.sum(sums.map(\.amount)).ore == 5_361_000_00)
    }

    @Test func `GUIDE 10 case 2, the first four months of KRUS and a net of zero`() throws {
        let costs = [830, 325, 67, 546, 75, 25, 75, 25, 255, 25, 45].map { Int64($0 * 1_000) }
        let profile = try MonthProfile(equal: months(201_909, 202_008))
        let autumn = try months(201_909, 201_912)
        let spread = try Spread(kronor(costs), over: profile)
        #expect(try spread.total(in: autumn).ore == 764_333_33)
        let income = try Spread(kronor([-2_293_000]), over: profile)
        #expect(try income.total(in: autumn).ore == -764_333_33)
        let both = try Spread(kronor(costs + [-2_293_000]), over: profile)
        #expect(try both.monthTotals().allSatisfy { $0 == .zero })
    }

    @Test func `GUIDE 10 case 3, SAMBA sums to one million in every way`() throws {
        let amounts: [Int64] = [848_000, 6_000, 9_700, 62_300, 24_300, 49_700]
        let spread = try Spread(
            kronor(amounts),
            over: MonthProfile(equal: months(201_801, 201_812))
        )
        #expect(try Money.sum(spread.monthTotals()).ore == 1_000_000_00)
        #expect(try spread.monthTotals().map(\.ore).prefix(3) == [83_333_33, 83_333_34, 83_333_33])
        for (row, amount) in amounts.enumerated() {
            #expect(try spread.total(ofRow: row, in: spread.months).ore == amount * 100)
        }
    }

    @Test func `GUIDE 10 case 4, Jobbvägen touches four calendar years`() throws {
        let spreads = try [(202_506, 202_605), (202_606, 202_705), (202_706, 202_805)].map {
            try Spread(kronor([1_601_208]), over: MonthProfile(equal: months($0.0, $0.1)))
        }
        let sums = try Spread.calendarYears(spreads)
        #expect(sums.map(\.year) == [2025, 2026, 2027, 2028])
        #expect(sums.map(\.amount.ore) == [7, 12, 12, 5].map { $0 * 133_434_00 })
    }

    @Test(arguments: [0, 1, -5, Money.oreMax, -Money.oreMax] as [Int64])
    func `one row keeps every öre`(_ ore: Int64) throws {
        let year = try months(202_501, 202_512)
        let spread = try Spread([Money(ore: ore)], over: MonthProfile(equal: year))
        #expect(try spread.total(in: year).ore == ore)
        #expect(spread.cells[0].count == 12)
    }

    @Test func `a half öre goes up, for an amount below zero too`() throws {
        let profile = try MonthProfile(equal: months(202_501, 202_502))
        let ore = { (amount: Int64) in
            try Spread([Money(ore: amount)], over: profile).cells[0].map(\.ore)
        }
        #expect(try ore(1) == [1, 0])
        #expect(try ore(-1) == [0, -1])
        #expect(try ore(-5) == [-2, -3])
    }

    @Test(arguments: 0..<300)
    func `rows and months sum exactly and no cell strays two öre`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let year = try months(202_502, 202_601)
        var weights = (0..<12).map { _ in Int.random(in: 0...5, using: &random) }
        weights[seed % 12] += 1
        let profile = try MonthProfile(months: year, weights: weights)
        let rows = try (0..<Int.random(in: 1...30, using: &random)).map { _ in
            try Money(ore: .random(in: -300_000_00...300_000_00, using: &random))
        }
        let spread = try Spread(rows, over: profile)
        let sum = weights.reduce(0) { $0 + Int128($1) }
        for (row, cells) in zip(rows, spread.cells) {
            #expect(try Money.sum(cells) == row)
            for (cell, weight) in zip(cells, weights) {
                let distance = Int128(cell.ore) * sum - Int128(row.ore) * Int128(weight)
                #expect(distance.magnitude < 2 * sum.magnitude)
            }
        }
        let total = try Money.sum(rows)
        let alone = try Spread([total], over: profile)
        #expect(try spread.monthTotals() == alone.cells[0])
    }

    @Test(arguments: 0..<100)
    func `rows with profiles of their own leave the others as they were`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let year = try months(202_501, 202_512)
        let equal = MonthProfile(equal: year)
        let own = try MonthProfile(months: year, weights: Array(1...12))
        let rows = try (0..<10).map { _ in
            let amount = try Money(ore: .random(in: -9_999...9_999, using: &random))
            return Spread.Row(amount, profile: Bool.random(using: &random) ? own : nil)
        }
        let mixed = try Spread(rows: rows, over: equal)
        let plain = try Spread(rows.filter { $0.profile == nil }.map(\.amount), over: equal)
        let kept = zip(rows, mixed.cells).filter { $0.0.profile == nil }.map(\.1)
        #expect(kept == plain.cells)
        for (row, cells) in zip(rows, mixed.cells) {
            #expect(try Money.sum(cells) == row.amount)
        }
    }

    @Test func `weights in the same proportion are one profile`() throws {
        let year = try months(202_501, 202_512)
        let doubled = try MonthProfile(months: year, weights: Array(repeating: 6, count: 12))
        #expect(doubled == MonthProfile(equal: year))
    }

    @Test func `weights that fit no year are refused with the reason`() throws {
        let year = try months(202_501, 202_502)
        #expect(throws: ProfileError.wrongCount(months: 2, weights: 1)) {
            try MonthProfile(months: year, weights: [1])
        }
        #expect(throws: ProfileError.weightOutOfRange(index: 1)) {
            try MonthProfile(months: year, weights: [1, -1])
        }
        #expect(throws: ProfileError.weightOutOfRange(index: 0)) {
            try MonthProfile(months: year, weights: [MonthProfile.weightMax + 1, 1])
        }
        #expect(throws: ProfileError.noWeight) {
            try MonthProfile(months: year, weights: [0, 0])
        }
        let other = try MonthProfile(equal: months(202_503, 202_504))
        #expect(throws: SpreadError.otherMonths(row: 0)) {
            try Spread(
                rows: [Spread.Row(.max, profile: other)],
                over: MonthProfile(equal: year)
            )
        }
    }

    @Test func `months outside the budget year have nothing`() throws {
        let spread = try Spread(
            [.max],
            over: MonthProfile(equal: months(202_501, 202_512))
        )
        #expect(try spread.total(in: months(202_601, 202_612)) == .zero)
        #expect(
            try Spread([], over: MonthProfile(equal: spread.months)).monthTotals()
                == Array(
                    repeating: .zero,
                    count: 12
                )
        )
        #expect(try Spread.calendarYears([]).isEmpty)
    }
}
