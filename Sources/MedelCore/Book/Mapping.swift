/// All mapping rules of one book, and what they make of a coding in a month.
///
/// Source: SPEC 3 (mapping rule), STORE 3.1.
public struct Mapping: Hashable, Sendable {
    /// The rules, those that win before those that give way.
    public let rules: [MappingRule]

    /// Takes the rules of one book, in any order.
    public init(_ rules: [MappingRule]) {
        self.rules = rules.sorted { $0.precedes($1) }
    }

    /// The rule that maps a coding in a month.
    ///
    /// - Returns: nil when the amount is unmapped, which is shown and never guessed.
    public func rule(for coding: Coding, in month: Month) -> MappingRule? {
        rules.first { $0.holds(in: month) && $0.takes(coding) }
    }

    /// The rules that take a coding in some month, those that win first.
    ///
    /// For a coding with many months: find these once, then the first that holds in each month.
    public func rules(for coding: Coding) -> [MappingRule] {
        rules.filter { $0.takes(coding) }
    }
}
