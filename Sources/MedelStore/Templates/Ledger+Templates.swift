import GRDB

/// What came of adopting templates.
public struct TemplateAdoption: Hashable, Sendable {
    /// Those that the ledger did not have with that text.
    public let adopted: [LedgerTemplate]

    /// The chart of accounts that held before and no longer does; nil when none gave way.
    public let replacedChart: String?
}

extension Ledger {
    /// The templates that hold, in order of kind and name.
    ///
    /// - Throws: `LedgerError.damaged` when a row cannot be read.
    public func templates() throws -> [LedgerTemplate] { try read(Self.templates) }

    /// Takes copies of templates as one event; what the ledger has with the same text is left alone.
    ///
    /// - Returns: what was adopted; no event when every text was the same.
    /// - Throws: `LedgerError`.
    public func adopt(
        _ templates: [LedgerTemplate],
        _ operation: Operation
    ) throws -> Outcome<TemplateAdoption> {
        try record(operation) { facts in
            var adopted: [LedgerTemplate] = []
            var replacedChart: String?
            let current = try Self.current(TemplateBody.self, in: facts.database)
            var known = Dictionary(
                current.map { ($0.code, (version: $0.version, value: $0.value)) },
                uniquingKeysWith: { $1 }
            )
            for template in templates {
                let code = TemplateBody.code(of: template)
                let before = known[code]
                guard before?.value != template else { continue }
                let version = (before?.version ?? 0) + 1
                try facts.insert(
                    .description,
                    [
                        .text(TemplateBody.kind.rawValue), .text(code), .integer(version),
                        .text(TemplateBody.text(of: template)),
                    ]
                )
                known[code] = (version: version, value: template)
                adopted.append(template)
                if template.kind == .chart, let name = before?.value.name, name != template.name {
                    replacedChart = name
                }
            }
            return TemplateAdoption(adopted: adopted, replacedChart: replacedChart)
        }
    }

    static func templates(in database: Database) throws -> [LedgerTemplate] {
        // A ledger of an older program, opened for reading only, has no descriptions.
        guard try database.tableExists(FactTable.description.name) else { return [] }
        return try values(TemplateBody.self, in: database).sorted {
            ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name)
        }
    }
}
