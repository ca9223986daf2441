/// A row of a table with its place among the others.
public struct TableRow: Hashable, Sendable {
    /// How much a row stands out.
    public enum Emphasis: String, CaseIterable, Sendable {
        /// One among others.
        case body
        /// A title above the rows that follow, without values.
        case heading
        /// The sum of some rows, which a later sum leaves out.
        case subtotal
        /// The sum of the table.
        case total
        /// Something worth seeing that no sum holds.
        case memo
    }

    /// The key and the cells.
    public let row: Row

    /// How far the row's name is set in, from zero.
    public let level: Int

    /// How much the row stands out.
    public let emphasis: Emphasis

    /// Cells that follow from others, by the column's key.
    public let formulas: [String: Formula]

    /// Puts a row together.
    public init(
        key: String,
        cells: [Cell],
        level: Int = 0,
        emphasis: Emphasis = .body,
        formulas: [String: Formula] = [:]
    ) {
        row = Row(key: key, cells: cells)
        self.level = level
        self.emphasis = emphasis
        self.formulas = formulas
    }

    /// What names the row in its table.
    public var key: String { row.key }
}
