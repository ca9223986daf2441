import MedelCore

/// What counts as a reasonable equity in a year.
struct EquityLimit {
    enum Source {
        case step(String)
        case tableEmpty
        case noStep(Money)
        case contributionsMissing
    }

    let limit: Figure
    let source: Source

    init(_ year: PlanYear, _ snapshot: Snapshot) throws(MoneyError) {
        let table = snapshot.plan.profile?.equityGuidelines ?? []
        let decided = snapshot.plan.contributions.filter { contribution in
            contribution.year == year.year
                && contribution.decidedOn.map { $0 <= snapshot.asOf } ?? true
        }
        guard !table.isEmpty else {
            (limit, source) = (.notApplicable, .tableEmpty)
            return
        }
        guard !decided.isEmpty else {
            (limit, source) = (Figure(.unknown), .contributionsMissing)
            return
        }
        let contributions = try Money.sum(decided.lazy.map(\.amount))
        let step = table.step(year: year.year, contributions: contributions)
        guard let step, let most = step.equityMax(contributions: contributions) else {
            (limit, source) = (.notApplicable, .noStep(contributions))
            return
        }
        (limit, source) = (Figure(most), .step(step.source))
    }
}
