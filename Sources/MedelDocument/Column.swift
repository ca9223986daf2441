/// A column of a table: what its cells hold and how wide they are meant to be.
public struct Column: Hashable, Sendable {
    /// What a column's cells hold; the words are those of the JSON form.
    ///
    /// Source: STORE 4.4.
    public enum Kind: String, CaseIterable, Sendable {
        /// Money.
        case amount
        /// Text that people wrote.
        case text
        /// A date.
        case date
        /// A whole number of things.
        case count
        /// A share in hundredths of a percent.
        case basisPoints
    }

    /// The name that machines know the column by, unique in its table.
    public let key: String

    /// The name that people read, in Swedish.
    public let title: String

    /// What the cells hold.
    public let kind: Kind

    /// The width in characters that most cells fit in.
    public let width: Int

    /// Whether a sum stands below the column.
    public let isSummed: Bool

    /// Describes a column.
    ///
    /// - Parameters:
    ///   - key: ASCII letters, digits, underscores and points, since it becomes a name in Excel.
    ///   - title: the heading that people read.
    ///   - kind: what the cells hold.
    ///   - width: in characters, 1 to 200.
    ///   - isSummed: true only for amounts and counts.
    public init(key: String, title: String, kind: Kind, width: Int, isSummed: Bool = false) {
        precondition(!key.isEmpty && key.utf8.allSatisfy(isNameByte), "key is an ASCII name")
        precondition((1...200).contains(width), "width is 1 to 200 characters")
        precondition(!isSummed || kind == .amount || kind == .count, "only numbers are summed")
        self.key = key
        self.title = title
        self.kind = kind
        self.width = width
        self.isSummed = isSummed
    }

    /// Whether a cell may stand in the column: one of its kind, or an empty one.
    public func accepts(_ cell: Cell) -> Bool {
        switch cell {
        case .empty: true
        case .amount: kind == .amount
        case .text: kind == .text
        case .date: kind == .date
        case .count: kind == .count
        case .basisPoints: kind == .basisPoints
        }
    }
}

/// Whether a byte may stand in a name that machines use.
func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
}
