/// The amounts of a version while moves are tried on them.
struct AmountTable {
    private let places: [BudgetRowCode: Int]
    private(set) var amounts: [[Money]]

    init(_ version: BudgetVersion) {
        var places: [BudgetRowCode: Int] = [:]
        for (place, row) in version.rows.enumerated() { places[row.code] = place }
        self.places = places
        amounts = version.rows.map(\.amounts)
    }

    /// The amount of a row in a budget year counted from one.
    func amount(of row: BudgetRowCode, year: Int) -> Money? {
        guard let place = places[row], amounts[place].indices.contains(year - 1) else { return nil }
        return amounts[place][year - 1]
    }

    mutating func apply(_ move: Reallocation.Move) throws(ReallocationFault) {
        try add(-move.amount, to: move.from, year: move.year)
        try add(move.amount, to: move.to, year: move.year)
    }

    func change(
        of row: BudgetRowCode,
        year: Int,
        since version: BudgetVersion
    ) throws(ReallocationFault) -> Money {
        let before = AmountTable(version).amount(of: row, year: year) ?? .zero
        do {
            return try (amount(of: row, year: year) ?? .zero) - before
        } catch {
            throw .outOfRange
        }
    }

    private mutating func add(
        _ amount: Money,
        to row: BudgetRowCode,
        year: Int
    ) throws(ReallocationFault) {
        guard let place = places[row] else { throw .unknownRow(row) }
        guard amounts[place].indices.contains(year - 1) else {
            throw .unknownYear(year, count: amounts[place].count)
        }
        do {
            amounts[place][year - 1] = try amounts[place][year - 1] + amount
        } catch {
            throw .outOfRange
        }
    }
}
