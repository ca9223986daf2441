public import MedelCore
public import MedelDocument
import MedelReports
public import MedelStore

/// What can be said of the members' contributions for a year, each as a document.
public struct ContributionDocuments: Sendable {
    private let ledger: Ledger

    /// Prepares the use case.
    public init(_ ledger: Ledger) { self.ledger = ledger }

    /// A total divided over the members, with how each part was found; nothing is saved.
    ///
    /// - Throws: `ContributionSplitError`, `ContributionRefusal.membersMissing`, `LedgerError`.
    public func split(_ total: Money, year: Int) throws -> Document {
        let facts = try facts(asOf: Self.lastDay(of: year))
        guard let profile = facts.snapshot.plan.profile else {
            throw ContributionRefusal.membersMissing
        }
        let split = try ContributionSplit(
            total,
            year: year,
            members: profile.members,
            sharing: profile.sharing
        )
        return try ContributionSplitSheet.make(split, facts.snapshot)
    }

    /// What was decided against what was asked and what the shares give.
    ///
    /// - Parameters:
    ///   - year: the calendar year.
    ///   - day: decisions met that day or before count; nil for all of the year.
    /// - Returns: a row for each member, and what stands out.
    /// - Throws: `SheetRefusal`, `LedgerError`.
    public func decided(year: Int, asOf day: Day?) throws -> Document {
        let facts = try facts(asOf: day ?? Self.lastDay(of: year))
        return try ContributionsSheet.make(year, facts.snapshot, facts.contributions)
    }

    /// Every version with its event.
    ///
    /// - Throws: `SheetRefusal`, `LedgerError`.
    public func history(year: Int) throws -> Document {
        let facts = try facts(asOf: Self.lastDay(of: year))
        return try ContributionHistorySheet.make(year, facts.snapshot, facts.contributions)
    }

    private func facts(asOf day: Day) throws -> FundingFacts {
        try ledger.fundingFacts(asOf: day) { _ in [] }
    }

    private static func lastDay(of year: Int) throws -> Day {
        guard let day = Day(year: year, month: 12, day: 31) else {
            throw ContributionRefusal.yearOutOfRange(year)
        }
        return day
    }
}
