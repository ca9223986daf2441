/// How many took part in an insats in a calendar year, and what each of them cost.
///
/// Source: SPEC 7 (key figures), GUIDE 4.4, 7 (R14).
public struct ParticipantFigures: Hashable, Sendable {
    /// How many were planned for; nil when nobody has said.
    public let planned: Int?

    /// How many were reported; nil until known.
    public let reported: Int?

    /// The budget for each planned participant; nil when either is not known, or nobody is planned.
    public let plannedCost: Money?

    /// What each reported participant cost; nil when either is not known, or there was none.
    public let actualCost: Money?

    /// Divides a year's budget and cost over its participants.
    ///
    /// Each amount is rounded half away from zero to whole öre.
    ///
    /// - Parameters:
    ///   - count: the year's participants, nil when none are told.
    ///   - budget: the year's budget.
    ///   - incurred: the year's cost.
    public init(_ count: ParticipantCount?, budget: Money?, incurred: Money?) {
        planned = count?.planned
        reported = count?.reported
        plannedCost = budget?.perHead(count?.planned)
        actualCost = incurred?.perHead(count?.reported)
    }
}

extension InsatsOverview {
    /// The participants of a calendar year.
    public func participants(_ year: Int) -> ParticipantCount? {
        insats.participants.first { $0.year == year }
    }

    /// The key figures of a calendar year.
    ///
    /// - Parameters:
    ///   - year: the calendar year.
    ///   - line: the year's line.
    /// - Returns: figures that are nil where the insats says nothing.
    public func keyFigures(_ year: Int, _ line: OverviewLine) -> ParticipantFigures {
        ParticipantFigures(
            participants(year),
            budget: line[.budget].amount,
            incurred: line[.incurred].amount
        )
    }
}

extension Money {
    /// The amount for each of a number of people, rounded half away from zero.
    ///
    /// - Returns: nil when the number is not known or not above zero.
    public func perHead(_ count: Int?) -> Money? {
        guard let count, count > 0 else { return nil }
        return Money(
            within: Rounding.halfAwayFromZero.divide(Int128(ore), by: Int128(count))
        )
    }
}
