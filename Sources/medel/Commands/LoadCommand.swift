import ArgumentParser
import MedelApp

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

    @OptionGroup var change: PlanChangeOptions

    @Argument(help: "The folder.")
    var folder: String

    func run() throws {
        try change.run { try LoadFolder($0, by: $1)(folder, keepsNothing: $2) }
    }
}
