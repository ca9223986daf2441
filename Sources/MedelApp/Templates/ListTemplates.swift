public import MedelImport
public import MedelStore

/// How each template on disk stands to the ledger.
public struct TemplateStanding: Hashable, Sendable {
    /// What is to be said of a template.
    public enum State: Hashable, Sendable {
        /// The ledger has the same text.
        case adopted
        /// The ledger has another text of that name.
        case changedOnDisk
        /// The ledger has none of that name.
        case notAdopted
        /// The ledger has one and no file does.
        case adoptedOnly
        /// The file has errors.
        case broken([ManifestProblem])
    }

    /// The template's name; a broken file's own.
    public let name: String

    /// The state.
    public let state: State

    /// SHA-256 of what the ledger has; nil when it has none.
    public let adoptedDigest: String?
}

/// Holds the templates on disk against those that the ledger has adopted.
public struct ListTemplates: Sendable {
    private let ledger: Ledger

    /// Prepares the use case.
    public init(_ ledger: Ledger) { self.ledger = ledger }

    /// The standings, in order of name.
    public func callAsFunction(_ folder: TemplateFolder) throws -> [TemplateStanding] {
        let adopted = Dictionary(
            try ledger.templates().map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var standings = folder.files.map { file -> TemplateStanding in
            guard let template = file.ledgerTemplate else {
                return TemplateStanding(
                    name: file.name,
                    state: .broken(file.problems),
                    adoptedDigest: nil
                )
            }
            let copy = adopted[template.name]
            return TemplateStanding(
                name: template.name,
                state: copy == nil
                    ? .notAdopted : copy == template ? .adopted : .changedOnDisk,
                adoptedDigest: copy?.digest
            )
        }
        let named = Set(standings.map(\.name))
        standings += adopted.values.filter { !named.contains($0.name) }.map {
            TemplateStanding(name: $0.name, state: .adoptedOnly, adoptedDigest: $0.digest)
        }
        return standings.sorted { $0.name < $1.name }
    }
}
