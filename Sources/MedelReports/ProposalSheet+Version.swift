import MedelCore
import MedelDocument

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
        guard let latest = open(code, own, snapshot).latest else {
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

    /// The applications that nobody has answered.
    private static func open(
        _ code: InsatsCode,
        _ budgets: [BudgetVersion],
        _ snapshot: Snapshot
    ) -> [BudgetVersion] {
        let answered = answered(code, budgets, snapshot)
        return budgets.filter { version in
            version.kind == .applied && answered.map { $0 < version.date } ?? true
        }
    }

    /// Which other applications wait that the sheet does not show.
    static func waiting(_ proposal: GrantProposal, _ snapshot: Snapshot) -> [Paragraph] {
        let code = proposal.insats.insats.code
        guard proposal.insats.closing == nil else { return [] }
        let own = snapshot.plan.budgets.filter { $0.insats == code && $0.date <= snapshot.asOf }
        let others = open(code, own, snapshot).filter {
            $0.number != proposal.layout.version.number
        }.sorted { $0.number < $1.number }
        guard !others.isEmpty else { return [] }
        let names = others.map { "budget \($0.number) (\($0.date))" }.joined(separator: ", ")
        return [
            Paragraph(
                "Fler ansökningar väntar på beslut och visas inte här: \(names). Välj en med "
                    + "--version.",
                .lead
            )
        ]
    }

    /// Why there is nothing to decide on the budget: the insats is closed, or the board has decided
    /// already; nil while it waits.
    static func settled(
        _ proposal: GrantProposal,
        _ snapshot: Snapshot
    ) throws(MoneyError) -> String? {
        let insats = proposal.insats.insats
        let version = proposal.layout.version
        let name = "Budget \(version.number), \(word(for: version.kind)) \(version.date),"
        var what = ""
        if let amounts = try amounts(proposal), !amounts.isEmpty {
            what = " Den gäller högst \(amounts)."
        }
        if let closing = proposal.insats.closing {
            return "Inget att besluta: \(insats.name) avslutades \(closing). \(name) visas som den "
                + "var.\(what)"
        }
        guard version.kind == .applied else {
            return "Inget att besluta: \(name) är beslutad.\(what)"
        }
        let own = snapshot.plan.budgets.filter {
            $0.insats == insats.code && $0.date <= snapshot.asOf
        }
        guard !open(insats.code, own, snapshot).contains(where: { $0.number == version.number })
        else { return nil }
        let answer = answers(insats.code, snapshot).filter { $0.date >= version.date }
            .min { ($0.date, $0.paragraphNumber) < ($1.date, $1.paragraphNumber) }
        let how = answer.map { decision in
            let kind = decision.kind == .reject ? "avslag" : "beslut"
            return " (\(kind) \(decision.paragraph), \(decision.date))"
        }
        return "Inget att besluta: \(name) är redan avgjord\(how ?? "").\(what)"
    }

    /// The latest day that an application was answered: by a grant, a refusal or a granted budget.
    ///
    /// An exception or a move is about what was granted and answers none.
    private static func answered(
        _ code: InsatsCode,
        _ budgets: [BudgetVersion],
        _ snapshot: Snapshot
    ) -> Day? {
        let decided = answers(code, snapshot).map(\.date)
        return (decided + budgets.filter { $0.kind == .granted }.map(\.date)).max()
    }

    /// The decisions that answer applications.
    private static func answers(_ code: InsatsCode, _ snapshot: Snapshot) -> [Decision] {
        snapshot.plan.decisions.filter { decision in
            guard decision.insats == code, decision.date <= snapshot.asOf else { return false }
            return switch decision.kind {
            case .grant, .amend, .reject: true
            case .exception, .carryOver, .reallocate, .close: false
            }
        }
    }
}
