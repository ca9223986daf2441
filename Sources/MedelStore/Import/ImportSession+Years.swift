import GRDB
public import MedelCore

extension ImportSession {
    /// The fiscal year that a voucher is counted to: one that holds its date, the file's own
    /// first; else the file's own or a known one moved by whole years; else the calendar year.
    public func fiscalYear(of date: Day) -> FiscalYear {
        let known = (fileYears[0].map { [$0] } ?? []) + fiscalYears.map(\.year)
        if let holding = known.first(where: { $0.contains(date) }) { return holding }
        guard let model = known.first else { return FiscalYear(calendarYearOf: date) }
        let distance = date.year - model.start.year
        for count in [distance, distance - 1, distance + 1] {
            if let moved = model.shifted(byYears: count), moved.contains(date) { return moved }
        }
        return FiscalYear(calendarYearOf: date)
    }

    /// The id of a fiscal year of the book, which is added if it is new.
    func fiscalYearID(_ year: FiscalYear) throws -> Int64 {
        if let known = fiscalYears.first(where: { $0.year == year }) { return known.id }
        let id = try facts.insert(
            .fiscalYear,
            [.integer(book.id), .day(year.start), .day(year.end)]
        )
        fiscalYears.append((year, id))
        yearsWithVouchers[id] = false
        return id
    }

    /// The id of the file's own fiscal year with an index, nil when the file does not name it.
    func fiscalYearID(at index: Int) throws -> Int64? {
        try fileYears[index].map { try fiscalYearID($0) }
    }

    /// Source: STORE 3.2, series and number name a voucher inside one fiscal year only.
    func refuseOverlap(of year: FiscalYear) throws {
        for known in fiscalYears where known.year != year && known.year.overlaps(year) {
            guard try hasVouchers(in: known.id) else { continue }
            throw LedgerError.fiscalYearsOverlap(file: year, book: known.year)
        }
    }

    /// Whether the book had vouchers of a fiscal year before this file.
    func hasVouchers(in year: Int64) throws -> Bool {
        if let known = yearsWithVouchers[year] { return known }
        let sql = "SELECT EXISTS (SELECT 1 FROM voucher WHERE fiscalYear = ?)"
        let answer = try Bool.fetchOne(facts.database, sql: sql, arguments: [year]) ?? false
        yearsWithVouchers[year] = answer
        return answer
    }
}
