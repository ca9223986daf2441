import ArgumentParser
import MedelApp
import MedelCore
import MedelStore

extension SheetCommand {
    struct Decisions: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Log the decisions on insatser in order of meeting.",
            discussion: """
                Example:
                  medel sheet decisions --ledger kalmar.medel --from 2025-01-01 --to 2025-12-31 \\
                    --format xlsx --output beslut.xlsx
                """
        )

        @OptionGroup var options: LedgerOptions

        @Option(name: .long, help: "Only meetings this day or later.")
        var from: Day?

        @Option(name: .long, help: "Only meetings this day or earlier; else today.")
        var to: Day?

        @Option(name: .long, help: "Only decisions on this insats.")
        var insats: InsatsCode?

        @OptionGroup var output: OutputOptions

        func validate() throws {
            if let from, let to, from > to {
                throw ValidationError("--from is later than --to.")
            }
        }

        func run() throws {
            let ledger = try options.open(for: .read)
            let day = try to ?? options.today()
            let request = MakeSheet.Request.decisions(from: from, through: to, insats: insats)
            try output.render(try MakeSheet(ledger)(request, asOf: day))
        }
    }

    struct Proposal: DaySheet {
        static let configuration = CommandConfiguration.sheet(
            "proposal",
            "Put an insats's budget before the board, with the room there is (R14).",
            example: "KRUS --as-of 2024-10-31",
            file: "beslutsunderlag"
        )

        @OptionGroup var sheet: SheetOptions

        @Argument(help: "The insats.")
        var insats: InsatsCode

        @Option(name: .long, help: "The budget's number; else the application not yet decided.")
        var version: Int?

        var request: MakeSheet.Request { .proposal(insats, version: version) }
    }
}
