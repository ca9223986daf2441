import ArgumentParser
import MedelApp
import MedelCore
import MedelStore

extension BudgetCommand {
    /// Whose budget is shown, and in which form.
    struct SheetOptions: ParsableArguments {
        @OptionGroup var options: LedgerOptions
        @OptionGroup var output: OutputOptions

        func make(_ request: MakeBudgetSheet.Request, of insats: InsatsCode) throws {
            let ledger = try options.open(for: .read)
            try output.render(try MakeBudgetSheet(ledger)(request, of: insats))
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the versions of a budget with who kept them, when and why.",
            discussion: """
                Example:
                  medel budget list KRUS --ledger kalmar.medel
                """
        )

        @Argument(help: "The insats.")
        var insats: InsatsCode

        @OptionGroup var sheet: SheetOptions

        func run() throws { try sheet.make(.list, of: insats) }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a version's rows and how their amounts came about.",
            discussion: """
                Example:
                  medel budget show KRUS 2 --ledger kalmar.medel --format xlsx --output krus.xlsx
                """
        )

        @Argument(help: "The insats.")
        var insats: InsatsCode

        @Argument(help: "The version; else the one that holds.")
        var number: Int?

        @OptionGroup var sheet: SheetOptions

        func run() throws { try sheet.make(.show(number), of: insats) }
    }

    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what differs between two versions, by row and year.",
            discussion: """
                Example:
                  medel budget diff KRUS 1 2 --ledger kalmar.medel --format csv
                """
        )

        @Argument(help: "The insats.")
        var insats: InsatsCode

        @Argument(help: "The version that is gone from.")
        var before: Int

        @Argument(help: "The version that is gone to.")
        var after: Int

        @OptionGroup var sheet: SheetOptions

        func run() throws { try sheet.make(.difference(from: before, to: after), of: insats) }
    }

    struct Reallocate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Move money between rows, inside the tolerance of the grant.",
            discussion: """
                The budget in force gets a new version under its own event. What has been moved
                since the board's decision counts together; outside the tolerance nothing is moved,
                and the answer says what decision is needed.

                Example:
                  medel budget reallocate KRUS --ledger kalmar.medel --from resor --to it \\
                    --year 1 --amount 5000 --reason "Digitala möten i stället för resor"
                """
        )

        @Argument(help: "The insats.")
        var insats: InsatsCode

        @OptionGroup var options: LedgerOptions

        @Option(name: .long, help: "The row that gives.")
        var from: BudgetRowCode

        @Option(name: .long, help: "The row that takes.")
        var to: BudgetRowCode

        @Option(name: .long, help: "The budget year, counted from one.")
        var year: Int

        @Option(name: .long, help: "How much: 5000 or 5000,50.")
        var amount: String

        @Option(name: .long, help: "Why.")
        var reason: String

        func run() throws {
            let ledger = try options.open(for: .write)
            let reallocate = ReallocateBudget(ledger, by: try options.performer(in: ledger))
            let move = Reallocation.Move(from: from, to: to, year: year, amount: try money())
            let (version, head) = try reallocate(move, in: insats, reason: reason)
            print(
                "\(insats): version \(version.number), reviderad \(version.date), inom toleransen. "
                    + "Huvudbokens version \(head.ledgerVersion). Kedjehuvud: \(head.hash)"
            )
        }

        private func money() throws -> Money {
            do {
                return try AmountReader(.manifest).read(amount)
            } catch {
                throw ValidationError("--amount is kronor, as in 5000 or 5000,50.")
            }
        }
    }
}
