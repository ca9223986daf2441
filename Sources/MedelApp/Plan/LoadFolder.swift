import MedelCore
import MedelImport
public import MedelStore

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
    /// What it says is held against the decisions, budgets and kostnadsslag that the ledger has and
    /// the folder has not, and may refer to them. What it says as it said when it was loaded last
    /// gives way to what a command has entered since.
    ///
    /// - Parameters:
    ///   - folder: the folder, read with its subfolders.
    ///   - keepsNothing: whether everything is done and taken back, to see what would change.
    /// - Returns: what became of it; errors in the files are a result with problems.
    /// - Throws: `PlanRefusal`, `SourceFileError` when there is no folder, `LedgerError`.
    public func callAsFunction(_ folder: String, keepsNothing: Bool = false) throws -> LoadReport {
        let (files, problems) = try ManifestFile.all(in: folder)
        let apply = ApplyPlan(
            ledger: ledger,
            performer: performer,
            kind: .loadPlan,
            origin: .path(folder),
            subject: "plan: \(files.count) filer",
            digest: Self.digest(of: files)
        )
        return try apply(keepsNothing: keepsNothing) { known, rates in
            Manifest(files, also: problems, rates: rates, beside: known)
        }
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
