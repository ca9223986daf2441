/// What each party pays of a year's contributions, and by what rule.
///
/// Source: finsamlagen 5 and 5 a §§, SPEC 3 (contribution), GUIDE 1.1.
public struct PartyShares: Hashable, Sendable {
    /// Where the shares come from.
    public enum Basis: Hashable, Sendable {
        /// Half, a quarter and a quarter: finsamlagen 5 §.
        case law
        /// Half and half, since no region takes part: finsamlagen 5 a §.
        case lawWithoutRegion
        /// What the members have agreed, from a year on.
        case agreed(from: Int)
    }

    /// Where the shares come from.
    public let basis: Basis

    /// The state's share.
    public let state: Rate

    /// The regions' share together.
    public let region: Rate

    /// The municipalities' share together.
    public let municipality: Rate

    /// Finds the shares of a year: the agreed ones, else the law's.
    ///
    /// A region that is described takes part until somebody takes it out of the register, so that
    /// one that leaves does not silently double what the municipalities pay.
    ///
    /// - Parameters:
    ///   - year: the calendar year.
    ///   - sharing: what the members have agreed.
    ///   - members: every member that the association has had.
    public init(in year: Int, _ sharing: ContributionSharing, members: [Member]) {
        if let agreed = sharing.agreedShares(in: year) {
            basis = .agreed(from: agreed.year)
            (state, region, municipality) = (agreed.state, agreed.region, agreed.municipality)
        } else if members.contains(where: { $0.party == .region }) {
            basis = .law
            (state, region, municipality) = (.half, .quarter, .quarter)
        } else {
            basis = .lawWithoutRegion
            (state, region, municipality) = (.half, .zero, .half)
        }
    }

    /// A party's share.
    public subscript(party: Party) -> Rate {
        switch party {
        case .state: state
        case .region: region
        case .municipality: municipality
        }
    }
}
