/// The figures of an annual report: statements, driftredovisning and the checks between them.
///
/// Source: SPEC 7, LKBR 4–6 and 10 kap.
public struct AnnualAccounts: Sendable {
    /// The calendar year.
    public let year: Int

    /// The association's own book.
    public let book: AccountYears

    /// What put the accounts in their places.
    public let templates: StatementTemplates

    /// Resultaträkning and balansräkning.
    public let statements: FinancialStatements

    /// Driftredovisning.
    public let operating: OperatingStatement

    /// Whether the year opens as the year before closed.
    public let openingCheck: OpeningCheck

    /// Everything that keeps the report from being ready, in order.
    public let errors: [AnnualReportError]

    /// Årets resultat as driftredovisningen ends.
    public var operatingResult: Money {
        operating[.total]?.amounts.actual.amount ?? .zero
    }

    /// Vouchers of the year that are in no figure.
    public var late: [AccountYears.LateVoucher] {
        book.late.filter { $0.month == nil && $0.date.year == year }
    }

    /// Vouchers that count in this year and are dated in another, or the other way.
    public var shifted: [AccountYears.LateVoucher] {
        book.late.filter { voucher in
            guard let month = voucher.month else { return false }
            return month.year == year || voucher.date.year == year
        }
    }

    /// Works out a year.
    ///
    /// - Returns: nil when the book has nothing of the year.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public init?(
        _ year: Int,
        of book: AccountYears,
        _ plan: AssociationPlan,
        _ templates: StatementTemplates
    ) throws(MoneyError) {
        guard let statements = try FinancialStatements(year, of: book, templates),
            let months = MonthRange(calendarYear: year)
        else { return nil }
        self.year = year
        self.book = book
        self.templates = templates
        self.statements = statements
        operating = try OperatingStatement(statements, of: book, plan, templates)
        openingCheck = try OpeningCheck(statements, of: book, templates)
        var errors: [AnnualReportError] = book.isComplete ? [] : [.notComplete]
        let missing = months.months.filter { !book.covered.contains($0) }
        if !missing.isEmpty { errors.append(.monthsMissing(MonthRange.runs(of: missing))) }
        errors += statements.errors + openingCheck.errors
        let result = operating[.total]?.amounts.actual.amount ?? .zero
        if result != statements.result {
            errors.append(.resultsDiffer(income: statements.result, operating: result))
        }
        self.errors = errors
    }
}
