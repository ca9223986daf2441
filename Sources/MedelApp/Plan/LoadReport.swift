public import MedelCore
public import MedelImport
public import MedelStore

/// What came of something that was to come into the plan.
public struct LoadReport: Sendable {
    /// What became of it.
    public enum Result: Hashable, Sendable {
        /// What differed was written under one event.
        case recorded(ledgerVersion: Int, head: String)
        /// Something differs; nothing was kept.
        case wouldBeRecorded
        /// The ledger says the same.
        case unchanged
        /// It has errors, which are among the problems.
        case refused
    }

    /// Where it came from.
    public enum Origin: Hashable, Sendable {
        /// A file or a folder, as it was named.
        case path(String)
        /// A command, and what was entered, in Swedish.
        case entry(String)

        /// The path, or what was entered.
        public var name: String {
            switch self {
            case .path(let name), .entry(let name): name
            }
        }
    }

    /// Where it came from.
    public let origin: Origin

    /// What became of it.
    public let result: Result

    /// What was written, or would be.
    public let changes: [PlanChange]

    /// What a command has entered since the folder said so, which holds as the folder says the same
    /// as before.
    public let kept: [PlanChange.Subject]

    /// Rules that wait for a book that nothing has been read into, in order of book.
    public let waitingRules: [(book: BookReference, count: Int)]

    /// Ceilings that past decisions brought below what had been spent; they are taken, since they
    /// are history.
    public let pastLowerings: [CeilingLowering]

    /// What is wrong in it, or worth a look.
    public let problems: [ManifestProblem]
}
