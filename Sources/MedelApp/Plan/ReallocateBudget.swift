public import MedelCore
public import MedelStore

/// Moves money between rows of an insats's budget, inside the tolerance of the grant.
///
/// Source: SPEC 4.8.
public struct ReallocateBudget: Sendable {
    private let ledger: Ledger
    private let performer: Performer

    /// Prepares the use case.
    public init(_ ledger: Ledger, by performer: Performer) {
        self.ledger = ledger
        self.performer = performer
    }

    /// Moves money and keeps the budget as a new version.
    ///
    /// - Parameters:
    ///   - move: what is moved.
    ///   - insats: whose budget.
    ///   - reason: why.
    /// - Returns: the new version and the ledger version that it came with.
    /// - Throws: `ReallocationFault` when the move needs a decision, `LedgerError`.
    public func callAsFunction(
        _ move: Reallocation.Move,
        in insats: InsatsCode,
        reason: String
    ) throws -> (version: BudgetVersion, head: ChainHead) {
        let outcome = try ledger.reallocate(
            move,
            in: insats,
            Operation(
                kind: .reallocateBudget,
                subject: "\(insats): \(move.from.text) → \(move.to.text), år \(move.year)",
                reason: reason,
                actor: performer.actor,
                time: performer.now
            )
        )
        guard case .recorded(let history, let head) = outcome,
            let version = history.entries.last?.version
        else { throw LedgerError.notFound(.budget, name: insats.text) }
        return (version, head)
    }
}
