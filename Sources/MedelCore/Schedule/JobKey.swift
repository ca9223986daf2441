/// What makes two runs the same run: the job, its period and the ledger version.
///
/// Source: SPEC 8.
public struct JobKey: Hashable, Sendable {
    /// The job.
    public let job: Job

    /// The calendar year that the run is about.
    public let year: Int

    /// The ledger version that the figures are of, which counts facts and not runs.
    public let ledgerVersion: Int

    /// Names a run.
    public init(_ job: Job, year: Int, ledgerVersion: Int) {
        self.job = job
        self.year = year
        self.ledgerVersion = ledgerVersion
    }
}

extension JobKey: Comparable {
    /// Orders by job, then by year, then by ledger version.
    public static func < (left: JobKey, right: JobKey) -> Bool {
        (left.job.rawValue, left.year, left.ledgerVersion)
            < (right.job.rawValue, right.year, right.ledgerVersion)
    }
}

extension JobKey: CustomStringConvertible {
    /// The three parts: `annualReport/2025/17`.
    public var description: String { "\(job.rawValue)/\(year)/\(ledgerVersion)" }

    /// Reads `annualReport/2025/17`.
    ///
    /// - Returns: nil for any other form.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let job = Job(rawValue: String(parts[0])),
            parts[1].utf8.count == 4, let year = Int(digits: Array(parts[1].utf8)[...]),
            let version = Int(digits: Array(parts[2].utf8)[...])
        else { return nil }
        self.init(job, year: year, ledgerVersion: version)
    }
}
