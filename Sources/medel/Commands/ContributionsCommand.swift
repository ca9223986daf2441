import ArgumentParser
import MedelApp
import MedelCore
import MedelStore

/// `medel contributions …`: what the members pay.
struct ContributionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contributions",
        abstract: "Propose, register, compare and follow the members' contributions.",
        discussion: """
            Example:
              medel contributions split --ledger kalmar.medel --year 2026 --total 9400000
              medel contributions decide OSK --ledger kalmar.medel --year 2026 --amount 1250000
              medel contributions show --ledger kalmar.medel --year 2026
            """,
        subcommands: [
            Split.self, Decide.self, Invoice.self, Receive.self, Show.self, History.self,
        ]
    )

    struct Split: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Divide a year's total over the members; saves nothing.",
            discussion: """
                Example:
                  medel contributions split --ledger kalmar.medel --year 2026 --total 9400000 \\
                    --format xlsx --output bidrag-2026.xlsx
                """
        )

        @OptionGroup var options: LedgerOptions

        @Option(name: .long, help: "The calendar year.")
        var year: Int

        @Option(
            name: .long,
            help: "What all pay together: 9400000 or 9400000,50; --total=-100 below zero."
        )
        var total: Money

        @OptionGroup var output: OutputOptions

        func run() throws {
            let ledger = try options.open(for: .read)
            try output.render(try ContributionDocuments(ledger).split(total, year: year))
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show decided against asked against computed share.",
            discussion: """
                Example:
                  medel contributions show --ledger kalmar.medel --year 2025
                """
        )

        @OptionGroup var options: LedgerOptions

        @Option(name: .long, help: "The calendar year.")
        var year: Int

        @Option(name: .long, help: "Only what was decided by this day; else all of the year.")
        var asOf: Day?

        @OptionGroup var output: OutputOptions

        func run() throws {
            let ledger = try options.open(for: .read)
            try output.render(
                try ContributionDocuments(ledger).decided(year: year, asOf: asOf)
            )
        }
    }

    struct History: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List every version with when and by whom it was registered.",
            discussion: """
                Example:
                  medel contributions history --ledger kalmar.medel --year 2025
                """
        )

        @OptionGroup var options: LedgerOptions

        @Option(name: .long, help: "The calendar year.")
        var year: Int

        @OptionGroup var output: OutputOptions

        func run() throws {
            let ledger = try options.open(for: .read)
            try output.render(try ContributionDocuments(ledger).history(year: year))
        }
    }
}
