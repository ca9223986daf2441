public import MedelCore
public import MedelImport
public import MedelStore

/// What came of loading a folder of manifests.
public struct LoadReport: Sendable {
    /// What became of the folder.
    public enum Result: Hashable, Sendable {
        /// What differed was written under one event.
        case recorded(ledgerVersion: Int, head: String)
        /// Something differs; nothing was kept.
        case wouldBeRecorded
        /// The ledger says the same as the folder.
        case unchanged
        /// The folder has errors, which are among the problems.
        case refused
    }

    /// The folder as it was named.
    public let folder: String

    /// What became of it.
    public let result: Result

    /// What was written, or would be.
    public let changes: [PlanChange]

    /// Rules that wait for a book that nothing has been read into, in order of book.
    public let waitingRules: [(book: BookReference, count: Int)]

    /// Ceilings that past decisions brought below what had been spent; they are taken, since they
    /// are history.
    public let pastLowerings: [CeilingLowering]

    /// What is wrong in the folder, or worth a look.
    public let problems: [ManifestProblem]
}

/// Takes a folder of manifests as the association's plan: one operation, one event, wholly or not
/// at all.
///
/// Source: SPEC 3, SPEC 12.
public struct LoadFolder: Sendable {
    private let ledger: Ledger
    private let performer: Performer

    /// Prepares the use case.
    public init(_ ledger: Ledger, by performer: Performer) {
        self.ledger = ledger
        self.performer = performer
    }

    /// Reads a folder and writes what differs from the ledger.
    ///
    /// - Parameters:
    ///   - folder: the folder, read with its subfolders.
    ///   - keepsNothing: whether everything is done and taken back, to see what would change.
    /// - Returns: what became of it; errors in the files are a result with problems.
    /// - Throws: `PlanRefusal`, `SourceFileError` when there is no folder, `LedgerError`.
    public func callAsFunction(_ folder: String, keepsNothing: Bool = false) throws -> LoadReport {
        let (files, problems) = try ManifestFile.all(in: folder)
        let manifest = Manifest(files, also: problems, rates: try ledger.poRates())
        let digest = Self.digest(of: files)
        guard manifest.isSound else {
            if !keepsNothing { try note(refusalOf: folder, digest) }
            return report(folder, .refused, PlanComparison(), manifest)
        }
        let outcome = try ledger.apply(
            manifest.plan,
            mapping: manifest.mapping,
            Operation(
                kind: .loadPlan,
                inputDigest: digest,
                subject: "plan: \(files.count) filer",
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
            return report(folder, result, comparison, manifest)
        case .unchanged(let comparison):
            return report(folder, .unchanged, comparison ?? PlanComparison(), manifest)
        }
    }

    private func report(
        _ folder: String,
        _ result: LoadReport.Result,
        _ comparison: PlanComparison,
        _ manifest: Manifest
    ) -> LoadReport {
        LoadReport(
            folder: folder,
            result: result,
            changes: comparison.changes,
            waitingRules: comparison.waitingRules.sorted { $0.key < $1.key }
                .map { (book: $0.key, count: $0.value) },
            pastLowerings: comparison.pastLowerings,
            problems: manifest.problems
        )
    }

    private func note(refusalOf folder: String, _ digest: String) throws {
        try ledger.note(
            kind: "loadRefused",
            detail: "\(folder) \(digest)",
            actor: performer.actor,
            time: performer.now
        )
    }

    /// A digest over every file's name and bytes, in order of name.
    private static func digest(of files: [ManifestFile]) -> String {
        var digest = FileDigest()
        for file in files.sorted(by: { $0.name < $1.name }) {
            digest.update(Array("\(file.name)\n\(file.bytes.count)\n".utf8))
            digest.update(file.bytes)
        }
        return digest.finish()
    }
}

extension Ledger {
    /// The PO rates that were adopted; none before.
    fileprivate func poRates() throws -> PORateTable {
        let template = try templates().first { $0.kind == .poRates }
        guard let template else { return PORateTable() }
        let read = StatementTemplate.read(Array(template.text.utf8), file: template.name)
        guard case .poRates(let table) = read.template?.content else {
            throw LedgerError.damaged(path: path, detail: "template \(template.name)")
        }
        return table
    }
}
