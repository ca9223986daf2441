/// An amount of a grant with all that ceilings ask about: when, of what kind and by whom.
///
/// Source: SPEC 4.1.
public struct CeilingUse: Hashable, Sendable {
    /// The month that the cost is of.
    public let month: Month

    /// The cost category; nil when it is not known, and then no ceiling for a category counts it.
    public let category: CostCategoryCode?

    /// The recipient; nil in egen regi.
    public let recipient: OwnerCode?

    /// The amount in granted kronor; negative for a correction, which gives room back.
    public let amount: Money

    /// Describes a use.
    public init(
        month: Month,
        category: CostCategoryCode?,
        recipient: OwnerCode?,
        amount: Money
    ) {
        self.month = month
        self.category = category
        self.recipient = recipient
        self.amount = amount
    }

    /// The same use of another amount.
    public func replacing(_ amount: Money) -> CeilingUse {
        CeilingUse(month: month, category: category, recipient: recipient, amount: amount)
    }
}

extension Ceiling.Scope {
    /// Whether a use is inside the scope.
    ///
    /// - Parameters:
    ///   - use: what is used.
    ///   - years: the budget years that ceilings refer to; one whose months are not known contains
    ///     nothing.
    /// - Returns: whether the ceiling counts it.
    public func contains(_ use: CeilingUse, years: [BudgetYear]) -> Bool {
        switch self {
        case .total: true
        case .budgetYear(let number):
            years.indices.contains(number - 1)
                && years[number - 1].months?.contains(use.month) == true
        case .calendarYear(let year): use.month.year == year
        case .recipient(let recipient): use.recipient == recipient
        case .category(let category): use.category == category
        }
    }

    /// Where the scope stands in a list: the whole, years, recipients, categories.
    var place: (Int, Int, String) {
        switch self {
        case .total: (0, 0, "")
        case .budgetYear(let number): (1, number, "")
        case .calendarYear(let year): (2, year, "")
        case .recipient(let owner): (3, 0, owner.text)
        case .category(let category): (4, 0, category.text)
        }
    }

    /// The scope as people read it, in Swedish.
    ///
    /// - Parameter years: the budget years, for their names.
    /// - Returns: a few words without a capital.
    public func title(years: [BudgetYear] = []) -> String {
        switch self {
        case .total: "hela perioden"
        case .budgetYear(let number):
            years.indices.contains(number - 1)
                ? "budgetår \(number) (\(years[number - 1].label))" : "budgetår \(number)"
        case .calendarYear(let year): "kalenderår \(year)"
        case .recipient(let owner): "mottagaren \(owner.text)"
        case .category(let category): "kostnadsslaget \(category.text)"
        }
    }
}

extension Grant {
    /// The ceilings in a fixed order: the whole, years, recipients, categories.
    public var orderedCeilings: [(scope: Ceiling.Scope, amount: Money)] {
        ceilings.sorted { $0.key.place < $1.key.place }.map { (scope: $0.key, amount: $0.value) }
    }

    /// Whether the grant holds any money for a use.
    ///
    /// A ceiling for the whole does for every use. Without one, those for years say when money may
    /// be used; without those too, the ones for recipients say by whom, and then those for
    /// categories on what. A month in a year that no ceiling names has no money.
    public func covers(_ use: CeilingUse, years: [BudgetYear]) -> Bool {
        if ceilings[.total] != nil { return true }
        let families: [(Ceiling.Scope) -> Bool] = [
            { if case .budgetYear = $0 { true } else { $0.isCalendarYear } },
            { if case .recipient = $0 { true } else { false } },
            { if case .category = $0 { true } else { false } },
        ]
        for isMember in families {
            let scopes = ceilings.keys.filter(isMember)
            if !scopes.isEmpty { return scopes.contains { $0.contains(use, years: years) } }
        }
        return false
    }
}

extension Ceiling.Scope {
    fileprivate var isCalendarYear: Bool {
        if case .calendarYear = self { true } else { false }
    }
}
