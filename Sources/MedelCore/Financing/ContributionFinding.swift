/// Something in a year's decided contributions that does not follow the shares; it never stops.
///
/// Source: finsamlagen 5 §, SPEC 3 (contribution).
public enum ContributionFinding: Hashable, Sendable {
    /// A party has decided more or less than its share of what all have decided.
    case partyOffShare(Party, decided: Money, byShare: Money)
    /// A member of the year has no contribution.
    case contributionMissing(MemberCode)
    /// Somebody who is no member that year has one.
    case notMember(MemberCode)
    /// The shares cannot be computed.
    case sharesMissing(ContributionSplitError)
}

extension ContributionSplit {
    /// Divides what the members have decided together, and says where they have not followed the
    /// shares.
    ///
    /// Only the parties' shares are law; how a party divides its own is for its members.
    ///
    /// - Parameters:
    ///   - contributions: those of one year, as decided.
    ///   - year: the calendar year.
    ///   - profile: the members and what they have agreed.
    /// - Returns: the parties off their shares in the law's order, then members without a
    ///   contribution, then contributions without a member.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public static func findings(
        _ contributions: [Contribution],
        year: Int,
        _ profile: AssociationProfile
    ) throws(MoneyError) -> [ContributionFinding] {
        let own = contributions.filter { $0.year == year }
        guard !own.isEmpty else { return [] }
        let total = try Money.sum(own.map(\.amount))
        let split: ContributionSplit
        do {
            split = try ContributionSplit(
                total,
                year: year,
                members: profile.members,
                sharing: profile.sharing
            )
        } catch {
            return [.sharesMissing(error)]
                + notMembers(
                    own,
                    Set(profile.members.filter { $0.months(in: year) > 0 }.map(\.code))
                )
        }
        var findings: [ContributionFinding] = []
        let parties = Dictionary(
            profile.members.map { ($0.code, $0.party) },
            uniquingKeysWith: { first, _ in first }
        )
        for party in Party.allCases {
            let paid = own.filter { parties[$0.member] == party }
            // A party that nothing is known of has not decided nothing: its members are missing.
            if paid.isEmpty { continue }
            let decided = try Money.sum(paid.map(\.amount))
            let byShare = split.parties.first { $0.party == party }?.amount ?? .zero
            if decided != byShare {
                findings.append(.partyOffShare(party, decided: decided, byShare: byShare))
            }
        }
        let paying = Set(own.map(\.member))
        let members = split.members.filter { $0.weight > 0 }.map(\.member.code)
        findings += members.filter { !paying.contains($0) }.map { .contributionMissing($0) }
        return findings + notMembers(own, Set(split.members.map(\.member.code)))
    }

    private static func notMembers(
        _ contributions: [Contribution],
        _ members: Set<MemberCode>
    ) -> [ContributionFinding] {
        contributions.map(\.member).filter { !members.contains($0) }.sorted()
            .map { .notMember($0) }
    }
}
