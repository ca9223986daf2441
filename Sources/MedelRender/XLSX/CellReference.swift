/// A block of cells on a sheet, rows and columns from zero.
struct CellRange: Hashable {
    let sheetName: String
    let firstRow: Int
    let firstColumn: Int
    let lastRow: Int
    let lastColumn: Int

    /// The block as `'Huvudbok'!$A$2:$C$9`.
    var absolute: String {
        let quoted = sheetName.split(separator: "'", omittingEmptySubsequences: false)
        let from = "$\(columnName(firstColumn))$\(firstRow + 1)"
        let to = "$\(columnName(lastColumn))$\(lastRow + 1)"
        return "'\(quoted.joined(separator: "''"))'!" + (from == to ? from : "\(from):\(to)")
    }

    /// The block without its sheet, as `A2:C9`.
    var local: String {
        "\(columnName(firstColumn))\(firstRow + 1):\(columnName(lastColumn))\(lastRow + 1)"
    }
}

/// The letters of a column: 0 is A, 26 is AA.
func columnName(_ place: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(place % 26)))
    return place < 26 ? letter : columnName(place / 26 - 1) + letter
}

/// The name of a sheet that shows part of a listing; sheets after the first carry their number.
///
/// What Excel forbids in the name of a sheet becomes a blank.
func sheetName(_ title: String, number: Int) -> String {
    let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\", "'"]
    let suffix = number == 1 ? "" : " (\(number))"
    var name = String(title.map { forbidden.contains($0) ? " " : $0 })
    name = singleLine(name, unitsMax: ExcelLimits.sheetNameUnitsMax - suffix.utf16.count)
    while name.hasPrefix(" ") { name.removeFirst() }
    if name.isEmpty || name.lowercased() == "history" { name = "Blad" }
    return name + suffix
}
