import TestSupport
import Testing

/// Holds every formula's stored value against what was calculated anew; counts them.
@discardableResult
func expectRecalculated(
    _ written: ReadWorkbook.Sheet,
    as rows: [[String]],
    _ name: String = ""
) throws -> Int {
    var count = 0
    for (reference, cell) in written.cells {
        guard cell.formula != nil, case .number(let digits) = cell.value else { continue }
        let (row, column) = try cellPlace(reference)
        guard row < rows.count, column < rows[row].count else {
            Issue.record("\(name): no \(reference) on \(written.name)")
            continue
        }
        let field = rows[row][column].replacing(",", with: ".")
            .replacing("\u{2212}", with: "-")
        let isShare = field.hasSuffix("%")
        let shown = Double(field.replacing("%", with: "")) ?? .nan
        let value = try #require(Double(digits)) * (isShare ? 100 : 1)
        #expect(abs(shown - value) < 0.006, "\(name) \(reference): \(cell.formula ?? "")")
        count += 1
    }
    return count
}

/// Row and column from zero of a cell such as `AB7`.
func cellPlace(_ reference: String) throws -> (Int, Int) {
    let column = reference.prefix { $0.isLetter }.unicodeScalars.reduce(0) {
        $0 * 26 + Int($1.value) - 64
    }
    return (try #require(Int(reference.drop { $0.isLetter })) - 1, column - 1)
}
