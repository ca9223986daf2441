import MedelCore
import MedelImport
import MedelStore

/// The one way into the plan, from a folder, a file or a command: made of what the ledger has and
/// checked against it, then taken as one operation, or only tried.
///
/// Nobody writes between the check and what is written: the plan and the PO rates that it is held
/// against are read in the transaction that writes it.
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
    ///   - make: what is to be taken, of what the ledger has and the PO rates that it has adopted.
    /// - Returns: what became of it; errors are a result with problems, and are noted in the log
    ///   of refusals unless nothing is to be kept.
    /// - Throws: what `make` throws, `PlanRefusal`, `LedgerError`.
    func callAsFunction(
        keepsNothing: Bool,
        _ make: (AssociationPlan, PORateTable) throws -> any PlanInput
    ) throws -> LoadReport {
        var problems: [ManifestProblem] = []
        do {
            let outcome = try ledger.apply(operation, commits: !keepsNothing) { known, templates in
                let input = try make(known, PORateTable(adopted: templates))
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
            kept: comparison.kept,
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

extension ApplyPlan {
    /// Takes what somebody has entered one by one.
    ///
    /// - Parameters:
    ///   - name: what it is, in Swedish; problems stand there.
    ///   - words: what is entered of it, in words that a revisor reads; nil where `name` says it.
    ///   - kind: what kind of operation it is.
    ///   - ledger: where it is entered.
    ///   - performer: who enters it.
    ///   - keepsNothing: whether everything is done and taken back, to see what would come of it.
    ///   - make: what is entered, given what the ledger has.
    /// - Returns: what became of it.
    /// - Throws: what `make` throws, `PlanRefusal`, `LedgerError`.
    static func enter(
        _ name: String,
        words: String? = nil,
        as kind: MedelStore.Operation.Kind,
        into ledger: Ledger,
        by performer: Performer,
        keepsNothing: Bool,
        _ make: (AssociationPlan) throws -> AssociationPlan
    ) throws -> LoadReport {
        let apply = ApplyPlan(
            ledger: ledger,
            performer: performer,
            kind: kind,
            origin: .entry(name),
            subject: words.map { "\(name): \($0)" } ?? name
        )
        return try apply(keepsNothing: keepsNothing) { known, _ in
            PlanAddition(
                entering: try make(known),
                named: name,
                beside: known,
                today: performer.today
            )
        }
    }
}

extension PORateTable {
    /// The PO rates of a ledger's templates; none before they are adopted.
    fileprivate init(adopted templates: [LedgerTemplate]) throws {
        guard let template = templates.first(where: { $0.kind == .poRates }) else {
            self.init()
            return
        }
        let read = StatementTemplate.read(Array(template.text.utf8), file: template.name)
        guard case .poRates(let table) = read.template?.content else {
            throw LedgerError.damaged(path: "", detail: "template \(template.name)")
        }
        self = table
    }
}
