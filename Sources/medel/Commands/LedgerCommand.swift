import ArgumentParser
import MedelApp
import MedelCore
import MedelStore

/// `medel ledger …`: the file as a whole.
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Create, show, check, verify, back up and restore a ledger.",
        discussion: """
            Example:
              medel ledger verify --ledger kalmar.medel --head 3f6c…
            """,
        subcommands: [
            Create.self, Info.self, Check.self, Verify.self, Backup.self, Restore.self,
        ]
    )

    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make an empty ledger.",
            discussion: """
                Example:
                  medel ledger create kalmar.medel --name "Samordningsförbundet Exempel" \\
                    --org-number 222000-1234
                """
        )

        @Argument(help: "The file to make.")
        var file: String

        @Option(name: .long, help: "The association's name.")
        var name: String

        @Option(name: .long, help: "The association's organisation number, 222000-1234.")
        var orgNumber: String

        @Option(name: .long, help: "real, or sample for invented figures.")
        var kind = LedgerIdentity.Kind.real

        @Option(name: .long, help: "The time, for a sample ledger only.")
        var now: Timestamp?

        @Option(name: .long, help: "Who makes it, for a sample ledger only.")
        var actor: String?

        func validate() throws {
            guard OrganizationNumber(orgNumber) != nil else {
                throw ValidationError("--org-number is ten digits, as in 222000-1234.")
            }
            if now != nil || actor != nil, kind != .sample {
                throw ValidationError("--now and --actor are for sample ledgers only.")
            }
        }

        func run() throws {
            guard let number = OrganizationNumber(orgNumber) else {
                throw ValidationError("--org-number is ten digits, as in 222000-1234.")
            }
            if !number.hasValidCheckDigit {
                Terminal.complain(
                    "Varning: kontrollsiffran i organisationsnumret \(number) stämmer inte. "
                        + "Kontrollera numret."
                )
            }
            let identity = LedgerIdentity(name: name, organizationNumber: number, kind: kind)
            let head = try Ledger.create(
                at: file,
                identity,
                actor: actor ?? Clock.userName,
                time: now ?? Clock.now()
            )
            print("\(file): en tom huvudbok för \(name). Kedjehuvud: \(head.hash)")
        }
    }

    struct Info: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what the ledger holds.",
            discussion: """
                Example:
                  medel ledger info --ledger kalmar.medel --format json
                """
        )

        @OptionGroup var options: LedgerOptions

        @Option(name: .long, help: "text or json.")
        var format = ReportFormat.text

        func run() throws {
            let info = try options.open(for: .read).info()
            switch format {
            case .text: print(LedgerInfoText(info).text)
            case .json: try Terminal.printJSON(LedgerInfoJSON(info))
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Try the ledger's named rules.",
            discussion: """
                Exit code 1 when a rule does not hold.

                Example:
                  medel ledger check --ledger kalmar.medel --level strict
                """
        )

        @OptionGroup var options: LedgerOptions

        @Option(name: .long, help: "basic or strict.")
        var level = CheckRule.Level.basic

        @Option(name: .long, help: "text or json.")
        var format = ReportFormat.text

        func run() throws {
            let report = try options.open(for: .read).check(level)
            switch format {
            case .text: print(CheckReportText(report).text)
            case .json: try Terminal.printJSON(CheckReportJSON(report))
            }
            if !report.findings.isEmpty { throw EarlyExit(status: .findings) }
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Recompute the whole chain and name what does not agree.",
            discussion: """
                Exit code 4 when anything does not agree.

                Example:
                  medel ledger verify --ledger kalmar.medel --head 3f6c…
                """
        )

        @OptionGroup var options: LedgerOptions

        @Option(name: .long, help: "A head that was printed elsewhere and must stand in the chain.")
        var head: String?

        @Option(name: .long, help: "text or json.")
        var format = ReportFormat.text

        func run() throws {
            let report = try options.open(for: .read).verify(against: head)
            switch format {
            case .text: print(ChainReportText(report).text)
            case .json: try Terminal.printJSON(ChainReportJSON(report))
            }
            if !report.isIntact { throw EarlyExit(status: .brokenLedger) }
        }
    }

    struct Backup: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copy the ledger while it is in use, and verify the copy.",
            discussion: """
                Example:
                  medel ledger backup --ledger kalmar.medel kalmar-2025-01-31.medel
                """
        )

        @OptionGroup var options: LedgerOptions

        @Argument(help: "The file to make.")
        var file: String

        func run() throws {
            print(backupText(try options.open(for: .read).backUp(to: file)))
        }
    }

    struct Restore: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a ledger from a backup whose chain holds.",
            discussion: """
                Example:
                  medel ledger restore kalmar-2025-01-31.medel kalmar.medel --head 3f6c…
                """
        )

        @Argument(help: "The backup.")
        var backup: String

        @Argument(help: "The file to make.")
        var file: String

        @Option(name: .long, help: "A head that was printed elsewhere and must stand in the chain.")
        var head: String?

        func run() throws {
            print(backupText(try Ledger.restore(from: backup, to: file, against: head)))
        }
    }
}

private func backupText(_ backup: Backup) -> String {
    """
    \(backup.path): \(backup.byteCount) byte, verifierad.
    SHA-256: \(backup.sha256)
    Version \(backup.head.ledgerVersion), kedjehuvud: \(backup.head.hash)
    """
}
