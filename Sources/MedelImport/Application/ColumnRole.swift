import MedelCore

/// What the heading of a column without a year says that its figures are.
enum ColumnRole {
    /// A number of things, hours or posts, or a share.
    case quantity
    /// The price of one, or of one month.
    case price
    /// What the row costs.
    case amount

    init?(_ name: String) {
        let words = name.split { !($0.isLetter || $0.isNumber || $0 == "%") }
            .map { $0 == "%" ? "%" : ApplicationWords.core($0) }
        let has = { (stems: [String]) in
            words.contains { word in stems.contains { word.hasPrefix($0) } }
        }
        let isOne = words.first == "a" || has(["pris", "timlon", "manadslon", "styck"])
        let isPerOne =
            words.contains("st") || words.contains("per") || words.contains("/")
            || name.contains("/")
        if words.contains("ar"), has(["per", "arskostn", "kostn", "belopp"]) {
            self = .amount
        } else if isOne || isPerOne {
            self = .price
        } else if has(["antal", "timm", "tim", "omfattn", "tjanst", "manader", "andel", "%"]) {
            self = .quantity
        } else if has(["belopp", "summa", "totalt", "total", "kostnad", "kronor", "kr", "budget"]) {
            self = .amount
        } else {
            return nil
        }
    }

    /// The column of what rows cost, where the others are numbers and prices.
    ///
    /// - Parameters:
    ///   - names: what the heading calls the columns; empty when it does not name them all.
    ///   - rows: rows with a figure in each column.
    /// - Returns: the column's place; nil when more than one may be it.
    static func amount(_ names: [String], _ rows: [[Money]]) -> Int? {
        let roles = names.map { ColumnRole($0) }
        let amounts = roles.indices.filter { roles[$0] == .amount }
        if names.count > 1, !roles.contains(nil), amounts.count == 1 { return amounts[0] }
        // Without names, a number times a price is known by its product.
        guard rows.count > 1, let count = rows.first?.count, count == 3 else { return nil }
        return rows.allSatisfy { isProduct($0.map(Optional.init), 2) } ? 2 : nil
    }

    /// Whether the figure at a place is the two others multiplied.
    static func isProduct(_ row: [Money?], _ place: Int) -> Bool {
        let factors = row.indices.filter { $0 != place }.map { row[$0] }
        guard factors.count == 2, let first = factors[0], let second = factors[1],
            let product = row[place]
        else { return false }
        // The number was read in the table's unit too, so that the product has the unit twice.
        let found = Int128(first.ore) * Int128(second.ore)
        return [WrittenUnit.krona, .thousand, .million].contains { unit in
            found == Int128(product.ore) * Int128(unit.ore)
        }
    }
}
