import GRDB
public import MedelCore

extension Ledger {
    /// Takes a plan: writes what differs from the ledger as one event, wholly or not at all.
    ///
    /// What the plan no longer mentions stays, except mapping rules. Recipients of the plan's
    /// budgets and decisions must be described; that is the reader's to see to.
    ///
    /// - Parameters:
    ///   - plan: what manifests describe; the numbers of its budgets are given by the ledger.
    ///   - mapping: every book's rules; nil leaves all rules as they are.
    ///   - operation: who, when and why.
    ///   - commits: false for a dry run, which does everything and takes it back.
    /// - Returns: what differed; no event when nothing did.
    /// - Throws: `PlanRefusal` for changed decisions and for ceilings brought below what has been
    ///   spent; `LedgerError.monthNotOpen` when a rule would move an amount in a
    ///   month that is not open.
    public func apply(
        _ plan: AssociationPlan,
        mapping: [BookReference: [MappingRule]]?,
        _ operation: Operation,
        commits: Bool = true
    ) throws -> Outcome<PlanComparison> {
        try apply(operation, commits: commits) { _ in (plan, mapping) }
    }

    /// Takes a plan that is made of what the ledger has, with nobody writing in between.
    ///
    /// - Parameters:
    ///   - operation: who, when and why.
    ///   - commits: false for a dry run, which does everything and takes it back.
    ///   - made: what is to be taken, given what the ledger has; it may not use the ledger, and
    ///     what it throws leaves the ledger as it was.
    /// - Returns: what differed; no event when nothing did.
    /// - Throws: what `made` throws, and as for a plan that was there before.
    public func apply(
        _ operation: Operation,
        commits: Bool = true,
        _ made: (AssociationPlan) throws -> (
            plan: AssociationPlan, mapping: [BookReference: [MappingRule]]?
        )
    ) throws -> Outcome<PlanComparison> {
        try record(operation, commits: commits) { facts in
            let known = try Self.plan(in: facts.database)
            let (plan, mapping) = try made(known)
            var writer = PlanWriter(facts: facts, day: operation.day)
            try writer.write(plan)
            if let mapping { try writer.write(mapping) }
            let before = LoweringCheck(known: known.decisions, database: facts.database)
            return try writer.comparison.adding(before.lowerings())
        }
    }
}

/// Writes what differs between a plan and the ledger under one event.
struct PlanWriter {
    let facts: FactWriter

    /// The day on a calendar in Sweden on which it is done.
    let day: Day

    var comparison = PlanComparison()

    init(facts: FactWriter, day: Day) {
        self.facts = facts
        self.day = day
    }

    var database: Database { facts.database }

    mutating func write(_ plan: AssociationPlan) throws {
        try refuseChanged(plan.decisions)
        if let profile = plan.profile {
            try write(ProfileBody.self, [profile]) { _ in .profile }
        }
        let years = Dictionary(grouping: plan.areaBudgets, by: \.year).sorted { $0.key < $1.key }
        try write(AreaBudgetsBody.self, years.map { $0.value.sorted { $0.order < $1.order } }) {
            .areaBudgets(year: $0.first?.year ?? 0)
        }
        try write(AssociationBudgetBody.self, plan.associationBudgets) {
            .associationBudget(year: $0.year)
        }
        try write(FundingSourceBody.self, plan.fundingSources) { .fundingSource($0.code) }
        try write(ContributionBody.self, plan.contributions) {
            .contribution(year: $0.year, $0.member)
        }
        try write(RecipientBody.self, plan.recipients) { .recipient($0.code) }
        try write(InsatsBody.self, plan.insatser) { .insats($0.code) }
        try write(budgets: plan.budgets)
        try write(DecisionBody.self, plan.decisions) { .decision($0.code) }
        try write(OpeningPositionBody.self, plan.openingPositions) {
            .openingPosition($0.insats, $0.recipient, year: $0.year)
        }
        try write(EligibilityBody.self, plan.eligibilityRules) { .eligibilityRule($0.code) }
        try write(CostCategoryBody.self, plan.costCategories) { .costCategory($0.code) }
    }

    /// A decision never changes: a new one says how it stands to the old.
    private func refuseChanged(_ decisions: [Decision]) throws {
        let known = Dictionary(
            try Ledger.values(DecisionBody.self, in: database).map { ($0.code, $0) },
            uniquingKeysWith: { $1 }
        )
        let changed = decisions.filter { known[$0.code] != nil && known[$0.code] != $0 }
        guard changed.isEmpty else {
            throw PlanRefusal.decisionsChanged(changed.map(\.code).sorted())
        }
    }

    /// Writes the things of one kind that are new or differ from their latest version.
    private mutating func write<Body: DescriptionBody>(
        _ body: Body.Type,
        _ values: [Body.Value],
        subject: (Body.Value) -> PlanChange.Subject
    ) throws {
        let known = Dictionary(
            try Ledger.current(body, in: database).map { ($0.code, $0) },
            uniquingKeysWith: { $1 }
        )
        for value in values {
            let before = known[Body.code(of: value)]
            guard before?.value != value else { continue }
            let version = (before?.version ?? 0) + 1
            try insert(body, value, version: version)
            let action: PlanChange.Action = version == 1 ? .added : .changed(version: version)
            comparison.changes.append(
                PlanChange(
                    subject: subject(value),
                    action: action,
                    replacesEntry: try replacesEntry(Body.kind, Body.code(of: value), version - 1)
                )
            )
        }
    }

    /// Whether a folder is being loaded and a version came in some other way.
    func replacesEntry(_ kind: DescriptionKind, _ code: String, _ version: Int) throws -> Bool {
        let load = Operation.Kind.loadPlan.rawValue
        return try Bool.fetchOne(
            database,
            sql: """
                SELECT now.operation = :load AND event.operation <> :load
                FROM description
                JOIN event ON event.id = description.event
                JOIN event AS now ON now.id = :now
                WHERE kind = :kind AND code = :code AND version = :version
                """,
            arguments: [
                "load": load, "now": facts.event, "kind": kind.rawValue, "code": code,
                "version": version,
            ]
        ) ?? false
    }

    func insert<Body: DescriptionBody>(
        _ body: Body.Type,
        _ value: Body.Value,
        version: Int
    ) throws {
        try facts.insert(
            .description,
            [
                .text(Body.kind.rawValue), .text(Body.code(of: value)), .integer(version),
                .text(Body.text(of: value)),
            ]
        )
    }

    /// Ends rules that are gone and adds those that are new, book by book.
    mutating func write(_ mapping: [BookReference: [MappingRule]]) throws {
        let books = try BookRecord.fetchAll(database)
        for book in books {
            try write(mapping[book.reference] ?? [], of: book)
        }
        let known = Set(books.map(\.reference))
        for (reference, rules) in mapping where !known.contains(reference) && !rules.isEmpty {
            comparison.waitingRules[reference] = rules.count
        }
    }

    private mutating func write(_ rules: [MappingRule], of book: BookRecord) throws {
        let before = try MappingRule.fetchAll(book: book.id, in: database)
        var missing = rules
        var ended: [MappingRule] = []
        for rule in before {
            if let place = missing.firstIndex(where: { $0.says(asMuchAs: rule) }) {
                missing.remove(at: place)
            } else {
                ended.append(rule)
            }
        }
        guard !ended.isEmpty || !missing.isEmpty else { return }
        for rule in ended {
            try facts.insert(.mappingRuleEnd, [.integer(rule.id.number)])
            comparison.changes.append(
                PlanChange(subject: .mappingRule(book.reference, rule), action: .ended)
            )
        }
        for rule in missing {
            _ = try rule.insert(into: book.id, facts)
            comparison.changes.append(
                PlanChange(subject: .mappingRule(book.reference, rule), action: .added)
            )
        }
        try Ledger.refuseMoveInShutMonth(of: book.id, before: Mapping(before), in: database)
    }
}

extension MappingRule {
    /// Whether another rule says the same, whatever its identity.
    fileprivate func says(asMuchAs other: MappingRule) -> Bool {
        accountPrefix == other.accountPrefix && object == other.object && first == other.first
            && last == other.last && priority == other.priority && target == other.target
            && category == other.category
    }
}

extension AreaBudget {
    /// By line in the budget's own order, then by day, original first.
    fileprivate var order: (Int, Day, Int, String, Money) {
        (
            AssociationBudgetLine.allCases.firstIndex(of: line) ?? 0, decidedOn,
            kind == .original ? 0 : 1, reference, amount
        )
    }
}
