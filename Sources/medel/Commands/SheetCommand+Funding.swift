import ArgumentParser
import MedelApp
import MedelCore

extension SheetCommand {
    struct Funding: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show contributions and other sources of a year (R4).",
            discussion: """
                Example:
                  medel sheet funding --ledger kalmar.medel --year 2025 --as-of 2025-08-31 \\
                    --format xlsx --output finansiering.xlsx
                """
        )

        @Option(name: .long, help: "The calendar year; else that of the day.")
        var year: Int?

        @OptionGroup var sheet: SheetOptions

        func run() throws { try sheet.make(.funding(year: year ?? sheet.asOf.year)) }
    }

    struct MembersShare: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "members-share",
            abstract: "Show each member's share of assets, debts and equity (R12).",
            discussion: """
                Example:
                  medel sheet members-share --ledger kalmar.medel --as-of 2025-12-31 \\
                    --format xlsx --output medlemsandelar.xlsx
                """
        )

        @OptionGroup var sheet: SheetOptions

        func run() throws { try sheet.make(.membersShare) }
    }

    struct Liquidity: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the bank month by month, booked and expected (R17).",
            discussion: """
                Example:
                  medel sheet liquidity --ledger kalmar.medel --year 2025 --as-of 2025-08-31 \\
                    --format xlsx --output likviditet.xlsx
                """
        )

        @Option(name: .long, help: "The calendar year; else that of the day.")
        var year: Int?

        @OptionGroup var sheet: SheetOptions

        func run() throws { try sheet.make(.liquidity(year: year ?? sheet.asOf.year)) }
    }
}
