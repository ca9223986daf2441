/// A decision's code in its association.
public struct DecisionCode: Hashable, Sendable {
    /// The code as written, never empty.
    public let text: String

    /// Accepts a letter or digit, then letters, digits and `- _ .`, at most 64 bytes.
    ///
    /// - Returns: nil for anything else.
    public init?(_ text: String) {
        guard Code.accepts(text) else { return nil }
        self.text = text
    }
}

extension DecisionCode: Comparable {
    /// Orders as text, the same on every machine.
    public static func < (left: DecisionCode, right: DecisionCode) -> Bool {
        left.text < right.text
    }
}
