import ArgumentParser
import MedelApp
import MedelCore

extension SheetCommand {
    struct Total: DaySheet {
        static let configuration = CommandConfiguration.sheet(
            "total",
            "Follow up styrelse, administration, revision and insatser (R1).",
            example: "--as-of 2025-08-31",
            file: "uppfoljning"
        )

        @OptionGroup var sheet: SheetOptions

        var request: MakeSheet.Request { .total }
    }

    struct Insatser: DaySheet {
        static let configuration = CommandConfiguration.sheet(
            "insatser",
            "Follow up every insats, one row each (R2).",
            example: "--as-of 2025-08-31",
            file: "insatser"
        )

        @OptionGroup var sheet: SheetOptions

        var request: MakeSheet.Request { .insatser }
    }

    struct Single: DaySheet {
        static let configuration = CommandConfiguration.sheet(
            "insats",
            "Follow up one insats by budget row and year (R3).",
            example: "KRUS --as-of 2025-08-31",
            file: "krus"
        )

        @Argument(help: "The insats.")
        var insats: InsatsCode

        @OptionGroup var sheet: SheetOptions

        var request: MakeSheet.Request { .insats(insats) }
    }

    struct Equity: DaySheet {
        static let configuration = CommandConfiguration.sheet(
            "equity",
            "Show equity and the room for new activity (R6).",
            example: "--as-of 2025-08-31",
            file: "eget-kapital"
        )

        @OptionGroup var year: YearOption
        @OptionGroup var sheet: SheetOptions

        var request: MakeSheet.Request { .equity(year: year.year) }
    }

    struct Plan: DaySheet {
        static let configuration = CommandConfiguration.sheet(
            "plan",
            "Show the budget year and the two plan years after it (R7).",
            example: "--year 2026 --as-of 2025-11-20",
            file: "flerarsplan"
        )

        @OptionGroup var year: YearOption
        @OptionGroup var sheet: SheetOptions

        var request: MakeSheet.Request { .plan(year: year.year) }
    }
}
