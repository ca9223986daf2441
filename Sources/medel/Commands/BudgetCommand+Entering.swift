import ArgumentParser
import MedelApp
import MedelCore
import MedelImport

extension BudgetCommand {
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a budget from a file in the manifest's form.",
            discussion: """
                The file holds the keys of one budget version and the key insats, or the
                association's own budget under areaBudget and associationBudgets. It is checked as
                a folder is: every error with its line, exit code 3. What was there before is kept
                as an earlier version.

                Example:
                  medel budget add krus-beviljad.yaml --ledger kalmar.medel --check
                """
        )

        @OptionGroup var change: PlanChangeOptions

        @Argument(help: "The file.")
        var file: String

        func run() throws {
            try change.run { try AddPlanFile($0, by: $1)(file, as: .budget, keepsNothing: $2) }
        }
    }

    struct Board: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Enter a line of the association's own budget, as the board decided it.",
            discussion: """
                The original stands once for a year and a line; a later decision is a change, which
                is added to it.

                Examples:
                  medel budget board administration --ledger kalmar.medel --year 2026 \\
                    --amount 1510000 --on 2025-11-20 --reference "§ 57"
                  medel budget board administration --ledger kalmar.medel --year 2026 \\
                    --kind change --amount=-40000 --on 2026-03-19 --reference "§ 12"
                """
        )

        @Argument(help: "board, administration, audit, insatser, unallocated or income.")
        var line: AssociationBudgetLine

        @OptionGroup var change: PlanChangeOptions

        @Option(name: .long, help: "The calendar year.")
        var year: Int

        @Option(name: .long, help: "Costs and income above zero; --amount=-40000 for a decrease.")
        var amount: Money

        @Option(name: .long, help: "original or change.")
        var kind = AreaBudget.Kind.original

        @Option(name: .long, help: "The day of the meeting that decided.")
        var on: Day

        @Option(name: .long, help: "The meeting's paragraph, as in \"§ 57\".")
        var reference: String

        func run() throws {
            let line = AreaBudget(
                year: year,
                line: line,
                kind: kind,
                amount: amount,
                decidedOn: on,
                reference: reference
            )
            try change.run { try EnterBudgetLine($0, by: $1)(line, keepsNothing: $2) }
        }
    }
}
