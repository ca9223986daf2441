import MedelCore
import MedelDocument
import MedelRender
import Testing

extension Document {
    /// The cell of a row and a column of the only table.
    func cell(_ row: String, _ column: String) throws -> Cell {
        let table = try #require(tables.first)
        let place = try #require(table.place(ofColumn: column), "no column \(column)")
        return try #require(table.rows.first { $0.key == row }, "no row \(row)").row.cells[place]
    }

    /// The öre of a cell, nil for one that is not known or empty.
    func ore(_ row: String, _ column: String) throws -> Int64? {
        guard case .amount(let money?) = try cell(row, column) else { return nil }
        return money.ore
    }

    /// The document in a form.
    func bytes(as format: OutputFormat) throws -> [UInt8] {
        var all: [UInt8] = []
        try render(self, as: format, to: .bytes { all += $0 })
        return all
    }

    /// All remarks as one text.
    var remarks: String { notes.map(\.text).joined(separator: "\n") }
}
