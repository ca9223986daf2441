public import MedelCore

/// What is wrong with a template.
public enum TemplateReason: Hashable, Sendable {
    /// A name or key with other letters than a–z, digits and hyphen.
    case badKey(String)
    /// A key that reports use for rows of their own.
    case reservedKey(String)
    /// A key or prefix stands twice.
    case repeated(String, first: ManifestPlace)
    /// A sum refers to a row that does not stand above it.
    case rowNotAbove(String)
    /// A kind of row that the statement does not have.
    case notInStatement(String)
    /// A last sum that the statement must end in.
    case totalMissing(StatementLayout.Total)
    /// No account begins so.
    case badPrefix(String)
    /// The first year is later than the last.
    case yearsReversed(from: Int, through: Int)
    /// The file holds neither rows of a statement, accounts nor PO rates, or more than one.
    case noContent

    /// What is wrong and what to write instead, in Swedish.
    var swedish: String {
        switch self {
        case .badKey(let key):
            "«\(key)» kan inte vara ett namn här. Skriv små bokstäver a–z, siffror och bindestreck."
        case .reservedKey(let key):
            "«\(key)» används av rapporten själv. Välj en annan nyckel."
        case .repeated(let key, let first):
            "«\(key)» står redan i \(first). Ta bort den ena eller ändra den."
        case .rowNotAbove(let key):
            "Raden «\(key)» står inte ovanför summan. Kontrollera nyckeln och ordningen."
        case .notInStatement(let word):
            "«\(word)» hör inte till den här räkningen. Ta bort raden eller ändra statement."
        case .totalMissing(let total):
            "Raden med «total: \(total.rawValue)» saknas, eller står mer än en gång. Skriv den "
                + "exakt en gång."
        case .badPrefix(let text):
            "«\(text)» kan inget konto börja med. Skriv siffror, som \"35\"."
        case .yearsReversed(let first, let last):
            "Första året \(first) är senare än det sista, \(last). Byt plats på dem."
        case .noContent:
            "Mallen ska ha en av rows (en räkning), accounts (en kontoplan) och poRates "
                + "(PO-pålägg)."
        }
    }
}
