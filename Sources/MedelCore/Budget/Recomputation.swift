/// That the rows of a budget's rules were computed anew since a PO rate had been replaced.
///
/// Nobody has decided anything: the version takes the place of one whose manifest says the same.
///
/// Source: SPEC 3 (budget), GUIDE 11 (preliminary rate replaced in December).
public struct Recomputation: Hashable, Sendable {
    /// A rate that is another than it was; nil where only one of the versions uses it.
    public struct RateChange: Hashable, Sendable {
        /// In the version that it was computed anew from.
        public let before: PORate?
        /// In the new version.
        public let after: PORate?

        /// Pairs the rates of a sector and year.
        public init(before: PORate?, after: PORate?) {
            self.before = before
            self.after = after
        }
    }

    /// The number of the version that it takes the place of.
    public let base: Int

    /// The day that the manifest gives the budget; the version itself holds from when it was
    /// computed.
    public let statedDate: Day

    /// The day by which it goes before or after other versions: that of the one it replaces.
    public let rank: Day

    /// The rates that changed, in order of year and sector.
    public let rates: [RateChange]

    /// Describes a recomputation.
    public init(base: Int, statedDate: Day, rank: Day, rates: [RateChange]) {
        self.base = base
        self.statedDate = statedDate
        self.rank = rank
        self.rates = rates
    }
}

extension Recomputation {
    /// What has become of the rates between two versions.
    public static func changes(from old: [PORate], to new: [PORate]) -> [RateChange] {
        func twin(of rate: PORate, in rates: [PORate]) -> PORate? {
            rates.first { $0.sector == rate.sector && $0.year == rate.year }
        }
        let kept = new.map { RateChange(before: twin(of: $0, in: old), after: $0) }
        let gone = old.filter { twin(of: $0, in: new) == nil }
            .map { RateChange(before: $0, after: nil) }
        return (kept + gone).filter { $0.before != $0.after }
    }
}

extension BudgetVersion {
    /// The version as one that was computed anew.
    ///
    /// - Parameters:
    ///   - base: the version that it takes the place of; its moves are made again.
    ///   - number: the new version's number.
    ///   - day: when it is computed.
    /// - Returns: a version that holds from that day.
    /// - Throws: `ReallocationFault` when a move cannot be made on the new amounts.
    public func recomputed(
        from base: BudgetVersion,
        number: Int,
        on day: Day
    ) throws(ReallocationFault) -> BudgetVersion {
        let recomputation = Recomputation(
            base: base.number,
            statedDate: date,
            rank: base.rank,
            rates: Recomputation.changes(from: base.rates, to: rates)
        )
        let version = BudgetVersion(
            insats: insats,
            number: number,
            kind: kind,
            date: max(day, base.date),
            years: years,
            rows: rows,
            notes: notes,
            rates: rates,
            decision: decision,
            reallocation: base.reallocation.map { Reallocation(base: $0.base, moves: []) },
            recomputation: recomputation
        )
        guard let trail = base.reallocation else { return version }
        return try version.moving(
            trail.moves,
            number: number,
            date: version.date,
            recomputation: recomputation
        )
    }

    /// The version as its rules give it with other rates, before any move.
    ///
    /// - Parameters:
    ///   - rates: a rate for each sector and year that the version uses.
    ///   - day: the day that whoever wrote the budget gave it.
    /// - Returns: a version under the same number; what was granted is revised, since nobody has
    ///   decided the new amounts.
    /// - Throws: `ReallocationFault.outOfRange` when a rule no longer gives an amount.
    public func stated(
        with rates: [PORate],
        on day: Day
    ) throws(ReallocationFault) -> BudgetVersion {
        let plans = zip(rows, try amountsBeforeMoves()).map { row, amounts in
            BudgetRowPlan(
                code: row.code,
                category: row.category,
                label: row.label,
                recipient: row.recipient,
                content: row.derivation.map { .rule($0.rule, $0.rounding) } ?? .amounts(amounts)
            )
        }
        let evaluation = BudgetEvaluation(plans, years: years, rates: PORateTable(rates))
        guard let rows = evaluation.rows else { throw .outOfRange }
        return BudgetVersion(
            insats: insats,
            number: number,
            kind: kind == .applied ? .applied : .revised,
            date: day,
            years: years,
            rows: rows,
            notes: notes,
            rates: evaluation.rates,
            decision: decision
        )
    }

    /// The day by which the version goes before or after others, then its number.
    var rank: Day { recomputation?.rank ?? date }
}

extension Sequence<BudgetVersion> {
    /// The version that goes before the others, whatever their kind.
    public var latest: BudgetVersion? {
        self.max { ($0.rank, $0.number) < ($1.rank, $1.number) }
    }
}
