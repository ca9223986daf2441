/// Running text in a part of a document.
public struct Paragraph: Hashable, Sendable {
    /// What a text is there for.
    public enum Kind: String, CaseIterable, Sendable {
        /// Plain text.
        case body
        /// What the part comes to, said first.
        case lead
        /// What the reader is asked to decide, the point of the whole document.
        case proposal
        /// Something that is wrong and must be mended, such as an account that no row takes.
        case warning
        /// A command to copy, on lines of its own.
        case code
    }

    /// What the text is there for.
    public let kind: Kind

    /// The text, in Swedish; a command is as it is typed.
    public let text: String

    /// Words a text.
    public init(_ text: String, _ kind: Kind = .body) {
        self.text = text
        self.kind = kind
    }
}
