public import MedelCore
import MedelImport
public import MedelStore

/// Enters a line of the association's own budget.
///
/// Source: SPEC 3 (association budget), 11.
public struct EnterBudgetLine: Sendable {
    private let ledger: Ledger
    private let performer: Performer

    /// Prepares the use case.
    public init(_ ledger: Ledger, by performer: Performer) {
        self.ledger = ledger
        self.performer = performer
    }

    /// Registers a new version of the year's budget, with the line among the others.
    ///
    /// - Parameters:
    ///   - line: the line as decided.
    ///   - keepsNothing: whether everything is done and taken back, to see what would come of it.
    /// - Returns: what became of it.
    /// - Throws: `AreaBudgetStands` when the line takes the place of another, `LedgerError`.
    public func callAsFunction(
        _ line: AreaBudget,
        keepsNothing: Bool = false
    ) throws -> LoadReport {
        let name = "Förbundets budget \(line.year)"
        let apply = ApplyPlan(
            ledger: ledger,
            performer: performer,
            kind: .enterBudgetLine,
            origin: .entry(name),
            subject: name
        )
        return try apply(keepsNothing: keepsNothing) { known in
            var values = AssociationPlan()
            values.areaBudgets = try line.entered(among: known.areaBudgets)
            return PlanInput(
                PlanAddition(entering: values, named: name, beside: known, today: performer.today)
            )
        }
    }
}
