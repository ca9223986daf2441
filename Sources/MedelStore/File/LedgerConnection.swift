import Foundation
import GRDB
import MedelCore

/// How a connection to a ledger file is set up; every setting is read back.
///
/// Source: STORE 1.1–1.2.
enum LedgerConnection {
    /// What a connection may do.
    enum Access {
        case write
        case read
    }

    /// `MEDL` in ASCII, written into the file's header.
    static let applicationID = 0x4D45_444C

    private static let cacheKibibytes = 131_072

    static func open(path: String, access: Access) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(access == .write ? 60 : 30)
        configuration.prepareDatabase { database in try prepare(database, access: access) }
        configuration.label = "ledger"
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static func prepare(_ database: Database, access: Access) throws {
        try refuseForeignFile(database)
        try set("journal_mode", to: "TRUNCATE", reading: "truncate", in: database)
        try set("synchronous", to: "EXTRA", reading: "3", in: database)
        try set("foreign_keys", to: "ON", reading: "1", in: database)
        try set("recursive_triggers", to: "ON", reading: "1", in: database)
        try set("cell_size_check", to: "ON", reading: "1", in: database)
        try set("trusted_schema", to: "OFF", reading: "0", in: database)
        let cache = "-\(cacheKibibytes)"
        try set("cache_size", to: cache, reading: cache, in: database)
        if access == .read { try set("query_only", to: "ON", reading: "1", in: database) }
    }

    /// Before any setting, since the first one rewrites the header of a file in WAL mode.
    private static func refuseForeignFile(_ database: Database) throws {
        let mark = try Int.fetchOne(database, sql: "PRAGMA application_id")
        guard mark != applicationID else { return }
        let isEmpty = try Int.fetchOne(database, sql: "PRAGMA page_count") == 0
        guard isEmpty else {
            throw DatabaseError(resultCode: .SQLITE_NOTADB, message: "another application's file")
        }
    }

    private static func set(
        _ name: String,
        to value: String,
        reading expected: String,
        in database: Database
    ) throws {
        try database.execute(sql: "PRAGMA \(name) = \(value)")
        let row = try Row.fetchOne(database, sql: "PRAGMA \(name)")
        guard let value = row?[0] as DatabaseValue? else {
            throw LedgerError.settingRefused(name: name)
        }
        let actual =
            String.fromDatabaseValue(value) ?? Int64.fromDatabaseValue(value).map(String.init)
        guard actual == expected else { throw LedgerError.settingRefused(name: name) }
    }
}
