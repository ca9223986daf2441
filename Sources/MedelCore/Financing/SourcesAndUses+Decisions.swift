extension SourcesAndUses {
    /// What the association pays of each decision for the year.
    ///
    /// Where the basis makes the grant less than what is granted, the latest decision pays less
    /// first, since it gave the room that is not needed.
    ///
    /// - Parameter parts: what each decision gives for the year.
    /// - Returns: the parts in order of date and paragraph, without those that pay nothing; they
    ///   sum to `grant` when the parts sum to `granted`.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    ///
    /// Source: SPEC 3 (basis), 4.13.
    public func payable(of parts: [DecidedPart]) throws(MoneyError) -> [DecidedPart] {
        let ordered = parts.sorted { left, right in
            let (first, second) = (left.decision, right.decision)
            return (first.date, first.paragraphNumber, first.code)
                < (second.date, second.paragraphNumber, second.code)
        }
        guard let granted = granted.amount, let grant = grant.amount, grant < granted else {
            return ordered
        }
        var excess = try granted - grant
        var paid: [DecidedPart] = []
        for part in ordered.reversed() {
            guard let amount = part.amount else {
                paid.append(part)
                continue
            }
            let off = min(excess, max(.zero, amount))
            excess = try excess - off
            let left = try amount - off
            if left != .zero { paid.append(DecidedPart(decision: part.decision, amount: left)) }
        }
        return paid.reversed()
    }
}
