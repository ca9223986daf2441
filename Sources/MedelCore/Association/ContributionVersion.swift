/// A contribution as it was registered at one time; a later version replaces it.
///
/// Source: SPEC 3 (contribution: decided amount, versioned), STORE 2.1.
public struct ContributionVersion: Hashable, Sendable {
    /// The version, from one.
    public let number: Int

    /// What was registered.
    public let contribution: Contribution

    /// When it was registered.
    public let recorded: Timestamp

    /// Who registered it; nil where the name has been erased.
    public let actor: String?

    /// The ledger version that it came with.
    public let ledgerVersion: Int

    /// Describes a version.
    public init(
        number: Int,
        contribution: Contribution,
        recorded: Timestamp,
        actor: String?,
        ledgerVersion: Int
    ) {
        self.number = number
        self.contribution = contribution
        self.recorded = recorded
        self.actor = actor
        self.ledgerVersion = ledgerVersion
    }
}

extension Sequence<ContributionVersion> {
    /// Each member's contribution for a year as it was decided on a day: of the versions decided by
    /// then, or whose day nobody has said, the latest; else the first, which is not decided yet.
    ///
    /// Instalments are those of the latest version: money that came in by the day did so whenever
    /// it was registered.
    ///
    /// - Returns: one contribution for each member, in order of member.
    public func inForce(in year: Int, asOf day: Day) -> [Contribution] {
        let own = filter { $0.contribution.year == year }
        let byMember = Dictionary(grouping: own, by: \.contribution.member)
        return byMember.sorted { $0.key < $1.key }.compactMap { _, versions in
            let ordered = versions.sorted { $0.number < $1.number }
            let decided = ordered.last { $0.contribution.isDecided(asOf: day) }
            guard let inForce = decided ?? ordered.first, let latest = ordered.last else {
                return nil
            }
            return inForce.contribution.with(latest.contribution.payments)
        }
    }
}

extension Contribution {
    /// Whether the amount had been decided that day; so it counts where nobody has said when.
    public func isDecided(asOf day: Day) -> Bool { decidedOn.map { $0 <= day } ?? true }
}
