public import MedelCore
public import MedelDocument
public import MedelReports
public import MedelStore

/// Makes the sheets R1 to R3 from the ledger as it stood on a day.
public struct MakeSheet: Sendable {
    /// Which sheet, with what it needs to know.
    public enum Request: Hashable, Sendable {
        /// R1.
        case total
        /// R2.
        case insatser
        /// R3, of one insats.
        case insats(InsatsCode)

        /// The sheet's place in the list of reports.
        public var report: Report {
            switch self {
            case .total: .total
            case .insatser: .insatser
            case .insats: .insats
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
        let snapshot = try ledger.snapshot(asOf: day)
        return switch request {
        case .total: try TotalSheet.make(snapshot)
        case .insatser: try InsatserSheet.make(snapshot)
        case .insats(let code): try InsatsSheet.make(code, snapshot)
        }
    }
}
