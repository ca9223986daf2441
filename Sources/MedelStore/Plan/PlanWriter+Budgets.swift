import MedelCore

extension PlanWriter {
    /// Writes budgets whose content the ledger does not have, and the last of a kind again when
    /// another has become the ledger's latest, so that the latest of each kind is the plan's last.
    ///
    /// What was kept counts: a version whose rules would give something else today, since a PO
    /// rate has been replaced, stays as it is. Only an insats's last budget is computed anew, and
    /// what the board has granted then becomes a revised version.
    mutating func write(budgets: [BudgetVersion]) throws {
        let stored = try Ledger.values(BudgetBody.self, in: database)
        let byInsats = Dictionary(grouping: budgets, by: \.insats).sorted { $0.key < $1.key }
        for (insats, inFolder) in byInsats {
            var known = stored.filter { $0.insats == insats }.sorted { $0.number < $1.number }
            let planned = settled(inFolder, known)
            for budget in planned where !known.contains(where: { $0.hasContent(of: budget) }) {
                known += try add(budget, after: known)
            }
            for kind in BudgetVersion.Kind.allCases {
                guard let last = planned.last(where: { $0.kind == kind }),
                    let latest = known.last(where: { $0.kind == kind && $0.reallocation == nil }),
                    !latest.hasContent(of: last)
                else { continue }
                known += try add(last, after: known)
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
            let isRecomputed = twins.contains { !$0.hasContent(of: kept.of($0.kind)) }
            guard budget.kind == .granted, isRecomputed || !kept.hasContent(of: budget) else {
                return budget
            }
            return budget.of(.revised)
        }
    }

    /// Adds a version, and after one that takes the place of a version in which money has been
    /// moved, another with the same moves.
    private mutating func add(
        _ budget: BudgetVersion,
        after known: [BudgetVersion]
    ) throws -> [BudgetVersion] {
        let number = (known.map(\.number).max() ?? 0) + 1
        let alike = known.filter { $0.kind == budget.kind }
        let added = try add(
            budget.numbered(number),
            isFirst: alike.isEmpty,
            after: alike.last { $0.reallocation == nil }
        )
        guard let moved = known.last, let trail = moved.reallocation,
            known.contains(where: { $0.number == trail.base && $0.isMadeAs(budget) })
        else { return [added] }
        let again = try added.moving(
            trail.moves,
            number: number + 1,
            date: max(moved.date, added.date)
        )
        return [added, try add(again, isFirst: false)]
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

extension BudgetVersion {
    /// Whether another version says the same, whatever its number.
    fileprivate func hasContent(of other: BudgetVersion) -> Bool {
        numbered(1) == other.numbered(1)
    }

    /// Whether the version came from the same words of a manifest as another, rules among them,
    /// whatever their amounts are and whether a granted one has been computed anew.
    fileprivate func isMadeAs(_ other: BudgetVersion) -> Bool {
        let kinds = [kind, other.kind]
        let isSameKind = kind == other.kind || !kinds.contains(.applied)
        return isSameKind && reallocation == nil && other.reallocation == nil
            && rows.contains { $0.derivation != nil } && date == other.date && years == other.years
            && notes == other.notes && decision == other.decision
            && rows.map(\.plan) == other.rows.map(\.plan)
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
            reallocation: reallocation
        )
    }
}
