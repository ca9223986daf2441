public import MedelCore
import MedelRender
public import MedelStore

/// One run with what has become of its files since.
public struct JobDetail: Sendable {
    /// The run.
    public let run: JobRun

    /// The set's folder.
    public let folder: String

    /// Each file of the set as it is now, in order of name.
    public let files: [(file: JobFile, state: JobFileState)]
}

/// Shows one run of a job.
///
/// Source: SPEC 8.
public struct ShowJob: Sendable {
    private let ledger: Ledger

    /// Prepares the use case.
    public init(_ ledger: Ledger) { self.ledger = ledger }

    /// The run that a number or a key names; the latest of all when nothing does.
    ///
    /// - Parameter name: `12`, or `annualReport/2025/17` for the latest run with that key.
    /// - Returns: the run, with its files as they are now.
    /// - Throws: `JobRefusal.unknownRun`; `LedgerError`.
    public func callAsFunction(_ name: String?) throws -> JobDetail {
        let found = try ledger.jobRuns().last { run in
            name == nil || String(run.number) == name || run.key.description == name
        }
        guard let run = found else { throw JobRefusal.unknownRun(name ?? "") }
        let folder = JobSet(run.key).folder(in: run.folder).path
        return JobDetail(
            run: run,
            folder: folder,
            files: (run.result?.files ?? []).map { file in
                (file: file, state: JobFileState(of: file, in: folder))
            }
        )
    }
}
