/// A remark that is printed wherever the figures are that it is about.
public struct SourceNote: Hashable, Sendable {
    /// What a remark is.
    public enum Kind: String, CaseIterable, Sendable {
        /// Not said by the source, assumed for a reason.
        case assumed
        /// Which document says it.
        case source
        /// Anything else worth knowing.
        case remark
    }

    /// What the remark is.
    public let kind: Kind

    /// The remark, in Swedish.
    public let text: String

    /// Makes a remark.
    public init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}
