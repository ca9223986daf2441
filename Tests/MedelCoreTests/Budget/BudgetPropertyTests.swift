import MedelCore
import TestSupport
import Testing

@Suite struct BudgetPropertyTests {
    /// Rows where a percentage may build on any other: sometimes in a circle.
    private static func graph(
        _ generator: inout SeededGenerator,
        density: Int
    ) throws -> [BudgetRowPlan] {
        let count = Int.random(in: 1...9, using: &generator)
        return try (0..<count).map { place in
            var base: [String] = []
            for other in 0..<count where Int.random(in: 0..<100, using: &generator) < density {
                base.append("r\(other)")
            }
            guard !base.isEmpty else {
                let ore = Int64.random(in: -50_000_000...500_000_000, using: &generator)
                return try Plan.row("r\(place)", .amounts([Money(ore: ore)]))
            }
            let points = Int.random(in: 0...3_000, using: &generator)
            return try Plan.row("r\(place)", Plan.percent(points, of: base))
        }
    }

    /// Whether a walk down from a row meets the row again.
    private static func meetsItself(
        _ code: BudgetRowCode,
        _ base: [BudgetRowCode: [BudgetRowCode]]
    ) -> Bool {
        var waiting = base[code] ?? []
        var seen: Set<BudgetRowCode> = []
        while let next = waiting.popLast() {
            if next == code { return true }
            if seen.insert(next).inserted { waiting += base[next] ?? [] }
        }
        return false
    }

    @Test(arguments: 0..<200)
    func `a circle is found exactly when a row can be reached from itself`(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let plans = try Self.graph(&generator, density: seed % 40)
        var base: [BudgetRowCode: [BudgetRowCode]] = [:]
        for plan in plans {
            if case .rule(let rule, _) = plan.content { base[plan.code] = rule.base }
        }
        let turning = Set(plans.map(\.code).filter { Self.meetsItself($0, base) })
        let budget = BudgetEvaluation(
            plans,
            years: [BudgetYear(label: "1", months: nil)],
            rates: PORateTable()
        )
        let circles = budget.faults.compactMap { fault -> [BudgetRowCode]? in
            if case .circle(let codes) = fault.reason { codes } else { nil }
        }
        #expect(circles.isEmpty == turning.isEmpty)
        for circle in circles {
            for (place, code) in circle.enumerated() {
                let next = circle[(place + 1) % circle.count]
                #expect(base[code]?.contains(next) == true)
            }
            #expect(Set(circle).count == circle.count)
            #expect(circle.min() == circle.first)
        }
        #expect((budget.rows == nil) == !budget.faults.isEmpty)
    }

    @Test(arguments: 0..<200)
    func `row order does not change totals`(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var plans: [BudgetRowPlan] = []
        let count = Int.random(in: 2...12, using: &generator)
        for place in 0..<count {
            let earlier = (0..<place).filter { _ in Bool.random(using: &generator) }
            let months = Int.random(in: 0...2, using: &generator)
            if earlier.isEmpty || months == 0 {
                plans.append(try Plan.row("r\(place)", Self.leaf(&generator)))
            } else {
                let rule = try Plan.percent(
                    Int.random(in: -2_000...4_000, using: &generator),
                    of: earlier.map { "r\($0)" }
                )
                plans.append(try Plan.row("r\(place)", rule))
            }
        }
        let years = [try Plan.year("2018-07", "2019-06")]
        let rates = try Plan.rates()
        let first = BudgetEvaluation(plans, years: years, rates: rates)
        let second = BudgetEvaluation(plans.shuffled(using: &generator), years: years, rates: rates)
        let rows = try #require(first.rows)
        let shuffled = try #require(second.rows)
        #expect(Set(rows) == Set(shuffled))
        #expect(first.rates == second.rates)
    }

    private static func leaf(_ generator: inout SeededGenerator) throws -> BudgetRule {
        let ore = Int64.random(in: 0...5_000_000, using: &generator)
        let hundredths = Int.random(in: -500...500, using: &generator)
        let unit = try #require(Quantity(hundredths: hundredths))
        return Bool.random(using: &generator)
            ? try Plan.staff(
                posts: [Int.random(in: 0...500, using: &generator)],
                pay: ore,
                charges: .sector(.municipality)
            )
            : .unit(UnitRule(quantities: [unit], unit: "st", prices: [try Money(ore: ore)]))
    }

    /// A budget year reckoned month by month in whole numbers, without any of the rule's own code.
    private static func naive(
        _ rule: StaffRule,
        _ months: MonthRange,
        _ rates: [Int: Int128]
    ) -> Int128 {
        func nearest(_ dividend: Int128, _ divisor: Int128) -> Int128 {
            let sign: Int128 = dividend < 0 ? -1 : 1
            return sign * ((2 * sign * dividend + divisor) / (2 * divisor))
        }
        var pay = Int128(rule.monthlyPay.ore)
        var sums: [Int: Int128] = [:]
        let before = rule.raises.filter { $0.from < months.first }
        let order = before.sorted { $0.from < $1.from }
        for raise in order { pay += step(raise.step, on: pay) }
        for month in months.months {
            for raise in rule.raises where raise.from == month { pay += step(raise.step, on: pay) }
            sums[month.year, default: 0] += pay
        }
        func step(_ step: StaffRule.Raise.Step, on pay: Int128) -> Int128 {
            switch step {
            case .percent(let rate): nearest(pay * Int128(rate.basisPoints), 10_000)
            case .amount(let amount): Int128(amount.ore)
            }
        }
        var total: Int128 = 0
        let scale = Int128(rule.posts[0].hundredths) * Int128(rule.employment[0].basisPoints)
        for (year, sum) in sums {
            var amount = nearest(sum * scale, 1_000_000)
            switch rule.holiday {
            case .perDay(let rate, let days):
                let parts = Int128(rate.millionths) * Int128(days)
                amount += nearest(sum * scale * parts, 12 * 1_000_000 * 1_000_000)
            case .share(let rate):
                amount += nearest(sum * scale * Int128(rate.basisPoints), 10_000_000_000)
            case nil: break
            }
            total += amount + nearest(amount * (rates[year] ?? 0), 10_000)
        }
        return total
    }

    @Test(arguments: 0..<200)
    func `a staff row is what its months come to one by one`(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let start = Int.random(in: 1...12, using: &generator)
        let first = try #require(Month(year: 2018, month: start))
        let length = Int.random(in: 0...23, using: &generator)
        let last = try #require(first.advanced(by: length))
        let months = try #require(MonthRange(from: first, through: last))
        var raises: [Month: StaffRule.Raise] = [:]
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            let later = Int.random(in: -8...26, using: &generator)
            let from = try #require(first.advanced(by: later))
            let basisPoints = Int.random(in: -100...600, using: &generator)
            let step: StaffRule.Raise.Step =
                Bool.random(using: &generator)
                ? .amount(try Money(ore: Int64.random(in: 0...200_000, using: &generator)))
                : .percent(try #require(Rate(basisPoints: basisPoints)))
            raises[from] = StaffRule.Raise(from: from, step: step)
        }
        let holidays: [StaffRule.Holiday?] = [
            nil, .perDay(try #require(FineRate(percent: "0,605")), days: 31),
            .share(try #require(Rate(basisPoints: 91))),
        ]
        let hundredths = Int.random(in: 0...900, using: &generator)
        let employment = Int.random(in: 0...10_000, using: &generator)
        let rule = StaffRule(
            posts: [try #require(Quantity(hundredths: hundredths))],
            employment: [try #require(Rate(basisPoints: employment))],
            monthlyPay: try Money(ore: Int64.random(in: 0...9_000_000, using: &generator)),
            raises: raises.values.sorted { $0.from > $1.from },
            holiday: holidays.randomElement(using: &generator) ?? nil,
            charges: Bool.random(using: &generator) ? .sector(.municipality) : nil,
            isBought: false
        )
        let budget = BudgetEvaluation(
            [try Plan.row("lon", .staff(rule))],
            years: [BudgetYear(label: "1", months: months)],
            rates: try Plan.rates()
        )
        let rates: [Int: Int128] =
            rule.charges == nil ? [:] : [2018: 3_917, 2019: 3_915, 2020: 4_015]
        #expect(try budget.ore("lon").map { Int128($0) } == [Self.naive(rule, months, rates)])
    }
}
