/// A kostnadsslag in the association's catalogue: what a code stands for, and from when to when.
///
/// The catalogue is data: the shipped one is a start that an association makes its own. While it is
/// empty, any code may be used.
///
/// Source: SPEC 3 (cost categories), GUIDE 6.2.
public struct CostCategory: Hashable, Sendable {
    /// The code that rows, rules and ceilings hold.
    public let code: CostCategoryCode

    /// What it is called, in Swedish and without a capital unless the word has one.
    public let name: String

    /// The first month that costs of the kind are counted in; nil for all.
    public let from: Month?

    /// The last month that costs of the kind are counted in; nil while it holds.
    public let through: Month?

    /// Describes a category.
    public init(code: CostCategoryCode, name: String, from: Month?, through: Month?) {
        self.code = code
        self.name = name
        self.from = from
        self.through = through
    }

    /// Whether the category holds in some of the months.
    public func holds(in months: MonthRange) -> Bool {
        (from.map { $0 <= months.last } ?? true) && (through.map { months.first <= $0 } ?? true)
    }
}

extension AssociationPlan {
    /// What a category is called; nil when the catalogue does not have it.
    public func name(of code: CostCategoryCode) -> String? {
        costCategories.first { $0.code == code }?.name
    }
}
