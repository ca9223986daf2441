/// A budget year's rows laid out over its months.
///
/// Rows with the same profile are rounded together, both ways and cumulatively: with C(i, k) the
/// exact sum of the first i rows over the first k months, a cell is ΔᵢΔₖ ⌊C + ½⌋ öre. A row's
/// cells therefore sum to the row, and a month's cells to what all the rows together give it. A
/// cell is less than two öre from its exact share and depends on the order of the rows, which is
/// why cells are computed when asked for and never kept.
///
/// Source: SPEC 2, STORE 4.2.
public struct Spread: Hashable, Sendable {
    /// A budget row to lay out.
    public struct Row: Hashable, Sendable {
        /// The row's amount for the whole budget year.
        public let amount: Money

        /// The row's own month weights; nil means those of the budget year.
        public let profile: MonthProfile?

        /// Describes a row.
        public init(_ amount: Money, profile: MonthProfile? = nil) {
            self.amount = amount
            self.profile = profile
        }
    }

    /// The months of the budget year.
    public let months: MonthRange

    /// The cells: a list for each row in order, in it an amount for each month in order.
    public let cells: [[Money]]

    /// Lays out rows that all follow one profile.
    ///
    /// - Throws: `SpreadError.outOfRange` for amounts at the very bound.
    public init(_ amounts: [Money], over profile: MonthProfile) throws(SpreadError) {
        try self.init(rows: amounts.map { Row($0) }, over: profile)
    }

    /// Lays out rows of which some have a profile of their own.
    ///
    /// - Parameters:
    ///   - rows: in their frozen order.
    ///   - profile: the budget year's own, for the rows that state none.
    /// - Throws: `SpreadError` when a row's profile is for other months, or an amount is at the
    ///   very bound.
    public init(rows: [Row], over profile: MonthProfile) throws(SpreadError) {
        months = profile.months
        var groups: [(profile: MonthProfile, places: [Int])] = []
        var known: [MonthProfile: Int] = [:]
        for (place, row) in rows.enumerated() {
            let own = row.profile ?? profile
            guard own.months == profile.months else { throw .otherMonths(row: place) }
            if let group = known[own] {
                groups[group].places.append(place)
            } else {
                known[own] = groups.count
                groups.append((profile: own, places: [place]))
            }
        }
        var cells: [[Money]] = Array(repeating: [], count: rows.count)
        for group in groups {
            try Self.fill(&cells, at: group.places, with: rows, profile: group.profile)
        }
        self.cells = cells
    }

    /// Lays out the rows that share a profile.
    private static func fill(
        _ cells: inout [[Money]],
        at places: [Int],
        with rows: [Row],
        profile: MonthProfile
    ) throws(SpreadError) {
        let weightSum = profile.weightSum
        var above = Array(repeating: Int128(0), count: profile.weights.count)
        var rowsSoFar: Int128 = 0
        for place in places {
            rowsSoFar += Int128(rows[place].amount.ore)
            var weightSoFar: Int128 = 0
            var before: Int128 = 0
            for (month, weight) in profile.weights.enumerated() {
                weightSoFar += Int128(weight)
                let exact = rowsSoFar * weightSoFar
                let corner = Rounding.halfUp.divide(exact, by: weightSum)
                let cell = corner - before - above[month]
                // What the earlier rows have had so far, for the row below.
                above[month] = corner - before
                before = corner
                do { cells[place].append(try Money(exact: cell)) } catch {
                    throw .outOfRange(row: place)
                }
            }
        }
    }
}

/// Why rows cannot be laid out over months.
public enum SpreadError: Error, Hashable, Sendable {
    /// The row's own profile is for other months than the budget year; the place is from zero.
    case otherMonths(row: Int)
    /// A cell of the row would pass the bound of `Money`.
    case outOfRange(row: Int)
}
