extension InsatsOverview {
    /// The day on which the insats was closed, by the register or by a decision, whichever came
    /// first; nil while it is open on the last day that counts.
    public var closing: Day? {
        let decided = overview.snapshot.plan.decisions.filter {
            $0.insats == insats.code && $0.kind == .close
        }
        return ([insats.closedOn] + decided.map(\.date)).compactMap(\.self)
            .filter { $0 <= asOf }.min()
    }
}
