import MedelApp
import MedelCore
import MedelImport

/// What an application's budget was read as, in words.
struct ProposalReportText {
    let text: String

    init(_ report: ProposalReport, writtenTo output: String?) {
        var lines = ["\(report.file): \(report.swedish)"]
        if let budget = report.proposal.budget {
            lines += budget.sums.map { "  Rad \($0.line): \($0.swedish)" }
            lines += budget.tableDoubts.map { "  \($0.swedish)" }
            let doubts = (budget.rows + budget.incomes).filter { !$0.doubts.isEmpty }
            for row in doubts {
                lines += row.doubts.map { "  Rad \(row.line), \(row.label): \($0.swedish)" }
            }
            lines += budget.unplaced.filter(\.hasDigits)
                .map { "  Rad \($0.line) har inte tagits med: \($0.text)" }
        } else if let lump = report.proposal.lump {
            lines += lump.unplaced.map { "  Rad \($0.line) har inte tagits med: \($0.text)" }
        } else {
            lines += report.proposal.mentions.map { "  Rad \($0.line): \($0.text)" }
        }
        let blank = report.proposal.pagesWithoutText.prefix(10)
        lines += blank.map { "  Sida \($0) har ingen text och kan vara en bild." }
        let others = report.proposal.otherTables.map {
            "  En annan tabell på rad \($0.line) har inte tagits med."
        }
        lines += others
        if report.manifest != nil, let output { lines.append("Manifest: \(output)") }
        text = lines.joined(separator: "\n")
    }
}

/// What an application's budget was read as, for programs.
struct ProposalReportJSON: Encodable {
    struct Row: Encodable {
        let label: String
        let line: Int
        let category: String?
        /// In kronor with a decimal point; null when it cannot be read.
        let amounts: [String?]
        let doubts: [String]

        init(_ row: ApplicationRow) {
            label = row.label
            line = row.line
            category = row.category?.text
            amounts = row.amounts.map { $0.map(AmountText.machine.text) }
            doubts = row.doubts.map(\.swedish)
        }
    }

    struct Sum: Encodable {
        let label: String
        let line: Int
        let amounts: [String?]
        let message: String
    }

    struct Year: Encodable {
        let label: String
        let from: String?
        let through: String?

        init(_ year: ApplicationBudget.Year) {
            label = year.label
            from = year.months?.first.description
            through = year.months?.last.description
        }
    }

    struct Lump: Encodable {
        let line: Int
        let text: String
        let amounts: [String]
        let isPerYear: Bool
    }

    let file: String
    let encoding: String
    let message: String
    let verdict: String?
    let years: [Year]
    let rows: [Row]
    let incomes: [Row]
    let sums: [Sum]
    let lump: Lump?
    let notTaken: [String]
    let pagesWithoutText: [Int]
    let otherTables: Int
    let mentions: [String]
    let manifest: String?
    let output: String?

    init(_ report: ProposalReport, writtenTo path: String?) {
        let budget = report.proposal.budget
        file = report.file
        encoding = report.proposal.encoding.rawValue
        message = report.swedish
        verdict = budget?.verdict.rawValue
        years = (budget?.years ?? report.proposal.lump?.years ?? []).map(Year.init)
        rows = budget?.rows.map(Row.init) ?? []
        incomes = budget?.incomes.map(Row.init) ?? []
        sums = (budget?.sums ?? []).map { sum in
            Sum(
                label: sum.label,
                line: sum.line,
                amounts: sum.amounts.map { $0.map(AmountText.machine.text) },
                message: sum.swedish
            )
        }
        lump = report.proposal.lump.map { lump in
            Lump(
                line: lump.line,
                text: lump.text,
                amounts: lump.amounts.map(AmountText.machine.text),
                isPerYear: lump.isPerYear
            )
        }
        notTaken = (budget?.unplaced ?? report.proposal.lump?.unplaced ?? []).filter(\.hasDigits)
            .map(\.text)
        pagesWithoutText = report.proposal.pagesWithoutText
        otherTables = report.proposal.otherTables.count
        mentions = report.proposal.mentions.map(\.text)
        manifest = report.manifest?.text
        output = report.manifest == nil ? nil : path
    }
}
