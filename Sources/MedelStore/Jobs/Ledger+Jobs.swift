import GRDB
public import MedelCore

extension Ledger {
    /// Notes that a run has started.
    ///
    /// - Returns: the run's number, by which its end is noted.
    public func noteStart(
        of key: JobKey,
        in folder: String,
        actor: String,
        time: Timestamp
    ) throws -> Int {
        try note(JobRecord(starting: key, folder: folder), .started, actor, time)
    }

    /// Notes that a run has come to its end.
    ///
    /// The key is that of the ledger version that the figures are of, which may be later than that
    /// of the start.
    public func noteEnd(
        of run: Int,
        key: JobKey,
        _ result: JobResult,
        actor: String,
        time: Timestamp
    ) throws {
        _ = try note(JobRecord(finishing: run, key: key, result), .finished, actor, time)
    }

    /// Notes that a run could not be carried out.
    public func noteFailure(
        of run: Int,
        key: JobKey,
        reason: String,
        actor: String,
        time: Timestamp
    ) throws {
        let record = JobRecord(failing: run, key: key, reason: reason)
        _ = try note(record, .failed, actor, time)
    }

    /// Every run that the log knows of, in order of start.
    ///
    /// - Throws: `LedgerError.damaged` when a record cannot be read.
    public func jobRuns() throws -> [JobRun] { try read { try JobLog.runs(in: $0) } }

    private func note(
        _ record: JobRecord,
        _ kind: JobRecordKind,
        _ actor: String,
        _ time: Timestamp
    ) throws -> Int {
        try note(kind: kind.rawValue, detail: try record.text(), actor: actor, time: time)
    }
}
