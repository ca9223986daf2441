import ArgumentParser
import MedelApp
import MedelCore

extension ContributionsCommand {
    /// Whose contribution is registered, and how.
    struct EntryOptions: ParsableArguments {
        @Argument(help: "The member.")
        var member: MemberCode

        @Option(name: .long, help: "The calendar year.")
        var year: Int

        @OptionGroup var change: PlanChangeOptions

        func enter(_ entry: EnterContribution.Entry) throws {
            try change.run { ledger, performer, keepsNothing in
                try EnterContribution(ledger, by: performer)(
                    entry,
                    of: member,
                    year: year,
                    keepsNothing: keepsNothing
                )
            }
        }
    }

    struct Decide: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Register what a member has decided to pay.",
            discussion: """
                A new version of the member's contribution; its instalments are kept, and so is
                what was asked for unless --asked says otherwise.

                Example:
                  medel contributions decide OSK --ledger kalmar.medel --year 2026 \\
                    --amount 1250000 --asked 1300000 --on 2025-10-09
                """
        )

        @OptionGroup var entry: EntryOptions

        @Option(name: .long, help: "The amount decided: 1250000 or 1250000,50.")
        var amount: Money

        @Option(name: .long, help: "What the association asked for; else as before.")
        var asked: Money?

        @Option(
            name: .long,
            help: "The day it was decided; else as before for the same amount, unknown for another."
        )
        var on: Day?

        func run() throws { try entry.enter(.decision(amount, asked: asked, on: on)) }
    }

    struct Invoice: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add an instalment of a member's contribution, or a refund.",
            discussion: """
                One that is planned already, of the same amount and due date, is not added again:
                it takes the kind and the day of invoicing.

                Example:
                  medel contributions invoice OSK --ledger kalmar.medel --year 2026 \\
                    --amount 625000 --invoiced 2026-01-02 --due 2026-01-31
                """
        )

        @OptionGroup var entry: EntryOptions

        @Option(name: .long, help: "The amount, positive for refunds too.")
        var amount: Money

        @Option(name: .long, help: "The due date; else none.")
        var due: Day?

        @Option(name: .long, help: "The day it was invoiced or requisitioned; else not yet.")
        var invoiced: Day?

        @Option(name: .long, help: "invoice, requisition or refund.")
        var kind = ContributionPayment.Kind.invoice

        func run() throws {
            try entry.enter(
                .instalment(
                    ContributionPayment(
                        kind: kind,
                        invoiced: invoiced,
                        due: due,
                        received: nil,
                        amount: amount
                    )
                )
            )
        }
    }

    struct Receive: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Register that an instalment has come in, or a refund has been paid.",
            discussion: """
                An instalment comes in as a whole. Name it by due date or amount when there are
                several; when it is not clear which is meant, nothing is changed and they are
                listed, exit code 3. A day that was registered wrongly is replaced with --correct.

                Example:
                  medel contributions receive OSK --ledger kalmar.medel --year 2026 \\
                    --on 2026-02-03 --due 2026-01-31
                """
        )

        @OptionGroup var entry: EntryOptions

        @Option(name: .long, help: "The day it came in.")
        var on: Day

        @Option(name: .long, help: "The instalment's due date.")
        var due: Day?

        @Option(name: .long, help: "The instalment's amount.")
        var amount: Money?

        @Flag(name: .long, help: "Correct the day of one that has come in.")
        var correct = false

        func run() throws {
            try entry.enter(
                correct
                    ? .receiptCorrection(on: on, due: due, amount: amount)
                    : .receipt(on: on, due: due, amount: amount)
            )
        }
    }
}
