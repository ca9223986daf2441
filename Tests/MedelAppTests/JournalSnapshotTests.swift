import LedgerSupport
import MedelApp
import MedelCore
import MedelStore
import TestSupport
import Testing

struct JournalSnapshotTests {
    private func year(_ year: Int, opening: Int) -> [UInt8] {
        var book = SIEBook()
        book.year = year
        book.opening = ["1930": opening, "2010": -opening]
        book.accountNames = ["1930": "Bank \(year)"]
        book.vouchers = [
            .init("A", "1", month: 3, rows: [.init("6010", ore: 100), .init("1930", ore: -100)])
        ]
        return book.bytes()
    }

    @Test func `a journal is of one ledger version, whatever is read in while it is written`()
        throws
    {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(year(2025, opening: 5_000), named: "2025.se")
            let export = ExportJournal(test.ledger)
            var before = ""
            try export(.association) { before += $0 }
            #expect(before.contains("2025-01-01 Ingående balans"))

            let late = try TestLedger(reopening: test.path)
            var during = ""
            try export(.association) { text in
                // As soon as the head is written, a year before the first comes in.
                if during.isEmpty { try late.read(year(2024, opening: 70), named: "2024.se") }
                during += text
            }
            #expect(during == before)
            var after = ""
            try export(.association) { after += $0 }
            #expect(after.contains("2024-01-01 Ingående balans"))
            #expect(after != before)
        }
    }
}
