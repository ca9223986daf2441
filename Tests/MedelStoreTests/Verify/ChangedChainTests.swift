import Foundation
import GRDB
import LedgerSupport
import MedelCore
import TestSupport
import Testing

@testable import MedelStore

/// Events, the end of the chain, the schema and the log of runs.
@Suite struct ChangedChainTests {
    /// Changes the full ledger in a transaction that is undone, and verifies it.
    private func report(
        against head: String? = nil,
        _ change: (Database) throws -> Void
    ) throws -> ChainReport {
        try withTemporaryFolder { folder in
            let test = try TestLedger.full(in: folder)
            let raw = try RawLedger(test.path)
            return try raw.queue.writeWithoutTransaction { database in
                try database.beginTransaction()
                defer { try? database.rollback() }
                try change(database)
                var verifier = ChainVerifier(database)
                return try verifier.verify(against: head)
            }
        }
    }

    /// Takes events away with all that they added.
    private func remove(_ events: ClosedRange<Int64>, _ database: Database) throws {
        let contents = try Row.fetchAll(
            database,
            sql: "SELECT contents FROM seal WHERE id BETWEEN ? AND ?",
            arguments: [events.lowerBound, events.upperBound]
        ).compactMap { EventContents($0[0] as String) }
        for entry in contents.flatMap(\.entries) {
            try database.execute(
                sql: "DELETE FROM \(entry.table.name) WHERE id >= ? AND id < ?",
                arguments: [entry.ids.lowerBound, entry.ids.upperBound]
            )
        }
        for table in ["seal", "event"] {
            try database.execute(
                sql: "DELETE FROM \(table) WHERE id BETWEEN ? AND ?",
                arguments: [events.lowerBound, events.upperBound]
            )
        }
    }

    @Test(arguments: Int64(2)...8)
    func `an event removed from the middle with all its rows is missed`(_ event: Int64) throws {
        let report = try report { database in
            try RawLedger.withoutTriggers(database) { try remove(event...event, database) }
        }
        #expect(report.faults.contains(.eventMissing(number: Int(event))), "\(report.faults)")
    }

    @Test func `an end removed without a trace is found by a head printed before`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger.full(in: folder)
            let head = try test.ledger.head()
            #expect(try test.ledger.verify(against: head.hash).faults == [])
            #expect(try test.ledger.verify(against: head.hash.uppercased()).faults == [])
            try RawLedger.change(test.path) { database in
                let last = Int64(head.ledgerVersion)
                try remove(last - 1...last, database)
            }
            #expect(try test.ledger.verify().faults == [])
            #expect(
                try test.ledger.verify(against: head.hash).faults
                    == [.headUnknown(hash: head.hash)]
            )
        }
    }

    @Test func `the last event written anew with its hash is found by a head printed before`()
        throws
    {
        try withTemporaryFolder { folder in
            let test = try TestLedger.full(in: folder)
            let head = try test.ledger.head()
            try RawLedger.change(test.path) { try rewrite(head.ledgerVersion, $0) }
            #expect(try test.ledger.verify().faults == [])
            #expect(try test.ledger.verify(against: head.hash).faults.count == 1)
        }
    }

    @Test func `an earlier event written anew with its hash lets the next one hang loose`() throws {
        let report = try report { database in
            try RawLedger.withoutTriggers(database) { try rewrite(3, database) }
        }
        #expect(report.faults == [.eventDetached(number: 4)])
    }

    @Test func `every trigger, index and view that is dropped is missed by name`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger.full(in: folder)
            let raw = try RawLedger(test.path)
            try raw.queue.writeWithoutTransaction { database in
                let objects = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT type, name FROM sqlite_schema
                        WHERE type IN ('trigger', 'index', 'view') AND sql IS NOT NULL
                        """
                )
                #expect(objects.count > 50)
                for object in objects {
                    let name = "\(object[0] as String) \(object[1] as String)"
                    try database.beginTransaction()
                    try database.execute(sql: "DROP \(name)")
                    var verifier = ChainVerifier(database)
                    let faults = try verifier.verify(against: nil).faults
                    #expect(faults == [.schemaChanged(object: name)])
                    try database.rollback()
                }
            }
        }
    }

    @Test(arguments: [
        "CREATE TRIGGER mine AFTER INSERT ON voucher BEGIN DELETE FROM actor; END",
        "CREATE INDEX mine ON voucher (date)",
        "CREATE VIEW mine AS SELECT 1",
        "CREATE TABLE mine (id INTEGER)",
        "ALTER TABLE book ADD COLUMN mine TEXT",
        "DROP TRIGGER voucherRefusesDelete; CREATE TRIGGER voucherRefusesDelete BEFORE DELETE ON "
            + "voucher WHEN OLD.id = 1 BEGIN SELECT RAISE(ABORT, 'no'); END",
        "DROP VIEW currentVoucher; CREATE VIEW currentVoucher AS SELECT * FROM voucher WHERE id > 1",
    ])
    func `what is added to the schema or written otherwise is found`(_ change: String) throws {
        let report = try report { try $0.execute(sql: change) }
        let isFound = report.faults.contains {
            if case .schemaChanged = $0 { true } else { false }
        }
        #expect(isFound, "\(report.faults)")
    }

    @Test(arguments: [
        ("UPDATE operationRecord SET detail = 'annat' WHERE id = 2", 2),
        ("UPDATE operationRecord SET detail = detail || char(0) || 'x' WHERE id = 2", 2),
        ("UPDATE operationRecord SET hash = zeroblob(32) WHERE id = 2", 2),
        ("UPDATE operationRecord SET time = '2020-01-01T00:00:00Z' WHERE id = 1", 1),
        ("UPDATE operationRecord SET id = 9 WHERE id = 3", 9),
        ("DELETE FROM operationRecord WHERE id = 1", 2),
        ("DELETE FROM operationRecord WHERE id = 2", 3),
        (
            "INSERT INTO operationRecord SELECT 4, hash, time, actor, kind, detail, hash "
                + "FROM operationRecord WHERE id = 3", 4
        ),
    ])
    func `a changed, removed or added record of a run is found`(
        _ change: String,
        _ number: Int
    ) throws {
        let report = try report { database in
            try RawLedger.withoutTriggers(on: "operationRecord", database) {
                try database.execute(sql: change)
            }
        }
        #expect(report.faults.contains(.operationRecordChanged(number: number)))
    }

    @Test func `an event number far away is named without counting up to it`() throws {
        let report = try report { database in
            try RawLedger.withoutTriggers(on: "event", database) {
                try database.execute(sql: "UPDATE event SET id = \(Int64.max) WHERE id = 4")
            }
        }
        #expect(report.faults.contains { $0.names("event", 4) })
    }

    @Test func `a posting moved to another book's coding of the same name is found`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let owner = try #require(BookReference("owner:EXEMPEL"))
            let bytes = SIEBook(seed: 5, voucherCount: 5).bytes()
            for book in [BookReference.association, owner] { try test.read(bytes, into: book) }
            try RawLedger.change(test.path) { database in
                try database.execute(
                    sql: """
                        UPDATE posting SET coding = (
                            SELECT yours.id FROM coding AS mine JOIN coding AS yours
                            ON mine.account = yours.account AND mine.objects = yours.objects
                            WHERE mine.id = posting.coding AND yours.id <> mine.id)
                        WHERE id = 1
                        """
                )
            }
            let faults = try test.ledger.verify().faults
            #expect(faults.count == 1)
            #expect(faults.contains { $0.names("voucher", 1) }, "\(faults)")
        }
    }

    @Test func `a row that an index hides from listings is found`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(SIEBook(seed: 5, voucherCount: 5).bytes())
            let whole = "CREATE INDEX postingByMonthAndCoding ON posting (month, coding)"
            // The index is built as if it left a row out, and then named as it was.
            for (sql, isBuilt) in [(whole + " WHERE id > 1", true), (whole, false)] {
                let raw = try RawLedger(test.path)
                try raw.queue.writeWithoutTransaction { database in
                    try database.execute(sql: "PRAGMA writable_schema = ON")
                    try database.execute(
                        sql: "UPDATE sqlite_schema SET sql = ? WHERE name = ?",
                        arguments: [sql, "postingByMonthAndCoding"]
                    )
                }
                try raw.queue.close()
                guard isBuilt else { continue }
                let second = try RawLedger(test.path)
                try second.queue.writeWithoutTransaction { try $0.execute(sql: "REINDEX") }
                try second.queue.close()
            }
            let ledger = try Ledger.open(test.path, for: .read)
            let faults = try ledger.verify().faults
            let isFound = faults.contains { if case .fileDamaged = $0 { true } else { false } }
            #expect(isFound)
        }
    }

    /// Gives an event another reason and the hash that goes with it.
    private func rewrite(_ event: Int, _ database: Database) throws {
        try database.execute(sql: "UPDATE event SET reason = 'annat' WHERE id = \(event)")
        let row = try #require(
            try Row.fetchOne(
                database,
                sql: "SELECT * FROM event JOIN seal ON seal.id = event.id WHERE event.id = ?",
                arguments: [event]
            )
        )
        let written = EventRow(
            id: row["id"],
            encoding: row["encoding"],
            time: row["time"],
            actor: row["actor"],
            operation: row["operation"],
            operationKey: row["operationKey"],
            inputDigest: try #require(Digest(row["inputDigest"] as Data?)),
            subject: row["subject"],
            reason: row["reason"],
            previous: try #require(Digest(row["previous"] as Data?)),
            contents: row["contents"],
            rowsDigest: try #require(Digest(row["rowsDigest"] as Data?))
        )
        try database.execute(
            sql: "UPDATE seal SET hash = ? WHERE id = ?",
            arguments: [Data(written.hash.bytes), event]
        )
    }
}
