public import MedelCore
public import MedelDocument
public import MedelReports
public import MedelStore

/// Makes the sheets of the overview and the plan from the ledger as it stood on a day.
public struct MakeSheet: Sendable {
    /// Which sheet, with what it needs to know.
    public enum Request: Hashable, Sendable {
        /// R1.
        case total
        /// R2.
        case insatser
        /// R3, of one insats.
        case insats(InsatsCode)
        /// R4, of a calendar year.
        case funding(year: Int)
        /// R6, of a calendar year; nil for that of the day.
        case equity(year: Int?)
        /// R7, from a budget year; nil for that of the day.
        case plan(year: Int?)
        /// R12.
        case membersShare
        /// R17, of a calendar year.
        case liquidity(year: Int)
        /// R14, of a budget by its number; nil for the application not yet decided.
        case proposal(InsatsCode, version: Int?)
        /// The decision log, with the first and the last day of meetings.
        case decisions(from: Day?, through: Day?, insats: InsatsCode?)
        /// One decision.
        case decision(DecisionCode)
        /// The ceilings of an insats.
        case rooms(InsatsCode)

        /// The sheet's place in the list of reports.
        public var report: Report {
            switch self {
            case .total: .total
            case .insatser: .insatser
            case .insats: .insats
            case .funding: .funding
            case .equity: .equity
            case .plan: .plan
            case .membersShare: .membersShare
            case .liquidity: .liquidity
            case .proposal: .proposal
            case .decisions, .decision: .decisions
            case .rooms: .rooms
            }
        }
    }

    private let ledger: Ledger

    /// Prepares the use case.
    public init(_ ledger: Ledger) { self.ledger = ledger }

    /// The sheet, with vouchers dated and decisions met that day or before.
    ///
    /// - Throws: `SheetRefusal` when there is nothing to show, `LedgerError`.
    public func callAsFunction(_ request: Request, asOf day: Day) throws -> Document {
        switch request {
        case .total: return try TotalSheet.make(try ledger.snapshot(asOf: day))
        case .insatser: return try InsatserSheet.make(try ledger.snapshot(asOf: day))
        case .insats(let code):
            return try InsatsSheet.make(code, try ledger.snapshot(asOf: day))
        case .funding(let year):
            return try FundingSheets(ledger).funding(year: year, asOf: day)
        case .membersShare: return try FundingSheets(ledger).membersShare(asOf: day)
        case .liquidity(let year):
            return try FundingSheets(ledger).liquidity(year: year, asOf: day)
        case .equity(let year):
            let facts = try EquityFacts(ledger, asOf: day, year: year)
            return try EquitySheet.make(facts.snapshot, facts.standing, year: year)
        case .plan(let year):
            let facts = try EquityFacts(ledger, asOf: day, year: year)
            return try PlanSheet.make(facts.snapshot, facts.standing, year: year)
        case .proposal(let code, let version):
            let facts = try EquityFacts(ledger, asOf: day)
            return try ProposalSheet.make(code, version: version, facts.snapshot, facts.standing)
        case .decisions(let first, let last, let insats):
            return try DecisionLogSheet.make(
                try ledger.snapshot(asOf: day),
                from: first,
                through: last,
                insats: insats
            )
        case .decision(let code):
            return try DecisionSheet.make(code, try ledger.snapshot(asOf: day))
        case .rooms(let code): return try RoomSheet.make(code, try ledger.snapshot(asOf: day))
        }
    }
}
