import ArgumentParser
import MedelApp
import MedelCore

/// `medel insats …`: what is known of an insats beside its budget and decisions.
struct InsatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "insats",
        abstract: "Count the participants of insatser.",
        discussion: """
            An insats is described in a manifest and shown by medel sheet insats.

            Example:
              medel insats participants KRUS --ledger kalmar.medel --year 2026 --planned 40
            """,
        subcommands: [Participants.self]
    )

    struct Participants: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Register how many are planned for, or took part, in a year.",
            discussion: """
                Numbers only, never people. What is left out is as before.

                Example:
                  medel insats participants KRUS --ledger kalmar.medel --year 2025 --reported 37
                """
        )

        @Argument(help: "The insats.")
        var insats: InsatsCode

        @OptionGroup var change: PlanChangeOptions

        @Option(name: .long, help: "The calendar year.")
        var year: Int

        @Option(name: .long, help: "How many are planned for.")
        var planned: Int?

        @Option(name: .long, help: "How many took part.")
        var reported: Int?

        func validate() throws {
            if planned == nil, reported == nil {
                throw ValidationError("Say how many: --planned, --reported or both.")
            }
        }

        func run() throws {
            try change.run { ledger, performer, keepsNothing in
                try CountParticipants(ledger, by: performer)(
                    insats,
                    year: year,
                    planned: planned,
                    reported: reported,
                    keepsNothing: keepsNothing
                )
            }
        }
    }
}
