/// Which book of an association is meant: its own, or that of someone who is paid by it.
///
/// Source: SPEC 11 (`--book association|owner:CODE`).
public enum BookReference: Hashable, Sendable {
    /// The association's own.
    case association
    /// A recipient's.
    case owner(OwnerCode)
}

extension BookReference: CustomStringConvertible {
    /// The book as a command names it: `association` or `owner:CODE`.
    public var description: String {
        switch self {
        case .association: "association"
        case .owner(let code): "owner:" + code.text
        }
    }

    /// Reads `association` or `owner:CODE`.
    ///
    /// - Returns: nil for any other form, or a code that cannot be one.
    public init?(_ text: String) {
        if text == "association" {
            self = .association
            return
        }
        guard text.hasPrefix("owner:"), let code = OwnerCode(String(text.dropFirst(6))) else {
            return nil
        }
        self = .owner(code)
    }
}

extension BookReference: Comparable {
    /// Orders the association's own book first, then by code.
    public static func < (left: BookReference, right: BookReference) -> Bool {
        switch (left, right) {
        case (.association, .owner): true
        case (_, .association): false
        case (.owner(let left), .owner(let right)): left < right
        }
    }
}
