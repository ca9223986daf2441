import Foundation
import GRDB
import LedgerSupport
import MedelStore
import TestSupport
import Testing

@Suite struct AttachmentTests {
    @Test(arguments: [3, 3_000])
    func `every byte of a file that was read in can be had again`(_ voucherCount: Int) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let bytes = SIEBook(seed: 1, voucherCount: voucherCount).bytes()
            try test.read(bytes)
            let raw = try RawLedger(test.path)
            let parts = try raw.queue.read { database in
                try Data.fetchAll(database, sql: "SELECT bytes FROM attachmentPart ORDER BY id")
            }
            #expect(parts.flatMap { [UInt8]($0) } == bytes)
            #expect(try test.ledger.verify().faults == [])
        }
    }
}
