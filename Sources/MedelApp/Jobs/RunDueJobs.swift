import Foundation
public import MedelCore
import MedelDocument
public import MedelRender
public import MedelStore

/// Carries out every run that is due, once, whatever happened to the runs before.
///
/// A set of files is made under a hidden name beside its place, waited for until it is on the disk,
/// and put in place in one step; the log says before that it has started and after that it has
/// finished. A kill between any two steps leaves the run due, and what is made again is the same.
///
/// Source: SPEC 8, STORE 2.4.
public struct RunDueJobs: Sendable {
    /// Makes the report of a run from the ledger as it is now.
    public typealias MakeReport = @Sendable (_ key: JobKey) throws -> JobReport

    private let ledger: Ledger
    private let performer: Performer
    private let makeReport: MakeReport

    /// Prepares the use case.
    public init(_ ledger: Ledger, by performer: Performer, making makeReport: @escaping MakeReport)
    {
        self.ledger = ledger
        self.performer = performer
        self.makeReport = makeReport
    }

    /// Carries out what is due now.
    ///
    /// One run's failure stops no other. One process at a time works in a folder.
    ///
    /// - Parameters:
    ///   - folder: the folder that holds a folder for each set; it exists.
    ///   - formats: the forms of each report, without repetitions.
    /// - Returns: how each run went.
    /// - Throws: `JobRefusal`, `SystemError` when nothing can be done in the folder at all;
    ///   `LedgerError` when the ledger cannot be read, or is damaged.
    public func callAsFunction(
        into folder: String,
        as formats: [OutputFormat]
    ) throws -> DueJobsReport {
        let folder = try JobFolder(folder)
        let outcomes = try FolderLock.hold(folder.path) {
            try folder.removeLeftovers()
            let facts = try ledger.jobFacts()
            let schedule = folder.schedule(facts, wanting: formats)
            return try schedule.dueRuns(at: performer.now).map { key in
                try run(key, of: facts.identity.organizationNumber, in: folder, as: formats)
            }
        }
        return outcomes.map { .ran($0) } ?? .busy
    }

    private func run(
        _ due: JobKey,
        of organization: OrganizationNumber,
        in folder: JobFolder,
        as formats: [OutputFormat]
    ) throws -> JobOutcome {
        var number: Int?
        var key = due
        do {
            let start = try ledger.noteStart(
                of: due,
                in: folder.path,
                actor: performer.actor,
                time: performer.now
            )
            number = start
            let report = try makeReport(due)
            let heading = report.document.heading
            // Facts may have been added since the version was read; the report has them all.
            key = JobKey(due.job, year: due.year, ledgerVersion: heading.ledgerVersion)
            let publishing = JobPublishing(key, of: organization, report, in: folder)
            let result = try publishing.carryOut(as: formats)
            try ledger.noteEnd(
                of: start,
                key: key,
                result,
                actor: performer.actor,
                time: performer.now
            )
            return outcome(key, number, .finished(result))
        } catch {
            guard !isBrokenLedger(error) else { throw error }
            return try failed(key, number, error)
        }
    }

    private func failed(_ key: JobKey, _ number: Int?, _ error: any Error) throws -> JobOutcome {
        let reason = swedishMessage(for: error) ?? "Oväntat fel: \(error)"
        guard let number else { return outcome(key, nil, .failed(reason: reason)) }
        do {
            try ledger.noteFailure(
                of: number,
                key: key,
                reason: reason,
                actor: performer.actor,
                time: performer.now
            )
        } catch {
            guard !isBrokenLedger(error) else { throw error }
            // The run stays started in the log, which is what a kill leaves too.
            return outcome(key, nil, .failed(reason: reason))
        }
        return outcome(key, number, .failed(reason: reason))
    }

    private func outcome(_ key: JobKey, _ number: Int?, _ end: JobOutcome.End) -> JobOutcome {
        JobOutcome(key: key, number: number, setName: JobSet(key).name, end: end)
    }
}
