import MedelCore
import MedelDocument

// Costs and income apart, above the sum that holds both.
extension InsatsTable {
    /// Whether costs and income are summed apart.
    var hasIncome: Bool {
        lines().contains { if case .incomes = $0 { true } else { false } }
    }

    /// Whether the line is income from others than the association.
    private func isIncome(_ line: Line) -> Bool {
        switch line {
        case .row(let place): budgetRows[place].isOtherIncome
        case .category(let category): category?.isIncome ?? false
        case .opening, .costs, .incomes, .total, .income, .unmapped: false
        }
    }

    /// The lines above the total that a sum of costs, or of income, is about.
    private func members(of sum: Line, _ lines: [Line]) -> [Line] {
        let above = lines.prefix { if case .total = $0 { false } else { true } }
        let wantsIncome = if case .incomes = sum { true } else { false }
        return above.filter { line in
            switch line {
            case .row, .category, .opening: isIncome(line) == wantsIncome
            case .costs, .incomes, .total, .income, .unmapped: false
            }
        }
    }

    /// What costs, or income, come to inside a scope, by column.
    func subtotal(
        _ line: Line,
        _ part: InsatsPart,
        _ lines: [Line]
    ) throws(MoneyError) -> ([String: Cell], [String: Formula]) {
        let keys = part.columns
        let own = members(of: line, lines)
        let budgeted = own.filter { if case .row = $0 { true } else { false } }
        let booked = own.filter(holdsCost)
        var budgets: [Figure] = []
        for line in budgeted { budgets.append(try self.budget(of: line, part)) }
        let budget = try Figure.sum(budgets)
        let incurred = try Figure.sum(booked.map { self.incurred(of: $0, part) })
        var cells = [keys.key(.budget): cell(budget), keys.key(.incurred): cell(incurred)]
        var formulas: [String: Formula] = [:]
        if budget.amount != nil {
            formulas[keys.key(.budget)] = .sum(rows: budgeted.map(key))
        }
        if incurred.amount != nil {
            formulas[keys.key(.incurred)] = .sum(rows: booked.map(key))
        }
        if incurred != .notApplicable {
            cells[keys.difference] = cell(try .difference(budget, minus: incurred))
            formulas[keys.difference] = .difference(
                of: keys.key(.budget),
                minus: keys.key(.incurred)
            )
        }
        return (cells, formulas)
    }
}
