import ArgumentParser
import MedelApp
import MedelCore
import MedelStore

extension SheetCommand {
    /// What every sheet of the overview line asks for.
    struct SheetOptions: ParsableArguments {
        @OptionGroup var options: LedgerOptions

        @Option(name: .long, help: "The day: vouchers dated and decisions met by then count.")
        var asOf: Day

        @OptionGroup var output: OutputOptions

        func make(_ request: MakeSheet.Request) throws {
            let ledger = try options.open(for: .read)
            try output.render(try MakeSheet(ledger)(request, asOf: asOf))
        }
    }

    struct Total: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Follow up styrelse, administration, revision and insatser (R1).",
            discussion: """
                Example:
                  medel sheet total --ledger kalmar.medel --as-of 2025-08-31 --format xlsx \\
                    --output uppfoljning.xlsx
                """
        )

        @OptionGroup var sheet: SheetOptions

        func run() throws { try sheet.make(.total) }
    }

    struct Insatser: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Follow up every insats, one row each (R2).",
            discussion: """
                Example:
                  medel sheet insatser --ledger kalmar.medel --as-of 2025-08-31 --format xlsx \\
                    --output insatser.xlsx
                """
        )

        @OptionGroup var sheet: SheetOptions

        func run() throws { try sheet.make(.insatser) }
    }

    struct Single: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "insats",
            abstract: "Follow up one insats by budget row and year (R3).",
            discussion: """
                Example:
                  medel sheet insats KRUS --ledger kalmar.medel --as-of 2025-08-31 --format xlsx \\
                    --output krus.xlsx
                """
        )

        @Argument(help: "The insats.")
        var insats: InsatsCode

        @OptionGroup var sheet: SheetOptions

        func run() throws { try sheet.make(.insats(insats)) }
    }

    struct Equity: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show equity and the room for new activity (R6).",
            discussion: """
                Example:
                  medel sheet equity --ledger kalmar.medel --as-of 2025-08-31 --format xlsx \\
                    --output eget-kapital.xlsx
                """
        )

        @OptionGroup var sheet: SheetOptions

        func run() throws { try sheet.make(.equity) }
    }

    struct Plan: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the budget year and the two plan years after it (R7).",
            discussion: """
                Example:
                  medel sheet plan --ledger kalmar.medel --as-of 2025-11-20 --format xlsx \\
                    --output flerarsplan.xlsx
                """
        )

        @OptionGroup var sheet: SheetOptions

        func run() throws { try sheet.make(.plan) }
    }
}
