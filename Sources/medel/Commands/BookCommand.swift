import ArgumentParser
import MedelApp
import MedelCore
import MedelStore

/// `medel book …`: periods and mapping of a book.
struct BookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "book",
        abstract: "Close months of a book and map its postings to insatser and areas.",
        discussion: """
            Example:
              medel book map --ledger kalmar.medel --book association --account 4 --object 6:KRUS \\
                --target insats:KRUS --category KOP_TJANST
            """,
        subcommands: [
            Periods.self, Close.self, Hold.self, Open.self, Late.self, Assign.self, Map.self,
            Unmap.self, Mappings.self,
        ]
    )

    /// A book of a ledger, and what is done in it.
    struct Options: ParsableArguments {
        @OptionGroup var ledgerOptions: LedgerOptions

        @Option(name: .long, help: "association or owner:CODE.")
        var book: BookReference

        /// Opens the ledger and finds the book.
        func open(
            for access: Ledger.Access
        ) throws -> (ledger: Ledger, book: BookRecord) {
            let ledger = try ledgerOptions.open(for: access)
            return (ledger, try ledger.book(book))
        }

        /// Describes what is done.
        func operation(
            _ kind: MedelStore.Operation.Kind,
            _ subject: String,
            reason: String = "",
            in ledger: Ledger
        ) throws -> MedelStore.Operation {
            let performer = try ledgerOptions.performer(in: ledger)
            return Operation(
                kind: kind,
                subject: "\(book): \(subject)",
                reason: reason,
                actor: performer.actor,
                time: performer.now
            )
        }
    }

    struct Periods: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List months that are on hold or closed.",
            discussion: """
                Example:
                  medel book periods --ledger kalmar.medel --book association
                """
        )

        @OptionGroup var options: Options

        func run() throws {
            let (ledger, book) = try options.open(for: .read)
            let periods = try ledger.shutPeriods(of: book)
            if periods.isEmpty { print("Alla månader är öppna.") }
            for period in periods { print("\(period.month) \(word(for: period.state))") }
        }
    }

    struct Close: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Close months: what arrives later is kept and listed, but does not count.",
            discussion: """
                Example:
                  medel book close 2025-01 2025-02 --ledger kalmar.medel --book association
                """
        )

        @OptionGroup var options: Options

        @Argument(help: "The months.")
        var months: [Month]

        func run() throws { try set(months, to: .closed, reason: "", options) }
    }

    struct Hold: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put months on hold while they are reconciled.",
            discussion: """
                Example:
                  medel book hold 2025-01 --ledger kalmar.medel --book association
                """
        )

        @OptionGroup var options: Options

        @Argument(help: "The months.")
        var months: [Month]

        @Option(name: .long, help: "Why; needed when a closed month is put on hold.")
        var reason = ""

        func run() throws { try set(months, to: .hold, reason: reason, options) }
    }

    struct Open: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open months again, with a reason.",
            discussion: """
                Example:
                  medel book open 2025-01 --reason "Sen faktura" --ledger kalmar.medel \\
                    --book association
                """
        )

        @OptionGroup var options: Options

        @Argument(help: "The months.")
        var months: [Month]

        @Option(name: .long, help: "Why.")
        var reason: String

        func run() throws { try set(months, to: .open, reason: reason, options) }
    }

    struct Late: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List vouchers that arrived after their month was closed.",
            discussion: """
                Example:
                  medel book late --ledger kalmar.medel --book association
                """
        )

        @OptionGroup var options: Options

        func run() throws {
            let (ledger, book) = try options.open(for: .read)
            let vouchers = try ledger.lateVouchers(of: book)
            if vouchers.isEmpty { print("Ingen verifikation väntar på en månad.") }
            for voucher in vouchers {
                print("\(voucher.number). \(voucher.key) \(voucher.date) \(voucher.text)")
            }
            if !vouchers.isEmpty { throw EarlyExit(status: .findings) }
        }
    }

    struct Assign: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a late voucher an open month to count in.",
            discussion: """
                Example:
                  medel book assign 1205 2025-03 --ledger kalmar.medel --book association
                """
        )

        @OptionGroup var options: Options

        @Argument(help: "The voucher's number in the list of late ones.")
        var voucher: Int

        @Argument(help: "The month.")
        var month: Month

        @Option(name: .long, help: "Why.")
        var reason = ""

        func run() throws {
            let (ledger, book) = try options.open(for: .write)
            let head = try ledger.assign(
                voucher: voucher,
                of: book,
                to: month,
                options.operation(
                    .assignPeriod,
                    "verifikation \(voucher) → \(month)",
                    reason: reason,
                    in: ledger
                )
            )
            print("Verifikation \(voucher) räknas i \(month). Version \(head.ledgerVersion).")
        }
    }

    private static func set(
        _ months: [Month],
        to state: PeriodState,
        reason: String,
        _ options: Options
    ) throws {
        let (ledger, book) = try options.open(for: .write)
        let months = Set(months).sorted()
        let names = months.map(\.description).joined(separator: ", ")
        let operation = try options.operation(
            .setPeriod,
            "\(names) \(word(for: state))",
            reason: reason,
            in: ledger
        )
        let outcome = try ledger.setPeriods(months, of: book, to: state, operation)
        let moved = outcome.value ?? []
        for month in months {
            if moved.contains(month), case .recorded(_, let head) = outcome {
                print("\(month) är \(word(for: state)). Version \(head.ledgerVersion).")
            } else {
                print("\(month) är redan \(word(for: state)).")
            }
        }
    }

    private static func word(for state: PeriodState) -> String {
        switch state {
        case .open: "öppen"
        case .hold: "spärrad för avstämning"
        case .closed: "stängd"
        }
    }
}
