import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelRender
import MedelStore
import TestSupport
import Testing

@Suite struct RunDueJobsTests {
    @Test func `closed years are made oldest first, and once`() throws {
        try JobStage.run { stage in
            for year in [2025, 2023, 2024, 2026] { try stage.read(year) }
            #expect(try stage.runDue().map(\.words) == ["2023 made", "2024 made", "2025 made"])
            let files = try stage.files()
            #expect(
                try stage.sets()
                    == [2023, 2024, 2025].map { "arsredovisning-\($0)" }
            )
            #expect(files["arsredovisning-2024/arsredovisning-2024.html"] != nil)
            #expect(files.count == 6)
            #expect(try stage.runDue().isEmpty)
            #expect(try stage.files() == files)
        }
    }

    @Test func `runs leave the ledger version alone, and the chains hold`() throws {
        try JobStage.run { stage in
            try stage.read(2024)
            let before = try stage.test.ledger.head()
            try stage.runDue()
            #expect(try stage.test.ledger.head() == before)
            #expect(try stage.test.ledger.verify().faults == [])
            let run = try #require(try stage.test.ledger.jobRuns().first)
            #expect(run.key == JobKey(.annualReport, year: 2024, ledgerVersion: 2))
            #expect(run.actor == "timer")
            #expect(run.result?.head == before.hash)
            #expect(run.result?.draftReasonCount == 2)
            let name = "arsredovisning-2024.html"
            let file = try #require(run.result?.files.first)
            let data = try #require(try stage.files()["arsredovisning-2024/\(name)"])
            var digest = FileDigest()
            digest.update([UInt8](data))
            #expect(file == JobFile(name: name, sha256: digest.finish(), byteCount: data.count))
        }
    }

    @Test func `a year that fails stops no other, and is made when it can be`() throws {
        try JobStage.run { stage in
            for year in 2023...2025 { try stage.read(year) }
            let first = try stage.runDue(failing: [2024])
            #expect(first.map(\.words) == ["2023 made", "2024 failed", "2025 made"])
            #expect(try stage.sets() == ["arsredovisning-2023", "arsredovisning-2025"])
            let states = try stage.test.ledger.jobRuns().map(\.state)
            #expect(
                states[1]
                    == .failed(
                        reason: "Filen rapport kan inte skrivas. Disken är full. "
                            + "Frigör utrymme och försök igen."
                    )
            )
            #expect(try stage.runDue(failing: [2024]).map(\.words) == ["2024 failed"])
            #expect(try stage.runDue().map(\.words) == ["2024 made"])
            #expect(try stage.runDue().isEmpty)
        }
    }

    @Test func `later facts with the same figures leave the files alone`() throws {
        try JobStage.run { stage in
            try stage.read(2024)
            try stage.runDue()
            let files = try stage.files()
            try stage.read(2026)
            #expect(try stage.runDue().map(\.words) == ["2024 unchanged"])
            #expect(try stage.files() == files)
            let runs = try stage.test.ledger.jobRuns()
            #expect(runs.map(\.key.ledgerVersion) == [2, 3])
            #expect(runs[0].result?.files == runs[1].result?.files)
            #expect(try stage.runDue().isEmpty)
        }
    }

    @Test func `other figures replace the set, and the old one is kept under its version`() throws {
        try JobStage.run { stage in
            try stage.read(2024)
            try stage.runDue()
            let old = try stage.files(below: stage.output.appending(path: "arsredovisning-2024"))
            try stage.read(2024, vouchers: 30)
            #expect(try stage.runDue().map(\.words) == ["2024 replaced"])
            #expect(try stage.sets() == ["arsredovisning-2024", "tidigare"])
            let earlier = stage.output.appending(path: "tidigare/arsredovisning-2024-v2")
            #expect(try stage.files(below: earlier) == old)
            let new = try stage.files(below: stage.output.appending(path: "arsredovisning-2024"))
            #expect(new.keys == old.keys)
            #expect(new["arsredovisning-2024.html"] != old["arsredovisning-2024.html"])
            try stage.read(2024, vouchers: 40)
            try stage.runDue()
            let kept = try FileManager.default.contentsOfDirectory(
                atPath: stage.output.appending(path: "tidigare").path
            )
            #expect(kept.sorted() == ["arsredovisning-2024-v2", "arsredovisning-2024-v3"])
        }
    }

    @Test func `facts that are added while a report is made count for its key`() throws {
        try JobStage.run { stage in
            try stage.read(2024)
            let now = try #require(Timestamp(iso: "2025-06-01T00:00:00Z"))
            let ledger = stage.test.ledger
            let jobs = RunDueJobs(ledger, by: Performer(actor: "timer", now: now)) { key in
                try stage.read(2026)
                return try JobStage.report(key, ledger)
            }
            guard case .ran(let outcomes) = try jobs(into: stage.output.path, as: [.html]) else {
                Issue.record("locked")
                return
            }
            #expect(outcomes.map(\.key.ledgerVersion) == [3])
            #expect(try ledger.jobRuns().map(\.key.ledgerVersion) == [3])
            #expect(try stage.runDue(at: "2025-06-01T00:00:01Z").isEmpty)
        }
    }

    @Test func `a set that is gone is made again, and each folder has its own`() throws {
        try JobStage.run { stage in
            try stage.read(2024)
            try stage.runDue()
            let files = try stage.files()
            let set = stage.output.appending(path: "arsredovisning-2024")
            try FileManager.default.removeItem(at: set)
            #expect(try stage.runDue().map(\.words) == ["2024 made"])
            #expect(try stage.files() == files)
            let other = stage.test.folder.appending(path: "annan")
            try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
            #expect(try stage.runDue(into: other).map(\.words) == ["2024 made"])
            #expect(try stage.files(below: other) == files)
            #expect(try stage.runDue().isEmpty)
        }
    }

    @Test func `a ledger without a book or before any closing has nothing due`() throws {
        try JobStage.run(closing: "01-31") { stage in
            #expect(try stage.runDue().isEmpty)
            try stage.read(2025)
            #expect(try stage.runDue(at: "2026-01-31T22:59:59Z").isEmpty)
            #expect(try stage.sets().isEmpty)
            #expect(try stage.runDue(at: "2026-01-31T23:00:01Z").map(\.words) == ["2025 made"])
        }
    }

    @Test func `a folder that does not exist, or is a file, is refused and nothing is noted`()
        throws
    {
        try JobStage.run { stage in
            try stage.read(2024)
            let file = stage.test.folder.appending(path: "fil")
            try Data().write(to: file)
            for folder in [stage.test.folder.appending(path: "saknas"), file] {
                #expect(throws: JobRefusal.noSuchFolder(path: folder.path)) {
                    try stage.runDue(into: folder)
                }
            }
            #expect(try stage.test.ledger.jobRuns().isEmpty)
        }
    }
}
