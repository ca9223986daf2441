public import ArgumentParser
public import MedelCore
public import MedelRender
public import MedelStore

// What domain types look like on a command line; each is read in one way everywhere.

extension BookReference: ExpressibleByArgument {
    /// Reads `association` or `owner:CODE`.
    public init?(argument: String) { self.init(argument) }
}

extension Day: ExpressibleByArgument {
    /// Reads `2025-01-31`.
    public init?(argument: String) { self.init(iso: argument) }
}

extension Month: ExpressibleByArgument {
    /// Reads `2025-01`.
    public init?(argument: String) { self.init(iso: argument) }
}

extension Timestamp: ExpressibleByArgument {
    /// Reads `2025-01-31T12:00:00Z`.
    public init?(argument: String) { self.init(iso: argument) }
}

extension ObjectReference: ExpressibleByArgument {
    /// Reads `6:P12`, dimension and code.
    public init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let dimension = Int(parts[0]), dimension >= 0 else { return nil }
        self.init(dimension: dimension, code: String(parts[1]))
    }
}

extension MappingTarget: ExpressibleByArgument {
    /// Reads `insats:CODE` or `area:board`.
    public init?(argument: String) { self.init(argument) }
}

extension InsatsCode: ExpressibleByArgument {
    /// Reads a code.
    public init?(argument: String) { self.init(argument) }
}

extension DecisionCode: ExpressibleByArgument {
    /// Reads a code.
    public init?(argument: String) { self.init(argument) }
}

extension MemberCode: ExpressibleByArgument {
    /// Reads a code.
    public init?(argument: String) { self.init(argument) }
}

extension FundingCode: ExpressibleByArgument {
    /// Reads a code.
    public init?(argument: String) { self.init(argument) }
}

extension Rate: ExpressibleByArgument {
    /// Reads `4` or `39,15`, in percent.
    public init?(argument: String) { self.init(percent: argument) }
}

extension CostCategoryCode: ExpressibleByArgument {
    /// Reads a code.
    public init?(argument: String) { self.init(argument) }
}

extension Money: ExpressibleByArgument {
    /// Reads `9400000` or `9400000,50`, as manifests write it.
    public init?(argument: String) {
        guard let money = try? AmountReader(.manifest).read(argument) else { return nil }
        self = money
    }
}

extension BudgetRowCode: ExpressibleByArgument {
    /// Reads a code.
    public init?(argument: String) { self.init(argument) }
}

extension AreaBudget.Kind: ExpressibleByArgument {}
extension AssociationBudgetLine: ExpressibleByArgument {}
extension ContributionPayment.Kind: ExpressibleByArgument {}
extension FundingSource.Kind: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}
extension PeriodState: ExpressibleByArgument {}
extension CheckRule.Level: ExpressibleByArgument {}
extension LedgerIdentity.Kind: ExpressibleByArgument {}
extension Verdict: ExpressibleByArgument {}

/// How a command prints what it found out.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
}
extension BudgetArea: ExpressibleByArgument {}
