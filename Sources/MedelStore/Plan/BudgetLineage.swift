import MedelCore

/// The kept versions of an insats's budget, and the statements that they go back to.
struct BudgetLineage {
    /// All versions in order of number.
    private(set) var versions: [BudgetVersion]

    /// The numbers of those that came with a folder.
    private var loaded: Set<Int>

    init(_ versions: [BudgetVersion], loaded: Set<Int>) {
        self.versions = versions.sorted { $0.number < $1.number }
        self.loaded = loaded
    }

    /// What somebody has written down: neither moved nor computed anew.
    var statements: [BudgetVersion] { versions.filter(\.isStatement) }

    /// The decided version that goes before the others; nil while there are only applications.
    var inForce: BudgetVersion? { versions.filter { $0.kind != .applied }.latest }

    var nextNumber: Int { (versions.last?.number ?? 0) + 1 }

    /// The rates of what came with folders, the latest of each.
    var ratesLoaded: PORateTable { PORateTable(latest: versions.filter(isLoaded).map(\.rates)) }

    mutating func append(_ version: BudgetVersion, isLoaded: Bool) {
        versions.append(version)
        if isLoaded { loaded.insert(version.number) }
    }

    func isLoaded(_ version: BudgetVersion) -> Bool { loaded.contains(version.number) }

    /// The statement that a version goes back to, through moves and computations.
    func origin(of version: BudgetVersion) -> BudgetVersion {
        var origin = version
        while let number = origin.base, number < origin.number,
            let base = versions.first(where: { $0.number == number })
        {
            origin = base
        }
        return origin
    }

    /// The last statement of a kind that came with a folder, and what has been stated since; all
    /// when none came so.
    func statementsSinceLoad(of kind: BudgetVersion.Kind) -> [BudgetVersion] {
        let own = statements.filter { $0.kind == kind }
        let first = own.lastIndex(where: isLoaded) ?? own.startIndex
        return Array(own[first...])
    }
}

extension PORateTable {
    /// The rates of versions in order, those of a later one before those of an earlier.
    init(latest versions: [[PORate]]) {
        self = versions.reversed().reduce(PORateTable()) { $0.completed(by: PORateTable($1)) }
    }
}

extension BudgetVersion {
    /// The number of the version that this one was made from; nil for a statement.
    fileprivate var base: Int? { recomputation?.base ?? reallocation?.base }

    fileprivate var isStatement: Bool { base == nil }

    /// Whether two statements have the same words, rules among them, whatever the rules give.
    func isStated(as other: BudgetVersion) -> Bool {
        kind == other.kind && statement == other.statement
    }

    private var statement: BudgetStatement {
        BudgetStatement(
            date: date,
            years: years,
            notes: notes,
            decision: decision,
            rows: rows.map { row in
                BudgetStatement.Row(
                    code: row.code,
                    category: row.category,
                    label: row.label,
                    recipient: row.recipient,
                    rule: row.derivation?.rule,
                    rounding: row.derivation?.rounding,
                    amounts: row.derivation == nil ? row.amounts : nil
                )
            }
        )
    }
}

/// What somebody says of a budget: no number, no moves, and neither what follows from rules and
/// rates nor the words on how, which may be put better in a later program.
private struct BudgetStatement: Hashable {
    struct Row: Hashable {
        let code: BudgetRowCode
        let category: CostCategoryCode?
        let label: String
        let recipient: OwnerCode?
        let rule: BudgetRule?
        let rounding: RowRounding?

        /// Nil where a rule gives the amounts.
        let amounts: [Money]?
    }

    let date: Day
    let years: [BudgetYear]
    let notes: [SourceNote]
    let decision: DecisionCode?
    let rows: [Row]
}
