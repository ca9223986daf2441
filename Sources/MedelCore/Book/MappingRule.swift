/// One line of how a book's codings are mapped to what the association budgets.
///
/// Source: SPEC 3 (mapping rule), STORE 3.1.
public struct MappingRule: Hashable, Sendable {
    /// A rule's identity in its ledger; a lower one was made before.
    public struct ID: Hashable, Comparable, Sendable {
        /// The number.
        public let number: Int64

        /// Names a rule.
        public init(_ number: Int64) { self.number = number }

        /// Orders by age.
        public static func < (left: ID, right: ID) -> Bool { left.number < right.number }
    }

    /// The rule's identity.
    public let id: ID

    /// What the account begins with; empty for every account.
    public let accountPrefix: String

    /// An object that the coding must have; nil for any coding.
    public let object: ObjectReference?

    /// The first month in which the rule holds; nil for always before.
    public let first: Month?

    /// The last month in which the rule holds; nil for always after.
    public let last: Month?

    /// What wins over rules that also hold; higher first.
    public let priority: Int

    /// Where the amount goes.
    public let target: MappingTarget

    /// The kind of cost; nil where the target keeps none.
    public let category: CostCategoryCode?

    /// Describes a rule.
    public init(
        id: ID,
        accountPrefix: String,
        object: ObjectReference? = nil,
        from first: Month? = nil,
        through last: Month? = nil,
        priority: Int = 0,
        target: MappingTarget,
        category: CostCategoryCode? = nil
    ) {
        self.id = id
        self.accountPrefix = accountPrefix
        self.object = object
        self.first = first
        self.last = last
        self.priority = priority
        self.target = target
        self.category = category
    }

    /// Whether the rule takes a coding, in the months in which it holds.
    public func takes(_ coding: Coding) -> Bool {
        guard coding.account.text.utf8.starts(with: accountPrefix.utf8) else { return false }
        guard let object else { return true }
        return coding.objects.contains(object)
    }

    /// Whether the rule holds in a month.
    public func holds(in month: Month) -> Bool {
        if let first, month < first { return false }
        if let last, month > last { return false }
        return true
    }
}

extension MappingRule {
    /// Whether the rule wins over another where both take a coding and hold.
    ///
    /// The higher priority wins. Then the more specific: one that names an object, then the longer
    /// account prefix, then one that ends or begins at a month. Then the older.
    public func precedes(_ other: MappingRule) -> Bool {
        if priority != other.priority { return priority > other.priority }
        if specificity != other.specificity { return specificity > other.specificity }
        return id < other.id
    }

    private var specificity: (Int, Int, Int) {
        let bounds = (first == nil ? 0 : 1) + (last == nil ? 0 : 1)
        return (object == nil ? 0 : 1, accountPrefix.utf8.count, bounds)
    }
}
