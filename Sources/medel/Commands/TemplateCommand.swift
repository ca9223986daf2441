import ArgumentParser
import Foundation
import MedelApp
import MedelImport
import MedelStore

/// `medel template …`: the templates that decide figures.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "List, show and adopt statement layouts and charts of accounts.",
        discussion: """
            A template is a file that decides figures. Reports follow the ledger's own copy, which
            is made when the template is adopted. Templates lie in MEDEL_TEMPLATES, else beside
            the program.

            Example:
              medel template list --ledger kalmar.medel
              medel template adopt resultatrakning balansrakning-2024 kommunbas \\
                --ledger kalmar.medel
            """,
        subcommands: [List.self, Show.self, Adopt.self]
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say which templates are adopted and which differ on disk.",
            discussion: """
                Exit code 1 when an adopted template differs from the file or a file has errors.

                Example:
                  medel template list --ledger kalmar.medel
                """
        )

        @OptionGroup var options: LedgerOptions

        func run() throws {
            let ledger = try options.open(for: .read)
            let standings = try ListTemplates(ledger)(try templateFolder())
            var lines: [String] = []
            var hasFindings = false
            let width = standings.map(\.name.count).max() ?? 0
            for standing in standings {
                let name = standing.name.padding(toLength: width, withPad: " ", startingAt: 0)
                let digest = standing.adoptedDigest.map { "  SHA-256 \($0)" } ?? ""
                switch standing.state {
                case .adopted: lines.append("\(name)  antagen\(digest)")
                case .notAdopted: lines.append("\(name)  ej antagen")
                case .adoptedOnly: lines.append("\(name)  antagen, finns inte på disk\(digest)")
                case .changedOnDisk:
                    hasFindings = true
                    lines.append("\(name)  ändrad på disk, ej antagen\(digest)")
                case .broken(let problems):
                    hasFindings = true
                    lines.append("\(name)  har fel")
                    lines += problems.map { "  \($0.place): \($0.reason.swedish)" }
                }
            }
            try Terminal.write(lines.joined(separator: "\n") + "\n")
            if hasFindings { throw EarlyExit(status: .findings) }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a template as it stands on disk or in the ledger.",
            discussion: """
                Examples:
                  medel template show kommunbas
                  medel template show kommunbas --adopted --ledger kalmar.medel
                """
        )

        @OptionGroup var options: LedgerOptions

        @Argument(help: "The template's name, or a file.")
        var name: String

        @Flag(name: .long, help: "The ledger's copy.")
        var adopted = false

        func run() throws {
            if adopted {
                let copies = try options.open(for: .read).templates()
                guard let copy = copies.first(where: { $0.name == name }) else {
                    throw TemplateRefusal.unknown(name: name, known: copies.map(\.name))
                }
                return try Terminal.write(copy.text)
            }
            let file = try templateFolder().file(name)
            guard let text = file.text, file.problems.isEmpty else {
                throw TemplateRefusal.broken(file: file.name, file.problems)
            }
            try Terminal.write(text)
        }
    }

    struct Adopt: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copy templates into the ledger, which reports then follow.",
            discussion: """
                Adopting the same text again changes nothing. One chart of accounts holds at a
                time: adopting another takes its place.

                Examples:
                  medel template adopt resultatrakning balansrakning-2019 balansrakning-2024 \\
                    kommunbas --ledger kalmar.medel
                  medel template adopt egen-kontoplan.yaml --ledger kalmar.medel
                """
        )

        @OptionGroup var options: LedgerOptions

        @Argument(help: "Names of templates, or files.")
        var names: [String]

        func run() throws {
            let folder = try templateFolder()
            let files = try names.map { try folder.file($0) }
            let ledger = try options.open(for: .write)
            let adopt = AdoptTemplates(ledger, by: try options.performer(in: ledger))
            switch try adopt(files) {
            case .recorded(let adoption, let head):
                let names = adoption.adopted.map(\.name).joined(separator: ", ")
                print("Antagna: \(names). Version \(head.ledgerVersion).")
                if let replaced = adoption.replacedChart {
                    print("Kontoplanen \(replaced) gäller inte längre.")
                }
            case .unchanged: print("Samma som i huvudboken, ingenting är ändrat.")
            }
        }
    }
}

/// The templates that came with the program.
func templateFolder() throws -> TemplateFolder {
    try TemplateFolder(
        TemplateLocation.find(
            environment: ProcessInfo.processInfo.environment,
            executable: Bundle.main.executablePath ?? CommandLine.arguments[0]
        )
    )
}
