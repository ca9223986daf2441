import ArgumentParser
import MedelApp
import MedelCore
import MedelStore

/// `medel jobs …`: what the program does by itself when it is due.
struct JobsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs",
        abstract: "List what is due, do it, and show what was done.",
        discussion: """
            The annual report of a year is due the day after the association's books close, and
            again whenever facts have been added to the ledger since. See docs/operations.md.

            Example:
              medel jobs run-due --ledger kalmar.medel --output rapporter
            """,
        subcommands: [List.self, RunDue.self, Show.self]
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what is due, what comes next, and how the latest runs went.",
            discussion: """
                Exit code 1 when the latest run of any year has failed or was cut off.

                Example:
                  medel jobs list --ledger kalmar.medel --output rapporter
                """
        )

        @OptionGroup var options: LedgerOptions

        @Option(name: .long, help: "The folder that jobs write to; else that of the latest run.")
        var output: String?

        @Option(name: .long, help: "text or json.")
        var format = ReportFormat.text

        func run() throws {
            let ledger = try options.open(for: .read)
            let now = try options.performer(in: ledger).now
            let overview = try ListJobs(ledger)(at: now, output: output)
            switch format {
            case .text: print(JobOverviewText(overview).text)
            case .json: try Terminal.printJSON(JobOverviewJSON(overview))
            }
            if !overview.latest.allSatisfy({ $0.result != nil }) {
                throw EarlyExit(status: .findings)
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one run, and whether its files are as it left them.",
            discussion: """
                Exit code 1 when the run has failed, was cut off, or a file has been changed or
                removed.

                Examples:
                  medel jobs show --ledger kalmar.medel
                  medel jobs show 12 --ledger kalmar.medel
                  medel jobs show annualReport/2025/17 --ledger kalmar.medel --format json
                """
        )

        @OptionGroup var options: LedgerOptions

        @Argument(help: "The run's number, or its key; else the latest run.")
        var name: String?

        @Option(name: .long, help: "text or json.")
        var format = ReportFormat.text

        func run() throws {
            let detail = try ShowJob(options.open(for: .read))(name)
            switch format {
            case .text: print(JobDetailText(detail).text)
            case .json: try Terminal.printJSON(JobDetailJSON(detail))
            }
            if detail.run.result == nil || detail.files.contains(where: { $0.state != .unchanged })
            {
                throw EarlyExit(status: .findings)
            }
        }
    }
}
