import ArgumentParser
import MedelApp
import MedelCore
import MedelStore

/// A command that makes one sheet of the plan and the books as of a day.
protocol DaySheet: ParsableCommand {
    /// The ledger, the day and the form.
    var sheet: SheetCommand.SheetOptions { get }

    /// Which sheet.
    var request: MakeSheet.Request { get }
}

extension DaySheet {
    func run() throws { try sheet.make(request) }
}

extension CommandConfiguration {
    /// A name, what the sheet is for, and an example that writes it as an Excel file.
    static func sheet(
        _ name: String,
        _ abstract: String,
        example arguments: String,
        file: String
    ) -> CommandConfiguration {
        CommandConfiguration(
            commandName: name,
            abstract: abstract,
            discussion: """
                Example:
                  medel sheet \(name) \(arguments) --ledger kalmar.medel \\
                    --format xlsx --output \(file).xlsx
                """
        )
    }
}

extension SheetCommand {
    /// What every such sheet asks for.
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

    /// The year of a sheet that can show another than the day's.
    struct YearOption: ParsableArguments {
        @Option(name: .long, help: "The calendar year; else that of the day.")
        var year: Int?

        func validate() throws {
            if let year, MonthRange(calendarYear: year) == nil {
                throw ValidationError("--year is a calendar year, such as 2026.")
            }
        }
    }
}
