import Foundation
import GRDB
public import MedelCore

extension ImportSession {
    /// Whether the file has been read into the book before, by this rule.
    public func hasRead(sha256: String, rule: String) throws -> Bool {
        let digest = Data(Digest(hexadecimal: sha256)?.bytes ?? [])
        return try Bool.fetchOne(
            facts.database,
            sql: """
                SELECT EXISTS (
                    SELECT 1 FROM importedFile
                    WHERE book = ? AND sha256 = ? AND rule = ? AND id <> ?)
                """,
            arguments: [book.id, digest, rule, openedFileID ?? 0]
        ) ?? false
    }

    /// The names of files that were last read by another rule than this one, oldest first.
    public func filesRead(otherThanBy rule: String) throws -> [String] {
        try String.fetchAll(
            facts.database,
            sql: """
                SELECT fileName FROM importedFile
                WHERE book = ?1 AND id <> ?3 AND id IN (
                    SELECT max(id) FROM importedFile WHERE book = ?1 AND id <> ?3 GROUP BY sha256)
                AND rule <> ?2 ORDER BY id
                """,
            arguments: [book.id, rule, openedFileID ?? 0]
        )
    }

    /// What the latest file of a fiscal year declared as opening balances, by account.
    ///
    /// - Returns: nil when no file has declared any for the year.
    /// - Throws: `LedgerError`.
    public func earlierOpening(of year: FiscalYear) throws -> [AccountNumber: Money]? {
        let rows = try Row.fetchAll(
            facts.database,
            sql: """
                SELECT coding.account, sum(amountOre) FROM declaredBalance
                JOIN coding ON coding.id = declaredBalance.coding
                WHERE kind = 'IB' AND yearIndex = 0 AND importedFile = (
                    SELECT max(importedFile.id) FROM importedFile
                    JOIN fiscalYear ON fiscalYear.id = importedFile.fiscalYear
                    WHERE importedFile.book = ?1 AND importedFile.id <> ?4
                    AND fiscalYear.firstDay = ?2 AND fiscalYear.lastDay = ?3)
                GROUP BY coding.account
                """,
            arguments: [
                book.id, year.start.description, year.end.description, openedFileID ?? 0,
            ]
        )
        guard !rows.isEmpty else { return nil }
        var opening: [AccountNumber: Money] = [:]
        for row in rows {
            guard let account = AccountNumber(row[0]) else { continue }
            opening[account] = try Money(ore: row[1])
        }
        return opening
    }

    /// The book's account names before this file.
    public func earlierNames() throws -> BookNames {
        try BookNames(book: book.id, database: facts.database)
    }
}
