import GRDB
import MedelCore

/// Holds decisions that are new to the ledger against what had been spent on their day.
///
/// Runs after the plan has been written and before it is committed, so that nobody comes between.
/// Only what the ledger knew as granted can be lowered: the first time that an insats's decisions
/// are read in they are history, which happened whether or not it should have, and what they lowered
/// is told instead of refused.
///
/// Source: SPEC 4.3.
struct LoweringCheck {
    /// The decisions that the ledger had before.
    let known: [Decision]

    let database: Database

    /// What history has lowered.
    ///
    /// - Throws: `PlanRefusal.ceilingsLowered` when a ceiling that the ledger knew would come below
    ///   what has been spent.
    func lowerings() throws -> [CeilingLowering] {
        let all = try Ledger.values(DecisionBody.self, in: database)
        let codes = Set(known.map(\.code))
        let added = all.filter { !codes.contains($0.code) }
        var refused: [CeilingLowering] = []
        var told: [CeilingLowering] = []
        for insats in Set(added.map(\.insats)).sorted() {
            let isKnown = known.contains { $0.insats == insats }
            let found = try lowerings(of: insats, among: all, added: Set(added.map(\.code)))
            if isKnown { refused += found } else { told += found }
        }
        guard refused.isEmpty else { throw PlanRefusal.ceilingsLowered(refused) }
        return told
    }

    /// Every day from the first new decision on on which something is decided: what was granted
    /// before that day's new decisions, against what is granted after them.
    private func lowerings(
        of insats: InsatsCode,
        among all: [Decision],
        added: Set<DecisionCode>
    ) throws -> [CeilingLowering] {
        let own = all.filter { $0.insats == insats }
        let days = Set(own.map(\.date)).sorted()
        guard let first = own.filter({ added.contains($0.code) }).map(\.date).min() else {
            return []
        }
        var found: [CeilingLowering] = []
        for day in days where day >= first {
            let isNew = own.contains { $0.date == day && added.contains($0.code) }
            let earlier = own.filter { decision in
                !added.contains(decision.code) || (isNew && decision.date < day)
            }
            let before = try Grant(of: insats, earlier, asOf: day)
            let after = try Grant(of: insats, own, asOf: day)
            guard !before.scopesLowered(by: after).isEmpty else { continue }
            let overview = Overview(try Ledger.snapshot(asOf: day, in: database))
            guard let described = overview.insatser.first(where: { $0.code == insats }) else {
                continue
            }
            let view = try InsatsOverview(described, in: overview)
            let lowered = try before.lowerings(
                to: after,
                spent: try view.uses(),
                years: view.budgetYears,
                insats: insats,
                day: day
            )
            found += lowered.filter { lowering in
                !found.contains { $0.scope == lowering.scope && $0.after == lowering.after }
            }
        }
        return found
    }
}
