/// A remark that belongs to a table and stands below it.
public struct Note: Hashable, Sendable {
    /// The remark, in Swedish.
    public let text: String

    /// Words a remark.
    public init(_ text: String) { self.text = text }
}
