import MedelCore

/// The running sums of a table's summed columns.
///
/// Every form takes its sums from here, so that none of them can differ.
public struct Totals: Sendable {
    private struct Sum {
        let place: Int
        var value: Int128 = 0
        var isKnown = true
    }

    private let columns: [Column]
    private var sums: [Sum]

    /// How many rows have been added.
    public private(set) var rowCount = 0

    /// Starts at zero.
    public init(of columns: [Column]) {
        self.columns = columns
        sums = columns.indices.filter { columns[$0].isSummed }.map { Sum(place: $0) }
    }

    /// Adds a row, which must have a cell of the right kind for every column.
    public mutating func add(_ row: Row) {
        precondition(row.cells.count == columns.count, "a row has one cell for each column")
        rowCount += 1
        for index in sums.indices {
            switch row.cells[sums[index].place] {
            case .amount(let money?): sums[index].value += Int128(money.ore)
            case .amount(nil): sums[index].isKnown = false
            case .count(let count): sums[index].value += Int128(count)
            case .empty, .text, .date, .basisPoints: break
            }
        }
    }

    /// Whether any column is summed.
    public var exist: Bool { !sums.isEmpty }

    /// The sums, one cell for each column, empty where a column is not summed.
    ///
    /// - Throws: `TotalsError.outOfRange` with the column whose sum cannot be represented.
    public func cells() throws(TotalsError) -> [Cell] {
        var cells = [Cell](repeating: .empty, count: columns.count)
        for sum in sums { cells[sum.place] = try cell(of: sum) }
        return cells
    }

    private func cell(of sum: Sum) throws(TotalsError) -> Cell {
        let column = columns[sum.place]
        if column.kind == .count {
            guard let count = Int(exactly: sum.value) else {
                throw .outOfRange(column: column.key)
            }
            return .count(count)
        }
        guard sum.isKnown else { return .amount(nil) }
        do {
            return .amount(try Money(exact: sum.value))
        } catch {
            throw .outOfRange(column: column.key)
        }
    }

    /// Remarks on the sums: which of them are not known.
    public var notes: [Note] {
        sums.filter { !$0.isKnown }.map { sum in
            Note("Summan av \(columns[sum.place].title) saknas, eftersom minst ett belopp saknas.")
        }
    }
}

/// Why a table cannot be summed.
public enum TotalsError: Error, Hashable, Sendable {
    /// The sum of the column with this key passes what its kind can hold.
    case outOfRange(column: String)
}
