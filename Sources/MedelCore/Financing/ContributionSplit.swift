/// A year's contributions divided over the parties and, inside each, over its members.
///
/// A proposal: what the members decide is a `Contribution`. The parts sum exactly to the total, as
/// do the members' of each party to the party's.
///
/// Source: finsamlagen 5 and 5 a §§, SPEC 2 (splitting over parties), GUIDE 10 no. 5.
public struct ContributionSplit: Hashable, Sendable {
    /// What a member pays, and how it was found.
    public struct MemberPart: Hashable, Sendable {
        /// The member.
        public let member: Member

        /// What the key of the year says; nil for one without a kind.
        public let keyKind: MemberKey.Kind?

        /// The key of the year.
        public let key: Int

        /// The months of membership in the year, one to twelve.
        public let months: Int

        /// The key times the months.
        public let weight: Int

        /// The exact part of the year's total, shown in whole öre, a half away from zero.
        public let exact: Money

        /// What the member pays.
        public let amount: Money
    }

    /// What a party pays together.
    public struct PartyPart: Hashable, Sendable {
        /// The party.
        public let party: Party

        /// Its share of the total.
        public let share: Rate

        /// What it pays.
        public let amount: Money

        /// Its members of the year, in the register's order; those that pay nothing too.
        public let members: [MemberPart]
    }

    /// The calendar year.
    public let year: Int

    /// What is divided.
    public let total: Money

    /// The smallest amount handed out.
    public let unit: SplitUnit

    /// The member that takes what rounding leaves in its party; nil for largest remainder.
    public let balancing: MemberCode?

    /// The shares of the parties.
    public let shares: PartyShares

    /// The parties in the law's order; those without share and members are left out.
    public let parties: [PartyPart]

    /// Divides a year's total.
    ///
    /// - Parameters:
    ///   - total: what the members pay together; may be negative.
    ///   - year: the calendar year, which settles shares, keys and months of membership.
    ///   - members: every member that the association has had.
    ///   - sharing: the shares, the unit and the balancing member.
    /// - Throws: `ContributionSplitError` for what would lose money or hide a mistake.
    public init(
        _ total: Money,
        year: Int,
        members: [Member],
        sharing: ContributionSharing
    ) throws(ContributionSplitError) {
        self.year = year
        self.total = total
        unit = sharing.unit
        balancing = sharing.balancing
        shares = PartyShares(in: year, sharing, members: members)
        let weighted = try Self.weighted(members, in: year)
        try Self.check(sharing.balancing, in: year, weighted, shares)
        let amounts = total.checkedSplit(
            Party.allCases.map { [shares] in shares[$0].basisPoints },
            unit,
            balancing: nil
        )
        var parts: [PartyPart] = []
        for (party, amount) in zip(Party.allCases, amounts) {
            let share = shares[party]
            let own = weighted.filter { $0.member.party == party }
            if share == .zero && own.isEmpty { continue }
            guard share == .zero || own.contains(where: { $0.weight > 0 }) else {
                throw .partyWithoutPayers(party, year: year)
            }
            let place = own.firstIndex { $0.member.code == sharing.balancing }
            let members =
                share == .zero
                ? own.map { _ in Money.zero }
                : amount.checkedSplit(own.map(\.weight), unit, balancing: place)
            let sum = own.reduce(Int128(0)) { $0 + Int128($1.weight) }
            parts.append(
                PartyPart(
                    party: party,
                    share: share,
                    amount: amount,
                    members: zip(own, members).map { one, amount in
                        one.part(amount, exact: total.exactly(share, one.weight, of: sum), year)
                    }
                )
            )
        }
        parties = parts
    }

    /// Every member's part, in the parties' order.
    public var members: [MemberPart] { parties.flatMap(\.members) }

    /// What a member pays; nil for one that is no member that year.
    public subscript(member: MemberCode) -> Money? {
        members.first { $0.member.code == member }?.amount
    }
}

/// Why a year's contributions cannot be divided.
public enum ContributionSplitError: Error, Hashable, Sendable {
    /// A party has a share and no member that pays that year.
    case partyWithoutPayers(Party, year: Int)
    /// The balancing member is not in the register, or no member that year.
    case balancingNotMember(MemberCode, year: Int)
    /// The balancing member pays nothing that year.
    case balancingWithoutWeight(MemberCode, year: Int)
    /// A member's key is below zero.
    case negativeKey(MemberCode, year: Int)
    /// A member's key times twelve passes sixty-four bits.
    case keyTooLarge(MemberCode, year: Int)
}

/// A member of a year with what it weighs.
private struct Weighted {
    let member: Member
    let months: Int
    let weight: Int

    func part(_ amount: Money, exact: Money, _ year: Int) -> ContributionSplit.MemberPart {
        ContributionSplit.MemberPart(
            member: member,
            keyKind: member.keyKind(in: year),
            key: member.weight(in: year),
            months: months,
            weight: weight,
            exact: exact,
            amount: amount
        )
    }
}

extension ContributionSplit {
    /// The members of a year with what each weighs.
    private static func weighted(
        _ members: [Member],
        in year: Int
    ) throws(ContributionSplitError) -> [Weighted] {
        var found: [Weighted] = []
        for member in members {
            let months = member.months(in: year)
            guard months > 0 else { continue }
            let key = member.weight(in: year)
            guard key >= 0 else { throw .negativeKey(member.code, year: year) }
            let (weight, overflows) = key.multipliedReportingOverflow(by: months)
            guard !overflows else { throw .keyTooLarge(member.code, year: year) }
            found.append(Weighted(member: member, months: months, weight: weight))
        }
        return found
    }

    /// Holds the balancing member against the year's members.
    private static func check(
        _ balancing: MemberCode?,
        in year: Int,
        _ weighted: [Weighted],
        _ shares: PartyShares
    ) throws(ContributionSplitError) {
        guard let balancing else { return }
        guard let own = weighted.first(where: { $0.member.code == balancing }) else {
            throw .balancingNotMember(balancing, year: year)
        }
        guard own.weight > 0, shares[own.member.party] > .zero else {
            throw .balancingWithoutWeight(balancing, year: year)
        }
    }
}

extension Money {
    /// The parts by weights that have been checked: none below zero, one above.
    fileprivate func checkedSplit(
        _ weights: [Int],
        _ unit: SplitUnit,
        balancing: Int?
    ) -> [Money] {
        do {
            return try split(weights: weights, unit: unit, balancing: balancing)
        } catch {
            preconditionFailure("weights are checked: \(error)")
        }
    }

    /// The part of a party's share that a weight is, in whole öre; zero of no weight.
    fileprivate func exactly(_ share: Rate, _ weight: Int, of sum: Int128) -> Money {
        guard sum > 0 else { return .zero }
        let dividend = Int128(ore) * Int128(share.basisPoints) * Int128(weight)
        let divisor = sum * Int128(Rate.basisPointsMax)
        return Money(within: Rounding.halfAwayFromZero.divide(dividend, by: divisor))
    }
}
