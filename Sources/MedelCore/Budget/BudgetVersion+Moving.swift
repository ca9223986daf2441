extension BudgetVersion {
    /// The next version, in which money has been moved.
    ///
    /// Rows that follow a rule keep it and say in their derivation what was moved; what builds on
    /// a row that changes is not computed anew, so that the sum stays what it was.
    ///
    /// - Parameters:
    ///   - moves: moves that `Reallocation.check` has let through.
    ///   - number: the new version's number.
    ///   - date: the day it holds from.
    ///   - recomputation: that the rows were computed anew too; nil when they were not.
    /// - Returns: a revised version with the same sum for each budget year.
    /// - Throws: `ReallocationFault` for a row or year that the budget does not have, and when an
    ///   amount passes the bound.
    public func moving(
        _ moves: [Reallocation.Move],
        number: Int,
        date: Day,
        recomputation: Recomputation? = nil
    ) throws(ReallocationFault) -> BudgetVersion {
        var table = AmountTable(self)
        for move in moves { try table.apply(move) }
        let trail = Reallocation(
            base: reallocation?.base ?? self.number,
            moves: (reallocation?.moves ?? []) + moves
        )
        return BudgetVersion(
            insats: insats,
            number: number,
            kind: .revised,
            date: date,
            years: years,
            rows: rows.enumerated().map { place, row in
                row.with(table.amounts[place], after: moves)
            },
            notes: notes,
            rates: rates,
            decision: decision,
            reallocation: trail,
            recomputation: recomputation
        )
    }

    /// The amounts of each row as they were before money was moved in the version.
    ///
    /// - Throws: `ReallocationFault` when the version's moves are not its own.
    public func amountsBeforeMoves() throws(ReallocationFault) -> [[Money]] {
        var table = AmountTable(self)
        for move in reallocation?.moves ?? [] {
            try table.apply(
                Reallocation.Move(
                    from: move.to,
                    to: move.from,
                    year: move.year,
                    amount: move.amount
                )
            )
        }
        return table.amounts
    }
}

extension BudgetRow {
    /// The row with other amounts, and a derivation that says what was moved.
    fileprivate func with(_ amounts: [Money], after moves: [Reallocation.Move]) -> BudgetRow {
        var texts = derivation?.texts ?? []
        for move in moves where texts.indices.contains(move.year - 1) {
            if move.from == code {
                texts[move.year - 1] += "; " + DerivationText.moved(-move.amount, with: move.to)
            } else if move.to == code {
                texts[move.year - 1] += "; " + DerivationText.moved(move.amount, with: move.from)
            }
        }
        return BudgetRow(
            code: code,
            category: category,
            label: label,
            recipient: recipient,
            amounts: amounts,
            derivation: derivation.map {
                Derivation(rule: $0.rule, rounding: $0.rounding, texts: texts)
            }
        )
    }
}
