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

    /// The forms among files that a record lists.
    func formats(of files: [JobFile]) -> [OutputFormat] {
        OutputFormat.allCases.filter { format in
            files.contains { $0.name == fileName(format) }
        }
    }

    /// Whether files that a record lists have every form that is wanted, and lie in the set's place
    /// with the bytes that the record tells of.
    func isWhole(
        _ files: [JobFile],
        wanting wanted: [OutputFormat] = [],
        in output: String
    ) -> Bool {
        let place = folder(in: output).path
        return Set(formats(of: files)).isSuperset(of: wanted)
            && files.allSatisfy { JobFileState(of: $0, in: place) == .unchanged }
    }
}
