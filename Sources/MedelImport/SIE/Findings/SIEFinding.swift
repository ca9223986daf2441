/// Something in a file that someone should know about.
public struct SIEFinding: Hashable, Sendable {
    /// How much a finding matters.
    public enum Severity: String, CaseIterable, Sendable {
        /// The file is refused.
        case error
        /// The file can be read; someone should look at this first.
        case warning
        /// Good to know.
        case note
    }

    /// The line in the file, from one; nil when it is about the file as a whole.
    public let line: Int?

    /// What was found, with its data.
    public let reason: SIEReason

    /// Describes a finding.
    public init(line: Int?, reason: SIEReason) {
        self.line = line
        self.reason = reason
    }

    /// What kind of thing was found.
    public var code: Code { reason.code }

    /// How much it matters.
    public var severity: Severity { code.severity }

    /// What is wrong and what to do, in Swedish.
    public var message: String { reason.message }
}
