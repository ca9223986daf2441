public import MedelCore
import MedelImport
public import MedelStore

/// Describes a funding source of the association or of an insats, or describes it anew.
///
/// Source: SPEC 3 (funding source), 11.
public struct AddFundingSource: Sendable {
    private let ledger: Ledger
    private let performer: Performer

    /// Prepares the use case.
    public init(_ ledger: Ledger, by performer: Performer) {
        self.ledger = ledger
        self.performer = performer
    }

    /// Registers a new version of the source.
    ///
    /// - Parameters:
    ///   - source: all that is known of it; a version before is replaced as a whole.
    ///   - keepsNothing: whether everything is done and taken back, to see what would come of it.
    /// - Returns: what became of it.
    /// - Throws: `LedgerError`.
    public func callAsFunction(
        _ source: FundingSource,
        keepsNothing: Bool = false
    ) throws -> LoadReport {
        let name = "Finansieringskälla \(source.code.text)"
        let apply = ApplyPlan(
            ledger: ledger,
            performer: performer,
            kind: .addFundingSource,
            origin: .entry(name),
            subject: name
        )
        return try apply(keepsNothing: keepsNothing) { known in
            var values = AssociationPlan()
            values.fundingSources = [source]
            return PlanInput(
                PlanAddition(entering: values, named: name, beside: known, today: performer.today)
            )
        }
    }
}
