import ArgumentParser
import MedelImport

/// `medel inspect FILE`: says what a file is, without a ledger.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Say what a file is and what is wrong with it.",
        discussion: """
            Example:
              medel inspect 2025.se --format json
            """
    )

    @Argument(help: "The file.")
    var file: String

    @Option(name: .long, help: "text or json.")
    var format = ReportFormat.text

    func run() throws {
        let inspection = try SIEInspection(isImportFile: isImportFile) { try SourceFile(file) }
        switch format {
        case .text: try Terminal.write(inspection.text)
        case .json: try Terminal.write(inspection.json + "\n")
        }
        if !inspection.contents.isAccepted { throw EarlyExit(status: .findings) }
    }

    private var isImportFile: Bool? {
        let name = file.lowercased()
        if name.hasSuffix(".si") { return true }
        return name.hasSuffix(".se") ? false : nil
    }
}
