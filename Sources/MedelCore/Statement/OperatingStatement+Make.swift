extension OperatingStatement {
    /// Holds the association's book against its budget.
    ///
    /// The actual column sums to årets resultat exactly: every movement of a result account, other
    /// than those that close the books, is on one row, with a rule or without.
    ///
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public init(
        _ statements: FinancialStatements,
        of book: AccountYears,
        _ plan: AssociationPlan,
        _ templates: StatementTemplates
    ) throws(MoneyError) {
        let maker = OperatingMaker(
            year: statements.year,
            hasPrevious: statements.previous?.isDeclared == false,
            plan: plan,
            movements: OperatingMaker.counted(book, templates)
        )
        rows = try maker.rows()
        var unmapped: [AccountNumber: [Money]] = [:]
        for movement in maker.movements
        where movement.year == statements.year && movement.target == nil {
            unmapped[movement.account, default: []].append(movement.amount)
        }
        var accounts: [YearFigures.Account] = []
        for (number, amounts) in unmapped.sorted(by: { $0.key < $1.key }) {
            accounts.append(
                YearFigures.Account(
                    number: number,
                    name: book.names[number] ?? "",
                    opening: nil,
                    movement: try Money.sum(amounts),
                    closing: nil
                )
            )
        }
        self.unmapped = accounts
    }
}

/// Makes the rows.
private struct OperatingMaker {
    typealias Amounts = OperatingStatement.Amounts
    typealias Row = OperatingStatement.Row
    typealias Movement = AccountYears.Movement

    let year: Int
    let hasPrevious: Bool
    let plan: AssociationPlan
    let movements: [Movement]

    /// The movements of result accounts, but for those that only close the books.
    static func counted(_ book: AccountYears, _ templates: StatementTemplates) -> [Movement] {
        book.movements.filter { movement in
            let seat = templates.seat(of: movement.account, book.kind(of: movement.account))
            return seat.isResult && seat != .closing
        }
    }

    private var lastDay: Day { Day(uncheckedYear: year, month: 12, day: 31) }
    private var dayBefore: Day { Day(uncheckedYear: year - 1, month: 12, day: 31) }

    func rows() throws(MoneyError) -> [Row] {
        var rows = [Row(subject: .income, amounts: try amounts(.income))]
        try addUnmapped(.unmappedIncome, to: &rows) { isIncome($0.account) }
        for area in [BudgetArea.board, .administration, .audit] {
            rows.append(Row(subject: .area(area), amounts: try amounts(area)))
        }
        rows += try insatser()
        rows.append(
            Row(subject: .area(.unallocated), amounts: try amounts(.unallocated))
        )
        try addUnmapped(.unmappedCosts, to: &rows) { !isIncome($0.account) }
        let summed = rows.filter(\.subject.isSummed).map(\.amounts)
        rows.append(Row(subject: .total, amounts: try sum(summed)))
        return rows
    }

    private func isIncome(_ account: AccountNumber) -> Bool {
        AccountClass(firstDigitOf: account) == .income
    }

    /// What the book has where a condition holds, turned so that income is positive.
    private func booked(
        _ year: Int,
        _ holds: (Movement) -> Bool
    ) throws(MoneyError) -> Figure {
        guard year == self.year || hasPrevious else { return Figure(.unknown) }
        let found = movements.filter { $0.year == year && holds($0) }
        return Figure(-(try Money.sum(found.lazy.map(\.amount))))
    }

    private func amounts(_ area: BudgetArea) throws(MoneyError) -> Amounts {
        try amounts(area.budgetLine) { $0.target == .area(area) }
    }

    private func amounts(
        _ line: AssociationBudgetLine,
        _ holds: (Movement) -> Bool
    ) throws(MoneyError) -> Amounts {
        let budget = try AreaBudgetFigures(
            line,
            year: year,
            in: plan.areaBudgets,
            asOf: lastDay
        )
        let turned = { (figure: Figure) in line == .income ? figure : -figure }
        return Amounts(
            original: turned(budget.original),
            changes: turned(budget.changes),
            final: turned(budget.final),
            actual: try booked(year, holds),
            previous: try booked(year - 1, holds)
        )
    }

    /// Adds a row of what no rule takes, when there is anything.
    private func addUnmapped(
        _ subject: OperatingStatement.Subject,
        to rows: inout [Row],
        _ holds: (Movement) -> Bool
    ) throws(MoneyError) {
        let years = hasPrevious ? [year - 1, year] : [year]
        let isThere = movements.contains { movement in
            movement.target == nil && holds(movement) && years.contains(movement.year)
        }
        guard isThere else { return }
        var amounts = Amounts.none
        amounts.actual = try booked(year) { $0.target == nil && holds($0) }
        amounts.previous = try booked(year - 1) { $0.target == nil && holds($0) }
        rows.append(Row(subject: subject, amounts: amounts))
    }

    /// The row of all insatser, each of them, and how far their budgets are from the association's.
    private func insatser() throws(MoneyError) -> [Row] {
        var names = Dictionary(
            plan.insatser.map { ($0.code, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
        for movement in movements {
            if case .insats(let code) = movement.target, names[code] == nil { names[code] = "" }
        }
        var parts: [Row] = []
        for (code, name) in names.sorted(by: { $0.key < $1.key }) {
            let amounts = try amounts(code)
            let figures = [amounts.original, amounts.changes, amounts.final, amounts.actual]
            // That last year is not known says nothing of the insats.
            let isEmpty =
                figures.allSatisfy { $0.value == .notApplicable || $0.amount == .zero }
                && (amounts.previous.amount ?? .zero) == .zero
            if !isEmpty || runs(code) {
                parts.append(Row(subject: .insats(code, name: name), amounts: amounts))
            }
        }
        let all = try amounts(.insatser) { movement in
            if case .insats = movement.target { true } else { false }
        }
        let theirs = try sum(parts.map(\.amounts))
        var difference = Amounts.none
        difference.original = try .difference(all.original, minus: theirs.original)
        difference.changes = try .difference(all.changes, minus: theirs.changes)
        difference.final = try .difference(all.final, minus: theirs.final)
        return [Row(subject: .insatser, amounts: all)] + parts
            + [Row(subject: .insatserDifference, amounts: difference)]
    }

    /// Whether an insats has months in the year.
    private func runs(_ code: InsatsCode) -> Bool {
        guard let months = plan.insatser.first(where: { $0.code == code })?.months,
            let whole = MonthRange(calendarYear: year)
        else { return false }
        let isRefused = plan.decisions.contains { $0.insats == code && $0.kind == .reject }
        return months.intersection(whole) != nil && !isRefused
    }

    private func amounts(_ code: InsatsCode) throws(MoneyError) -> Amounts {
        let original = try budget(code, on: dayBefore)
        let final = try budget(code, on: lastDay)
        return Amounts(
            original: -original,
            changes: -(try .difference(final, minus: original)),
            final: -final,
            actual: try booked(year) { $0.target == .insats(code) },
            previous: try booked(year - 1) { $0.target == .insats(code) }
        )
    }

    /// The calendar year's share of the budget that the board had granted by a day; one that is only
    /// applied for is none.
    private func budget(_ code: InsatsCode, on day: Day) throws(MoneyError) -> Figure {
        let granted = plan.budgets.filter { $0.insats == code && $0.kind != .applied }
        guard let layout = try BudgetLayout(of: code, in: granted, asOf: day) else {
            return .notApplicable
        }
        return try layout.figure(.calendarYear(year))
    }

    private func sum(_ amounts: [Amounts]) throws(MoneyError) -> Amounts {
        Amounts(
            original: try .sum(amounts.lazy.map(\.original)),
            changes: try .sum(amounts.lazy.map(\.changes)),
            final: try .sum(amounts.lazy.map(\.final)),
            actual: try .sum(amounts.lazy.map(\.actual)),
            previous: try .sum(amounts.lazy.map(\.previous))
        )
    }
}

extension Figure {
    /// The figure with the opposite sign.
    static prefix func - (figure: Figure) -> Figure {
        guard let amount = figure.amount else { return figure }
        return Figure(-amount, figure.notes)
    }
}
