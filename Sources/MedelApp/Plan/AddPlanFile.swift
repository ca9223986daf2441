import MedelCore
public import MedelImport
public import MedelStore

/// Adds one decision or budget from a file: the checks of a folder, under an event of its own.
///
/// Source: SPEC 3 (decision, association budget), 4.3, 11.
public struct AddPlanFile: Sendable {
    private let ledger: Ledger
    private let performer: Performer

    /// Prepares the use case.
    public init(_ ledger: Ledger, by performer: Performer) {
        self.ledger = ledger
        self.performer = performer
    }

    /// Reads a file and adds what it describes.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - form: what it describes.
    ///   - keepsNothing: whether everything is done and taken back, to see what would come of it.
    /// - Returns: what became of it; errors in the file are a result with problems, and what the
    ///   ledger has with the same content is unchanged.
    /// - Throws: `PlanRefusal`, `SourceFileError` when there is no file, `LedgerError`.
    public func callAsFunction(
        _ path: String,
        as form: PlanAddition.Form,
        keepsNothing: Bool = false
    ) throws -> LoadReport {
        let file = try ManifestFile(path: path)
        let apply = ApplyPlan(
            ledger: ledger,
            performer: performer,
            kind: form.operation,
            origin: .path(path),
            subject: PlanAddition.subject(of: file, as: form),
            digest: Self.digest(of: file)
        )
        return try apply(keepsNothing: keepsNothing) { known, rates in
            PlanAddition(file, as: form, beside: known, rates: rates, today: performer.today)
        }
    }

    private static func digest(of file: ManifestFile) -> String {
        var digest = FileDigest()
        digest.update(file.bytes)
        return digest.finish()
    }
}

extension PlanAddition.Form {
    fileprivate var operation: MedelStore.Operation.Kind {
        switch self {
        case .decision: .addDecision
        case .budget: .addBudget
        }
    }
}
