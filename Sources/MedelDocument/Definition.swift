/// A term and what it means.
public struct Definition: Hashable, Sendable {
    /// The term as the columns have it.
    public let term: String

    /// What it means, in Swedish.
    public let text: String

    /// Explains a term.
    public init(_ term: String, _ text: String) {
        self.term = term
        self.text = text
    }
}
