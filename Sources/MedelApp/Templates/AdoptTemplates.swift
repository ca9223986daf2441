public import MedelImport
public import MedelStore

/// Why templates are not adopted or shown.
public enum TemplateRefusal: Error, Hashable, Sendable {
    /// The folder of templates is nowhere.
    case noFolder(tried: [String])
    /// No template has the name and no file the path.
    case unknown(name: String, known: [String])
    /// A file has errors.
    case broken(file: String, [ManifestProblem])
}

/// Takes copies of templates into the ledger, so that reports follow what was adopted and not what
/// a file says today.
///
/// Source: STORE 2.6.
public struct AdoptTemplates: Sendable {
    private let ledger: Ledger
    private let performer: Performer

    /// Prepares the use case.
    public init(_ ledger: Ledger, by performer: Performer) {
        self.ledger = ledger
        self.performer = performer
    }

    /// Adopts files as one event.
    ///
    /// - Returns: what was adopted; no event when the ledger had every text already.
    /// - Throws: `TemplateRefusal.broken` when a file has errors; `LedgerError`.
    public func callAsFunction(
        _ files: [TemplateFolder.File]
    ) throws -> Outcome<TemplateAdoption> {
        var templates: [LedgerTemplate] = []
        for file in files {
            guard let template = file.ledgerTemplate else {
                throw TemplateRefusal.broken(file: file.name, file.problems)
            }
            templates.append(template)
        }
        var digest = FileDigest()
        for template in templates { digest.update(Array("\(template.digest)\n".utf8)) }
        return try ledger.adopt(
            templates,
            Operation(
                kind: .adoptTemplate,
                inputDigest: digest.finish(),
                subject: "mallar: " + templates.map(\.name).joined(separator: ", "),
                actor: performer.actor,
                time: performer.now
            )
        )
    }
}

extension TemplateFolder {
    /// The file of a template by its name, else the file at a path.
    ///
    /// - Throws: `TemplateRefusal.unknown` when there is neither; `SourceFileError`.
    public func file(_ name: String) throws -> File {
        if let file = files.first(where: { $0.template?.name == name }) { return file }
        let stem = { (file: File) in file.name.split(separator: "/").last.map(String.init) ?? "" }
        // A broken file is found by its own name, so that its errors can be told.
        if let file = files.first(where: { stem($0) == name + ".yaml" }) { return file }
        do {
            return try Self.file(at: name)
        } catch SourceFileError.missing {
            throw TemplateRefusal.unknown(name: name, known: files.compactMap(\.template?.name))
        }
    }
}

extension TemplateFolder.File {
    /// The template as a ledger keeps it; nil when it has errors.
    var ledgerTemplate: LedgerTemplate? {
        guard let template, let text else { return nil }
        let kind: LedgerTemplate.Kind =
            switch template.content {
            case .layout: .statement
            case .chart: .chart
            case .poRates: .poRates
            }
        return LedgerTemplate(name: template.name, kind: kind, text: text)
    }
}
