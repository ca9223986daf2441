/// What every code that people choose has in common.
enum Code {
    /// The longest code, in UTF-8 bytes.
    static let bytesMax = 64

    /// Whether the text can be a code: a letter or digit, then letters, digits and `- _ .`.
    ///
    /// It can then stand in a command, a web path and a file name as it is.
    static func accepts(_ text: String) -> Bool {
        guard let first = text.first, text.utf8.count <= bytesMax else { return false }
        guard first.isLetter || first.isNumber else { return false }
        return text.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
    }
}

/// An insats's code in its association, such as `KRUS`.
public struct InsatsCode: Hashable, Sendable {
    /// The code as written, never empty.
    public let text: String

    /// Accepts a letter or digit, then letters, digits and `- _ .`, at most 64 bytes, but not the
    /// word `total`, which sheets use for a row of their own.
    ///
    /// - Returns: nil for anything else.
    public init?(_ text: String) {
        guard Code.accepts(text), text != "total" else { return nil }
        self.text = text
    }
}

extension InsatsCode: Comparable {
    /// Orders as text, the same on every machine.
    public static func < (left: InsatsCode, right: InsatsCode) -> Bool {
        left.text < right.text
    }
}

extension InsatsCode: CustomStringConvertible {
    /// The code as written.
    public var description: String { text }
}

/// A recipient's code in its association, such as `OSKARSHAMN`: the owner of a book.
public struct OwnerCode: Hashable, Sendable {
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

extension OwnerCode: Comparable {
    /// Orders as text, the same on every machine.
    public static func < (left: OwnerCode, right: OwnerCode) -> Bool {
        left.text < right.text
    }
}

extension OwnerCode: CustomStringConvertible {
    /// The code as written.
    public var description: String { text }
}
