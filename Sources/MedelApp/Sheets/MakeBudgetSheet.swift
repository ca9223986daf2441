public import MedelCore
public import MedelDocument
import MedelReports
public import MedelStore

/// Shows the versions of an insats's budget.
public struct MakeBudgetSheet: Sendable {
    /// What is shown.
    public enum Request: Hashable, Sendable {
        /// Every version.
        case list
        /// One version; nil for the one that holds.
        case show(Int?)
        /// What differs between two versions.
        case difference(from: Int, to: Int)
    }

    private let ledger: Ledger

    /// Prepares the use case.
    public init(_ ledger: Ledger) { self.ledger = ledger }

    /// The sheet, of the ledger as it stands.
    ///
    /// - Throws: `SheetRefusal` for a version that is not there, `LedgerError`.
    public func callAsFunction(_ request: Request, of insats: InsatsCode) throws -> Document {
        let history = try ledger.budgetHistory(of: insats)
        return switch request {
        case .list: try BudgetSheets.list(history)
        case .show(let number): try BudgetSheets.show(number, of: history)
        case .difference(let first, let second):
            try BudgetSheets.difference(from: first, to: second, of: history)
        }
    }
}
