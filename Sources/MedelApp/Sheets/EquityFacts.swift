import MedelCore
import MedelStore

/// A snapshot with what the association's book says of equity at the same ledger version.
struct EquityFacts {
    let snapshot: Snapshot
    let standing: EquityStanding

    /// Reads both in one transaction.
    ///
    /// - Throws: `LedgerError`; `MoneyError.outOfRange` when a sum passes the bound.
    init(_ ledger: Ledger, asOf day: Day) throws {
        let facts = try ledger.annualFacts(lastDay: day)
        snapshot = facts.snapshot
        standing = try Self.standing(facts, year: day.year)
    }

    private static func standing(_ facts: AnnualFacts, year: Int) throws -> EquityStanding {
        let templates: StatementTemplates
        do {
            templates = try AdoptedTemplates(facts.templates, year: year).templates
        } catch is AnnualReportRefusal {
            return EquityStanding(year: year, missing: .templatesMissing)
        }
        if let now = try FinancialStatements(year, of: facts.book, templates) {
            return EquityStanding(
                year: year,
                opening: now.equity.opening,
                result: now.equity.result
            )
        }
        // A year that the book has not come to opens as the year before closed.
        if let before = try FinancialStatements(year - 1, of: facts.book, templates) {
            return EquityStanding(year: year, opening: before.equity.closing, result: nil)
        }
        return EquityStanding(year: year, missing: .nothingBooked)
    }
}
