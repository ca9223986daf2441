import ArgumentParser
import MedelApp
import MedelCore
import MedelStore

/// `medel import …`: files into books.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read files into a book, and decide what has changed upstream.",
        discussion: """
            Example:
              medel import sie 2024.se 2025.se --ledger kalmar.medel --book association
            """,
        subcommands: [SIE.self, Differences.self]
    )

    struct SIE: ParsableCommand {
        /// A fault that a person may take into the books with open eyes.
        enum Acceptance: String, CaseIterable, ExpressibleByArgument {
            case unbalanced
        }

        static let configuration = CommandConfiguration(
            abstract: "Read SIE files, types 1 to 4.",
            discussion: """
                Each file is taken as a whole or not at all, and the same file twice changes
                nothing. Exit code 1 when something needs a decision, 3 when a file is refused.

                Examples:
                  medel import sie 2025.se --ledger kalmar.medel --book association --dry-run
                  medel import sie kommun.se --ledger kalmar.medel --book owner:OSK \\
                    --keep 6:4711 --mask-texts
                """
        )

        @OptionGroup var options: LedgerOptions

        @Argument(help: "The files.")
        var files: [String]

        @Option(name: .long, help: "association or owner:CODE.")
        var book: BookReference

        @Flag(name: .long, help: "Show what would happen and keep nothing.")
        var dryRun = false

        @Flag(name: .long, help: "Compare a file that was read before with the book again.")
        var again = false

        @Option(name: .long, help: "Take a file in spite of: unbalanced.")
        var accept: [Acceptance] = []

        @Option(name: .long, help: "Keep only rows on this object, dimension:code; may repeat.")
        var keep: [ObjectReference] = []

        @Flag(name: .long, help: "Drop texts and signatures of what is kept.")
        var maskTexts = false

        @Option(name: .long, help: "Drop objects of this dimension; 7, employees, always is.")
        var maskDimension: [Int] = []

        @Option(name: .long, help: "What the kept rows must sum to, as 1234.50.")
        var controlTotal: String?

        @Option(name: .long, help: "text or json.")
        var format = ReportFormat.text

        func validate() throws {
            guard !keep.isEmpty || (!maskTexts && maskDimension.isEmpty) else {
                throw ValidationError("--mask-texts and --mask-dimension go with --keep.")
            }
            guard !keep.isEmpty || controlTotal == nil else {
                throw ValidationError("--control-total goes with --keep.")
            }
            guard !keep.contains(where: { maskedDimensions.contains($0.dimension) }) else {
                throw ValidationError("--keep names an object of a masked dimension, such as 7.")
            }
            if let controlTotal, Self.amount(controlTotal) == nil {
                throw ValidationError("--control-total is an amount, as 1234.50.")
            }
        }

        func run() throws {
            let ledger = try options.open(for: .write)
            let importFile = ImportSIE(ledger, by: try options.performer(in: ledger))
            let request = request
            var reports: [ImportReportJSON] = []
            var worst = ExitStatus.done
            for file in files {
                if Terminal.isWatched, files.count > 1 { Terminal.complain("Läser \(file) …") }
                do {
                    let report = try importFile(file, request)
                    reports.append(ImportReportJSON(report))
                    if format == .text { print(ImportReportText(report).text) }
                    worst = max(worst, status(of: report))
                } catch {
                    // Files are independent of each other: one that cannot be read stops no other.
                    Terminal.complain("\(file):")
                    worst = max(worst, ExitStatus.report(error))
                    reports.append(ImportReportJSON(file, error: error))
                }
            }
            if format == .json { try Terminal.printJSON(reports) }
            if worst != .done { throw EarlyExit(status: worst) }
        }

        private var request: ImportRequest {
            ImportRequest(
                book: book,
                isDryRun: dryRun,
                readsAgain: again,
                acceptsUnbalanced: accept.contains(.unbalanced),
                extract: keep.isEmpty ? nil : extractRule
            )
        }

        private var maskedDimensions: Set<Int> { Set(maskDimension).union([7]) }

        private var extractRule: ExtractRule {
            ExtractRule(
                objects: Set(keep),
                masksTexts: maskTexts,
                maskedDimensions: maskedDimensions,
                controlTotal: controlTotal.flatMap(Self.amount)
            )
        }

        private static func amount(_ text: String) -> Money? {
            try? AmountReader(.ledgerExtract(decimalSign: .point)).read(text)
        }

        private func status(of report: ImportReport) -> ExitStatus {
            switch report.result {
            case .refused: .refused
            case .alreadyRead: .done
            case .recorded, .wouldBeRecorded:
                // Of a complete book nothing is left out but what the file's type has no room for.
                report.changed.isEmpty && report.gone.isEmpty && report.late == 0
                    && (report.leftOut == 0 || !keep.isEmpty) ? .done : .findings
            }
        }
    }
}

extension ExitStatus: Comparable {
    static func < (left: ExitStatus, right: ExitStatus) -> Bool {
        left.rawValue < right.rawValue
    }
}
