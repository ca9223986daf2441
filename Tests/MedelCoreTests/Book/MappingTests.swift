import MedelCore
import TestSupport
import Testing

struct MappingTests {
    private static let project = ObjectReference(dimension: 6, code: "P1")

    private func month(_ number: Int) throws -> Month { try #require(Month(number: number)) }

    private func coding(_ account: String, _ objects: [ObjectReference] = []) throws -> Coding {
        Coding(account: try #require(AccountNumber(account)), objects: objects)
    }

    private func rule(
        _ id: Int64,
        _ prefix: String,
        object: ObjectReference? = nil,
        from first: Int? = nil,
        through last: Int? = nil,
        priority: Int = 0
    ) throws -> MappingRule {
        MappingRule(
            id: MappingRule.ID(id),
            accountPrefix: prefix,
            object: object,
            from: try first.map(month),
            through: try last.map(month),
            priority: priority,
            target: .area(.board),
            category: CostCategoryCode("LON")
        )
    }

    private func winner(
        _ rules: [MappingRule],
        _ account: String = "5020",
        _ objects: [ObjectReference] = [project],
        _ number: Int = 202_501
    ) throws -> Int64? {
        let coding = try coding(account, objects)
        let month = try month(number)
        let found = Mapping(rules).rule(for: coding, in: month)
        #expect(found == Mapping(rules.reversed()).rule(for: coding, in: month))
        #expect(found == Mapping(rules).rules(for: coding).first { $0.holds(in: month) })
        return found?.id.number
    }

    @Test func `what no rule takes is unmapped`() throws {
        #expect(try winner([]) == nil)
        #expect(try winner([rule(1, "51")]) == nil)
        #expect(try winner([rule(1, "50201")]) == nil)
        let other = ObjectReference(dimension: 1, code: "P1")
        #expect(try winner([rule(1, "5", object: other)]) == nil)
        #expect(try winner([rule(1, "5", object: Self.project)], "5020", []) == nil)
    }

    @Test func `the highest priority wins, then the most specific, then the oldest`() throws {
        let high = try rule(9, "", priority: 1)
        let object = try rule(8, "", object: Self.project)
        let long = try rule(7, "502")
        let bounded = try rule(6, "50", from: 202_501)
        let old = try rule(4, "50")
        let young = try rule(5, "50")
        let all = [young, old, bounded, long, object, high]
        for count in (1...all.count).reversed() {
            #expect(try winner(Array(all.prefix(count))) == [5, 4, 6, 7, 8, 9][count - 1])
        }
    }

    @Test func `a rule holds from its first month through its last`() throws {
        let rules = [try rule(1, "5", from: 202_502, through: 202_503)]
        let numbers = [202_501, 202_502, 202_503, 202_504]
        let found = try numbers.map { try winner(rules, "5020", [], $0) }
        #expect(found == [nil, 1, 1, nil])
        #expect(try winner([rule(1, "5", through: 202_412)]) == nil)
        #expect(try winner([rule(1, "5", from: 202_502)]) == nil)
    }

    @Test func `an empty prefix takes every account and one account takes itself`() throws {
        #expect(try winner([rule(1, "")], "DIFF", []) == 1)
        #expect(try winner([rule(1, "5020")]) == 1)
        #expect(try winner([rule(1, "")], "5020", [], 101) == 1)
    }

    @Test(arguments: 0..<200)
    func `the order in which rules are given does not matter`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let rules = try (0..<12).map { id in
            try rule(
                Int64(id),
                ["", "5", "50", "502"].randomElement(using: &random) ?? "",
                object: Bool.random(using: &random) ? Self.project : nil,
                from: Bool.random(using: &random) ? 202_501 : nil,
                through: Bool.random(using: &random) ? 202_412 : nil,
                priority: .random(in: 0...1, using: &random)
            )
        }
        let first = try winner(rules)
        #expect(try winner(rules.shuffled(using: &random)) == first)
    }
}
