/// A part of the association's budget that is not an insats.
///
/// The order is that of lists; a new area comes last, so that rules sort as they did.
///
/// Source: SPEC 3 (association budget).
public enum BudgetArea: String, CaseIterable, Sendable {
    /// Styrelse.
    case board
    /// Administration, kansli.
    case administration
    /// Revision.
    case audit
    /// Insatser ej fördelat: set aside for insatser and not yet granted.
    case unallocated
    /// Income: the members' contributions and other.
    case income
}

/// Where a mapping rule puts an amount.
///
/// Source: SPEC 3 (mapping rule).
public enum MappingTarget: Hashable, Sendable {
    /// On an insats.
    case insats(InsatsCode)
    /// On an area of the association's own budget.
    case area(BudgetArea)
}

extension MappingTarget: CustomStringConvertible {
    /// The target as a mapping file names it: `insats:KRUS` or `area:board`.
    public var description: String {
        switch self {
        case .insats(let code): "insats:" + code.text
        case .area(let area): "area:" + area.rawValue
        }
    }

    /// Reads `insats:CODE` or `area:NAME`.
    ///
    /// - Returns: nil for any other form, a code that cannot be one, or an unknown area.
    public init?(_ text: String) {
        if text.hasPrefix("insats:") {
            guard let code = InsatsCode(String(text.dropFirst(7))) else { return nil }
            self = .insats(code)
        } else {
            guard text.hasPrefix("area:"),
                let area = BudgetArea(rawValue: String(text.dropFirst(5)))
            else { return nil }
            self = .area(area)
        }
    }
}

extension MappingTarget: Comparable {
    /// Orders insatser by code, then the areas in their own order.
    public static func < (left: MappingTarget, right: MappingTarget) -> Bool {
        switch (left, right) {
        case (.insats(let left), .insats(let right)): left < right
        case (.insats, .area): true
        case (.area, .insats): false
        case (.area(let left), .area(let right)): left.place < right.place
        }
    }
}

extension BudgetArea {
    /// The area's place in lists, the order in which budgets print them.
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
