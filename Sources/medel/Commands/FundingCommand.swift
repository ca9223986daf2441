import ArgumentParser
import MedelApp
import MedelCore

/// `medel funding …`: money beside the members' contributions and the grants.
struct FundingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "funding",
        abstract: "Describe funding sources of the association and of insatser.",
        discussion: """
            What they pay is shown by medel sheet funding.

            Example:
              medel funding add SPARADE --ledger kalmar.medel --kind ownFunds \\
                --name "Sparade medel" --amount 2026=300000
            """,
        subcommands: [Add.self]
    )

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Describe a funding source; one that is known is described anew.",
            discussion: """
                The options are all that is known of the source: what an earlier version said and
                they do not say holds no more.

                Examples:
                  medel funding add SPARADE --ledger kalmar.medel --kind ownFunds \\
                    --name "Sparade medel" --amount 2026=300000 --approximate 2026
                  medel funding add AF-KONTANT --ledger kalmar.medel --insats KRUS \\
                    --kind partyCash --name Arbetsförmedlingen --share 40 --ceiling 900000
                """
        )

        @Argument(help: "The source's code.")
        var code: FundingCode

        @OptionGroup var change: PlanChangeOptions

        @Option(name: .long, help: "The insats it is for; else the association as a whole.")
        var insats: InsatsCode?

        @Option(
            name: .long,
            help: """
                members, ownFunds, otherAssociation, esf, arvsfonden, partyCash, other or inKind.
                """
        )
        var kind: FundingSource.Kind

        @Option(name: .long, help: "Who pays.")
        var name: String

        @Option(
            name: .long,
            help: ArgumentHelp(
                "An amount for a year, 2026=300000 or 2026=300000,50; once for each year.",
                valueName: "year=amount"
            )
        )
        var amount: [YearAmount] = []

        @Option(name: .long, help: "A year whose amount its source calls approximate (cirka).")
        var approximate: [Int] = []

        @Option(name: .long, help: "A year whose amount is stated without VAT.")
        var withoutVat: [Int] = []

        @Option(name: .long, help: "Percent of the cost that it pays at most: 40 or 39,15.")
        var share: Rate?

        @Option(name: .long, help: "The most that it pays in all.")
        var ceiling: Money?

        @Option(name: .long, help: "What others must put in for each krona, in percent.")
        var matching: Rate?

        @Option(name: .long, help: "The document that says it; printed as a note.")
        var source: [String] = []

        @Option(name: .long, help: "What has been assumed, and why; printed as a note.")
        var assumed: [String] = []

        @Option(name: .long, help: "Anything else worth knowing; printed as a note.")
        var remark: [String] = []

        func validate() throws {
            let years = Set(amount.map(\.year))
            if years.count < amount.count {
                throw ValidationError("--amount stands twice for a year.")
            }
            if let year = (approximate + withoutVat).first(where: { !years.contains($0) }) {
                throw ValidationError("There is no --amount for \(year).")
            }
        }

        func run() throws {
            let described = FundingSource(
                code: code,
                insats: insats,
                kind: kind,
                name: name,
                amounts: amount.sorted { $0.year < $1.year }.map { one in
                    FundingSource.Amount(
                        year: one.year,
                        amount: one.amount,
                        isApproximate: approximate.contains(one.year),
                        excludesVAT: withoutVat.contains(one.year)
                    )
                },
                share: share,
                ceiling: ceiling,
                matching: matching,
                notes: source.map { SourceNote(.source, $0) }
                    + assumed.map { SourceNote(.assumed, $0) }
                    + remark.map { SourceNote(.remark, $0) }
            )
            try change.run { try AddFundingSource($0, by: $1)(described, keepsNothing: $2) }
        }
    }

    /// An amount for a calendar year.
    struct YearAmount: ExpressibleByArgument {
        let year: Int
        let amount: Money

        /// Reads `2026=300000`.
        init?(argument: String) {
            let parts = argument.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let year = Int(parts[0]),
                let amount = Money(argument: String(parts[1]))
            else { return nil }
            self.year = year
            self.amount = amount
        }
    }
}
