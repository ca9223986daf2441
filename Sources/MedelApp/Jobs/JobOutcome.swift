public import MedelCore

/// How one run went, as it is told to whoever started it.
public struct JobOutcome: Sendable {
    /// How the run ended.
    public enum End: Hashable, Sendable {
        /// It came to its end.
        case finished(JobResult)
        /// It could not be carried out, for a reason in Swedish.
        case failed(reason: String)
    }

    /// The run's key.
    public let key: JobKey

    /// The run's number in the log; nil when the log could not be written.
    public let number: Int?

    /// The set's folder inside the one that jobs write to.
    public let setName: String

    /// How it ended.
    public let end: End

    /// Whether it could not be carried out.
    public var hasFailed: Bool {
        switch end {
        case .finished: false
        case .failed: true
        }
    }
}

/// What came of running what was due.
public enum DueJobsReport: Sendable {
    /// Another process is at work in the folder, and does it.
    case busy
    /// The runs, in the order in which they were carried out; none when nothing was due.
    case ran([JobOutcome])
}
