import MedelCore

/// A template that the ledger keeps a copy of, since it decides figures.
///
/// Source: STORE 2.6.
public struct LedgerTemplate: Hashable, Sendable {
    /// What a template is of; raw values stand in rows for ever.
    public enum Kind: String, CaseIterable, Sendable {
        /// The rows of a statement; one of each name holds at a time.
        case statement
        /// The chart of accounts; one holds at a time, whatever its name.
        case chart
        /// The PO rates; one table holds at a time.
        case poRates
    }

    /// The name, such as `balansrakning-2024`.
    public let name: String

    /// What it is of.
    public let kind: Kind

    /// The whole text, as the file had it.
    public let text: String

    /// Names a template.
    public init(name: String, kind: Kind, text: String) {
        self.name = name
        self.kind = kind
        self.text = text
    }

    /// SHA-256 of the text, as sixty-four hexadecimal digits.
    public var digest: String {
        var digest = FileDigest()
        digest.update(Array(text.utf8))
        return digest.finish()
    }
}

/// A template as the ledger keeps it.
struct TemplateBody: DescriptionBody {
    static let kind = DescriptionKind.template

    let schema: Int
    let name: String
    let of: String
    let text: String

    init(_ value: LedgerTemplate) {
        schema = DescriptionForm.current
        name = value.name
        of = value.kind.rawValue
        text = value.text
    }

    var value: LedgerTemplate? {
        LedgerTemplate.Kind(rawValue: of).map {
            LedgerTemplate(name: name, kind: $0, text: text)
        }
    }

    static func code(of value: LedgerTemplate) -> String {
        switch value.kind {
        case .statement: "statement/" + value.name
        case .chart: "chart"
        case .poRates: "poRates"
        }
    }
}
