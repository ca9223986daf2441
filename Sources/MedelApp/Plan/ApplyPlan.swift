import MedelCore
import MedelImport
import MedelStore

/// What is to come into a plan, and everything that is wrong with it.
struct PlanInput {
    let plan: AssociationPlan

    /// Every book's mapping rules; nil leaves the rules as they are.
    let mapping: [BookReference: [MappingRule]]?

    let problems: [ManifestProblem]

    init(_ manifest: Manifest) {
        plan = manifest.plan
        mapping = manifest.mapping
        problems = manifest.problems
    }

    init(_ addition: PlanAddition) {
        plan = addition.plan
        mapping = nil
        problems = addition.problems
    }

    var isSound: Bool { problems.allSatisfy(\.isWarning) }
}

/// The one way into the plan, from a folder, a file or a command: made of what the ledger has and
/// checked against it, then taken as one operation, or only tried.
///
/// Nobody writes between the check and what is written.
struct ApplyPlan {
    /// Thrown out of the operation, which takes it back.
    private struct Unsound: Error {}

    let ledger: Ledger
    let performer: Performer
    let kind: MedelStore.Operation.Kind
    let origin: LoadReport.Origin

    /// What the operation is about, in words that a revisor reads.
    let subject: String

    /// A digest of the input as it was; nil where it was entered.
    var digest: String?

    /// Takes what is made.
    ///
    /// - Parameters:
    ///   - keepsNothing: whether everything is done and taken back, to see what would come of it.
    ///   - make: what is to be taken, of what the ledger has.
    /// - Returns: what became of it; errors are a result with problems, and are noted in the log
    ///   of refusals unless nothing is to be kept.
    /// - Throws: what `make` throws, `PlanRefusal`, `LedgerError`.
    func callAsFunction(
        keepsNothing: Bool,
        _ make: (AssociationPlan) throws -> PlanInput
    ) throws -> LoadReport {
        var problems: [ManifestProblem] = []
        do {
            let outcome = try ledger.apply(operation, commits: !keepsNothing) { known in
                let input = try make(known)
                problems = input.problems
                guard input.isSound else { throw Unsound() }
                return (input.plan, input.mapping)
            }
            switch outcome {
            case .recorded(let comparison, let head):
                let result: LoadReport.Result =
                    keepsNothing
                    ? .wouldBeRecorded
                    : .recorded(ledgerVersion: head.ledgerVersion, head: head.hash)
                return report(result, comparison, problems)
            case .unchanged(let comparison):
                return report(.unchanged, comparison ?? PlanComparison(), problems)
            }
        } catch is Unsound {
            if !keepsNothing { try noteRefusal() }
            return report(.refused, PlanComparison(), problems)
        }
    }

    private var operation: MedelStore.Operation {
        MedelStore.Operation(
            kind: kind,
            inputDigest: digest,
            subject: subject,
            actor: performer.actor,
            time: performer.now
        )
    }

    private func report(
        _ result: LoadReport.Result,
        _ comparison: PlanComparison,
        _ problems: [ManifestProblem]
    ) -> LoadReport {
        LoadReport(
            origin: origin,
            result: result,
            changes: comparison.changes,
            waitingRules: comparison.waitingRules.sorted { $0.key < $1.key }
                .map { (book: $0.key, count: $0.value) },
            pastLowerings: comparison.pastLowerings,
            problems: problems
        )
    }

    private func noteRefusal() throws {
        try ledger.note(
            kind: "\(kind.rawValue)Refused",
            detail: [origin.name, digest].compactMap(\.self).joined(separator: " "),
            actor: performer.actor,
            time: performer.now
        )
    }
}

extension Ledger {
    /// The PO rates that were adopted; none before.
    func poRates() throws -> PORateTable {
        let template = try templates().first { $0.kind == .poRates }
        guard let template else { return PORateTable() }
        let read = StatementTemplate.read(Array(template.text.utf8), file: template.name)
        guard case .poRates(let table) = read.template?.content else {
            throw LedgerError.damaged(path: path, detail: "template \(template.name)")
        }
        return table
    }
}
