import Foundation
import GRDB
public import MedelCore

extension Ledger {
    /// Reads a file into a book as one transaction and one event, wholly or not at all.
    ///
    /// - Parameters:
    ///   - operation: who, when and what; its key makes the same file change nothing.
    ///   - reference: the book.
    ///   - description: what a book that is not there yet is made as.
    ///   - commits: false for a dry run, which does everything and takes it back.
    ///   - body: opens the session, hands over vouchers and closes it.
    /// - Returns: what `body` returned, and where the chain ends now.
    /// - Throws: what `body` throws, and `LedgerError`; the ledger is then as it was.
    public func importFile<Value: Sendable>(
        _ operation: Operation,
        into reference: BookReference,
        describedAs description: BookDescription,
        commits: Bool,
        _ body: (ImportSession) throws -> Value
    ) throws -> Outcome<Value> {
        try record(operation, commits: commits) { facts in
            let session = try ImportSession(
                facts: facts,
                reference: reference,
                description: description
            )
            return try body(session)
        }
    }
}
