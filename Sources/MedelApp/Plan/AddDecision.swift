import MedelCore
import MedelImport
public import MedelStore

/// Adds one decision from a file: the checks of a folder, under an event of its own.
///
/// Source: SPEC 3 (decision), 4.3, 11.
public struct AddDecision: Sendable {
    private let ledger: Ledger
    private let performer: Performer

    /// Prepares the use case.
    public init(_ ledger: Ledger, by performer: Performer) {
        self.ledger = ledger
        self.performer = performer
    }

    /// Reads a file and adds its decision.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - keepsNothing: whether everything is done and taken back, to see what would come of it.
    /// - Returns: what became of it; errors in the file are a result with problems, and a decision
    ///   that the ledger has with the same content is unchanged.
    /// - Throws: `PlanRefusal`, `SourceFileError` when there is no file, `LedgerError`.
    public func callAsFunction(_ path: String, keepsNothing: Bool = false) throws -> LoadReport {
        let source = try ManifestFile(path: path)
        let file = DecisionFile(source, knowing: try ledger.plan())
        var digest = FileDigest()
        digest.update(source.bytes)
        let hash = digest.finish()
        guard file.isSound, let decision = file.decision else {
            if !keepsNothing { try note(refusalOf: path, hash) }
            return report(path, .refused, PlanComparison(), file)
        }
        var plan = AssociationPlan()
        plan.decisions = [decision]
        let outcome = try ledger.apply(
            plan,
            mapping: nil,
            Operation(
                kind: .addDecision,
                inputDigest: hash,
                subject: "beslut \(decision.code.text) om \(decision.insats)",
                actor: performer.actor,
                time: performer.now
            ),
            commits: !keepsNothing
        )
        switch outcome {
        case .recorded(let comparison, let head):
            let result: LoadReport.Result =
                keepsNothing
                ? .wouldBeRecorded
                : .recorded(ledgerVersion: head.ledgerVersion, head: head.hash)
            return report(path, result, comparison, file)
        case .unchanged(let comparison):
            return report(path, .unchanged, comparison ?? PlanComparison(), file)
        }
    }

    private func report(
        _ path: String,
        _ result: LoadReport.Result,
        _ comparison: PlanComparison,
        _ file: DecisionFile
    ) -> LoadReport {
        LoadReport(
            folder: path,
            result: result,
            changes: comparison.changes,
            waitingRules: [],
            pastLowerings: comparison.pastLowerings,
            problems: file.problems
        )
    }

    private func note(refusalOf path: String, _ digest: String) throws {
        try ledger.note(
            kind: "decisionRefused",
            detail: "\(path) \(digest)",
            actor: performer.actor,
            time: performer.now
        )
    }
}
