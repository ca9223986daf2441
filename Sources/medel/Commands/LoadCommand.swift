import ArgumentParser
import MedelApp
import MedelStore

/// `medel load FOLDER`: takes a folder of manifests as the association's plan.
struct LoadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Read an association's plan from a folder of manifests.",
        discussion: """
            The folder is taken as a whole or not at all, and loading it twice changes nothing.
            Exit code 3 when a file has errors or a decision has been changed; every error is
            listed with its file and line.

            Examples:
              medel load samples/kalmar --ledger kalmar.medel --check
              medel load samples/kalmar --ledger kalmar.medel
            """
    )

    @OptionGroup var options: LedgerOptions

    @Argument(help: "The folder.")
    var folder: String

    @Flag(name: .long, help: "Show what would change and keep nothing.")
    var check = false

    @Option(name: .long, help: "text or json.")
    var format = ReportFormat.text

    func run() throws {
        let ledger = try options.open(for: .write)
        let loadFolder = LoadFolder(ledger, by: try options.performer(in: ledger))
        let report = try loadFolder(folder, keepsNothing: check)
        switch format {
        case .text: try Terminal.write(LoadReportText(report).text + "\n")
        case .json: try Terminal.printJSON(LoadReportJSON(report))
        }
        if report.result == .refused { throw EarlyExit(status: .refused) }
    }
}
