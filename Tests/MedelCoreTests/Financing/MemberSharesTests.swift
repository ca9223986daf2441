import MedelCore
import TestSupport
import Testing

struct MemberSharesTests {
    private static func member(
        _ code: String,
        _ party: Party,
        _ key: Int,
        from first: String? = nil,
        through last: String? = nil
    ) throws -> Member {
        Member(
            code: try #require(MemberCode(code)),
            name: code,
            party: party,
            key: key,
            from: try first.map { try #require(Month(iso: $0)) },
            through: try last.map { try #require(Month(iso: $0)) }
        )
    }

    private static func members() throws -> [Member] {
        try [
            member("FK", .state, 1), member("AF", .state, 0), member("R", .region, 1),
            member("STAY", .municipality, 300),
            member("LEAVES", .municipality, 100, through: "2025-06"),
            member("JOINS", .municipality, 200, from: "2025-10"),
        ]
    }

    private func shares(on date: String) throws -> MemberShares {
        try MemberShares(
            on: try #require(Day(iso: date)),
            members: try Self.members(),
            sharing: ContributionSharing()
        )
    }

    @Test(arguments: [
        ("2025-06-30", ["STAY": 1_875, "LEAVES": 625]), ("2025-07-01", ["STAY": 2_500]),
        ("2025-10-01", ["STAY": 1_500, "JOINS": 1_000]),
    ])
    func `those who are members that day share, however long they have been`(
        _ date: String,
        _ towns: [String: Int]
    ) throws {
        let found = try shares(on: date).shares
        let points = Dictionary(
            uniqueKeysWithValues: found.map { ($0.member.code.text, $0.rate.basisPoints) }
        )
        #expect(points == towns.merging(["FK": 5_000, "AF": 0, "R": 2_500]) { $1 })
        let register = try Self.members()
        #expect(found.allSatisfy { register.contains($0.member) })
    }

    @Test func `a party without a member that day is an error`() throws {
        let members = try Self.members().filter { $0.code.text != "STAY" }
        #expect(throws: ContributionSplitError.partyWithoutPayers(.municipality, year: 2025)) {
            try MemberShares(
                on: try #require(Day(iso: "2025-08-31")),
                members: members,
                sharing: ContributionSharing()
            )
        }
    }

    @Test(arguments: 0..<200)
    func `percent sums to a hundred and amounts to the whole`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        var members = try [Self.member("FK", .state, 1), Self.member("R", .region, 1)]
        for place in 0..<Int.random(in: 1...20, using: &random) {
            let key = Int.random(in: 1...90_000, using: &random)
            members.append(try Self.member("K\(place)", .municipality, key))
        }
        let shares = try MemberShares(
            on: try #require(Day(iso: "2025-12-31")),
            members: members,
            sharing: ContributionSharing()
        )
        #expect(shares.shares.reduce(0) { $0 + $1.rate.basisPoints } == 10_000)
        let amount = try Money(ore: Int64.random(in: -Money.oreMax...Money.oreMax, using: &random))
        #expect(try Money.sum(shares.split(amount)) == amount)
    }
}
