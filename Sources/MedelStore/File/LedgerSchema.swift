import GRDB

/// The tables, indexes, views and triggers of a ledger, and how an older file gets them.
enum LedgerSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator().disablingDeferredForeignKeyChecks()
        migrator.registerMigration(Migration001Ledger.name) { database in
            for statement in Migration001Ledger.statements { try database.execute(sql: statement) }
        }
        return migrator
    }

    /// Every object of the schema by name, as the migrations make it.
    static func expected() throws -> [String: String] {
        let queue = try DatabaseQueue()
        try migrator.migrate(queue)
        return try queue.read(objects)
    }

    /// Every object of the schema by name, as the file has it.
    static func objects(in database: Database) throws -> [String: String] {
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema"
        )
        var objects: [String: String] = [:]
        while let row = try rows.next() { objects[row[0]] = row[1] as String }
        return objects
    }
}
