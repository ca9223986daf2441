import GRDB
public import MedelCore

extension Ledger {
    /// Every version of an insats's budget with who kept it, when and why.
    ///
    /// - Throws: `LedgerError.notFound` when no insats has the code.
    public func budgetHistory(of insats: InsatsCode) throws -> BudgetHistory {
        try read { try Self.budgetHistory(of: insats, in: $0) }
    }

    /// Moves money between rows of the budget in force, as a new version under its own event.
    ///
    /// The tolerance is that of the grant on the operation's day, measured on the version that the
    /// board decided and on all that has been moved since.
    ///
    /// - Parameters:
    ///   - move: what is moved.
    ///   - insats: whose budget.
    ///   - operation: who, when and why; a reason must be given.
    /// - Returns: the history with the new version last.
    /// - Throws: `ReallocationFault` when the move may not be made without a decision or the insats
    ///   is closed,
    ///   `LedgerError.reasonMissing`, `LedgerError.notFound` without a decided budget.
    public func reallocate(
        _ move: Reallocation.Move,
        in insats: InsatsCode,
        _ operation: Operation
    ) throws -> Outcome<BudgetHistory> {
        guard !operation.reason.allSatisfy(\.isWhitespace) else { throw LedgerError.reasonMissing }
        return try record(operation) { facts in
            let history = try Self.budgetHistory(of: insats, in: facts.database)
            guard let current = history.inForce?.version, current.kind != .applied,
                let decided = history.decided(behind: current)?.version
            else { throw LedgerError.notFound(.budget, name: "beviljad för \(insats)") }
            let today = operation.day
            if let closing = history.decisions.closing(of: insats, by: today) {
                throw ReallocationFault.closed(closing.date)
            }
            let grant = try Grant(of: insats, history.decisions, asOf: today)
            try Reallocation.check(
                [move],
                in: decided,
                tolerance: grant.terms.tolerance,
                earlier: current.reallocation?.moves ?? [],
                current: current
            )
            let moved = try current.moving(
                [move],
                number: (history.entries.map(\.version.number).max() ?? 0) + 1,
                date: max(today, current.date)
            )
            var writer = PlanWriter(facts: facts, operation)
            try writer.add(moved, isFirst: false)
            return try Self.budgetHistory(of: insats, in: facts.database)
        }
    }

    private static func budgetHistory(
        of code: InsatsCode,
        in database: Database
    ) throws -> BudgetHistory {
        let plan = try plan(in: database)
        guard let insats = plan.insatser.first(where: { $0.code == code }) else {
            throw LedgerError.notFound(.insats, name: code.text)
        }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT description.id, body, event.id, event.time, coalesce(actor.name, ''),
                    event.reason
                FROM description
                JOIN event ON event.id = description.event
                LEFT JOIN actor ON actor.id = event.actor
                WHERE kind = ? AND code >= ? AND code < ?
                ORDER BY description.id
                """,
            // Codes are INSATS/NUMBER, and 0 comes after the stroke.
            arguments: [BudgetBody.kind.rawValue, code.text + "/", code.text + "0"]
        )
        let entries = try rows.map { row in
            guard let version = BudgetBody.read(row[1]), let time = Timestamp(iso: row[3]) else {
                throw LedgerError.damaged(path: "", detail: "description \(row[0] as Int64)")
            }
            return BudgetHistory.Entry(
                version: version,
                event: row[2],
                time: time,
                actor: row[4],
                reason: row[5]
            )
        }
        let head = try ChainHead.read(database)
        return BudgetHistory(
            association: try LedgerIdentity.read(database).name,
            ledgerVersion: head.ledgerVersion,
            head: head.hash,
            created: head.time,
            insats: insats,
            decisions: plan.decisions.filter { $0.insats == code },
            entries: entries.sorted { $0.version.number < $1.version.number }
        )
    }
}

extension Sequence<Decision> {
    /// The first decision that closes an insats that day or before.
    func closing(of insats: InsatsCode, by day: Day) -> Decision? {
        filter { $0.insats == insats && $0.kind == .close && $0.date <= day }
            .min { $0.date < $1.date }
    }
}

extension Operation {
    /// The day on a calendar in Sweden on which it is done.
    var day: Day { time.dayInStockholm ?? time.day }
}
