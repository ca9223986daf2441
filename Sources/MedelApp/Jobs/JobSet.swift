import MedelCore
import MedelRender

/// The set of files that a job keeps of a period: its names on disk.
struct JobSet {
    let job: Job
    let year: Int

    init(_ key: JobKey) {
        job = key.job
        year = key.year
    }

    /// The folder of the set.
    var name: String {
        switch job {
        case .annualReport: "arsredovisning-\(year)"
        }
    }

    /// The set inside the folder that jobs write to.
    func folder(in output: String) -> AtomicFolder { AtomicFolder(name, in: output) }

    /// The folder where earlier sets are kept, inside the one that jobs write to.
    static func earlier(in output: String) -> String { "\(output)/tidigare" }

    /// The names that an earlier set of a ledger version may have; the first that is free.
    func earlierNames(ledgerVersion: Int) -> [String] {
        let first = "\(name)-v\(ledgerVersion)"
        return [first] + (2...99).map { "\(first)-\($0)" }
    }

    /// What the report is called in a form.
    func fileName(_ format: OutputFormat) -> String {
        switch job {
        case .annualReport: AnnualReport.fileName(year: year, format)
        }
    }
}
