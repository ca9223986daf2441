/// What the log says of one run of a job, from its start to its end.
public struct JobRun: Hashable, Sendable {
    /// How the run ended.
    public enum State: Hashable, Sendable {
        /// It has been started and has not ended: it goes on, or was killed.
        case started
        /// It came to its end.
        case finished(JobResult)
        /// It could not be carried out, for a reason in Swedish.
        case failed(reason: String)
    }

    /// The number that the log gave its start.
    public let number: Int

    /// The run's key; a finished run has that of the ledger version that its figures are of.
    public let key: JobKey

    /// The folder that the set of files goes to.
    public let folder: String

    /// Who ran it.
    public let actor: String

    /// When it started.
    public let started: Timestamp

    /// When it ended; nil while it has not.
    public let ended: Timestamp?

    /// How it ended.
    public let state: State

    /// Describes a run.
    public init(
        number: Int,
        key: JobKey,
        folder: String,
        actor: String,
        started: Timestamp,
        ended: Timestamp?,
        state: State
    ) {
        self.number = number
        self.key = key
        self.folder = folder
        self.actor = actor
        self.started = started
        self.ended = ended
        self.state = state
    }

    /// What came of the run; nil when it has not finished.
    public var result: JobResult? {
        if case .finished(let result) = state { result } else { nil }
    }
}

/// What a finished run made, or found made already.
public struct JobResult: Hashable, Sendable {
    /// What was done with the set of files.
    public enum Outcome: String, CaseIterable, Sendable {
        /// There was none, and now there is.
        case made
        /// The same bytes lay there already, from a run that was cut off.
        case alreadyThere
        /// Later facts gave the same figures; the set of the earlier version is left alone.
        case unchanged
        /// The figures differed; the set took the place of the earlier one, which is kept.
        case replaced
    }

    /// What was done.
    public let outcome: Outcome

    /// The checksum of the document's figures as sixty-four hexadecimal digits.
    ///
    /// Source: STORE 5.
    public let figures: String

    /// The head of the chain that the figures are of.
    public let head: String

    /// The files of the set that counts, in order of name.
    public let files: [JobFile]

    /// How many reasons there are that the report is no more than *utkast*.
    public let draftReasonCount: Int

    /// Describes a result.
    public init(
        outcome: Outcome,
        figures: String,
        head: String,
        files: [JobFile],
        draftReasonCount: Int
    ) {
        self.outcome = outcome
        self.figures = figures
        self.head = head
        self.files = files
        self.draftReasonCount = draftReasonCount
    }
}

/// A file that a run made.
public struct JobFile: Hashable, Sendable {
    /// The name inside the set's folder.
    public let name: String

    /// The SHA-256 sum of its bytes as sixty-four hexadecimal digits.
    public let sha256: String

    /// How many bytes it has.
    public let byteCount: Int

    /// Describes a file.
    public init(name: String, sha256: String, byteCount: Int) {
        self.name = name
        self.sha256 = sha256
        self.byteCount = byteCount
    }
}
