import MedelCore
import Testing

@Suite struct ContributionFindingTests {
    private static func code(_ text: String) throws -> MemberCode {
        try #require(MemberCode(text))
    }

    private static func contribution(_ member: String) throws -> Contribution {
        Contribution(
            year: 2026,
            member: try code(member),
            amount: try Money(ore: 100_000),
            decidedOn: nil,
            payments: []
        )
    }

    private static func findings(
        _ contributions: [String],
        members: [(code: String, party: Party)]
    ) throws -> [ContributionFinding] {
        let first = Month(year: 2027, month: 1)
        let all = try members.map { one in
            Member(code: try code(one.code), name: one.code, party: one.party, key: 1)
        }
        let later = Member(
            code: try code("NY"),
            name: "Ny",
            party: .municipality,
            key: 1,
            from: first
        )
        return try ContributionSplit.findings(
            try contributions.map(contribution),
            year: 2026,
            AssociationProfile(interimClosingMonth: nil, members: all + [later], notes: [])
        )
    }

    private static let whole: [(code: String, party: Party)] = [
        ("FK", .state), ("REG", .region), ("OSK", .municipality),
    ]

    @Test func `a party that nothing is known of is missing and has not decided nothing`() throws {
        let found = try Self.findings(["REG", "OSK"], members: Self.whole)
        #expect(found.contains(.contributionMissing(try Self.code("FK"))))
        for case .partyOffShare(let party, _, _) in found { #expect(party != .state) }
    }

    @Test func `a party that has decided, though not its share, is told`() throws {
        let found = try Self.findings(["FK", "REG", "OSK"], members: Self.whole)
        let parties = found.compactMap { one -> Party? in
            if case .partyOffShare(let party, _, _) = one { party } else { nil }
        }
        #expect(parties.first == .state)
    }

    @Test func `somebody who is no member is named, whether there are shares or not`() throws {
        let stranger = ContributionFinding.notMember(try Self.code("NY"))
        let shared = try Self.findings(["FK", "REG", "OSK", "NY"], members: Self.whole)
        #expect(shared.contains(stranger))
        let alone = try Self.findings(["REG", "NY"], members: [("REG", .region)])
        #expect(alone.contains(stranger))
        #expect(!alone.contains(.notMember(try Self.code("REG"))))
    }
}
