public import MedelCore

/// A proposed budget as a manifest, with each doubt as a comment at the row it is about.
public struct ProposalManifest: Sendable {
    /// What an application does not always say and a manifest needs.
    public struct Frame: Sendable {
        let file: String
        let code: InsatsCode
        let today: Day
        let isDateGiven: Bool

        /// Names the insats and the file.
        ///
        /// - Parameters:
        ///   - file: the application's file name, printed as the source.
        ///   - code: the insats's code.
        ///   - today: the budget's date when the application has none.
        ///   - isDateGiven: whether somebody chose that date.
        public init(file: String, code: InsatsCode, today: Day, isDateGiven: Bool = false) {
            self.file = file
            self.code = code
            self.today = today
            self.isDateGiven = isDateGiven
        }
    }

    /// The manifest, UTF-8 with a line break last.
    public let text: String

    /// Writes a proposal down.
    ///
    /// - Returns: nil when there is no amount to write.
    public init?(_ proposal: ApplicationProposal, _ frame: Frame) {
        var page = YAMLPage()
        if let budget = proposal.budget {
            let rows = budget.rows.filter { $0.known != nil }
            guard !rows.isEmpty else { return nil }
            Self.head(&page, proposal, frame)
            Self.sums(&page, budget)
            Self.insats(&page, proposal, frame, budget.years)
            Self.rows(&page, budget)
        } else if let lump = proposal.lump {
            Self.head(&page, proposal, frame)
            page.comment("Ansökan har inga kostnadsrader, bara ett belopp: \(lump.text)", 0)
            Self.insats(&page, proposal, frame, lump.years)
            Self.row(&page, lump)
        } else {
            return nil
        }
        Self.rest(&page, proposal)
        text = page.text
    }

    private static func head(
        _ page: inout YAMLPage,
        _ proposal: ApplicationProposal,
        _ frame: Frame
    ) {
        page.comment(
            "Förslag till ansökt budget ur \(frame.file). Ingenting är sparat i någon huvudbok.",
            0
        )
        page.comment("Gå igenom anmärkningarna, rätta, och läs in mappen med medel load.", 0)
    }

    private static func sums(_ page: inout YAMLPage, _ budget: ApplicationBudget) {
        page.comment(budget.verdict.swedish, 0)
        for sum in budget.sums { page.comment("Rad \(sum.line): \(sum.swedish)", 0) }
        for doubt in budget.tableDoubts { page.comment(doubt.swedish, 0) }
    }

    private static func insats(
        _ page: inout YAMLPage,
        _ proposal: ApplicationProposal,
        _ frame: Frame,
        _ years: [ApplicationBudget.Year]
    ) {
        page.line("insatser:", 0)
        page.line("- code: \(YAMLPage.quoted(frame.code.text))", 2)
        if proposal.name == nil {
            page.comment("Ansökan har inget fält för insatsens namn. Ange det.", 4)
        }
        page.line("name: \(YAMLPage.quoted(proposal.name ?? frame.code.text))", 4)
        let ranges = years.compactMap(\.months)
        if ranges.count == years.count, let first = ranges.map(\.first).min(),
            let last = ranges.map(\.last).max()
        {
            page.line("from: \(first)", 4)
            page.line("through: \(last)", 4)
        }
        if let period = proposal.period {
            let advice =
                if ranges.count == years.count {
                    ""
                } else if proposal.lump != nil {
                    " Ange ett budgetår för varje år i den."
                } else {
                    " Den går inte jämnt upp i budgetåren. Ange månaderna."
                }
            page.comment(
                "Rad \(period.line): perioden i ansökan är «\(period.text)».\(advice)",
                4
            )
        }
        page.comment("Ange mottagare (recipients) och om insatsen är i egen regi (mode: own).", 4)
        page.line("mode: grant", 4)
        page.line("attribution: unknown", 4)
        page.line("source: \(YAMLPage.quoted(frame.file))", 4)
        page.line("budgets:", 4)
        page.line("- kind: applied", 6)
        date(&page, proposal, frame)
        page.line("source: \(YAMLPage.quoted(frame.file))", 8)
        page.line("years:", 8)
        for year in years {
            let months = year.months.map { ", from: \($0.first), through: \($0.last)" } ?? ""
            page.line("- { label: \(YAMLPage.quoted(year.label))\(months) }", 10)
        }
    }

    /// The budget's date, and what was assumed when the application has none.
    private static func date(
        _ page: inout YAMLPage,
        _ proposal: ApplicationProposal,
        _ frame: Frame
    ) {
        if let date = proposal.date {
            page.comment("Datumet är det första som ansökan kallar datum. Kontrollera det.", 8)
            page.line("date: \(date)", 8)
            return
        }
        page.line("date: \(frame.today)", 8)
        page.line("assumed:", 8)
        page.line("- what: \(YAMLPage.quoted("Ansökans dag är \(frame.today)"))", 10)
        let words = frame.isDateGiven ? "angivet datum" : "dagens datum"
        page.line(
            "reason: \(YAMLPage.quoted("Inget datum hittades i ansökan; \(words) är satt"))",
            12
        )
    }

    private static func rows(_ page: inout YAMLPage, _ budget: ApplicationBudget) {
        page.line("rows:", 8)
        var codes = RowCodes()
        for row in budget.rows { self.row(&page, row, budget, &codes) }
        let among = budget.incomes.filter { !$0.standsApart }
        for row in among { self.row(&page, row, budget, &codes) }
        for row in budget.incomes where row.standsApart {
            page.comment(
                "Rad \(row.line): intäkt under egen rubrik, inte med bland raderna: \(row.label) "
                    + "\(row.amounts.map { $0.map { -$0 } }.inApplication)",
                10
            )
            for doubt in row.doubts { page.comment("  \(doubt.swedish)", 10) }
        }
        for line in budget.unplaced {
            let words = line.hasDigits ? "rad som inte har tagits med" : "rubrik eller text"
            page.comment("Rad \(line.line): \(words): \(line.text)", 10)
        }
    }

    private static func row(
        _ page: inout YAMLPage,
        _ row: ApplicationRow,
        _ budget: ApplicationBudget,
        _ codes: inout RowCodes
    ) {
        let known = row.known
        if known == nil || known?.count != budget.years.count {
            page.comment("Rad \(row.line): EJ MED: \(row.label): \(row.written)", 10)
            for doubt in row.doubts { page.comment("  \(doubt.swedish)", 10) }
            return
        }
        for doubt in row.doubts { page.comment("Rad \(row.line): \(doubt.swedish)", 10) }
        page.line("- code: \(YAMLPage.quoted(codes.next(for: row.label)))", 10)
        if let category = row.category { page.line("category: \(category)", 12) }
        page.line("label: \(YAMLPage.quoted(row.label))", 12)
        let amounts = (known ?? []).map(YAMLPage.amount).joined(separator: ", ")
        page.line("amounts: [\(amounts)]", 12)
    }

    private static func row(_ page: inout YAMLPage, _ lump: ApplicationLump) {
        page.line("rows:", 8)
        if lump.isPerYear, lump.years.count == 1 {
            page.comment("Beloppet gäller varje år. Lägg till ett år för vart och ett.", 10)
        }
        if lump.isApproximate { page.comment("Beloppet är ungefärligt i ansökan.", 10) }
        let advice =
            lump.unplaced.isEmpty
            ? "kostnadsrader saknas. Begär in dem." : "kostnadsraderna kan inte läsas. Fyll i dem."
        page.comment("Rad \(lump.line): \(advice)", 10)
        for line in lump.unplaced {
            page.comment("Rad \(line.line): rad som inte har tagits med: \(line.text)", 10)
        }
        page.line("- code: budget", 10)
        page.line("label: \(YAMLPage.quoted("Hela budgeten, utan kostnadsrader i ansökan"))", 12)
        page.line("amounts: [\(lump.amounts.map(YAMLPage.amount).joined(separator: ", "))]", 12)
    }

    /// What else the application says about money.
    private static func rest(_ page: inout YAMLPage, _ proposal: ApplicationProposal) {
        for mention in proposal.mentions where proposal.lump?.text != mention.text {
            page.comment("Rad \(mention.line): texten säger: \(mention.text)", 0)
        }
        for (place, table) in proposal.otherTables.enumerated() {
            page.comment("", 0)
            page.comment(
                "Tabell \(place + 2), rad \(table.line), har inte tagits med. \(table.heading)",
                0
            )
            page.comment("  \(table.verdict.swedish)", 0)
            for row in table.rows + table.incomes {
                page.comment("  Rad \(row.line): \(row.label): \(row.amounts.inApplication)", 0)
            }
            for sum in table.sums { page.comment("  Rad \(sum.line): \(sum.swedish)", 0) }
        }
    }
}
