import ArgumentParser
import Foundation
import MedelApp
import MedelCore
import MedelRender
import MedelStore

/// `medel report …`: documents that the law asks for.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Make the annual report, and verify a file of it.",
        discussion: """
            Example:
              medel report annual --year 2025 --output rapporter --ledger kalmar.medel
              medel report verify rapporter/arsredovisning-2025.json
            """,
        subcommands: [Annual.self, Verify.self]
    )

    struct Annual: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make the annual report of a calendar year.",
            discussion: """
                The report is a draft (Utkast) unless --ready is given, which is refused while
                anything is wrong. Exit code 1 when the draft names errors.

                Examples:
                  medel report annual --year 2025 --output rapporter --ledger kalmar.medel
                  medel report annual --year 2025 --output rapporter --formats html,json --ready \\
                    --ledger kalmar.medel
                """
        )

        @OptionGroup var options: LedgerOptions

        @Option(name: .long, help: "The calendar year.")
        var year: Int

        @Option(name: [.long, .short], help: "The folder for the files; made when missing.")
        var output: String

        @Option(
            name: .long,
            help: "Forms with commas between: html, xlsx, csv, json, csv-machine, text.",
            transform: readFormats
        )
        var formats = AnnualReport.usualFormats

        @Flag(name: .long, help: "Ready for the board; refused when there are errors.")
        var ready = false

        func run() throws {
            let make = MakeAnnualReport(try options.open(for: .read))
            let report = try make(year: year, status: ready ? .ready : .draft)
            for path in try report.write(to: output, formats) { print(path) }
            print(ready ? ReportStatus.ready.swedish : ReportStatus.draft.swedish)
            guard !report.errors.isEmpty else { return }
            print("Fel som hindrar att rapporten blir klar för styrelsen:")
            for error in report.errors { print("  - \(error.text)") }
            throw EarlyExit(status: .findings)
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find out whether a report's file is as it was made.",
            discussion: """
                A JSON file is judged by the checksum in it, which is of figures and texts, not of
                the ledger version, the chain head and the lines at the end. With --ledger, or for another form,
                the same report is made anew and the bytes are compared. Exit code 1 when the
                file has been changed or the figures are no longer the same.

                Examples:
                  medel report verify rapporter/arsredovisning-2025.json
                  medel report verify rapporter/arsredovisning-2025.xlsx --ledger kalmar.medel
                """
        )

        @OptionGroup var options: LedgerOptions

        @Argument(help: "The file.")
        var file: String

        @Option(name: .long, help: "The calendar year; else from the file's name.")
        var year: Int?

        @Flag(name: .long, help: "Judge a JSON file by itself even if MEDEL_LEDGER names a ledger.")
        var alone = false

        func run() throws {
            let bytes = try reportBytes(of: file)
            let format = try formOfFile()
            let verdict: VerifyReport.Verdict
            if format == .json, alone || !options.isNamed {
                verdict = VerifyReport()(json: bytes)
            } else {
                guard let year = year ?? yearOfFile else {
                    throw ValidationError("Name the year with --year.")
                }
                let ledger = try options.open(for: .read)
                verdict = try VerifyReport()(bytes, format, year: year, ledger)
            }
            print("\(file): \(words(for: verdict, format))")
            switch verdict {
            case .sound, .same, .sameRows, .overtaken(_, _, true): return
            case .overtaken(_, _, false), .changed, .notAReport:
                throw EarlyExit(status: .findings)
            }
        }

        private func formOfFile() throws -> OutputFormat {
            let formats = OutputFormat.allCases.sorted { $0.rawValue.count > $1.rawValue.count }
            let name = URL(filePath: file).lastPathComponent
            let found = formats.first { format in
                let example = AnnualReport.fileName(year: 2000, format)
                return name.hasSuffix(String(example.drop { $0 != "." }))
            }
            guard let found else {
                throw ValidationError("The file's name ends in none of the forms of a report.")
            }
            return found
        }

        /// The last four digits in a row in the file's name.
        private var yearOfFile: Int? {
            let name = URL(filePath: file).lastPathComponent
            return name.split { !$0.isNumber }.last { $0.count == 4 }.flatMap { Int($0) }
        }

        private func words(for verdict: VerifyReport.Verdict, _ format: OutputFormat) -> String {
            switch verdict {
            case .sound(let version):
                "siffror och text är oförändrade enligt filens egen kontrollsumma. Filen uppger "
                    + "version \(version); version, kedjehuvud, status och annat under Om "
                    + "dokumentet är inte prövat. Ange --ledger för det."
            case .same(let version): "oförändrad; huvudboken är kvar på version \(version)."
            case .overtaken(let from, let to, true):
                "oförändrad. Huvudboken har gått vidare (version \(from) → \(to)), och siffrorna "
                    + "är fortfarande desamma."
            case .overtaken(let from, let to, false):
                "huvudboken har gått vidare (version \(from) → \(to)), och rapporten blir inte "
                    + "längre densamma. Gör rapporten på nytt."
            case .sameRows(let version):
                "oförändrad; huvudboken ger samma rader på version \(version)."
            case .changed where format == .csvMachine || format == .xlsx:
                "ändrad, gjord före senare ändringar i huvudboken, eller inte gjord ur den här "
                    + "huvudboken."
            case .changed: "ändrad, eller inte gjord ur den här huvudboken."
            case .notAReport: "ändrad till formen, eller ingen rapport från Medel."
            }
        }
    }
}

/// Reads `html,xlsx`.
@Sendable private func readFormats(_ text: String) throws -> [OutputFormat] {
    var formats: [OutputFormat] = []
    for word in text.split(separator: ",") {
        guard let format = OutputFormat(rawValue: String(word)) else {
            throw ValidationError("\(word) is no form of a report.")
        }
        if !formats.contains(format) { formats.append(format) }
    }
    guard !formats.isEmpty else { throw ValidationError("Name at least one form.") }
    return formats
}
