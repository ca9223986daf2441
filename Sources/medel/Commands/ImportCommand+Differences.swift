import ArgumentParser
import MedelApp
import MedelCore
import MedelStore

extension ImportCommand {
    /// `medel import differences`: what upstream has changed since it was taken.
    struct Differences: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List and decide what has changed upstream.",
            discussion: """
                Without a subcommand the open differences are listed. Exit code 1 when there are any.

                Examples:
                  medel import differences --ledger kalmar.medel
                  medel import differences resolve 3 accepted --ledger kalmar.medel \\
                    --reason "Rättad kontering enligt kommunens ekonom"
                """,
            subcommands: [List.self, Resolve.self],
            defaultSubcommand: List.self
        )

        struct List: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "List open differences.",
                discussion: """
                    Example:
                      medel import differences list --ledger kalmar.medel --format json
                    """
            )

            @OptionGroup var options: LedgerOptions

            @Option(name: .long, help: "association or owner:CODE; else every book.")
            var book: BookReference?

            @Option(name: .long, help: "text or json.")
            var format = ReportFormat.text

            func run() throws {
                let differences = try options.open(for: .read).openDifferences(in: book)
                switch format {
                case .text: print(DifferenceListText(differences).text)
                case .json: try Terminal.printJSON(differences.map(DifferenceJSON.init))
                }
                if !differences.isEmpty { throw EarlyExit(status: .findings) }
            }
        }

        struct Resolve: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Decide a difference: accepted takes upstream's version, refused ours.",
                discussion: """
                    Example:
                      medel import differences resolve 3 refused --ledger kalmar.medel \\
                        --reason "Fel fil"
                    """
            )

            @OptionGroup var options: LedgerOptions

            @Argument(help: "The difference's number.")
            var number: Int

            @Argument(help: "accepted or refused.")
            var verdict: Verdict

            @Option(name: .long, help: "Why.")
            var reason: String

            func run() throws {
                guard !reason.allSatisfy(\.isWhitespace) else { throw LedgerError.reasonMissing }
                let ledger = try options.open(for: .write)
                let performer = try options.performer(in: ledger)
                let head = try ledger.resolve(
                    difference: number,
                    verdict,
                    Operation(
                        kind: .resolveDifference,
                        subject: "skillnad \(number) \(verdict.rawValue)",
                        reason: reason,
                        actor: performer.actor,
                        time: performer.now
                    )
                )
                let word = verdict == .accepted ? "godtagen" : "avvisad"
                print("Skillnad \(number) är \(word). Version \(head.ledgerVersion).")
            }
        }
    }
}

/// Open differences in words, both versions row by row.
struct DifferenceListText {
    let text: String

    init(_ differences: [OpenDifference]) {
        guard !differences.isEmpty else {
            text = "Inga öppna skillnader."
            return
        }
        text = differences.map { difference in
            let what = difference.kind == .changed ? "ändrad" : "borttagen"
            var lines = [
                "\(difference.number). \(difference.book) \(difference.key): \(what) enligt "
                    + difference.fileName
            ]
            lines += Self.lines(of: difference.current, titled: "Gäller nu")
            if let upstream = difference.upstream {
                lines += Self.lines(of: upstream, titled: "Ekonomisystemet")
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private static func lines(
        of version: OpenDifference.Version,
        titled title: String
    ) -> [String] {
        ["   \(title): \(version.date) \(version.text) (\(version.source))"]
            + version.rows.map { row in
                let objects = row.coding.objects.map { " \($0.dimension):\($0.code)" }.joined()
                let amount = AmountText.kronorAndOre.text(row.amount)
                let text = row.text.isEmpty ? "" : "  \(row.text)"
                return "      \(row.coding.account.text)\(objects)  \(amount)\(text)"
            }
    }
}

/// An open difference for programs.
struct DifferenceJSON: Encodable {
    struct Row: Encodable {
        let account: String
        let objects: [String]
        let amount: String
        let text: String
    }

    struct Version: Encodable {
        let date: String
        let text: String
        let source: String
        let rows: [Row]

        init(_ version: OpenDifference.Version) {
            date = version.date.description
            text = version.text
            source = version.source
            rows = version.rows.map { row in
                Row(
                    account: row.coding.account.text,
                    objects: row.coding.objects.map { "\($0.dimension):\($0.code)" },
                    amount: AmountText.machine.text(row.amount),
                    text: row.text
                )
            }
        }
    }

    let number: Int
    let kind: String
    let book: String
    let series: String
    let voucherNumber: String
    let file: String
    let current: Version
    let upstream: Version?

    init(_ difference: OpenDifference) {
        number = difference.number
        kind = difference.kind.rawValue
        book = difference.book.description
        series = difference.key.series
        voucherNumber = difference.key.number
        file = difference.fileName
        current = Version(difference.current)
        upstream = difference.upstream.map(Version.init)
    }
}
