import ArgumentParser
import Foundation
import MedelApp
import MedelCore
import MedelImport

/// `medel budget …`: budgets of insatser and of the association.
struct BudgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "budget",
        abstract: "Budgets of insatser and of the association: propose, add, compare, change.",
        discussion: """
            Example:
              medel budget propose ansokan.pdf --output plan/kvarn.yaml
              medel budget add krus-beviljad.yaml --ledger kalmar.medel
              medel budget diff KRUS 1 2 --ledger kalmar.medel
            """,
        subcommands: [
            List.self, Show.self, Diff.self, Propose.self, Add.self, Board.self, Reallocate.self,
        ]
    )

    struct Propose: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Propose a manifest from the budget table of an application.",
            discussion: """
                The application is text (UTF-8 or Latin-1, at most 2 MB) or PDF (at most 30 MB,
                read by pdftotext). Nothing is kept in a ledger: every doubt is a comment in the
                manifest, at the row it is about. Exit code 1 when there is no budget. Without
                --output the manifest goes to standard output and the summary to standard error.

                Examples:
                  medel budget propose ansokan.txt
                  medel budget propose ansokan.pdf --code KVARN --output plan/kvarn.yaml
                """
        )

        @Argument(help: "The application.")
        var file: String

        @Option(name: [.long, .short], help: "The manifest to write; else standard output.")
        var output: String?

        @Option(name: .long, help: "The insats's code; else made from the file's name.")
        var code: InsatsCode?

        @Option(name: .long, help: "The budget's date when the application has none; else today.")
        var date: Day?

        @Option(name: .long, help: "text or json.")
        var format = ReportFormat.text

        func run() throws {
            let propose = ProposeBudget(
                today: try today(),
                isDateGiven: date != nil,
                searchPath: ProcessInfo.processInfo.environment["PATH"] ?? ""
            )
            let report = try propose(file, code: code)
            if let output, let manifest = report.manifest {
                try propose.write(manifest, to: output)
            }
            switch format {
            case .text:
                let words = ProposalReportText(report, writtenTo: output).text
                if output == nil, let manifest = report.manifest {
                    // Standard output is the manifest alone, so that it can be sent to a file.
                    Terminal.complain(words)
                    try Terminal.write(manifest.text)
                } else {
                    try Terminal.write(words + "\n")
                }
            case .json: try Terminal.printJSON(ProposalReportJSON(report, writtenTo: output))
            }
            if report.manifest == nil { throw EarlyExit(status: .findings) }
        }

        private func today() throws -> Day {
            if let day = try date ?? Clock.now().dayInStockholm { return day }
            throw ValidationError("The computer's clock is outside the years 1 to 9999.")
        }
    }
}
