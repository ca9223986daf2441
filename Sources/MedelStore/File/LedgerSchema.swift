import GRDB

/// The tables, indexes, views and triggers of a ledger, and how an older file gets them.
enum LedgerSchema {
    /// Every migration in order; a file has the first few or all of them.
    private static let migrations: [(name: String, statements: [String])] = [
        (Migration001Ledger.name, Migration001Ledger.statements),
        (Migration002Descriptions.name, Migration002Descriptions.statements),
        (Migration003Kinds.name, Migration003Kinds.statements),
    ]

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator().disablingDeferredForeignKeyChecks()
        for migration in migrations {
            migrator.registerMigration(migration.name) { database in
                for statement in migration.statements { try database.execute(sql: statement) }
            }
        }
        return migrator
    }

    /// The last migration that a file has; a file that was only read may be of an older program.
    static func lastMigration(in database: Database) throws -> String {
        let applied = try migrator.appliedIdentifiers(database)
        return migrations.last { applied.contains($0.name) }?.name ?? Migration001Ledger.name
    }

    /// Every object of the schema by name, as the migrations make it up to the named one.
    static func expected(through migration: String) throws -> [String: String] {
        let queue = try DatabaseQueue()
        try migrator.migrate(queue, upTo: migration)
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
