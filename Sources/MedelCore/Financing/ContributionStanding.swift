/// How a member's contribution for a year stands on a day.
///
/// Source: SPEC 3 (contribution), 4.13, GUIDE 7 (R4).
public struct ContributionStanding: Hashable, Sendable {
    /// Something about a contribution that the board should see.
    public enum Mark: String, CaseIterable, Sendable {
        /// The amount had not been decided that day.
        case undecided
        /// It was decided after the association's budget for the year.
        case late
        /// Less was decided than the association had asked for.
        case lower
        /// The instalments do not sum to what was decided.
        case instalmentsDiffer
        /// Money is overdue.
        case overdue
        /// More has come in than was decided.
        case paidInExcess
    }

    /// The contribution.
    public let contribution: Contribution

    /// What has been decided; nil when it was decided after the day.
    public let decided: Money?

    /// What the instalments sum to, refunds taken off; nil when there is no plan.
    public let planned: Money?

    /// What has been invoiced or requisitioned by the day; nil when nobody has said of some part.
    public let invoiced: Money?

    /// What has come in by the day, refunds that have been paid taken off.
    public let received: Money

    /// What has been paid back by the day.
    public let refunded: Money

    /// What is decided and has not come in, never below zero; nil while it is not decided.
    public let remaining: Money?

    /// What has come in beyond what is decided, which nobody else's contribution is lessened by;
    /// nil while it is not decided.
    public let excess: Money?

    /// What should have come in before the day and has not; never more than what remains.
    public let overdue: Money

    /// What the board should see, in the order of `Mark`.
    public let marks: [Mark]

    /// Sums instalments as of a day.
    ///
    /// - Parameters:
    ///   - contribution: the contribution.
    ///   - day: invoices and payments of that day count; what falls due that day is not overdue.
    ///   - budgetDay: when the association decided its budget for the year; the law's last day where
    ///     nobody has said.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public init(
        _ contribution: Contribution,
        asOf day: Day,
        budgetDay: Day?
    ) throws(MoneyError) {
        self.contribution = contribution
        let payments = contribution.payments
        let isDecided = contribution.isDecided(asOf: day)
        let decided = isDecided ? contribution.amount : nil
        self.decided = decided
        let planned = payments.isEmpty ? nil : try Money.sum(payments.map(\.signed))
        self.planned = planned
        invoiced = try Self.invoiced(payments, asOf: day)
        let came = payments.filter { payment in payment.received.map { $0 <= day } ?? false }
        let received = try Money.sum(came.map(\.signed))
        self.received = received
        refunded = try Money.sum(came.filter { $0.kind == .refund }.map(\.amount))
        let left = isDecided ? try contribution.amount - received : nil
        let remaining = left.map { max(.zero, $0) }
        self.remaining = remaining
        excess = left.map { max(.zero, -$0) }
        let late = payments.filter { $0.kind != .refund && $0.isOverdue(asOf: day) }
        let unpaid = try Money.sum(late.map(\.amount))
        // Another instalment may have brought more than was asked for in it.
        let overdue = remaining.map { min(unpaid, $0) } ?? unpaid
        self.overdue = overdue
        var marks: [Mark] = []
        if !isDecided { marks.append(.undecided) }
        if isDecided, Self.isLate(contribution, after: budgetDay) { marks.append(.late) }
        if let asked = contribution.asked, let decided, decided < asked { marks.append(.lower) }
        if let planned, let decided, planned != decided { marks.append(.instalmentsDiffer) }
        if overdue > .zero { marks.append(.overdue) }
        if let decided, received > decided { marks.append(.paidInExcess) }
        self.marks = marks
    }

    /// What the instalments sum to beyond what was decided; nil when either is not known.
    ///
    /// - Throws: `MoneyError.outOfRange` when the difference passes the bound.
    public func difference() throws(MoneyError) -> Money? {
        guard let planned, let decided else { return nil }
        return try planned - decided
    }

    private static func invoiced(
        _ payments: [ContributionPayment],
        asOf day: Day
    ) throws(MoneyError) -> Money? {
        var amounts: [Money] = []
        for payment in payments where payment.kind != .refund {
            if let invoiced = payment.invoiced {
                if invoiced <= day { amounts.append(payment.amount) }
            } else if payment.kind == nil || payment.received.map({ $0 <= day }) ?? false {
                // It came in, or may have been asked for: nobody has said when.
                return nil
            }
        }
        return try Money.sum(amounts)
    }

    private static func isLate(_ contribution: Contribution, after budgetDay: Day?) -> Bool {
        guard let decidedOn = contribution.decidedOn else { return false }
        guard let last = budgetDay ?? Day(year: contribution.year - 1, month: 11, day: 30) else {
            return false
        }
        return decidedOn > last
    }
}
