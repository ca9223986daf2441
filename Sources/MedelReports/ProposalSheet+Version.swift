import MedelCore

extension ProposalSheet {
    /// The budget that is put before the board.
    static func version(
        of code: InsatsCode,
        _ number: Int?,
        _ snapshot: Snapshot
    ) throws(SheetRefusal) -> BudgetVersion {
        let own = snapshot.plan.budgets.filter { $0.insats == code && $0.date <= snapshot.asOf }
        if let number {
            guard let version = own.first(where: { $0.number == number }) else {
                throw .unknownBudget(code, number: number)
            }
            return version
        }
        guard !own.isEmpty else {
            let all = snapshot.plan.budgets.filter { $0.insats == code }
            throw .noBudgetYet(code, asOf: snapshot.asOf, first: all.map(\.date).min())
        }
        let answered = answered(code, own, snapshot)
        let open = own.filter { version in
            version.kind == .applied && answered.map { $0 < version.date } ?? true
        }
        guard let latest = open.latest else {
            throw .nothingToDecide(
                code,
                decidedOn: answered,
                budgets: own.sorted { $0.number < $1.number }.map {
                    SheetRefusal.Budget(number: $0.number, kind: $0.kind, date: $0.date)
                }
            )
        }
        return latest
    }

    /// The latest day that an application was answered: by a grant, a refusal or a granted budget.
    ///
    /// An exception or a move is about what was granted and answers none.
    private static func answered(
        _ code: InsatsCode,
        _ budgets: [BudgetVersion],
        _ snapshot: Snapshot
    ) -> Day? {
        let decisions = snapshot.plan.decisions.filter { decision in
            guard decision.insats == code, decision.date <= snapshot.asOf else { return false }
            return switch decision.kind {
            case .grant, .amend, .reject: true
            case .exception, .carryOver, .reallocate, .close: false
            }
        }
        return (decisions.map(\.date) + budgets.filter { $0.kind == .granted }.map(\.date)).max()
    }
}
