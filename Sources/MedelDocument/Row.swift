/// A row of a table.
public struct Row: Hashable, Sendable {
    /// What names the row in its table, so that machines can follow it from one time to the next.
    public let key: String

    /// One cell for each column, in the columns' order.
    public let cells: [Cell]

    /// Puts cells in a row.
    public init(key: String, cells: [Cell]) {
        self.key = key
        self.cells = cells
    }
}
