public import MedelCore
public import MedelStore

/// Registers what a member has decided to pay for a year, how it is asked for and that it has come
/// in.
///
/// Source: SPEC 3 (contribution), 11.
public struct EnterContribution: Sendable {
    /// What is registered.
    public enum Entry: Hashable, Sendable {
        /// What the member has decided; nil for `asked` and for the day of an amount that is the
        /// same keeps what is known.
        case decision(Money, asked: Money?, on: Day?)
        /// An instalment or a refund.
        case instalment(ContributionPayment)
        /// An instalment has come in, or a refund has been paid.
        case receipt(on: Day, due: Day?, amount: Money?)
        /// The day on which an instalment came in, or a refund was paid, was another.
        case receiptCorrection(on: Day, due: Day?, amount: Money?)
    }

    private let ledger: Ledger
    private let performer: Performer

    /// Prepares the use case.
    public init(_ ledger: Ledger, by performer: Performer) {
        self.ledger = ledger
        self.performer = performer
    }

    /// Registers a new version of the member's contribution.
    ///
    /// - Parameters:
    ///   - entry: what is registered.
    ///   - member: whose contribution.
    ///   - year: the calendar year.
    ///   - keepsNothing: whether everything is done and taken back, to see what would come of it.
    /// - Returns: what became of it.
    /// - Throws: `InstalmentFault`, `ContributionRefusal.notDecided` for an instalment of nothing,
    ///   `LedgerError`.
    public func callAsFunction(
        _ entry: Entry,
        of member: MemberCode,
        year: Int,
        keepsNothing: Bool = false
    ) throws -> LoadReport {
        try ApplyPlan.enter(
            "Bidrag \(year) från \(member.text)",
            words: entry.words,
            as: entry.operation,
            into: ledger,
            by: performer,
            keepsNothing: keepsNothing
        ) { known in
            let before = known.contributions.first { $0.year == year && $0.member == member }
            var values = AssociationPlan()
            values.contributions = [try entry.contribution(of: member, year, after: before)]
            return values
        }
    }
}

extension EnterContribution.Entry {
    fileprivate var operation: MedelStore.Operation.Kind {
        switch self {
        case .decision: .decideContribution
        case .instalment: .addInstalment
        case .receipt, .receiptCorrection: .receiveInstalment
        }
    }

    /// What is registered, in words that a revisor reads.
    fileprivate var words: String {
        switch self {
        case .decision(let amount, _, _): "beslutat \(AmountText.kronorAndOre.text(amount)) kr"
        case .instalment(let instalment):
            (instalment.kind == .refund ? "återbetalning " : "delbetalning ")
                + "\(AmountText.kronorAndOre.text(instalment.amount)) kr"
        case .receipt(let day, _, _): "inbetalt \(day)"
        case .receiptCorrection(let day, _, _): "inbetalningsdagen rättad till \(day)"
        }
    }

    fileprivate func contribution(
        of member: MemberCode,
        _ year: Int,
        after before: Contribution?
    ) throws -> Contribution {
        if case .decision(let amount, let asked, let day) = self {
            let first = Contribution(
                year: year,
                member: member,
                amount: amount,
                decidedOn: day,
                asked: asked,
                payments: []
            )
            return before?.decided(amount, asked: asked, on: day) ?? first
        }
        guard let before else { throw ContributionRefusal.notDecided(member, year: year) }
        switch self {
        case .decision: return before
        case .instalment(let instalment): return before.adding(instalment)
        case .receipt(let day, let due, let amount):
            return try before.receiving(on: day, due: due, amount: amount)
        case .receiptCorrection(let day, let due, let amount):
            return try before.correctingReceipt(to: day, due: due, amount: amount)
        }
    }
}
