import Foundation
import GRDB
import LedgerSupport
import MedelApp
import MedelCore
import Synchronization
import TestSupport
import Testing

@testable import MedelStore

/// Several connections to one file, as several processes have them.
@Suite struct SharingTests {
    private func close(_ month: Int, _ ledger: Ledger, book: BookRecord) throws {
        _ = try ledger.setPeriods(
            [try TestLedger.month(month)],
            of: book,
            to: .closed,
            try TestLedger.operation(.setPeriod)
        )
    }

    @Test func `a reader beside a writer sees the state before or the state after`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let bytes = SIEBook(seed: 1, voucherCount: 300).bytes()
            let reader = try Ledger.open(test.path, for: .read)
            let before = try reader.info()
            let isDone = Mutex(false)
            var seen: Set<LedgerInfo> = []
            let writer = Thread {
                _ = try? test.read(bytes)
                isDone.withLock { $0 = true }
            }
            writer.start()
            repeat { seen.insert(try reader.info()) } while !isDone.withLock { $0 }
            let after = try reader.info()
            #expect(after.voucherCount == 300)
            #expect(seen.isSubset(of: [before, after]))
        }
    }

    @Test func `two writers wait for each other and both are kept`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let book = try test.book()
            let failures = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: 4) { place in
                do {
                    let ledger = try Ledger.open(test.path, for: .write)
                    for month in 1...3 { try close(place * 3 + month, ledger, book: book) }
                } catch {
                    failures.withLock { $0.append("\(error)") }
                }
            }
            #expect(failures.withLock { $0 } == [])
            #expect(try test.ledger.shutPeriods(of: book).count == 12)
            #expect(try test.ledger.head().ledgerVersion == 13)
            #expect(try test.ledger.verify().faults == [])
        }
    }

    @Test func `a busy reader makes a commit wait and not fail`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let book = try test.book()
            let raw = try RawLedger(test.path)
            let hasFailed = Mutex(false)
            let isDone = Mutex(false)
            let writer = Thread {
                do { try close(1, test.ledger, book: book) } catch {
                    hasFailed.withLock { $0 = true }
                }
                isDone.withLock { $0 = true }
            }
            try raw.queue.inDatabase { database in
                try database.beginTransaction(.deferred)
                _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM event")
                writer.start()
                // A reader that comes anew is turned away as soon as the writer waits to commit.
                var isWaiting = false
                while !isWaiting {
                    isWaiting = !Self.mayRead(test.path)
                    guard !isDone.withLock({ $0 }) else { break }
                }
                #expect(isWaiting)
                #expect(!isDone.withLock { $0 })
                try database.commit()
            }
            while !isDone.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.001) }
            #expect(!hasFailed.withLock { $0 })
            #expect(try test.ledger.shutPeriods(of: book).count == 1)
        }
    }

    private static func mayRead(_ path: String) -> Bool {
        guard let queue = try? DatabaseQueue(path: path) else { return false }
        let count = try? queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM event") }
        return count != nil
    }
}
