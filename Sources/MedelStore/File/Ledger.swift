import Foundation
import GRDB
import MedelCore

/// One association's ledger: an SQLite file of facts under an event chain.
///
/// A value that shares its connection; every operation is one transaction.
///
/// Source: STORE 1–3, ARCHITECTURE "One file per association".
public struct Ledger: Sendable {
    /// What a program may do with the ledger.
    public enum Access: Sendable {
        /// Read and add facts.
        case write
        /// Read only.
        case read
    }

    /// Where the file lies.
    public let path: String

    let queue: DatabaseQueue

    init(path: String, queue: DatabaseQueue) {
        self.path = path
        self.queue = queue
    }

    /// Opens a ledger that exists.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - access: what the program may do.
    /// - Returns: the ledger, brought up to this program's schema when it may be written.
    /// - Throws: `LedgerError` when the file is missing, is no ledger, is newer than this program
    ///   or lies on a network file system.
    public static func open(_ path: String, for access: Access) throws -> Ledger {
        guard FileManager.default.fileExists(atPath: path) else {
            throw LedgerError.noSuchFile(path: path)
        }
        guard !NetworkFileSystem.holds(path) else {
            throw LedgerError.networkFileSystem(path: path)
        }
        return try translatingErrors(path: path) {
            let queue = try LedgerConnection.open(
                path: path,
                access: access == .write ? .write : .read
            )
            let ledger = Ledger(path: path, queue: queue)
            try ledger.refuseForeignFile()
            if access == .write { try LedgerSchema.migrator.migrate(queue) }
            return ledger
        }
    }

    /// Reads values in one short transaction; nothing is rendered or waited for inside it.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try translatingErrors { try Self.read(queue, body) }
    }

    /// Not the queue's own reading, after which a connection for reading could write.
    private static func read<Value>(
        _ queue: DatabaseQueue,
        _ body: (Database) throws -> Value
    ) throws -> Value {
        try queue.inDatabase { database in
            try database.beginTransaction(.deferred)
            defer { try? database.rollback() }
            return try body(database)
        }
    }

    func translatingErrors<Value>(_ body: () throws -> Value) throws -> Value {
        try Self.translatingErrors(path: path, body)
    }

    private func refuseForeignFile() throws {
        try Self.read(queue) { database in
            let mark = try Int.fetchOne(database, sql: "PRAGMA application_id")
            guard mark == LedgerConnection.applicationID else {
                throw LedgerError.notALedger(path: path)
            }
            guard try !LedgerSchema.migrator.hasBeenSuperseded(database) else {
                throw LedgerError.newerLedger(path: path)
            }
        }
    }
}
