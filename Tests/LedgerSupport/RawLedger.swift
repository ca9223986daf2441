import Foundation
package import GRDB
import TestSupport

/// A ledger's file as somebody with any SQLite program sees it.
package struct RawLedger: Sendable {
    package let queue: DatabaseQueue

    /// Opens a file without any of the safety settings.
    package init(_ path: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
        }
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Does something to the file and keeps it.
    package static func change(_ path: String, _ body: (Database) throws -> Void) throws {
        let raw = try RawLedger(path)
        try raw.queue.write { database in
            try withoutTriggers(database) { try body(database) }
        }
        try raw.queue.close()
    }

    /// Does something and puts every trigger back byte by byte.
    package static func withoutTriggers(
        on table: String? = nil,
        _ database: Database,
        _ body: () throws -> Void
    ) throws {
        let triggers = try Row.fetchAll(
            database,
            sql: """
                SELECT name, sql FROM sqlite_schema
                WHERE type = 'trigger' AND (?1 IS NULL OR tbl_name = ?1)
                """,
            arguments: [table]
        )
        for trigger in triggers {
            try database.execute(sql: "DROP TRIGGER \(trigger[0] as String)")
        }
        let outcome = Result { try body() }
        for trigger in triggers { try database.execute(sql: trigger[1]) }
        try outcome.get()
    }

    /// Every row of a ledger as text, table by table, so that two states can be compared.
    ///
    /// Only the named tables, or all that are the ledger's.
    package static func dump(_ path: String, tables: [String]? = nil) throws -> String {
        let raw = try RawLedger(path)
        defer { try? raw.queue.close() }
        return try raw.queue.read { database in
            let all = try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM sqlite_schema WHERE type = 'table'
                    AND name NOT LIKE 'sqlite_%' ORDER BY name
                    """
            )
            var text = ""
            for table in tables ?? all {
                text += table + "\n"
                let rows = try Row.fetchCursor(
                    database,
                    sql: "SELECT * FROM \(table)"
                )
                while let row = try rows.next() {
                    text += row.databaseValues.map(\.description).joined(separator: "|") + "\n"
                }
            }
            return text
        }
    }

    /// The sums of the balance table by `account objects month`.
    package static func balances(_ path: String, book: String) throws -> [String: Int] {
        let raw = try RawLedger(path)
        defer { try? raw.queue.close() }
        return try raw.queue.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT account || ' ' || replace(replace(objects, '=', ':'), ';', ' ')
                        || ' ' || month, amountOre
                    FROM balance JOIN coding ON coding.id = coding
                    JOIN book ON book.id = coding.book
                    WHERE book.code = ? AND amountOre <> 0
                    """,
                arguments: [book]
            )
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
        }
    }
}
