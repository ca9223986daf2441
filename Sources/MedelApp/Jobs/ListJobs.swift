public import MedelCore
public import MedelStore

/// What is due, what comes next, and how the latest run of each period went.
public struct JobOverview: Sendable {
    /// The association's closing day.
    public let closing: BookClosing

    /// The folder that "due" is about; nil when none was named and no run has had one.
    public let folder: String?

    /// What is due now, in the order in which it would be carried out.
    public let due: [JobKey]

    /// The year whose books close next, and when its report becomes due.
    public let next: (year: Int, time: Timestamp)?

    /// The latest run of each job and year, in that order.
    public let latest: [JobRun]
}

/// Tells what is due and what has been done.
///
/// Source: SPEC 8.
public struct ListJobs: Sendable {
    private let ledger: Ledger

    /// Prepares the use case.
    public init(_ ledger: Ledger) { self.ledger = ledger }

    /// Looks at the calendar and the log.
    ///
    /// - Parameters:
    ///   - now: the moment that "due" is about.
    ///   - output: the folder that jobs write to; nil for the one that the latest run wrote to.
    /// - Returns: the calendar's and the log's answer at one ledger version.
    /// - Throws: `JobRefusal` when there is no such folder; `LedgerError`.
    public func callAsFunction(
        at now: Timestamp,
        output: String? = nil
    ) throws -> JobOverview {
        let facts = try ledger.jobFacts()
        let folder =
            try output.map { path throws(JobRefusal) in try JobFolder(path) }
            ?? facts.runs.last.map { JobFolder(logged: $0.folder) }
        let schedule =
            folder.map { $0.schedule(facts) }
            ?? JobSchedule(
                closing: facts.closing,
                bookYears: facts.bookYears,
                ledgerVersion: facts.head.ledgerVersion,
                done: []
            )
        var latest: [JobKey: JobRun] = [:]
        for run in facts.runs { latest[JobKey(run.key.job, year: run.key.year)] = run }
        return JobOverview(
            closing: facts.closing,
            folder: folder?.path,
            due: schedule.dueRuns(at: now),
            next: schedule.nextDue(after: now),
            latest: latest.sorted { $0.key < $1.key }.map(\.value)
        )
    }
}

extension JobKey {
    /// The job and the year whatever the version, by which runs of one period are put together.
    fileprivate init(_ job: Job, year: Int) { self.init(job, year: year, ledgerVersion: 0) }
}
