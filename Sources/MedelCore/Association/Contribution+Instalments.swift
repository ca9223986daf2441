/// Why an instalment cannot be said to have come in.
public enum InstalmentFault: Error, Hashable, Sendable {
    /// No instalment is the one that is named; these are there.
    case noneMatches([ContributionPayment])
    /// More than one instalment is the one that is named.
    case severalMatch([ContributionPayment])
    /// What is named came in on another day.
    case alreadyReceived([ContributionPayment])
    /// More than one that is named has come in, so that it is not known whose day is corrected.
    case severalReceived([ContributionPayment])
    /// Nothing that is named has come in, so there is no day to correct; these are there.
    case noneReceived([ContributionPayment])
}

extension Contribution {
    /// The contribution decided anew, with the instalments that it has.
    ///
    /// - Parameters:
    ///   - amount: the amount decided.
    ///   - asked: what was asked for; nil keeps what is known.
    ///   - day: when it was decided; nil keeps the day of the same amount, and says that of another
    ///     amount nobody knows.
    /// - Returns: the version that takes the place of this one.
    public func decided(_ amount: Money, asked: Money?, on day: Day?) -> Contribution {
        Contribution(
            year: year,
            member: member,
            amount: amount,
            decidedOn: day ?? (amount == self.amount ? decidedOn : nil),
            asked: asked ?? self.asked,
            payments: payments
        )
    }

    /// The contribution with one more instalment, last.
    ///
    /// One that is planned already, of the same amount and due date, is not added again: it takes
    /// the kind and the day of invoicing where it has none, so that the same words said twice
    /// are said once.
    public func adding(_ instalment: ContributionPayment) -> Contribution {
        let place =
            payments.firstIndex { $0.completed(by: instalment) == $0 }
            ?? payments.firstIndex { $0.completed(by: instalment) != nil }
        guard let place, let completed = payments[place].completed(by: instalment) else {
            return with(payments + [instalment])
        }
        var all = payments
        all[place] = completed
        return with(all)
    }

    /// The contribution with one instalment come in, or one refund paid.
    ///
    /// - Parameters:
    ///   - day: the day that it came in.
    ///   - due: its due date; nil for any.
    ///   - amount: its amount; nil for any.
    /// - Returns: the version that takes the place of this one; the same when it says so already.
    /// - Throws: `InstalmentFault` unless one instalment alone can be meant. Of several alike, one
    ///   of which came in that very day, it is not known whether another did or the same is said
    ///   again.
    public func receiving(
        on day: Day,
        due: Day?,
        amount: Money?
    ) throws(InstalmentFault) -> Contribution {
        let places = payments.indices.filter { place in
            (due == nil || payments[place].due == due)
                && (amount == nil || payments[place].amount == amount)
        }
        let named = places.map { payments[$0] }
        let waiting = places.filter { payments[$0].received == nil }
        let isSaid = named.contains { $0.received == day }
        guard let place = waiting.first else {
            if named.isEmpty { throw .noneMatches(payments) }
            if isSaid { return self }
            throw .alreadyReceived(named)
        }
        guard waiting.count == 1, !isSaid else { throw .severalMatch(named) }
        var all = payments
        all[place] = payments[place].received(on: day)
        return with(all)
    }

    /// The contribution with another day on which one instalment came in, or one refund was paid.
    ///
    /// - Parameters:
    ///   - day: the day that it came in.
    ///   - due: its due date; nil for any.
    ///   - amount: its amount; nil for any.
    /// - Returns: the version that takes the place of this one; the same when it says so already.
    /// - Throws: `InstalmentFault` unless one instalment alone that has come in can be meant.
    public func correctingReceipt(
        to day: Day,
        due: Day?,
        amount: Money?
    ) throws(InstalmentFault) -> Contribution {
        let places = payments.indices.filter { place in
            payments[place].received != nil && (due == nil || payments[place].due == due)
                && (amount == nil || payments[place].amount == amount)
        }
        guard let place = places.first else { throw .noneReceived(payments) }
        guard places.count == 1 else { throw .severalReceived(places.map { payments[$0] }) }
        var all = payments
        all[place] = payments[place].received(on: day)
        return with(all)
    }

    /// The same decision with other instalments.
    func with(_ payments: [ContributionPayment]) -> Contribution {
        Contribution(
            year: year,
            member: member,
            amount: amount,
            decidedOn: decidedOn,
            asked: asked,
            payments: payments
        )
    }
}

extension ContributionPayment {
    /// The instalment with what another says beyond it; nil when they are not the same.
    fileprivate func completed(by other: ContributionPayment) -> ContributionPayment? {
        guard amount == other.amount, due == other.due,
            kind == nil || other.kind == nil || kind == other.kind,
            (kind == .refund) == (other.kind == .refund),
            invoiced == nil || other.invoiced == nil || invoiced == other.invoiced
        else { return nil }
        return ContributionPayment(
            kind: kind ?? other.kind,
            invoiced: invoiced ?? other.invoiced,
            due: due,
            received: received,
            amount: amount
        )
    }

    fileprivate func received(on day: Day) -> ContributionPayment {
        ContributionPayment(
            kind: kind,
            invoiced: invoiced,
            due: due,
            received: day,
            amount: amount
        )
    }
}
