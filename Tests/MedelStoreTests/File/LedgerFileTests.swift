import Foundation
import GRDB
import LedgerSupport
import MedelApp
import MedelCore
import TestSupport
import Testing

@testable import MedelStore

@Suite struct LedgerFileTests {
    @Test(arguments: [Ledger.Access.write, .read])
    func `every connection has the settings that keep what was acknowledged`(
        _ access: Ledger.Access
    ) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let ledger = try Ledger.open(test.path, for: access)
            // After a first reading, which must leave them as they are.
            _ = try ledger.head()
            let settings = try ledger.queue.inDatabase { database in
                try [
                    "journal_mode", "synchronous", "foreign_keys", "recursive_triggers",
                    "cell_size_check", "trusted_schema", "query_only", "application_id",
                ].map { try String.fetchOne(database, sql: "PRAGMA \($0)") }
            }
            let isReader = access == .read ? "1" : "0"
            #expect(
                settings == ["truncate", "3", "1", "1", "1", "0", isReader, "1296385100"]
            )
        }
    }

    @Test func `a ledger opened for reading writes nothing`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let reader = try Ledger.open(test.path, for: .read)
            _ = try reader.head()
            let before = try RawLedger.dump(test.path)
            #expect(throws: LedgerError.readOnly(path: test.path)) {
                try reader.note(
                    kind: "prov",
                    detail: "",
                    actor: "ekonom",
                    time: try TestLedger.moment()
                )
            }
            #expect(throws: LedgerError.readOnly(path: test.path)) {
                _ = try reader.setPeriods(
                    [try TestLedger.month(1)],
                    of: try test.book(),
                    to: .closed,
                    try TestLedger.operation(.setPeriod)
                )
            }
            #expect(try RawLedger.dump(test.path) == before)
        }
    }

    @Test(arguments: [
        "INSERT INTO balance VALUES (1, 202501, 1000000000000000)",
        "INSERT INTO balance VALUES (1, 202501, -1000000000000000)",
        "INSERT INTO balance VALUES (1, 202501, 'ett')",
        "INSERT INTO balance VALUES (1, 202501, 1.5)",
        "INSERT INTO balance VALUES (1, 202501, NULL)",
        "INSERT INTO balance VALUES (99, 202501, 1)",
        "INSERT INTO fiscalYear VALUES (9, 1, 1, '2025-1-1', '2025-12-31', zeroblob(32))",
        "INSERT INTO fiscalYear VALUES (9, 1, 1, '2025-12-31', '2025-01-01', zeroblob(32))",
        "INSERT INTO fiscalYear VALUES (9, 1, 1, '2025-01-01', '2025-12-31', zeroblob(31))",
        "INSERT INTO fiscalYear VALUES (9, 99, 1, '2025-01-01', '2025-12-31', zeroblob(32))",
        "INSERT INTO book VALUES (9, 1, 'owner:X', 'X', NULL, 'halv', zeroblob(32))",
        "UPDATE book SET name = 'X'",
        "DELETE FROM book",
        "INSERT OR REPLACE INTO book SELECT * FROM book",
        "DELETE FROM event",
        "UPDATE seal SET hash = zeroblob(32)",
        "DELETE FROM operationRecord",
    ])
    func `the schema refuses bad money, dates and references, and every change`(
        _ change: String
    ) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.ledger.note(
                kind: "prov",
                detail: "",
                actor: "ekonom",
                time: try TestLedger.moment()
            )
            #expect(throws: DatabaseError.self) {
                try test.ledger.queue.write { try $0.execute(sql: change) }
            }
            #expect(try test.ledger.verify().faults == [])
        }
    }

    @Test func `creating never overwrites what lies there`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let before = try Data(contentsOf: URL(filePath: test.path))
            #expect(throws: LedgerError.fileExists(path: test.path)) {
                _ = try TestLedger(in: folder)
            }
            #expect(try Data(contentsOf: URL(filePath: test.path)) == before)
            let elsewhere = folder.appending(path: "saknas")
            #expect(throws: LedgerError.noSuchFolder(path: elsewhere.path)) {
                _ = try TestLedger(in: elsewhere)
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(left.filter { $0.contains("creating") } == [])
        }
    }

    @Test(arguments: ["text", "tom", "rollback", "wal"])
    func `another file is refused and not touched`(_ kind: String) throws {
        try withTemporaryFolder { folder in
            let path = folder.appending(path: "annat.db").path
            switch kind {
            case "text": try Data(repeating: 0x41, count: 5_000).write(to: URL(filePath: path))
            case "tom": try Data().write(to: URL(filePath: path))
            default:
                let queue = try DatabaseQueue(path: path)
                try queue.writeWithoutTransaction { database in
                    let mode = kind == "wal" ? "WAL" : "DELETE"
                    try database.execute(sql: "PRAGMA journal_mode = \(mode)")
                    try database.execute(sql: "CREATE TABLE book (id INTEGER)")
                }
                try queue.close()
            }
            let before = try Data(contentsOf: URL(filePath: path))
            for access in [Ledger.Access.read, .write] {
                #expect(throws: LedgerError.notALedger(path: path)) {
                    _ = try Ledger.open(path, for: access)
                }
            }
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
        }
    }

    @Test func `a ledger of a newer program is refused`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try RawLedger.change(test.path) { database in
                try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 later')")
            }
            #expect(throws: LedgerError.newerLedger(path: test.path)) {
                _ = try Ledger.open(test.path, for: .read)
            }
            let missing = folder.appending(path: "saknas.medel").path
            #expect(throws: LedgerError.noSuchFile(path: missing)) {
                _ = try Ledger.open(missing, for: .write)
            }
        }
    }

    @Test(arguments: [
        ("/srv/nät/bok.medel", true), ("/srv/bok.medel", false), ("/home/a b/bok.medel", true),
        ("/srv/nätet/bok.medel", false), ("/mnt/sshfs/bok.medel", true),
    ])
    func `a network file system is known by the mounts`(_ path: String, _ isNetwork: Bool) {
        let mounts = """
            22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            40 22 0:40 / /srv/nät rw,relatime shared:2 - nfs4 server:/ rw
            41 22 0:41 / /home/a\\040b rw,relatime - cifs //server/a rw
            42 22 0:42 / /mnt/sshfs rw,nosuid - fuse.sshfs user@server: rw
            """
        #expect(NetworkFileSystem.isOnNetwork(path, mounts: mounts) == isNetwork)
    }

    @Test func `a backup is verified and holds the same, and a broken one is not restored`()
        throws
    {
        try withTemporaryFolder { folder in
            let test = try TestLedger.full(in: folder)
            let copy = folder.appending(path: "kopia.medel").path
            let backup = try test.ledger.backUp(to: copy)
            #expect(try RawLedger.dump(copy) == RawLedger.dump(test.path))
            #expect(backup.head == (try test.ledger.head()))
            #expect(throws: LedgerError.fileExists(path: copy)) {
                _ = try test.ledger.backUp(to: copy)
            }
            let back = folder.appending(path: "åter.medel").path
            let head = backup.head.hash
            _ = try Ledger.restore(from: copy, to: back, against: head)
            #expect(try RawLedger.dump(back) == RawLedger.dump(test.path))
            let other = folder.appending(path: "annan.medel").path
            let unknown = String(repeating: "0", count: 64)
            #expect(
                throws: LedgerError.brokenBackup(path: copy, fault: .headUnknown(hash: unknown))
            ) {
                _ = try Ledger.restore(from: copy, to: other, against: unknown)
            }
            try RawLedger.change(copy) { try $0.execute(sql: "UPDATE account SET name = 'X'") }
            #expect(throws: LedgerError.self) {
                _ = try Ledger.restore(from: copy, to: other, against: nil)
            }
            #expect(!FileManager.default.fileExists(atPath: other))
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(left.filter { $0.contains("copying") } == [])
        }
    }
}
