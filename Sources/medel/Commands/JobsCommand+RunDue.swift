import ArgumentParser
import MedelApp
import MedelRender
import MedelStore

extension JobsCommand {
    struct RunDue: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "run-due",
            abstract: "Do what is due, once; for a timer, and to be run again after anything.",
            discussion: """
                Makes a folder such as arsredovisning-2025 for each set of files inside the folder
                that --output names. A set with other figures is replaced as a whole, and the old
                one kept under tidigare. Exit code 0 when all went well, when nothing was due, and
                when another process is at work in the folder; 1 when a run failed; 3 when nothing
                could be done; 4 when the ledger is broken.

                Examples:
                  medel jobs run-due --ledger kalmar.medel --output rapporter
                  medel jobs run-due --ledger kalmar.medel --output rapporter --formats html,xlsx
                """
        )

        @OptionGroup var options: LedgerOptions

        @Option(name: [.long, .short], help: "The folder to write to; it exists.")
        var output: String

        @Option(
            name: .long,
            help: "Forms with commas between: html, xlsx, csv, json, csv-machine, text."
        )
        var formats = FormatList.usual

        @Option(name: .long, help: "text or json.")
        var format = ReportFormat.text

        func run() throws {
            let ledger = try options.open(for: .write)
            let runDueJobs = RunDueJobs(ledger, by: try options.performer(in: ledger))
            let report = try runDueJobs(into: output, as: formats.formats)
            switch format {
            case .text: print(DueJobsText(report, output: output).text)
            case .json: try Terminal.printJSON(DueJobsJSON(report))
            }
            switch report {
            case .busy: return
            case .ran(let outcomes):
                if outcomes.contains(where: \.hasFailed) { throw EarlyExit(status: .findings) }
            }
        }
    }
}

/// The forms of a report as one word of a command line: `xlsx,csv`.
struct FormatList: ExpressibleByArgument, CustomStringConvertible {
    let formats: [OutputFormat]

    /// The forms that a report is kept in when nobody says otherwise.
    static let usual = FormatList(formats: AnnualReport.usualFormats)

    private init(formats: [OutputFormat]) { self.formats = formats }

    /// Reads forms with commas between, each once.
    init?(argument: String) {
        var formats: [OutputFormat] = []
        for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let format = OutputFormat(rawValue: String(word)), !formats.contains(format)
            else { return nil }
            formats.append(format)
        }
        self.formats = formats
    }

    var description: String { formats.map(\.rawValue).joined(separator: ",") }
}
