/// A budget row as it is planned: its amounts, or the rule that they follow from.
public struct BudgetRowPlan: Hashable, Sendable {
    /// Where the amounts come from.
    public enum Content: Hashable, Sendable {
        /// Somebody wrote them, one for each budget year.
        case amounts([Money])
        /// A rule gives them, rounded so.
        case rule(BudgetRule, RowRounding)
    }

    /// The row's code inside the budget.
    public let code: BudgetRowCode

    /// The cost category; nil while nobody has placed the row.
    public let category: CostCategoryCode?

    /// What the source calls it.
    public let label: String

    /// The recipient, if the row is one recipient's.
    public let recipient: OwnerCode?

    /// Where the amounts come from.
    public let content: Content

    /// Describes a row.
    public init(
        code: BudgetRowCode,
        category: CostCategoryCode?,
        label: String,
        recipient: OwnerCode?,
        content: Content
    ) {
        self.code = code
        self.category = category
        self.label = label
        self.recipient = recipient
        self.content = content
    }
}

/// A budget's rows with the amounts that their rules give.
///
/// The order of the rows changes no amount. Source: docs/rounding.md, budget rules.
public struct BudgetEvaluation: Sendable {
    /// The rows in the order given; nil when a row has a fault.
    public let rows: [BudgetRow]?

    /// The PO rates that were used, in order of year and sector.
    public let rates: [PORate]

    /// Everything that is wrong, in order of the rows; a row that builds on a faulty one has no
    /// fault of its own.
    public let faults: [BudgetRuleFault]

    /// Computes rows.
    ///
    /// - Parameters:
    ///   - plans: the rows, with different codes.
    ///   - years: the budget years.
    ///   - rates: the PO rates that are known.
    public init(_ plans: [BudgetRowPlan], years: [BudgetYear], rates: PORateTable) {
        var places: [BudgetRowCode: Int] = [:]
        for (place, plan) in plans.enumerated() { places[plan.code] = place }
        var faults: [(place: Int, fault: BudgetRuleFault)] = []
        var base: [[Int]] = []
        for (place, plan) in plans.enumerated() {
            let below = plan.base
            for code in below where places[code] == nil {
                faults.append((place, BudgetRuleFault(row: plan.code, reason: .unknownRow(code))))
            }
            base.append(below.compactMap { places[$0] })
        }
        let broken = Set(faults.map(\.place))
        let order = RowOrder(plans.map(\.code), base: base)
        for circle in order.circles {
            guard let place = places[circle[0]] else { continue }
            faults.append((place, BudgetRuleFault(row: circle[0], reason: .circle(circle))))
        }
        var computed: [ComputedRow?] = Array(repeating: nil, count: plans.count)
        var used: Set<PORate> = []
        for place in order.places where !broken.contains(place) {
            let below = base[place].compactMap { other in
                computed[other].map { (plan: plans[other], row: $0) }
            }
            guard below.count == base[place].count else { continue }
            let computer = RowComputer(plan: plans[place], years: years, rates: rates)
            do {
                let row = try computer.row(on: below)
                used.formUnion(row.years.flatMap(\.rates))
                computed[place] = row
            } catch {
                let fault = BudgetRuleFault(row: plans[place].code, reason: error)
                faults.append((place, fault))
            }
        }
        self.rates = used.sorted { $0.order < $1.order }
        self.faults = faults.enumerated()
            .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
            .map(\.element.fault)
        let rows = zip(plans, computed).compactMap { plan, row in row.map(plan.row) }
        self.rows = faults.isEmpty && rows.count == plans.count ? rows : nil
    }
}

extension BudgetRuleFault.Reason: Error {}

extension BudgetRowPlan {
    /// The rows that this one builds on.
    fileprivate var base: [BudgetRowCode] {
        switch content {
        case .amounts: []
        case .rule(let rule, _): rule.base
        }
    }

    /// The row with what was computed.
    fileprivate func row(_ computed: ComputedRow) -> BudgetRow {
        let amounts = computed.years.map(\.amount)
        switch content {
        case .amounts:
            return BudgetRow(
                code: code,
                category: category,
                label: label,
                recipient: recipient,
                amounts: amounts
            )
        case .rule(let rule, let rounding):
            return BudgetRow(
                code: code,
                category: category,
                label: label,
                recipient: recipient,
                amounts: amounts,
                derivation: BudgetRow.Derivation(
                    rule: rule,
                    rounding: rounding,
                    texts: computed.years.map(\.text)
                )
            )
        }
    }
}

extension BudgetVersion {
    /// What the version's rules give today with the rates that it recorded.
    ///
    /// The amounts that are kept count; this is how they are checked.
    public var computedAgain: BudgetEvaluation {
        BudgetEvaluation(rows.map(\.plan), years: years, rates: PORateTable(rates))
    }
}

extension BudgetRow {
    /// The row without what its rule has given.
    public var plan: BudgetRowPlan {
        BudgetRowPlan(
            code: code,
            category: category,
            label: label,
            recipient: recipient,
            content: derivation.map { .rule($0.rule, $0.rounding) } ?? .amounts(amounts)
        )
    }
}
