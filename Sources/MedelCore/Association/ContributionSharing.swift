/// How the parties share the contributions of a year, and in what unit they are divided.
///
/// Source: finsamlagen 5 and 5 a §§, SPEC 2 (splitting over parties).
public struct ContributionSharing: Hashable, Sendable {
    /// The shares of the three parties, from a year on.
    public struct Shares: Hashable, Sendable {
        /// The first calendar year that they hold for.
        public let year: Int

        /// The state's share, paid by Försäkringskassan.
        public let state: Rate

        /// The region's, or all regions' together.
        public let region: Rate

        /// The municipalities' together.
        public let municipality: Rate

        /// Accepts shares that are zero or above and sum to the whole.
        ///
        /// - Returns: nil for other shares.
        public init?(from year: Int, state: Rate, region: Rate, municipality: Rate) {
            let parts = [state, region, municipality]
            guard parts.allSatisfy({ $0 >= .zero }),
                parts.reduce(0, { $0 + $1.basisPoints }) == Rate.basisPointsMax
            else { return nil }
            self.year = year
            self.state = state
            self.region = region
            self.municipality = municipality
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

    /// The smallest amount that is handed out.
    public let unit: SplitUnit

    /// The member that takes what rounding leaves in its party; nil for largest remainder.
    public let balancing: MemberCode?

    /// The shares, in order of year; the law's where none is given.
    public let shares: [Shares]

    /// Sets how contributions are shared; by default as the law says, in whole kronor.
    public init(
        unit: SplitUnit = .krona,
        balancing: MemberCode? = nil,
        shares: [Shares] = []
    ) {
        self.unit = unit
        self.balancing = balancing
        self.shares = shares
    }

    /// The shares that are agreed for a year; nil when nothing but the law says.
    public func agreedShares(in year: Int) -> Shares? {
        shares.filter { $0.year <= year }.max { $0.year < $1.year }
    }
}
