import Foundation
import GRDB
import LedgerSupport
import MedelCore
import TestSupport
import Testing

@testable import MedelStore

@Suite struct UpgradeTests {
    /// Makes the full ledger what a program before descriptions would have written: everything up
    /// to the first plan, without the table.
    private func withOldLedger(_ body: (String, ChainHead) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let file = SharedFiles.projectRoot.appending(path: "samples/sie/rattelser-4e.se")
            try test.read(Array(try Data(contentsOf: file)), named: "rattelser.se")
            let head = try test.ledger.head()
            let raw = try RawLedger(test.path)
            try raw.queue.write { database in
                try database.execute(
                    sql: """
                        DROP VIEW currentDescription;
                        DROP TABLE description;
                        DELETE FROM grdb_migrations WHERE identifier <> '001 ledger';
                        """
                )
            }
            try raw.queue.close()
            try body(test.path, head)
        }
    }

    @Test func `an older ledger that is only read verifies as it is and has an empty plan`() throws
    {
        try withOldLedger { path, head in
            let ledger = try Ledger.open(path, for: .read)
            #expect(try ledger.verify(against: head.hash).faults == [])
            #expect(try ledger.plan() == AssociationPlan())
        }
    }

    @Test func `an upgraded ledger keeps every hash and takes a plan`() throws {
        try withOldLedger { path, head in
            let ledger = try Ledger.open(path, for: .write)
            #expect(try ledger.head() == head)
            let report = try ledger.verify(against: head.hash)
            #expect(report.faults == [])
            var plan = AssociationPlan()
            let code = try #require(OwnerCode("OSK"))
            plan.recipients = [Recipient(code: code, name: "Oskarshamn", vatStatus: .net)]
            let operation = try TestLedger.operation(.loadPlan)
            let outcome = try ledger.apply(plan, mapping: nil, operation)
            #expect(
                outcome.value?.changes
                    == [PlanChange(subject: .recipient(code), action: .added)]
            )
            #expect(try ledger.plan().recipients == plan.recipients)
            let after = try ledger.verify(against: head.hash)
            #expect(after.faults == [])
            #expect(after.rowCount == report.rowCount + 1)
        }
    }

    @Test func `a description table that is dropped after use is found row by row`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger.full(in: folder)
            let raw = try RawLedger(test.path)
            try raw.queue.write { database in
                try database.execute(
                    sql: """
                        DROP VIEW currentDescription;
                        DROP TABLE description;
                        DELETE FROM grdb_migrations WHERE identifier <> '001 ledger';
                        """
                )
            }
            try raw.queue.close()
            let report = try Ledger.open(test.path, for: .read).verify()
            let missing = report.faults.filter {
                if case .rowMissing(table: "description", _, _) = $0 { true } else { false }
            }
            #expect(missing.count == 2)
        }
    }

    @Test func `descriptions of an older ledger are carried over with their hashes`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger.full(in: folder)
            let head = try test.ledger.head()
            let plan = try test.ledger.plan()
            let raw = try RawLedger(test.path)
            try raw.queue.write { database in
                try database.execute(
                    sql: """
                        DROP VIEW currentDescription;
                        ALTER TABLE description RENAME TO kept;
                        DROP TRIGGER descriptionRefusesUpdate;
                        DROP TRIGGER descriptionRefusesDelete;
                        """
                )
                for statement in Migration002Descriptions.statements {
                    try database.execute(sql: statement)
                }
                try database.execute(
                    sql: """
                        INSERT INTO description SELECT * FROM kept;
                        DROP TABLE kept;
                        DELETE FROM grdb_migrations WHERE identifier = '003 kinds';
                        """
                )
            }
            try raw.queue.close()
            #expect(try Ledger.open(test.path, for: .read).plan() == plan)
            let ledger = try Ledger.open(test.path, for: .write)
            #expect(try ledger.verify(against: head.hash).faults == [])
            #expect(try ledger.plan() == plan)
        }
    }

    @Test func `a description is never changed or deleted`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger.full(in: folder)
            for sql in ["UPDATE description SET body = 'x'", "DELETE FROM description"] {
                #expect(throws: (any Error).self) {
                    try test.ledger.queue.write { try $0.execute(sql: sql) }
                }
            }
        }
    }
}
