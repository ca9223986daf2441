import MedelCore
import MedelDocument

/// The table of one insats: what stands in which row.
///
/// Budget rows stand in their frozen order. What is incurred is known by cost category: it stands
/// on the budget row when that row alone has the category, else on a line of the category's own,
/// after the last of its rows. Income from others than the association stands after the costs, with
/// a sum of each where there is any. The association's own grant and what no rule takes stand below the
/// sum, outside it.
struct InsatsTable {
    enum Line {
        case row(Int)
        case category(CostCategoryCode?)
        case opening(Int)
        case costs
        case incomes
        case total
        case income
        case unmapped

        /// Whether the line holds what opening positions say.
        var isOpening: Bool { if case .opening = self { true } else { false } }
    }

    let insats: InsatsOverview
    private let parts: [InsatsPart]
    let budgetRows: [BudgetRow]
    let shares: [CostCategoryCode: Int]

    /// Names of those who are paid, by code.
    let names: [OwnerCode: String]

    init(
        _ insats: InsatsOverview,
        _ parts: [InsatsPart],
        names: [OwnerCode: String] = [:]
    ) {
        self.names = names
        self.insats = insats
        self.parts = parts
        budgetRows = insats.budget?.version.rows ?? []
        shares = insats.rowsByCategory
    }

    func table() throws(MoneyError) -> Table {
        let leading = [
            Column(key: "label", title: "Budgetrad", kind: .text, width: 48),
            Column(key: "category", title: "Kostnadsslag", kind: .text, width: 13),
        ]
        let lines = lines()
        var rows: [TableRow] = []
        for line in lines { rows.append(try row(line, among: lines)) }
        let groups = parts.map { part in
            Table.Group(title: part.title, columnKeys: columns(of: part).map(\.key))
        }
        return Table(
            key: Report.insats.rawValue,
            columns: leading + parts.flatMap(columns),
            leadingCount: leading.count,
            groups: groups,
            blocks: blocks,
            warnedKeys: Set(parts.flatMap(\.columns.warnedKeys)),
            rows: rows
        )
    }

    private var blocks: [Table.Block] {
        let pages: [(String, (OverviewLine.Scope) -> Bool)] = [
            ("Totalt", { $0 == .total }),
            ("Per budgetår", { if case .budgetYear = $0 { true } else { false } }),
            ("Per kalenderår", { if case .calendarYear = $0 { true } else { false } }),
        ]
        return pages.compactMap { title, holds in
            let groups = parts.indices.filter { holds(parts[$0].scope) }
            return groups.isEmpty ? nil : Table.Block(title: title, groups: groups)
        }
    }

    /// The whole line in all; budget, granted, incurred and their difference for a year.
    private func columns(of part: InsatsPart) -> [Column] {
        guard part.scope != .total else { return part.columns.columns }
        let keys = [
            part.columns.key(.budget), part.columns.key(.granted), part.columns.key(.incurred),
            part.columns.difference,
        ]
        return part.columns.columns.filter { keys.contains($0.key) }
    }

    func lines() -> [Line] {
        var lines: [Line] = []
        let categories = Set(parts.flatMap { $0.cost?.categories.keys.map { $0 } ?? [] })
        var incomes: [Line] = []
        for (place, row) in budgetRows.enumerated() where !row.isFinancing {
            guard row.isCost else {
                incomes.append(.row(place))
                continue
            }
            lines.append(.row(place))
            if let category = row.category, shares[category] ?? 0 > 1,
                budgetRows.lastIndex(where: { $0.category == category }) == place
            {
                lines.append(.category(category))
            }
        }
        let loose = categories.filter { category in
            category.map { shares[$0] == nil } ?? true
        }
        let ordered = loose.sorted(by: { ($0?.text ?? "~") < ($1?.text ?? "~") })
        for category in ordered where category?.isIncome != true {
            lines.append(.category(category))
        }
        if let year = parts.last?.cost?.openingYear { lines.append(.opening(year)) }
        for category in Set(budgetRows.filter(\.isOtherIncome).compactMap(\.category)).sorted()
        where shares[category] ?? 0 > 1 {
            incomes.append(.category(category))
        }
        for category in ordered where category?.isIncome == true {
            incomes.append(.category(category))
        }
        if !incomes.isEmpty { lines += [.costs] + incomes + [.incomes] }
        lines.append(.total)
        let financing = budgetRows.indices.filter { budgetRows[$0].isFinancing }
        lines += financing.map { .row($0) }
        if parts.contains(where: { ($0.cost?.associationIncome ?? .zero) != .zero }) {
            lines.append(.income)
        }
        lines.append(.unmapped)
        return lines
    }

    private func row(_ line: Line, among lines: [Line]) throws(MoneyError) -> TableRow {
        var cells: [Cell] = [cell(title(of: line)), cell(category(of: line))]
        var formulas: [String: Formula] = [:]
        for part in parts {
            let (figures, partFormulas) = try figures(line, part, lines)
            for column in columns(of: part) {
                cells.append(figures[column.key] ?? .empty)
            }
            formulas.merge(partFormulas) { $1 }
        }
        return TableRow(
            key: key(of: line),
            cells: cells,
            level: level(of: line),
            emphasis: emphasis(of: line),
            formulas: formulas
        )
    }

    /// What a row has inside a scope, by column.
    private func figures(
        _ line: Line,
        _ part: InsatsPart,
        _ lines: [Line]
    ) throws(MoneyError) -> ([String: Cell], [String: Formula]) {
        let keys = part.columns
        let difference = keys.difference
        let subtraction = Formula.difference(of: keys.key(.budget), minus: keys.key(.incurred))
        switch line {
        case .total:
            var cells: [String: Cell] = [:]
            for (column, value) in zip(keys.columns, try keys.cells(part.line)) {
                cells[column.key] = value
            }
            var formulas = keys.formulas(part.line)
            if part.line[.incurred].value == .notApplicable {
                cells[difference] = .empty
                formulas[difference] = nil
            }
            if part.scope != .total { formulas[keys.key(.unspent)] = nil }
            formulas[keys.key(.budget)] = sum(of: lines, part, cells[keys.key(.budget)]) { line in
                if case .row = line { true } else { false }
            }
            formulas[keys.key(.incurred)] = sum(of: lines, part, cells[keys.key(.incurred)]) {
                part.isOpeningOnly ? $0.isOpening : holdsCost($0)
            }
            return (cells, formulas)
        case .costs, .incomes: return try subtotal(line, part, lines)
        case .row, .category, .opening:
            let budget = try budget(of: line, part)
            let incurred = incurred(of: line, part)
            var cells = [keys.key(.budget): cell(budget), keys.key(.incurred): cell(incurred)]
            var formulas: [String: Formula] = [:]
            if incurred != .notApplicable {
                cells[difference] = cell(try .difference(budget, minus: incurred))
                formulas[difference] = subtraction
            }
            if case .row(let place) = line, let formula = percentFormula(ofRow: place, part) {
                formulas[keys.key(.budget)] = formula
            }
            if case .category(let category?) = line, shares[category] != nil {
                formulas[keys.key(.budget)] = .sum(rows: rowKeys(of: category))
            }
            return (cells, formulas)
        case .income:
            return ([keys.key(.incurred): cell(income(part))], [:])
        case .unmapped:
            let unmapped = part.isOpeningOnly ? Figure(.unknown) : part.unmapped
            return ([keys.key(.incurred): cell(unmapped)], [:])
        }
    }

    /// A sum over the rows above the total, where there is an amount to sum.
    private func sum(
        of lines: [Line],
        _ part: InsatsPart,
        _ cell: Cell?,
        _ counts: (Line) -> Bool
    ) -> Formula? {
        guard case .amount(.some) = cell else { return nil }
        let above = lines.prefix { if case .total = $0 { false } else { true } }
        let keys = above.filter(counts).map(key)
        return keys.isEmpty ? nil : .sum(rows: keys)
    }

    func budget(of line: Line, _ part: InsatsPart) throws(MoneyError) -> Figure {
        guard part.line[.budget] != .notApplicable else { return .notApplicable }
        switch line {
        case .row(let place):
            return Figure(part.rows?[place])
        case .category(let category?) where shares[category] != nil:
            guard let rows = part.rows else { return Figure(.unknown) }
            return Figure(
                try Money.sum(
                    budgetRows.indices.lazy.filter { budgetRows[$0].category == category }
                        .map { rows[$0] }
                )
            )
        case .category, .opening, .costs, .incomes, .total, .income, .unmapped:
            return .notApplicable
        }
    }

    func incurred(of line: Line, _ part: InsatsPart) -> Figure {
        guard holdsCost(line), part.line != .notApplicable, let cost = part.cost else {
            return holdsCost(line) && part.line != .notApplicable
                ? Figure(.unknown) : .notApplicable
        }
        switch cost.figure.value {
        case .unknown: return Figure(.unknown)
        case .notApplicable: return .notApplicable
        case .known: break
        }
        if part.isOpeningOnly, !line.isOpening { return Figure(.unknown) }
        switch line {
        case .row(let place):
            return Figure(budgetRows[place].category.flatMap { cost.categories[$0] } ?? .zero)
        case .category(let category): return Figure(cost.categories[category] ?? .zero)
        case .opening: return cost.opening.map { Figure($0) } ?? .notApplicable
        case .costs, .incomes, .total, .income, .unmapped: return .notApplicable
        }
    }

    /// The recipients' income from the association, where there are actual figures at all.
    private func income(_ part: InsatsPart) -> Figure {
        guard let cost = part.cost, !part.isOpeningOnly else { return Figure(.unknown) }
        return cost.figure.value == .notApplicable
            ? .notApplicable : Figure(cost.associationIncome)
    }

    /// Whether what is incurred stands on the row.
    func holdsCost(_ line: Line) -> Bool {
        switch line {
        case .row(let place):
            guard let category = budgetRows[place].category, !budgetRows[place].isFinancing else {
                return false
            }
            return shares[category] == 1
        case .category, .opening: return true
        case .costs, .incomes, .total, .income, .unmapped: return false
        }
    }

    private func rowKeys(of category: CostCategoryCode) -> [String] {
        budgetRows.filter { $0.category == category }.map(\.code.text)
    }
}
