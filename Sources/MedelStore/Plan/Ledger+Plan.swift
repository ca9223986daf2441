import GRDB
public import MedelCore

extension Ledger {
    /// What has been described: the latest version of each thing, and every budget.
    ///
    /// - Returns: a plan in order of codes, years and numbers; empty in a ledger without one.
    /// - Throws: `LedgerError.damaged` when a row cannot be read.
    public func plan() throws -> AssociationPlan { try read(Self.plan) }

    static func plan(in database: Database) throws -> AssociationPlan {
        // A ledger of an older program, opened for reading only, has no descriptions.
        guard try database.tableExists(FactTable.description.name) else {
            return AssociationPlan()
        }
        var plan = AssociationPlan()
        plan.profile = try values(ProfileBody.self, in: database).first
        plan.areaBudgets = try values(AreaBudgetsBody.self, in: database)
            .sorted { ($0.first?.year ?? 0) < ($1.first?.year ?? 0) }.flatMap { $0 }
        plan.contributions = try values(ContributionBody.self, in: database)
            .sorted { ($0.year, $0.member) < ($1.year, $1.member) }
        plan.associationBudgets = try values(AssociationBudgetBody.self, in: database)
            .sorted { $0.year < $1.year }
        plan.fundingSources = try values(FundingSourceBody.self, in: database)
            .sorted { $0.code < $1.code }
        plan.recipients = try values(RecipientBody.self, in: database)
            .sorted { $0.code < $1.code }
        plan.insatser = try values(InsatsBody.self, in: database).sorted { $0.code < $1.code }
        plan.budgets = try values(BudgetBody.self, in: database)
            .sorted { ($0.insats, $0.number) < ($1.insats, $1.number) }
        plan.decisions = try values(DecisionBody.self, in: database)
            .sorted { ($0.date, $0.code) < ($1.date, $1.code) }
        plan.openingPositions = try values(OpeningPositionBody.self, in: database)
            .sorted { $0.order < $1.order }
        plan.eligibilityRules = try values(EligibilityBody.self, in: database)
            .sorted { $0.code < $1.code }
        plan.costCategories = try values(CostCategoryBody.self, in: database)
            .sorted { $0.code < $1.code }
        return plan
    }

    /// The latest version of every thing of one kind, in order of writing.
    static func values<Body: DescriptionBody>(
        _ body: Body.Type,
        in database: Database
    ) throws -> [Body.Value] {
        try current(body, in: database).map(\.value)
    }

    /// The latest version of every thing of one kind with its number.
    static func current<Body: DescriptionBody>(
        _ body: Body.Type,
        in database: Database
    ) throws -> [(code: String, version: Int, value: Body.Value)] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT id, code, version, body FROM currentDescription
                WHERE kind = ? ORDER BY id
                """,
            arguments: [Body.kind.rawValue]
        ).map { row in
            guard let value = Body.read(row[3]) else {
                throw LedgerError.damaged(path: "", detail: "description \(row[0] as Int64)")
            }
            return (code: row[1], version: row[2], value: value)
        }
    }
}

extension OpeningPosition {
    /// By insats, recipient and year; egen regi first.
    fileprivate var order: (InsatsCode, String, Int) { (insats, recipient?.text ?? "", year) }
}
