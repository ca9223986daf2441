import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelStore
import TestSupport
import Testing

@Suite struct ReimportTests {
    private static let book = "association"

    /// A book's first file, read into a new ledger.
    private func ledger(
        of book: SIEBook,
        in folder: URL
    ) throws -> TestLedger {
        let test = try TestLedger(in: folder)
        let report = try test.read(book.bytes())
        #expect(report.taken == book.vouchers.count)
        #expect(report.new.isEmpty && report.changed.isEmpty && report.gone.isEmpty)
        #expect(try RawLedger.balances(test.path, book: Self.book) == book.balances)
        return test
    }

    /// Reads bytes that the ledger has taken before and expects that not a byte moves.
    private func expectNothing(of bytes: [UInt8], in test: TestLedger) throws {
        let before = try RawLedger.dump(test.path)
        let report = try test.read(bytes)
        guard case .alreadyRead = report.result else {
            Issue.record("read again: \(report.result)")
            return
        }
        #expect(try RawLedger.dump(test.path) == before)
    }

    /// Reads the same vouchers from another file and expects that none of them is news.
    private func expectNoNews(
        of book: SIEBook,
        dressed: Int,
        in test: TestLedger
    ) throws {
        var dress = SIEBook.Dress()
        dress.blankLines = dressed
        dress.registeredOn = "20250131"
        dress.signature = "sign \(dressed)"
        dress.generatedOn = "20260120"
        let balances = try RawLedger.dump(test.path, tables: ["balance", "voucher", "difference"])
        let report = try test.read(book.bytes(dress))
        #expect(report.new.isEmpty && report.changed.isEmpty && report.gone.isEmpty)
        #expect(report.taken == 0)
        #expect(report.known == book.vouchers.count)
        let after = try RawLedger.dump(test.path, tables: ["balance", "voucher", "difference"])
        #expect(after == balances)
    }

    private func keys(_ vouchers: [SIEBook.Voucher]) -> [String] {
        vouchers.map(LaterExport.key).sorted()
    }

    private func keys(_ entries: [ImportReport.Entry]) -> [String] {
        entries.map(\.key.description).sorted()
    }

    @Test(arguments: 0..<200)
    func `a later export gives exactly what was edited, and the same file gives nothing`(
        _ seed: Int
    ) throws {
        try withTemporaryFolder { folder in
            var generator = SeededGenerator(seed: seed)
            let count = Int.random(in: 4...40, using: &generator)
            let book = SIEBook(seed: seed, voucherCount: count)
            let test = try ledger(of: book, in: folder)
            try expectNothing(of: book.bytes(), in: test)
            try expectNoNews(of: book, dressed: 1, in: test)

            let later = LaterExport(of: book, &generator)
            let report = try test.read(later.book.bytes())
            #expect(keys(report.new) == keys(later.added))
            #expect(keys(report.changed) == keys(later.changed.map(\.before)))
            #expect(keys(report.gone) == keys(later.removed.map(\.before)))
            try expectNothing(of: later.book.bytes(), in: test)
            try expectNoNews(of: later.book, dressed: 2, in: test)
            let undecided = later.inForce(from: book, accepting: [])
            #expect(try RawLedger.balances(test.path, book: Self.book) == undecided.balances)

            var accepted: Set<String> = []
            for difference in try test.ledger.openDifferences() {
                let verdict = Verdict.allCases.randomElement(using: &generator) ?? .refused
                try test.resolve(difference.number, verdict)
                if verdict == .accepted { accepted.insert(difference.key.description) }
            }
            let decided = later.inForce(from: book, accepting: accepted)
            let hasAmbiguous = Set(keys(later.removed.map(\.before))).count < later.removed.count
            if !hasAmbiguous {
                #expect(try RawLedger.balances(test.path, book: Self.book) == decided.balances)
            }
            try expectNothing(of: later.book.bytes(), in: test)
            try expectNoNews(of: later.book, dressed: 3, in: test)
            #expect(try test.ledger.openDifferences() == [])
            #expect(try test.ledger.check(.basic).findings == [])
            #expect(try test.ledger.verify().faults == [])
        }
    }

    @Test(arguments: 0..<20)
    func `two halves of a book give the same balances in either order`(_ seed: Int) throws {
        try withTemporaryFolder { folder in
            var generator = SeededGenerator(seed: seed)
            let book = SIEBook(seed: seed, voucherCount: 40)
            var halves = [book, book]
            halves[0].vouchers = []
            halves[1].vouchers = []
            for voucher in book.vouchers {
                // Vouchers of one name go together; two of one name in two files are one changed.
                let isFirst = Bool.random(using: &generator)
                let place = halves[0].vouchers.contains {
                    LaterExport.key($0) == LaterExport.key(voucher)
                }
                let other = halves[1].vouchers.contains {
                    LaterExport.key($0) == LaterExport.key(voucher)
                }
                halves[place ? 0 : other ? 1 : isFirst ? 0 : 1].vouchers.append(voucher)
            }
            for (name, order) in [("ett.medel", [0, 1]), ("två.medel", [1, 0])] {
                let test = try TestLedger(in: folder, name: name)
                for half in order { try test.read(halves[half].bytes()) }
                #expect(try RawLedger.balances(test.path, book: Self.book) == book.balances)
                #expect(try test.ledger.check(.basic).findings == [])
            }
        }
    }

    @Test func `a dry run tells the same and keeps nothing`() throws {
        try withTemporaryFolder { folder in
            let book = SIEBook(seed: 7, voucherCount: 20)
            let test = try ledger(of: book, in: folder)
            var generator = SeededGenerator(seed: 8)
            let later = LaterExport(of: book, &generator)
            let before = try RawLedger.dump(test.path)
            let dry = try test.read(later.book.bytes(), isDryRun: true)
            #expect(try RawLedger.dump(test.path) == before)
            let real = try test.read(later.book.bytes())
            #expect(dry.new == real.new && dry.changed == real.changed && dry.gone == real.gone)
        }
    }

    @Test func `a text with a zero byte or broken letters is kept so that the chain holds`() throws
    {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            var bytes = SIEBook(seed: 3, voucherCount: 6).bytes()
            let mark = Array("Text ".utf8)
            var seen = 0
            for place in bytes.indices.dropLast(mark.count)
            where Array(bytes[place..<place + mark.count]) == mark {
                bytes[place + 4] = [0x00, 0xFF, 0x81, 0x1F, 0x7F, 0x00][seen % 6]
                seen += 1
            }
            let name = Array("Konto 1930".utf8)
            let place = try #require(
                bytes.indices.first { bytes[$0...].starts(with: name) }
            )
            bytes[place + 2] = 0
            let report = try test.read(bytes)
            #expect(report.taken == 6)
            #expect(try test.ledger.verify().faults == [])
        }
    }
}
