/// Every version of an insats's budget with who kept it, when and why.
public struct BudgetHistory: Sendable {
    /// A version and the event that it was kept by.
    public struct Entry: Hashable, Sendable {
        /// The version.
        public let version: BudgetVersion

        /// The number of the event.
        public let event: Int

        /// When.
        public let time: Timestamp

        /// Who; empty when the name has been erased.
        public let actor: String

        /// Why, where a reason was given.
        public let reason: String

        /// Puts a version and its event together.
        public init(
            version: BudgetVersion,
            event: Int,
            time: Timestamp,
            actor: String,
            reason: String
        ) {
            self.version = version
            self.event = event
            self.time = time
            self.actor = actor
            self.reason = reason
        }
    }

    /// The association's name.
    public let association: String

    /// The ledger version that was read.
    public let ledgerVersion: Int

    /// The chain's head as sixty-four hexadecimal digits.
    public let head: String

    /// When the ledger came to this version.
    public let created: Timestamp

    /// The insats.
    public let insats: Insats

    /// The decisions on it, by which versions name what they follow from.
    public let decisions: [Decision]

    /// The versions, in order of number.
    public let entries: [Entry]

    /// Gathers a history.
    public init(
        association: String,
        ledgerVersion: Int,
        head: String,
        created: Timestamp,
        insats: Insats,
        decisions: [Decision],
        entries: [Entry]
    ) {
        self.association = association
        self.ledgerVersion = ledgerVersion
        self.head = head
        self.created = created
        self.insats = insats
        self.decisions = decisions
        self.entries = entries
    }

    /// The version with a number.
    public subscript(number: Int) -> Entry? { entries.first { $0.version.number == number } }

    /// The version that holds: the latest granted or revised, else the latest applied for.
    public var inForce: Entry? {
        let versions = entries.map(\.version)
        let latest = versions.filter { $0.kind != .applied }.latest ?? versions.latest
        return latest.flatMap { self[$0.number] }
    }

    /// The version that somebody decided on, behind what has been moved and computed anew since.
    ///
    /// - Returns: nil when a version is named that is not there.
    public func decided(behind version: BudgetVersion) -> Entry? {
        var version = version
        // Each step goes to a lower number, so there are no more steps than versions.
        while let base = version.reallocation?.base ?? version.recomputation?.base,
            base < version.number
        {
            guard let entry = self[base] else { return nil }
            version = entry.version
        }
        return self[version.number]
    }
}
