import MedelApp
import MedelCore

/// What is due and what was done, for programs.
struct JobOverviewJSON: Encodable {
    struct Due: Encodable {
        let key: String
        let job: String
        let year: Int
    }

    struct Next: Encodable {
        let year: Int
        let time: String
    }

    let booksClose: String
    let folder: String?
    let due: [Due]
    let next: Next?
    let latest: [JobRunJSON]

    init(_ overview: JobOverview) {
        booksClose = overview.closing.description
        folder = overview.folder
        due = overview.due.map {
            Due(key: $0.description, job: $0.job.rawValue, year: $0.year)
        }
        next = overview.next.map { Next(year: $0.year, time: $0.time.description) }
        latest = overview.latest.map { JobRunJSON($0) }
    }
}

/// One run, for programs.
struct JobRunJSON: Encodable {
    let number: Int
    let key: String
    let job: String
    let year: Int
    let ledgerVersion: Int
    let folder: String
    let actor: String
    let started: String
    let ended: String?
    let state: String
    let error: String?
    let result: JobResultJSON?

    init(_ run: JobRun) {
        number = run.number
        key = run.key.description
        job = run.key.job.rawValue
        year = run.key.year
        ledgerVersion = run.key.ledgerVersion
        folder = run.folder
        actor = run.actor
        started = run.started.description
        ended = run.ended?.description
        result = run.result.map { JobResultJSON($0) }
        switch run.state {
        case .started:
            state = "started"
            error = nil
        case .finished:
            state = "finished"
            error = nil
        case .failed(let reason):
            state = "failed"
            error = reason
        }
    }
}

/// What came of a run, for programs.
struct JobResultJSON: Encodable {
    struct File: Encodable {
        let name: String
        let sha256: String
        let bytes: Int
    }

    let outcome: String
    let figures: String
    let head: String
    let draftReasons: Int
    let files: [File]

    init(_ result: JobResult) {
        outcome = result.outcome.rawValue
        figures = result.figures
        head = result.head
        draftReasons = result.draftReasonCount
        files = result.files.map {
            File(name: $0.name, sha256: $0.sha256, bytes: $0.byteCount)
        }
    }
}

/// How running what was due went, for programs.
struct DueJobsJSON: Encodable {
    struct Run: Encodable {
        let number: Int?
        let key: String
        let state: String
        let error: String?
        let set: String
        let result: JobResultJSON?
    }

    let isBusy: Bool
    let runs: [Run]

    init(_ report: DueJobsReport) {
        switch report {
        case .busy:
            isBusy = true
            runs = []
        case .ran(let outcomes):
            isBusy = false
            runs = outcomes.map { outcome in
                switch outcome.end {
                case .finished(let result): Self.run(outcome, error: nil, JobResultJSON(result))
                case .failed(let reason): Self.run(outcome, error: reason, nil)
                }
            }
        }
    }

    private static func run(_ outcome: JobOutcome, error: String?, _ result: JobResultJSON?)
        -> Run
    {
        Run(
            number: outcome.number,
            key: outcome.key.description,
            state: error == nil ? "finished" : "failed",
            error: error,
            set: outcome.setName,
            result: result
        )
    }
}

/// One run with its files, for programs.
struct JobDetailJSON: Encodable {
    struct File: Encodable {
        let name: String
        let state: String
    }

    let run: JobRunJSON
    let folder: String
    let files: [File]

    init(_ detail: JobDetail) {
        run = JobRunJSON(detail.run)
        folder = detail.folder
        files = detail.files.map { File(name: $0.file.name, state: $0.state.rawValue) }
    }
}
