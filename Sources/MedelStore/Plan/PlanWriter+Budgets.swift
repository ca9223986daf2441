import MedelCore

extension PlanWriter {
    /// Writes budgets whose content the ledger does not have, and the last of a kind again when
    /// another has become the ledger's latest, so that the latest of each kind is the plan's last.
    ///
    /// What was kept counts: a version whose rules would give something else today, since a PO
    /// rate has been replaced, stays as it is. Only an insats's last budget is computed anew, and
    /// what the board has granted then becomes a revised version, which holds from the day of the
    /// operation and in which what had been moved is moved again.
    mutating func write(budgets: [BudgetVersion]) throws {
        let stored = try Ledger.values(BudgetBody.self, in: database)
        let byInsats = Dictionary(grouping: budgets, by: \.insats).sorted { $0.key < $1.key }
        for (insats, inFolder) in byInsats {
            var known = stored.filter { $0.insats == insats }.sorted { $0.number < $1.number }
            let planned = settled(inFolder, known)
            for budget in planned where !known.contains(where: { $0.says(budget) }) {
                known.append(try add(budget, after: known))
            }
            for kind in BudgetVersion.Kind.allCases {
                guard let last = planned.last(where: { $0.kind == kind }),
                    let latest = known.last(where: { $0.kind == kind && $0.isFromManifest }),
                    !latest.says(last)
                else { continue }
                known.append(try add(last, after: known))
            }
        }
    }

    /// The folder's budgets of an insats, with what is kept in place of what its rules would give
    /// today.
    private func settled(
        _ inFolder: [BudgetVersion],
        _ known: [BudgetVersion]
    ) -> [BudgetVersion] {
        inFolder.enumerated().map { place, budget in
            let twins = known.filter { $0.isMadeAs(budget) }
            let alike = twins.filter { $0.kind == budget.kind }
            guard let kept = alike.first, let latest = alike.last else { return budget }
            if place < inFolder.count - 1 { return latest }
            let isRecomputed = twins.contains { $0.statement != kept.statement }
            guard budget.kind == .granted, isRecomputed || kept.statement != budget.statement else {
                return budget
            }
            return budget.of(.revised)
        }
    }

    /// Adds a version; one that takes the place of another with the same words is computed anew
    /// from what holds of that.
    private mutating func add(
        _ budget: BudgetVersion,
        after known: [BudgetVersion]
    ) throws -> BudgetVersion {
        let number = (known.map(\.number).max() ?? 0) + 1
        let alike = known.filter { $0.kind == budget.kind }
        let replaced = alike.last { $0.reallocation == nil }
        guard let twin = known.last(where: { $0.isMadeAs(budget) }),
            twin.statement != budget.statement
        else {
            return try add(budget.numbered(number), isFirst: alike.isEmpty, after: replaced)
        }
        let isMoved = known.last?.reallocation.map { trail in
            known.contains { $0.number == trail.base && $0.isMadeAs(budget) }
        }
        let base = isMoved == true ? known.last ?? twin : twin
        return try add(
            try budget.recomputed(from: base, number: number, on: day),
            isFirst: alike.isEmpty,
            after: replaced
        )
    }

    /// Adds a version under its number, in the place of another of its kind.
    @discardableResult
    mutating func add(
        _ budget: BudgetVersion,
        isFirst: Bool,
        after before: BudgetVersion? = nil
    ) throws -> BudgetVersion {
        let replaced = try before.map { version in
            try replacesEntry(BudgetBody.kind, BudgetBody.code(of: version), 1)
        }
        try insert(BudgetBody.self, budget, version: 1)
        comparison.changes.append(
            PlanChange(
                subject: .budget(budget.insats, number: budget.number, budget.kind),
                action: isFirst ? .added : .changed(version: budget.number),
                replacesEntry: replaced ?? false
            )
        )
        return budget
    }
}

/// What a manifest says of a budget: no number, no moves, and no words on how amounts came about,
/// which may be put better in a later program.
private struct BudgetStatement: Hashable {
    struct Row: Hashable {
        let code: BudgetRowCode
        let category: CostCategoryCode?
        let label: String
        let recipient: OwnerCode?
        let rule: BudgetRule?
        let rounding: RowRounding?

        /// Nil where only the words count and a rule gives the amounts.
        let amounts: [Money]?
    }

    let date: Day
    let years: [BudgetYear]
    let notes: [SourceNote]
    let decision: DecisionCode?
    let rows: [Row]
    let rates: [PORate]

    /// The same without what follows from rules and rates.
    var words: BudgetStatement {
        BudgetStatement(
            date: date,
            years: years,
            notes: notes,
            decision: decision,
            rows: rows.map { row in
                Row(
                    code: row.code,
                    category: row.category,
                    label: row.label,
                    recipient: row.recipient,
                    rule: row.rule,
                    rounding: row.rounding,
                    amounts: row.rule == nil ? row.amounts : nil
                )
            },
            rates: []
        )
    }
}

extension BudgetVersion {
    /// Whether the version came from a manifest, perhaps computed anew, and not from a move alone.
    fileprivate var isFromManifest: Bool { reallocation == nil || recomputation != nil }

    fileprivate var statement: BudgetStatement {
        // Moves of a version that was kept are its own.
        let amounts = (try? amountsBeforeMoves()) ?? rows.map(\.amounts)
        return BudgetStatement(
            date: recomputation?.statedDate ?? date,
            years: years,
            notes: notes,
            decision: decision,
            rows: zip(rows, amounts).map { row, amounts in
                BudgetStatement.Row(
                    code: row.code,
                    category: row.category,
                    label: row.label,
                    recipient: row.recipient,
                    rule: row.derivation?.rule,
                    rounding: row.derivation?.rounding,
                    amounts: amounts
                )
            },
            rates: rates
        )
    }

    /// Whether another version says the same, whatever its number.
    fileprivate func says(_ other: BudgetVersion) -> Bool {
        kind == other.kind && isFromManifest && other.isFromManifest
            && statement == other.statement
    }

    /// Whether the version came from the same words of a manifest as another, rules among them,
    /// whatever their amounts are and whether a granted one has been computed anew.
    fileprivate func isMadeAs(_ other: BudgetVersion) -> Bool {
        let isSameKind = kind == other.kind || ![kind, other.kind].contains(.applied)
        return isSameKind && isFromManifest && other.isFromManifest
            && rows.contains { $0.derivation != nil }
            && statement.words == other.statement.words
    }

    fileprivate func numbered(_ number: Int) -> BudgetVersion { copy(number: number, kind: kind) }

    /// The version as one of another kind.
    fileprivate func of(_ kind: Kind) -> BudgetVersion { copy(number: number, kind: kind) }

    private func copy(number: Int, kind: Kind) -> BudgetVersion {
        BudgetVersion(
            insats: insats,
            number: number,
            kind: kind,
            date: date,
            years: years,
            rows: rows,
            notes: notes,
            rates: rates,
            decision: decision,
            reallocation: reallocation,
            recomputation: recomputation
        )
    }
}
