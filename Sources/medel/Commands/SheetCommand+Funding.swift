import ArgumentParser
import MedelApp
import MedelCore

extension SheetCommand {
    struct Funding: DaySheet {
        static let configuration = CommandConfiguration.sheet(
            "funding",
            "Show contributions and other sources of a year (R4).",
            example: "--year 2025 --as-of 2025-08-31",
            file: "finansiering"
        )

        @OptionGroup var year: YearOption
        @OptionGroup var sheet: SheetOptions

        var request: MakeSheet.Request { .funding(year: year.year ?? sheet.asOf.year) }
    }

    struct MembersShare: DaySheet {
        static let configuration = CommandConfiguration.sheet(
            "members-share",
            "Show each member's share of assets, debts and equity (R12).",
            example: "--as-of 2025-12-31",
            file: "medlemsandelar"
        )

        @OptionGroup var sheet: SheetOptions

        var request: MakeSheet.Request { .membersShare }
    }

    struct Liquidity: DaySheet {
        static let configuration = CommandConfiguration.sheet(
            "liquidity",
            "Show the bank month by month, booked and expected (R17).",
            example: "--year 2025 --as-of 2025-08-31",
            file: "likviditet"
        )

        @OptionGroup var year: YearOption
        @OptionGroup var sheet: SheetOptions

        var request: MakeSheet.Request { .liquidity(year: year.year ?? sheet.asOf.year) }
    }
}
