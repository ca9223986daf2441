import GRDB
public import MedelCore

extension Ledger {
    /// Takes a plan that is made of what the ledger has, with nobody writing in between: writes what
    /// differs as one event, wholly or not at all.
    ///
    /// What the plan no longer mentions stays, except mapping rules. When a folder is loaded, what
    /// it says as it said when it was loaded last gives way to what a command has entered since.
    /// Recipients of the plan's budgets and decisions must be described; that is the reader's to
    /// see to.
    ///
    /// - Parameters:
    ///   - operation: who, when and why.
    ///   - commits: false for a dry run, which does everything and takes it back.
    ///   - made: what is to be taken, given what the ledger has: the numbers of its budgets are
    ///     given by the ledger, and `mapping` is every book's rules, nil to leave all rules as they
    ///     are. It may not use the ledger, and what it throws leaves the ledger as it was.
    /// - Returns: what differed; no event when nothing did.
    /// - Throws: what `made` throws; `PlanRefusal` for changed decisions and for ceilings brought
    ///   below what has been spent; `LedgerError.monthNotOpen` when a rule would move an amount in a
    ///   month that is not open.
    public func apply(
        _ operation: Operation,
        commits: Bool = true,
        _ made: (_ known: AssociationPlan, _ templates: [LedgerTemplate]) throws -> (
            plan: AssociationPlan, mapping: [BookReference: [MappingRule]]?
        )
    ) throws -> Outcome<PlanComparison> {
        try record(operation, commits: commits) { facts in
            let known = try Self.plan(in: facts.database)
            let (plan, mapping) = try made(known, Self.templates(in: facts.database))
            var writer = PlanWriter(facts: facts, operation)
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

    /// Whether a folder is being loaded.
    let isLoading: Bool

    var comparison = PlanComparison()

    init(facts: FactWriter, _ operation: Operation) {
        self.facts = facts
        day = operation.day
        isLoading = operation.kind == .loadPlan
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
        try write(budgets: plan.budgets, decisions: plan.decisions)
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
            if try isLoading && isEnteredSince(value, as: body) {
                comparison.kept.append(subject(value))
                continue
            }
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
