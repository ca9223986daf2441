import Foundation
import GRDB
import LedgerSupport
import MedelCore
import MedelStore
import TestSupport
import Testing

@Suite struct KillTests {
    @Test func `an import killed anywhere has happened wholly or not at all`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder, name: "grund.medel")
            try test.read(SIEBook(seed: 1, voucherCount: 2_000).bytes(), named: "2025.se")
            var next = SIEBook(seed: 2, voucherCount: 4_000)
            next.year = 2026
            let file = folder.appending(path: "2026.se").path
            try Data(next.bytes()).write(to: URL(filePath: file))
            let whole = folder.appending(path: "helt.medel").path
            try FileManager.default.copyItem(atPath: test.path, toPath: whole)
            try read(file, into: whole)
            let before = try State(test.path)
            let after = try State(whole)
            #expect(before != after)

            var hotCount = 0
            var wholeCount = 0
            for seed in 0..<50 {
                let path = folder.appending(path: "dödad-\(seed).medel").path
                try FileManager.default.copyItem(atPath: test.path, toPath: path)
                var generator = SeededGenerator(seed: seed)
                let bytes = Int.random(in: 0...12, using: &generator) * 4_096 + 512
                let wait = UInt32.random(in: 0...80_000, using: &generator)
                let killed = try KilledImport(
                    ledger: path,
                    file: file,
                    at: seed % 3 == 0
                        ? .journalBytes(bytes, microseconds: wait)
                        : .journalHeader(microseconds: wait / 40)
                )
                if case .hot = killed.journal { hotCount += 1 }
                let state = try State(path)
                if state.facts == after.facts { wholeCount += 1 }
                #expect([before.facts, after.facts].contains(state.facts), "seed \(seed)")
                #expect(state.isSound, "seed \(seed)")
                if seed % 10 == 0 {
                    try read(file, into: path)
                    #expect(try State(path).facts == after.facts, "seed \(seed)")
                }
                for suffix in ["", "-journal"] {
                    try? FileManager.default.removeItem(atPath: path + suffix)
                }
            }
            #expect(hotCount >= 20, "\(hotCount) hot journals, \(wholeCount) whole")
            #expect(wholeCount < 50)
        }
    }

    private func read(_ file: String, into path: String) throws {
        let run = try Subprocess(
            KilledImport.program,
            KilledImport.arguments(ledger: path, file: file)
        )
        #expect(run.status == 0)
    }

    /// What a ledger holds, and whether it is whole.
    private struct State: Equatable {
        /// The head of the chain and a digest of every row of every table.
        let facts: String
        let isSound: Bool

        init(_ path: String) throws {
            let ledger = try Ledger.open(path, for: .write)
            let info = try ledger.info()
            let faults = try ledger.verify().faults
            let findings = try ledger.check(.basic).findings
            let integrity = try RawLedger(path).queue.read {
                try String.fetchAll($0, sql: "PRAGMA integrity_check")
            }
            isSound = faults.isEmpty && findings.isEmpty && integrity == ["ok"]
            facts =
                "\(info.head) \(info.voucherCount) \(info.postingCount) "
                + "\(try RawLedger.dump(path).hashValue)"
        }
    }
}
