import MedelCore
import TestSupport
import Testing

@Suite struct FundingBasisTests {
    struct Case: Sendable {
        let basis: FundingBasis
        let costs: [Int64]
        var other: Int64 = 0
        let grants: [Int64]
    }

    private static let rows = ["lon", "po", "resor"].compactMap { BudgetRowCode($0) }

    private static func share(_ basisPoints: Int) -> FundingBasis {
        .share(Rate(basisPoints: basisPoints) ?? .zero)
    }

    private static func costs(_ ore: [Int64]) throws -> [RowCost] {
        try zip(rows, ore).map { RowCost($0, try Money(ore: $1)) }
    }

    @Test(arguments: [
        Case(basis: share(5_000), costs: [60_000_000], grants: [30_000_000]),
        Case(basis: share(5_000), costs: [1, 1, -1], grants: [1, 1, -1]),
        Case(basis: share(3_333), costs: [10_000, 5], grants: [3_333, 2]),
        Case(basis: .wholeCost, costs: [7, 0, -2], grants: [7, 0, -2]),
        Case(basis: .rows([rows[0], rows[2]]), costs: [7, 8, 9], grants: [7, 0, 9]),
        Case(basis: .lastAfterOther, costs: [7, 8, 9], other: 10, grants: [0, 5, 9]),
        Case(basis: .lastAfterOther, costs: [7, -2, 9], other: 14, grants: [0, -2, 2]),
        Case(basis: .lastAfterOther, costs: [7], other: 7, grants: [0]),
        Case(basis: share(6_000), costs: [100], other: 40, grants: [60]),
    ])
    func `a grant pays what its basis says of each row`(_ test: Case) throws {
        let grants = try test.basis.grants(
            for: Self.costs(test.costs),
            other: Money(ore: test.other)
        )
        #expect(grants.map(\.ore) == test.grants)
    }

    @Test(arguments: [
        Case(basis: share(6_000), costs: [100], other: 41, grants: []),
        Case(basis: .wholeCost, costs: [100], other: 1, grants: []),
        Case(basis: .lastAfterOther, costs: [100], other: 101, grants: []),
        Case(basis: .lastAfterOther, costs: [-100], other: 1, grants: []),
    ])
    func `financing above the cost is dubbelfinansiering`(_ test: Case) throws {
        let costs = try Self.costs(test.costs)
        let other = try Money(ore: test.other)
        let cost = try Money.sum(costs.map(\.cost))
        #expect(throws: FundingFault.financedTwice(cost: cost, other: other)) {
            try test.basis.grants(for: costs, other: other)
        }
    }

    @Test(arguments: 0..<200)
    func `last after other financing pays exactly what is left, row by row`(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let ore = (0..<3).map { _ in Int64.random(in: 0...1_000_000, using: &random) }
        let whole = ore.reduce(0, +)
        let other = Int64.random(in: 0...whole, using: &random)
        let grants = try FundingBasis.lastAfterOther.grants(
            for: Self.costs(ore),
            other: Money(ore: other)
        )
        #expect(grants.map(\.ore).reduce(0, +) == whole - other)
        #expect(zip(grants, ore).allSatisfy { $0.ore >= 0 && $0.ore <= $1 })
    }
}
