package import MedelCore
package import MedelStore

extension Ledger {
    /// Takes a plan that was there before.
    package func apply(
        _ plan: AssociationPlan,
        mapping: [BookReference: [MappingRule]]?,
        _ operation: MedelStore.Operation
    ) throws -> Outcome<PlanComparison> {
        try apply(operation) { _, _ in (plan, mapping) }
    }
}
