/// Each member's share of what the association has and owes on a day.
///
/// Source: finsamlagen 22 § (each member by its share of 5 §), GUIDE 7 (R12).
public struct MemberShares: Hashable, Sendable {
    /// A member's share.
    public struct Share: Hashable, Sendable {
        /// The member.
        public let member: Member

        /// The share of the whole; the shares sum to the whole exactly.
        public let rate: Rate
    }

    /// The day.
    public let day: Day

    /// The shares of the parties.
    public let parties: PartyShares

    /// The members of that day's month, party by party, in the register's order.
    public let shares: [Share]

    private let members: [Member]
    private let sharing: ContributionSharing

    /// Finds the shares of a day; how long somebody has been a member does not matter.
    ///
    /// - Throws: `ContributionSplitError` for a party that has a share and no member with a key.
    public init(
        on day: Day,
        members: [Member],
        sharing: ContributionSharing
    ) throws(ContributionSplitError) {
        self.day = day
        self.members = members.map {
            $0.whole(year: day.year, isMember: $0.isMember(in: day.month))
        }
        self.sharing = ContributionSharing(unit: .ore, balancing: nil, shares: sharing.shares)
        // A whole of ten thousand parts, so that what is shown in percent sums to a hundred.
        let whole = Money(within: Int128(Rate.basisPointsMax))
        let split = try ContributionSplit(
            whole,
            year: day.year,
            members: self.members,
            sharing: self.sharing
        )
        parties = split.shares
        let known = Dictionary(
            members.map { ($0.code, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        shares = split.members.map { part in
            Share(
                member: known[part.member.code] ?? part.member,
                rate: Rate(basisPoints: Int(part.amount.ore)) ?? .zero
            )
        }
    }

    /// Divides an amount by the exact shares, in öre, so that the parts sum to it.
    ///
    /// - Returns: a part for each member, in the order of `shares`.
    public func split(_ amount: Money) -> [Money] {
        do {
            return try ContributionSplit(
                amount,
                year: day.year,
                members: members,
                sharing: sharing
            ).members.map(\.amount)
        } catch {
            preconditionFailure("the same shares were made before: \(error)")
        }
    }
}

extension Member {
    /// Whether the membership lasts in a month.
    public func isMember(in month: Month) -> Bool {
        (first.map { $0 <= month } ?? true) && (last.map { month <= $0 } ?? true)
    }

    /// The same member for all of a year, or for no month of it.
    fileprivate func whole(year: Int, isMember: Bool) -> Member {
        Member(
            code: code,
            name: name,
            party: party,
            key: key,
            from: nil,
            through: isMember ? nil : Month(year: year - 1, month: 12),
            laterKeys: laterKeys
        )
    }
}
