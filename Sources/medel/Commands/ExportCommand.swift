import ArgumentParser
import MedelApp
import MedelCore
import MedelRender
import MedelStore

/// `medel export …`: the ledger in other programs' forms.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a book for another program.",
        discussion: """
            Example:
              medel export journal --ledger kalmar.medel --book association | hledger -f - bal
            """,
        subcommands: [Journal.self]
    )

    struct Journal: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a book as an hledger journal.",
            discussion: """
                Example:
                  medel export journal --ledger kalmar.medel --book association \\
                    --output bok.journal
                """
        )

        @OptionGroup var options: LedgerOptions

        @Option(name: .long, help: "association or owner:CODE.")
        var book: BookReference

        @Option(name: [.long, .short], help: "The file to write; else standard output.")
        var output: String?

        func run() throws {
            let export = ExportJournal(try options.open(for: .read))
            if let output {
                try writeFile(output) { sink in
                    try export(book) { try sink(Array($0.utf8)) }
                }
            } else {
                try export(book) { try Terminal.write($0) }
            }
        }
    }
}
