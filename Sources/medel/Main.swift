import ArgumentParser
import Foundation
import Glibc
import MedelApp

/// Starts a command and turns what it throws into one of five exit codes.
@main
enum Main {
    static func main() {
        // A full disk must come back as an error from write, not as a signal that ends us.
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGPIPE, SIG_DFL)
        do {
            var command = try Medel.parseAsRoot()
            try command.run()
        } catch {
            exit(ExitStatus.report(error).rawValue)
        }
    }
}

/// What the program tells whoever started it.
///
/// Source: SPEC 11.
enum ExitStatus: Int32 {
    case done = 0
    case findings = 1
    case usage = 2
    case refused = 3
    case brokenLedger = 4

    /// Prints what went wrong and says how to end.
    static func report(_ error: any Error) -> ExitStatus {
        if let status = error as? EarlyExit { return status.status }
        if let message = swedishMessage(for: error) {
            Terminal.complain("Fel: " + message)
            return status(for: error)
        }
        if let error = error as? ValidationError {
            Terminal.complain("Error: " + error.message)
            return .usage
        }
        let code = Medel.exitCode(for: error)
        if code == .success {
            print(Medel.fullMessage(for: error))
            return .done
        }
        Terminal.complain(Medel.fullMessage(for: error))
        return code == .validationFailure ? .usage : .refused
    }

    /// What went wrong in one sentence, for a result that holds it.
    static func message(for error: any Error) -> String {
        swedishMessage(for: error) ?? Medel.message(for: error)
    }

    static func status(for error: any Error) -> ExitStatus {
        isBrokenLedger(error) ? .brokenLedger : .refused
    }
}

/// Ends a command that has said what it had to say.
struct EarlyExit: Error {
    let status: ExitStatus
}

/// The root command.
struct Medel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "medel",
        abstract: "Budget, financing and grant accounting for samordningsförbund.",
        discussion: """
            Example:
              medel ledger create kalmar.medel --name "Samordningsförbundet Exempel" \\
                --org-number 222000-1234
              medel import sie 2025.se --ledger kalmar.medel --book association
              medel sheet postings --ledger kalmar.medel --book association --format xlsx \\
                --output huvudbok.xlsx
            """,
        version: "0.1.0",
        subcommands: [
            InspectCommand.self, LedgerCommand.self, BookCommand.self, LoadCommand.self,
            InsatsCommand.self, BudgetCommand.self, DecisionCommand.self,
            ContributionsCommand.self, FundingCommand.self, ImportCommand.self, SheetCommand.self,
            TemplateCommand.self, ReportCommand.self,
            JobsCommand.self, ExportCommand.self,
        ]
    )
}
