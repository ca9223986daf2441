/// When jobs are due: a pure rule over the calendar, the book and the log of runs.
///
/// A clock that is set back makes nothing undone and repeats nothing, since what is done is told by
/// the log and not by the clock.
///
/// Source: SPEC 8, ARCHITECTURE "The scheduler".
public struct JobSchedule: Sendable {
    /// The association's closing day.
    public let closing: BookClosing

    /// The years with postings in the association's own book, in any order.
    public let bookYears: Set<Int>

    /// The ledger's present version.
    public let ledgerVersion: Int

    /// The keys of the runs that have finished and whose sets of files are where they should be.
    public let done: Set<JobKey>

    /// Gathers what the rule needs.
    public init(
        closing: BookClosing,
        bookYears: some Sequence<Int>,
        ledgerVersion: Int,
        done: some Sequence<JobKey>
    ) {
        self.closing = closing
        self.bookYears = Set(bookYears)
        self.ledgerVersion = ledgerVersion
        self.done = Set(done)
    }

    /// The runs that are due at a moment, job by job with the oldest year first.
    ///
    /// A year is due when its books are closed, the book knows it, and no run of it has finished at
    /// the present ledger version.
    public func dueRuns(at now: Timestamp) -> [JobKey] {
        Job.allCases.flatMap { job in
            bookYears.sorted().filter { closing.dueTime(of: $0).map { $0 <= now } ?? false }
                .map { JobKey(job, year: $0, ledgerVersion: ledgerVersion) }
                .filter { !done.contains($0) }
        }
    }

    /// The year whose books close next, and when its report becomes due, postings or not.
    ///
    /// - Returns: nil at the end of time, in year 9999.
    public func nextDue(after now: Timestamp) -> (year: Int, time: Timestamp)? {
        let year = now.day.year
        return (year - 2...year + 1).lazy.compactMap { year in
            closing.dueTime(of: year).map { (year: year, time: $0) }
        }.first { $0.time > now }
    }
}
