import LedgerSupport
import MedelApp
import MedelCore
import MedelStore
import TestSupport
import Testing

/// What upstream has now is compared with what it had when it was last read.
struct UpstreamTests {
    private func book(_ ore: Int, dressed generatedOn: String) -> [UInt8] {
        var book = SIEBook()
        book.vouchers = [
            .init(
                "A",
                "1",
                month: 1,
                text: "Hyra",
                rows: [.init("6010", ore: ore), .init("1930", ore: -ore)]
            )
        ]
        var dress = SIEBook.Dress()
        dress.generatedOn = generatedOn
        return book.bytes(dress)
    }

    @Test func `a change that upstream takes back is no difference any more`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(book(100, dressed: "20260101"))
            #expect(try test.read(book(200, dressed: "20260102")).changed.count == 1)
            #expect(try test.ledger.openDifferences().count == 1)
            #expect(try test.read(book(100, dressed: "20260103")).changed.isEmpty)
            #expect(try test.ledger.openDifferences().isEmpty)
            #expect(try test.ledger.verify().isIntact)
        }
    }

    @Test func `upstream going back to an earlier change asks again`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(book(100, dressed: "20260101"))
            try test.read(book(200, dressed: "20260102"))
            try test.read(book(300, dressed: "20260103"))
            #expect(try test.read(book(200, dressed: "20260104")).changed.count == 1)
            let open = try test.ledger.openDifferences()
            #expect(open.count == 1)
            #expect(open.first?.upstream?.rows.first?.amount.ore == 200)
            #expect(try test.ledger.verify().isIntact)
        }
    }
}
