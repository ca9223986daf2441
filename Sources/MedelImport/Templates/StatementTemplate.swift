public import MedelCore

/// A template file: the rows of a statement, a chart of accounts, or PO rates.
///
/// Source: SPEC 7 (the layout is versioned by year, account → row mapping is data), STORE 2.6.
public struct StatementTemplate: Hashable, Sendable {
    /// What a template holds.
    public enum Content: Hashable, Sendable {
        /// The rows of a statement.
        case layout(StatementLayout)
        /// A chart of accounts.
        case chart(AccountChart)
        /// The PO rates of sectors and years.
        case poRates(PORateTable)
    }

    /// The name, such as `balansrakning-2024`.
    public let name: String

    /// The number that its editor counts up.
    public let version: Int

    /// What it holds.
    public let content: Content

    /// Reads a file to the end.
    ///
    /// - Parameters:
    ///   - bytes: the file, YAML in UTF-8.
    ///   - file: what problems call it.
    /// - Returns: the template, nil when it has errors, and everything that is wrong.
    public static func read(
        _ bytes: [UInt8],
        file: String
    ) -> (template: StatementTemplate?, problems: [ManifestProblem]) {
        let findings = ManifestFindings()
        let root = ManifestTree.read(bytes, file: file, findings: findings)
        var template: StatementTemplate?
        if let root {
            template = TemplateReading(findings: findings, file: file).read(root)
        } else if findings.problems.isEmpty {
            findings.add(ManifestPlace(file: file, line: nil), .shape(.missingKey("template")))
        }
        let problems = findings.problems.sorted { $0.place < $1.place }
        return (problems.isEmpty ? template : nil, problems)
    }
}
