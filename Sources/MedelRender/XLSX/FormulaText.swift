import MedelCore
import MedelDocument

/// Formulas of a table in the words of Excel.
///
/// Kronor are rounded to the öre, since Excel adds binary fractions.
struct FormulaText {
    let table: Table

    /// The row of the sheet where the table's rows begin.
    let firstRow: Int

    /// The sheet that the formula stands on.
    let sheetName: String

    /// Where the table's columns stand on this sheet.
    let columns: [Int: Int]

    /// The sheets that hold the other columns.
    let others: [Int: String]

    /// Where a column stands on the sheet that holds it.
    let placeOnOther: (Int) -> Int?

    /// The formula with its equals sign.
    ///
    /// - Returns: nil when there is nothing to refer to.
    func text(_ formula: Formula, row: TableRow, column: Int) -> String? {
        guard let ownRow = table.place(ofRow: row.key) else { return nil }
        switch formula {
        case .sum(let keys): return sum(of: keys, column).map { "=ROUND(\($0),2)" }
        case .percent(let percent):
            return sum(of: percent.rows, column).map { "=" + text(percent, of: $0) }
        case .columns(let keys):
            let cells = keys.compactMap { cell($0, ownRow) }
            return cells.isEmpty ? nil : "=ROUND(SUM(\(cells.joined(separator: ","))),2)"
        case .difference(let whole, let part):
            guard let whole = cell(whole, ownRow), let part = cell(part, ownRow) else { return nil }
            return "=ROUND(\(whole)-\(part),2)"
        case .rowDifference(let whole, let part):
            guard let whole = table.place(ofRow: whole).flatMap({ range(column, $0...$0) }),
                let part = table.place(ofRow: part).flatMap({ range(column, $0...$0) })
            else { return nil }
            return "=ROUND(\(whole)-\(part),2)"
        case .share(let part, let whole):
            guard let part = cell(part, ownRow), let whole = cell(whole, ownRow) else { return nil }
            return "=IF(\(whole)=0,0,ROUND(\(part)/\(whole),4))"
        case .cell(let other, let key):
            return table.place(ofRow: other).flatMap { cell(key, $0) }.map { "=\($0)" }
        }
    }

    /// The sum of a column's rows.
    private func sum(of keys: [String], _ column: Int) -> String? {
        let places = keys.compactMap { table.place(ofRow: $0) }.sorted()
        let ranges = runs(places).compactMap { range(column, $0) }
        return ranges.isEmpty ? nil : "SUM(\(ranges.joined(separator: ",")))"
    }

    /// A percentage reckoned in whole öre, which a binary fraction holds exactly.
    private func text(_ percent: Formula.Percent, of sum: String) -> String {
        let unit = percent.rounding.unit.ore
        let dividend = "ROUND(\(sum)*100,0)*\(percent.rule.rate.basisPoints)"
        let steps = "\(dividend)/\(Int64(percent.rule.divisor) * unit)"
        let whole =
            switch percent.rounding.rule {
            case .halfAwayFromZero: "ROUND(\(steps),0)"
            case .halfUp: "INT(\(steps)+0.5)"
            case .down: "TRUNC(\(steps),0)"
            case .floor: "INT(\(steps))"
            case .ceiling: "-INT(-(\(steps)))"
            }
        let kronor = unit < 100 ? "\(whole)/\(100 / unit)" : "\(whole)*\(unit / 100)"
        guard let cap = percent.cap else { return kronor }
        let limit = AmountText.machine.text(cap < .zero ? -cap : cap)
        return "MIN(\(limit),MAX(-\(limit),\(kronor)))"
    }

    private func cell(_ key: String, _ row: Int) -> String? {
        table.place(ofColumn: key).flatMap { range($0, row...row) }
    }

    private func range(_ column: Int, _ rows: ClosedRange<Int>) -> String? {
        let isHere = columns[column] != nil
        guard let place = columns[column] ?? placeOnOther(column) else { return nil }
        let range = CellRange(
            sheetName: isHere ? sheetName : others[column] ?? sheetName,
            firstRow: firstRow + rows.lowerBound,
            firstColumn: place,
            lastRow: firstRow + rows.upperBound,
            lastColumn: place
        )
        guard isHere else { return range.absolute }
        return rows.count == 1
            ? columnName(place) + String(range.firstRow + 1) : range.local
    }

    /// Places in order as ranges without gaps.
    private func runs(_ places: [Int]) -> [ClosedRange<Int>] {
        var ranges: [ClosedRange<Int>] = []
        for place in places {
            if let last = ranges.last, last.upperBound + 1 == place {
                ranges[ranges.count - 1] = last.lowerBound...place
            } else {
                ranges.append(place...place)
            }
        }
        return ranges
    }
}
