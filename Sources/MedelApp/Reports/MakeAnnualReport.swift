public import MedelCore
import MedelDocument
import MedelImport
import MedelRender
import MedelReports
public import MedelStore

/// Makes the annual report of a calendar year from the ledger as it stands.
///
/// Source: SPEC 7, 8; STORE 2.6 (reports read the ledger's copy of a template).
public struct MakeAnnualReport: Sendable {
    private let ledger: Ledger

    /// Prepares the use case.
    public init(_ ledger: Ledger) { self.ledger = ledger }

    /// The report.
    ///
    /// - Parameters:
    ///   - year: the calendar year.
    ///   - status: `.ready` is refused when there are errors.
    /// - Returns: the document with its errors and the checksum of its figures.
    /// - Throws: `AnnualReportRefusal`, `SheetRefusal.amountOutOfRange`, `LedgerError`.
    public func callAsFunction(
        year: Int,
        status: ReportStatus = .draft
    ) throws -> AnnualReport {
        guard (1_900...2_999).contains(year), let day = Day(year: year, month: 12, day: 31) else {
            throw AnnualReportRefusal.nothingBooked(year: year)
        }
        let facts = try ledger.annualFacts(lastDay: day)
        let adopted = try AdoptedTemplates(facts.templates, year: year)
        let figures = try AnnualAccounts(
            year,
            of: facts.book,
            facts.snapshot.plan,
            adopted.templates
        )
        guard let figures else { throw AnnualReportRefusal.nothingBooked(year: year) }
        if status == .ready, !figures.errors.isEmpty {
            throw AnnualReportRefusal.notReady(figures.errors)
        }
        let document = try AnnualDocument(figures, facts.snapshot, status: status).make()
        let checksum = FiguresChecksum.of(document)
        return AnnualReport(
            year: year,
            document: document.with(
                Colophon(
                    of: document.heading,
                    checksum: checksum,
                    lines: [status.swedish] + adopted.lines
                )
            ),
            errors: figures.errors,
            figuresChecksum: checksum
        )
    }
}

/// The templates of a year among those that the ledger has.
struct AdoptedTemplates {
    let templates: StatementTemplates

    /// What the colophon says of each, in order.
    let lines: [String]

    init(_ adopted: [LedgerTemplate], year: Int) throws {
        var layouts: [(name: String, layout: StatementLayout, line: String)] = []
        var charts: [(chart: AccountChart, line: String)] = []
        for copy in adopted {
            let (template, _) = StatementTemplate.read(Array(copy.text.utf8), file: copy.name)
            guard let template else { throw AnnualReportRefusal.brokenTemplate(copy.name) }
            let line = "Mall \(copy.name), version \(template.version), SHA-256 \(copy.digest)"
            switch template.content {
            case .layout(let layout) where layout.holds(in: year):
                layouts.append((template.name, layout, line))
            case .layout, .poRates: continue
            case .chart(let chart): charts.append((chart, line))
            }
        }
        let pick = { (kind: StatementLayout.Kind) throws in
            let found = layouts.filter { $0.layout.kind == kind }
            guard let only = found.first else {
                throw AnnualReportRefusal.layoutMissing(kind, year: year)
            }
            guard found.count == 1 else {
                let names = found.map(\.name)
                throw AnnualReportRefusal.layoutsOverlap(kind, year: year, names)
            }
            return only
        }
        let income = try pick(.income)
        let balance = try pick(.balance)
        guard let chart = charts.first else { throw AnnualReportRefusal.chartMissing }
        templates = StatementTemplates(
            income: income.layout,
            balance: balance.layout,
            chart: chart.chart
        )
        lines = [income.line, balance.line, chart.line]
    }
}

/// The sum over what a document says.
enum FiguresChecksum {
    static func of(_ document: Document) -> String { of(canonicalJSON(document)) }

    static func of(_ canonicalBytes: [UInt8]) -> String {
        var digest = FileDigest()
        digest.update(canonicalBytes)
        return digest.finish()
    }
}
