import MedelDocument

// Where a table's cells stand, for formulas.
extension DocumentPage {
    /// The sheet that holds each of the table's columns.
    var sheetNames: [Int: String] {
        var names: [Int: String] = [:]
        for plan in plans {
            for part in plan.parts where part.table.key == table.key {
                for place in table.places(in: part.block) where names[place] == nil {
                    names[place] = plan.name
                }
            }
        }
        return names
    }

    var references: FormulaText {
        FormulaText(
            table: table,
            firstRow: firstRow,
            sheetName: sheet.name,
            columns: Dictionary(
                uniqueKeysWithValues: places.enumerated().map { ($1, $0) }
            ),
            others: sheetNames,
            placeOnOther: { place in
                let other = table.blocks.first { table.places(in: $0).contains(place) }
                return other.flatMap { table.places(in: $0).firstIndex(of: place) }
            }
        )
    }
}
