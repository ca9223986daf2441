import ArgumentParser
import MedelApp
import MedelCore
import MedelRender
import MedelStore

/// `medel sheet …`: sheets for people and programs.
struct SheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Make a sheet as text, JSON, CSV, Excel or a web page.",
        discussion: """
            Example:
              medel sheet total --ledger kalmar.medel --as-of 2025-08-31
              medel sheet postings --ledger kalmar.medel --book association --from 2025-01-01 \\
                --to 2025-06-30 --format xlsx --output huvudbok.xlsx
            """,
        subcommands: [
            Total.self, Insatser.self, Single.self, Funding.self, Equity.self, Plan.self,
            MembersShare.self, Proposal.self, Liquidity.self, Decisions.self, Postings.self,
        ]
    )

    struct Postings: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List a book's postings down to file and line (R15).",
            discussion: """
                Examples:
                  medel sheet postings --ledger kalmar.medel --book association --account 4510
                  medel sheet postings --ledger kalmar.medel --book owner:OSK --insats KRUS \\
                    --format csv --output krus.csv
                """
        )

        @OptionGroup var options: LedgerOptions

        @Option(name: .long, help: "association or owner:CODE.")
        var book: BookReference

        @Option(name: .long, help: "Only what is mapped to this insats.")
        var insats: InsatsCode?

        @Option(name: .long, help: "Only what is mapped to this area: board, administration, …")
        var area: BudgetArea?

        @Flag(name: .long, help: "Only what no rule maps.")
        var unmapped = false

        @Option(name: .long, help: "Only accounts that begin so.")
        var account: String?

        @Flag(name: .long, help: "Only the account itself, none that is longer.")
        var exact = false

        @Option(name: .long, help: "Only vouchers dated this day or later.")
        var from: Day?

        @Option(name: .long, help: "Only vouchers dated this day or earlier.")
        var to: Day?

        @OptionGroup var output: OutputOptions

        func validate() throws {
            let places = [insats != nil, area != nil, unmapped].filter { $0 }
            guard places.count <= 1 else {
                throw ValidationError("Choose one of --insats, --area and --unmapped.")
            }
            if exact, (account ?? "").isEmpty {
                throw ValidationError("--exact goes with --account.")
            }
            if let from, let to, from > to {
                throw ValidationError("--from is later than --to.")
            }
        }

        func run() throws {
            let ledger = try options.open(for: .read)
            let query = PostingQuery(
                accountPrefix: account ?? "",
                isExact: exact,
                place: place,
                from: from,
                through: to
            )
            let listing = try PostingSheet(ledger)(book, query)
            try output.render(listing)
        }

        private var place: PostingQuery.Place {
            if unmapped { return .unmapped }
            if let insats { return .target(.insats(insats)) }
            if let area { return .target(.area(area)) }
            return .any
        }
    }
}
