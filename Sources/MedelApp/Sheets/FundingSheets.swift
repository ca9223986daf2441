public import MedelCore
public import MedelDocument
import MedelReports
public import MedelStore

/// Makes the sheets of financing: R4, R12 and R17.
public struct FundingSheets: Sendable {
    private let ledger: Ledger

    /// Prepares the use case.
    public init(_ ledger: Ledger) { self.ledger = ledger }

    /// R4 of a calendar year, as of a day.
    ///
    /// - Throws: `SheetRefusal`, `LedgerError`.
    public func funding(year: Int, asOf day: Day) throws -> Document {
        let facts = try ledger.fundingFacts(asOf: day) { snapshot in
            Set([snapshot.lastCovered(through: day)].compactMap(\.self))
        }
        return try FundingSheet.make(
            year,
            facts.snapshot,
            facts.contributions,
            try facts.position(on: day)
        )
    }

    /// R12 as of a day; members that have left stand with what there was on their last day.
    ///
    /// - Throws: `SheetRefusal`, `LedgerError`.
    public func membersShare(asOf day: Day) throws -> Document {
        let facts = try ledger.fundingFacts(asOf: day) { snapshot in
            Set(snapshot.exits.values)
                .union([snapshot.lastCovered(through: day)].compactMap(\.self))
        }
        return try MembersShareSheet.make(
            facts.snapshot,
            try facts.position(on: day),
            exits: try facts.snapshot.exits.mapValues { try facts.position(closing: $0) }
        )
    }

    /// R17 of a calendar year, as of a day.
    ///
    /// - Throws: `SheetRefusal`, `LedgerError`.
    public func liquidity(year: Int, asOf day: Day) throws -> Document {
        let facts = try ledger.fundingFacts(asOf: day) { snapshot in
            Set(snapshot.coveredMonthEnds(of: year))
        }
        let positions = try facts.snapshot.coveredMonthEnds(of: year).map {
            try facts.position(closing: $0)
        }
        return try LiquiditySheet.make(year, facts.snapshot, facts.contributions, positions)
    }
}
