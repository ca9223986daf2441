import MedelCore
import MedelStore

/// A snapshot with what the association's book says of equity at the same ledger version.
struct EquityFacts {
    let snapshot: Snapshot
    let standing: EquityStanding

    /// Reads both in one transaction.
    ///
    /// - Parameters:
    ///   - ledger: the ledger.
    ///   - day: vouchers dated and decisions met by then count.
    ///   - year: the first calendar year that is asked about; nil for that of the day.
    /// - Throws: `LedgerError`; `MoneyError.outOfRange` when a sum passes the bound.
    init(_ ledger: Ledger, asOf day: Day, year: Int? = nil) throws {
        let facts = try ledger.annualFacts(lastDay: day)
        snapshot = facts.snapshot
        standing = try BookedEquity(facts: facts).standing(from: year ?? day.year)
    }
}

/// Equity by year, as the association's own book says.
private struct BookedEquity {
    let facts: AnnualFacts

    /// From a year on; from the latest year before it where the book has not come to it.
    func standing(from asked: Int) throws -> EquityStanding {
        let years = Set(facts.book.movements.map(\.year)).union(facts.book.imported)
        guard let last = years.max(), let first = years.min() else {
            return EquityStanding(year: asked, missing: .nothingBooked)
        }
        do {
            var openings: [Int: Money] = [:]
            for year in max(first, min(asked, last))...last + 1 {
                openings[year] = try opening(of: year)
            }
            if asked > last, let latest = openings.keys.filter({ $0 <= asked }).max() {
                return try standing(of: latest, openings)
            }
            return try standing(of: min(asked, last), openings)
        } catch is AnnualReportRefusal {
            return EquityStanding(year: asked, missing: .templatesMissing)
        }
    }

    private func standing(of year: Int, _ openings: [Int: Money]) throws -> EquityStanding {
        let now = try statements(of: year)
        guard now != nil || openings[year] != nil else {
            return EquityStanding(year: year, missing: .nothingBooked)
        }
        return EquityStanding(
            year: year,
            opening: openings[year] ?? now?.equity.opening,
            result: now?.equity.result,
            later: openings.filter { $0.key > year }
        )
    }

    /// How a year began: as its own file says, else as the year before closed when all of it is in.
    private func opening(of year: Int) throws -> Money? {
        if let now = try statements(of: year) { return now.equity.opening }
        guard let december = Month(year: year - 1, month: 12),
            facts.book.covered.contains(december)
        else { return nil }
        return try statements(of: year - 1)?.equity.closing
    }

    private func statements(of year: Int) throws -> FinancialStatements? {
        // No template need hold in a year that the book has nothing of.
        guard
            facts.book.movements.contains(where: { $0.year == year })
                || facts.book.imported.contains(year)
        else { return nil }
        let templates = try AdoptedTemplates(facts.templates, year: year).templates
        return try FinancialStatements(year, of: facts.book, templates)
    }
}
