import ArgumentParser
import MedelApp
import MedelCore
import MedelImport
import MedelStore

/// `medel decision …`: what the board has decided on insatser, and what room it leaves.
struct DecisionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decision",
        abstract: "List, show and add decisions; see the room under their ceilings.",
        discussion: """
            Example:
              medel decision list --ledger kalmar.medel --insats KRUS
              medel decision add beslut-2025-14.yaml --ledger kalmar.medel
            """,
        subcommands: [List.self, Show.self, Add.self, Rooms.self]
    )

    /// What a list of decisions asks for; decisions met after the day are left out.
    struct DayOptions: ParsableArguments {
        @OptionGroup var options: LedgerOptions

        @Option(name: .long, help: "The day; else today.")
        var asOf: Day?

        @OptionGroup var output: OutputOptions

        func make(_ request: MakeSheet.Request) throws {
            let ledger = try options.open(for: .read)
            let day = try asOf ?? options.today()
            try output.render(try MakeSheet(ledger)(request, asOf: day))
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List decisions in order of meeting.",
            discussion: """
                Example:
                  medel decision list --ledger kalmar.medel --insats KRUS
                """
        )

        @OptionGroup var day: DayOptions

        @Option(name: .long, help: "Only decisions on this insats.")
        var insats: InsatsCode?

        func run() throws {
            try day.make(.decisions(from: nil, through: nil, insats: insats))
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show all that a decision says, and what it replaced.",
            discussion: """
                Example:
                  medel decision show 2025-14 --ledger kalmar.medel
                """
        )

        @OptionGroup var day: DayOptions

        @Argument(help: "The decision.")
        var code: DecisionCode

        func run() throws { try day.make(.decision(code)) }
    }

    struct Rooms: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show every ceiling of an insats: granted, incurred and what is left.",
            discussion: """
                Example:
                  medel decision rooms KRUS --ledger kalmar.medel --as-of 2025-08-31
                """
        )

        @OptionGroup var sheet: SheetCommand.SheetOptions

        @Argument(help: "The insats.")
        var insats: InsatsCode

        func run() throws { try sheet.make(.rooms(insats)) }
    }

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add one decision from a file in the manifest's form.",
            discussion: """
                The file holds the keys of a decision and the key insats. It is checked as a folder
                is: every error with its line, exit code 3. A decision never changes; one that would
                bring a ceiling below what has been spent is refused with the rows in the way.

                Example:
                  medel decision add beslut-2025-14.yaml --ledger kalmar.medel --check
                """
        )

        @OptionGroup var change: PlanChangeOptions

        @Argument(help: "The file.")
        var file: String

        func run() throws {
            try change.run { try AddPlanFile($0, by: $1)(file, as: .decision, keepsNothing: $2) }
        }
    }
}
