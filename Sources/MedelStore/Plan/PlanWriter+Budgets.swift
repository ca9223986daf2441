import MedelCore

extension PlanWriter {
    /// Writes budgets whose words the ledger does not have, and the last of a kind again when a
    /// later statement has taken its place; then what is in force is computed anew when a PO rate
    /// has been replaced.
    ///
    /// What was kept counts: a version whose rules would give something else today stays as it is.
    /// What the board has granted becomes a revised version, which holds from the day of the
    /// operation and in which what had been moved is moved again. A closed insats is left alone.
    mutating func write(budgets: [BudgetVersion], decisions: [Decision]) throws {
        let stored = try Ledger.values(BudgetBody.self, in: database)
        let loaded = try codesLoaded(of: BudgetBody.kind)
        let decided = try Ledger.values(DecisionBody.self, in: database) + decisions
        let byInsats = Dictionary(grouping: budgets, by: \.insats).sorted { $0.key < $1.key }
        for (insats, inFolder) in byInsats {
            let own = stored.filter { $0.insats == insats }
            var lineage = BudgetLineage(
                own,
                loaded: Set(own.filter { loaded.contains(BudgetBody.code(of: $0)) }.map(\.number))
            )
            let before = ratesBefore(inFolder, in: lineage)
            try state(inFolder, in: &lineage)
            guard decided.closing(of: insats, by: day) == nil else { continue }
            try recompute(inFolder, in: &lineage, ratesBefore: before)
        }
    }

    /// The rates that were used when what comes now was taken last.
    private func ratesBefore(
        _ inFolder: [BudgetVersion],
        in lineage: BudgetLineage
    ) -> PORateTable {
        if isLoading { return lineage.ratesLoaded }
        let twins = lineage.versions.filter { version in
            inFolder.contains { lineage.origin(of: version).isStated(as: $0) }
        }
        return PORateTable(latest: twins.map(\.rates))
    }

    /// Writes statements that are new, so that the last of each kind is the last that came in
    /// here; what a command has stated since an unchanged folder was loaded holds.
    private mutating func state(
        _ inFolder: [BudgetVersion],
        in lineage: inout BudgetLineage
    ) throws {
        for budget in inFolder
        where !lineage.statements.contains(where: { $0.isStated(as: budget) }) {
            try add(statement: budget, in: &lineage)
        }
        for kind in BudgetVersion.Kind.allCases {
            guard let last = inFolder.last(where: { $0.kind == kind }),
                let latest = lineage.statements.last(where: { $0.kind == kind }),
                !latest.isStated(as: last)
            else { continue }
            if isLoading, lineage.statementsSinceLoad(of: kind).contains(where: last.isStated) {
                let subject = PlanChange.Subject.budget(
                    latest.insats,
                    number: latest.number,
                    kind
                )
                comparison.kept.append(subject)
                continue
            }
            try add(statement: last, in: &lineage)
        }
    }

    private mutating func add(
        statement: BudgetVersion,
        in lineage: inout BudgetLineage
    ) throws {
        let budget = statement.numbered(lineage.nextNumber)
        let alike = lineage.versions.filter { $0.kind == budget.kind }
        // One that still goes before the new one has not been replaced.
        let isReplaced =
            isLoading
            && alike.latest.map { latest in
                !lineage.isLoaded(lineage.origin(of: latest))
                    && [latest, budget].latest?.number == budget.number
            } == true
        try add(budget, isFirst: alike.isEmpty, replacesEntry: isReplaced)
        lineage.append(budget, isLoaded: isLoading)
    }

    /// Computes anew what holds, and an application that is the last of what came in.
    private mutating func recompute(
        _ inFolder: [BudgetVersion],
        in lineage: inout BudgetLineage,
        ratesBefore: PORateTable
    ) throws {
        let rates = PORateTable(inFolder.flatMap(\.rates))
        var bases: [BudgetVersion] = []
        if let decided = lineage.inForce { bases.append(decided) }
        if let last = inFolder.last, last.kind == .applied,
            let applied = lineage.versions.last(where: { $0.kind == .applied }),
            lineage.origin(of: applied).isStated(as: last)
        {
            bases.append(applied)
        }
        for base in bases {
            let changed = base.rates.map { rate in
                rate.replaced(by: rates, before: ratesBefore)
            }
            guard changed != base.rates else { continue }
            let statement = try base.stated(
                with: changed,
                on: lineage.origin(of: base).date
            )
            let version = try statement.recomputed(
                from: base,
                number: lineage.nextNumber,
                on: day
            )
            let isFirst = !lineage.versions.contains { $0.kind == version.kind }
            try add(version, isFirst: isFirst)
            lineage.append(version, isLoaded: isLoading)
        }
    }

    /// Adds a version under its number.
    mutating func add(
        _ budget: BudgetVersion,
        isFirst: Bool,
        replacesEntry: Bool = false
    ) throws {
        try insert(BudgetBody.self, budget, version: 1)
        comparison.changes.append(
            PlanChange(
                subject: .budget(budget.insats, number: budget.number, budget.kind),
                action: isFirst ? .added : .changed(version: budget.number),
                replacesEntry: replacesEntry
            )
        )
    }
}

extension PORate {
    /// The rate that has taken this one's place since, or itself.
    ///
    /// A rate that stands as it stood before has replaced nothing, whatever a command has used
    /// since; only a final one that was not there goes before a preliminary one.
    fileprivate func replaced(by rates: PORateTable, before: PORateTable) -> PORate {
        guard let rate = rates[sector, year] else { return self }
        if let earlier = before[sector, year] { return earlier == rate ? self : rate }
        return status == .preliminary && rate.status == .final ? rate : self
    }
}

extension BudgetVersion {
    fileprivate func numbered(_ number: Int) -> BudgetVersion {
        BudgetVersion(
            insats: insats,
            number: number,
            kind: kind,
            date: date,
            years: years,
            rows: rows,
            notes: notes,
            rates: rates,
            decision: decision
        )
    }
}
