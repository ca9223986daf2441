import MedelCore
import TestSupport
import Testing

struct ContributionSplitTests {
    private static func code(_ text: String) throws -> MemberCode {
        try #require(MemberCode(text))
    }

    private static func month(_ text: String) throws -> Month { try #require(Month(iso: text)) }

    private static func member(
        _ code: String,
        _ party: Party,
        _ key: Int,
        from first: String? = nil,
        through last: String? = nil,
        later: [MemberKey] = []
    ) throws -> Member {
        Member(
            code: try Self.code(code),
            name: code,
            party: party,
            key: key,
            from: try first.map(month),
            through: try last.map(month),
            laterKeys: later
        )
    }

    private static func state() throws -> [Member] {
        [try member("FK", .state, 1), try member("AF", .state, 0)]
    }

    /// Invented numbers of inhabitants.
    static let inhabitants = [
        41_207, 18_353, 11_784, 7_941, 5_129, 27_013, 9_999, 14_600, 3_331, 6_007, 71_900, 12_345,
    ]

    private static func towns(_ weights: [Int]) throws -> [Member] {
        try weights.enumerated().map { try member("K\($0 + 1)", .municipality, $1) }
    }

    private func split(
        kronor: Int64,
        _ members: [Member],
        _ sharing: ContributionSharing = ContributionSharing(),
        year: Int = 2026
    ) throws -> ContributionSplit {
        try ContributionSplit(
            try Money(ore: kronor * 100),
            year: year,
            members: members,
            sharing: sharing
        )
    }

    private func kronor(_ split: ContributionSplit) -> [String: Int64] {
        Dictionary(
            uniqueKeysWithValues: split.members.map { ($0.member.code.text, $0.amount.ore / 100) }
        )
    }

    @Test func `GUIDE 10 case 5: ten million is shared 50, 25 and 25 by law`() throws {
        let members =
            try Self.state() + [try Self.member("REGION", .region, 1)]
            + Self.towns(Self.inhabitants)
        let split = try split(kronor: 10_000_000, members)
        #expect(split.shares.basis == .law)
        #expect(split.parties.map(\.party) == Party.allCases)
        #expect(split.parties.map { $0.amount.ore / 100 } == [5_000_000, 2_500_000, 2_500_000])
        for party in split.parties {
            #expect(try Money.sum(party.members.map(\.amount)) == party.amount)
        }
        #expect(try Money.sum(split.members.map(\.amount)) == split.total)
        #expect(split.members.allSatisfy { $0.amount.ore % 100 == 0 })
        #expect(split[try Self.code("AF")] == .zero)
        let oracle = naiveSplit(
            ore: 250_000_000,
            weights: Self.inhabitants.map { UInt64($0 * 12) },
            unit: 100,
            balancing: nil
        )
        #expect(split.parties[2].members.map(\.amount.ore) == oracle)
    }

    @Test func `GUIDE 10 case 5, Gotland variant: half and half without a region`() throws {
        let members = try Self.state() + [try Self.member("GOTLAND", .municipality, 61_000)]
        let split = try split(kronor: 10_000_000, members)
        #expect(split.shares.basis == .lawWithoutRegion)
        #expect(kronor(split) == ["FK": 5_000_000, "AF": 0, "GOTLAND": 5_000_000])
        #expect(split.parties.map(\.party) == [.state, .municipality])
    }

    @Test func `agreed shares hold from their year on`() throws {
        let rate = { (percent: Int) in try #require(Rate(basisPoints: percent * 100)) }
        let agreed = try #require(
            ContributionSharing.Shares(
                from: 2026,
                state: rate(40),
                region: rate(40),
                municipality: rate(20)
            )
        )
        let sharing = ContributionSharing(shares: [agreed])
        let members =
            try Self.state() + [try Self.member("R", .region, 1)]
            + [try Self.member("K", .municipality, 1)]
        let before = try split(kronor: 1_000, members, sharing, year: 2025)
        let after = try split(kronor: 1_000, members, sharing, year: 2027)
        #expect(before.parties.map(\.amount.ore) == [500_00, 250_00, 250_00])
        #expect(after.parties.map(\.amount.ore) == [400_00, 400_00, 200_00])
        #expect(after.shares.basis == .agreed(from: 2026))
    }

    @Test func `several regions share their quarter by their keys`() throws {
        let members =
            try Self.state()
            + [try Self.member("R1", .region, 3), try Self.member("R2", .region, 1)]
            + [try Self.member("K", .municipality, 1)]
        #expect(
            kronor(try split(kronor: 1_600, members))
                == ["FK": 800, "AF": 0, "R1": 300, "R2": 100, "K": 400]
        )
    }

    @Test func `months of membership weigh, and dated keys hold from their year`() throws {
        let later = [MemberKey(from: 2026, kind: .population, weight: 300)]
        let members =
            try Self.state() + [
                try Self.member("R", .region, 1),
                try Self.member("JOINS", .municipality, 100, from: "2026-07"),
                try Self.member("LEAVES", .municipality, 100, through: "2026-03", later: later),
                try Self.member("GONE", .municipality, 100, through: "2025-12"),
                try Self.member("COMES", .municipality, 100, from: "2027-01"),
            ]
        let split = try split(kronor: 6_000, members)
        // 100 × 6 and 300 × 3 months.
        #expect(kronor(split) == ["FK": 3_000, "AF": 0, "R": 1_500, "JOINS": 600, "LEAVES": 900])
        let leaves = try #require(split.members.last)
        #expect(leaves.months == 3)
        #expect(leaves.key == 300)
        #expect(leaves.keyKind == .population)
        #expect(leaves.weight == 900)
    }

    @Test func `a balancing member takes what rounding leaves in its own party`() throws {
        let members =
            try Self.state() + [try Self.member("R", .region, 1)] + Self.towns([1, 1, 1])
        let sharing = ContributionSharing(balancing: try Self.code("K2"))
        let split = try split(kronor: 403, members, sharing)
        #expect(
            kronor(split) == ["FK": 201, "AF": 0, "R": 101, "K1": 33, "K2": 35, "K3": 33]
        )
    }

    @Test func `loose öre are paid by the first party, and by öre by all`() throws {
        let members =
            try Self.state() + [try Self.member("R", .region, 1)] + Self.towns([1])
        let krona = try ContributionSplit(
            try Money(ore: 10_003),
            year: 2026,
            members: members,
            sharing: ContributionSharing()
        )
        #expect(krona.parties.map(\.amount.ore) == [5_003, 2_500, 2_500])
        let ore = try ContributionSplit(
            try Money(ore: -10_003),
            year: 2026,
            members: members,
            sharing: ContributionSharing(unit: .ore)
        )
        #expect(ore.parties.map(\.amount.ore) == [-5_001, -2_501, -2_501])
    }

    @Test func `what would lose money or hide a mistake is a named error`() throws {
        let state = try Self.state()
        let region = try Self.member("R", .region, 1)
        let town = try Self.member("K", .municipality, 1)
        let refusal = { (members: [Member], balancing: String?) -> ContributionSplitError? in
            let sharing = ContributionSharing(balancing: try balancing.map(Self.code))
            return #expect(throws: ContributionSplitError.self) {
                try self.split(kronor: 100, members, sharing)
            }
        }
        #expect(try refusal([region, town], nil) == .partyWithoutPayers(.state, year: 2026))
        #expect(
            try refusal([state[1], region, town], nil) == .partyWithoutPayers(.state, year: 2026)
        )
        let gone = try Self.member("R", .region, 1, through: "2025-12")
        #expect(try refusal(state + [gone, town], nil) == .partyWithoutPayers(.region, year: 2026))
        #expect(
            try refusal(state + [region], nil) == .partyWithoutPayers(.municipality, year: 2026)
        )
        let whole = state + [region, town]
        #expect(
            try refusal(whole, "X") == .balancingNotMember(try Self.code("X"), year: 2026)
        )
        let left = try Self.member("L", .municipality, 1, through: "2025-12")
        #expect(
            try refusal(whole + [left], "L") == .balancingNotMember(try Self.code("L"), year: 2026)
        )
        #expect(
            try refusal(whole, "AF") == .balancingWithoutWeight(try Self.code("AF"), year: 2026)
        )
        let below = try Self.member("N", .municipality, -1)
        #expect(
            try refusal(whole + [below], nil) == .negativeKey(try Self.code("N"), year: 2026)
        )
        let huge = try Self.member("H", .municipality, Int.max)
        #expect(try refusal(whole + [huge], nil) == .keyTooLarge(try Self.code("H"), year: 2026))
    }

    @Test(arguments: 0..<1_000)
    func `any total, negative too, is divided exactly, as by hand`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let sizes = [999, 10_000_000_00, Money.oreMax]
        let most = sizes[Int.random(in: sizes.indices, using: &random)]
        let magnitude = Int64.random(in: 0...most, using: &random)
        let total = try Money(ore: Bool.random(using: &random) ? -magnitude : magnitude)
        let keySizes = [3, 100_000, Int.max / 12]
        let keyMax = keySizes[Int.random(in: keySizes.indices, using: &random)]
        let keys = (0..<12).map { _ in Int.random(in: 0...keyMax, using: &random) }
        let regions = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            Int.random(in: 1...keyMax, using: &random)
        }
        var members = try Self.state()
        for (place, key) in regions.enumerated() {
            members.append(try Self.member("R\(place)", .region, key))
        }
        members += try Self.towns(keys)
        members.append(try Self.member("SIST", .municipality, 1))
        let unit = SplitUnit.allCases.randomElement(using: &random) ?? .ore
        let balances = Bool.random(using: &random)
        let balancing = balances ? try Self.code("SIST") : nil
        let split = try ContributionSplit(
            total,
            year: 2026,
            members: members,
            sharing: ContributionSharing(unit: unit, balancing: balancing)
        )
        #expect(try Money.sum(split.parties.map(\.amount)) == total)
        let shares: [UInt64] = regions.isEmpty ? [5_000, 0, 5_000] : [5_000, 2_500, 2_500]
        let step: UInt64 = unit == .krona ? 100 : 1
        let parties = naiveSplit(ore: total.ore, weights: shares, unit: step, balancing: nil)
        for part in split.parties {
            let place = try #require(Party.allCases.firstIndex(of: part.party))
            #expect(part.amount.ore == parties[place])
            #expect(try Money.sum(part.members.map(\.amount)) == part.amount)
            let isTowns = part.party == .municipality
            let oracle = naiveSplit(
                ore: part.amount.ore,
                weights: part.members.map { UInt64($0.weight) },
                unit: step,
                balancing: isTowns && balances ? part.members.count - 1 : nil
            )
            #expect(part.members.map(\.amount.ore) == oracle)
        }
    }
}
