import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelRender
import MedelStore
import TestSupport
import Testing

/// What a killed run, or somebody, has left in the folder, and what the next run makes of it.
@Suite struct CutOffRunTests {
    /// The folder and its ledger after a run whose end the log does not know.
    private func withUnnotedRun(_ body: (JobStage, [String: Data]) throws -> Void) throws {
        try JobStage.run { stage in
            try stage.read(2024)
            let before = stage.test.folder.appending(path: "före.medel")
            _ = try stage.test.ledger.backUp(to: before.path)
            try stage.runDue()
            let files = try stage.files()
            let restored = stage.test.folder.appending(path: "åter").path
            try FileManager.default.createDirectory(
                atPath: restored,
                withIntermediateDirectories: true
            )
            _ = try Ledger.restore(from: before.path, to: restored + "/bok.medel", against: nil)
            let test = try TestLedger(reopening: restored + "/bok.medel")
            try body(JobStage(test: test, output: stage.output), files)
        }
    }

    @Test func `a set that lies there already is only noted`() throws {
        try withUnnotedRun { stage, files in
            let outcomes = try stage.runDue()
            #expect(outcomes.map(\.words) == ["2024 alreadyThere"])
            #expect(try stage.files() == files)
            #expect(try stage.runDue().isEmpty)
        }
    }

    @Test func `a set that somebody changed is kept aside and made again`() throws {
        try withUnnotedRun { stage, files in
            let name = "arsredovisning-2024/arsredovisning-2024.html"
            try Data("ändrad".utf8).write(to: stage.output.appending(path: name))
            #expect(try stage.runDue().map(\.words) == ["2024 replaced"])
            let now = try stage.files()
            for (name, data) in files { #expect(now[name] == data) }
            let kept = now["tidigare/arsredovisning-2024-v2/arsredovisning-2024.html"]
            #expect(kept == Data("ändrad".utf8))
        }
    }

    @Test func `two changed sets of one version are both kept`() throws {
        try withUnnotedRun { stage, _ in
            let earlier = stage.output.appending(path: "tidigare/arsredovisning-2024-v2")
            try FileManager.default.createDirectory(at: earlier, withIntermediateDirectories: true)
            try stage.read(2024, vouchers: 30)
            #expect(try stage.runDue().map(\.words) == ["2024 replaced"])
            let kept = try FileManager.default.contentsOfDirectory(
                atPath: stage.output.appending(path: "tidigare").path
            )
            #expect(kept.sorted() == ["arsredovisning-2024-v2", "arsredovisning-2024-v2-2"])
        }
    }

    @Test func `a copy that was kept before the kill is not kept twice`() throws {
        try JobStage.run { stage in
            try stage.read(2024)
            try stage.runDue()
            let earlier = stage.output.appending(path: "tidigare")
            try FileManager.default.createDirectory(at: earlier, withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: stage.output.appending(path: "arsredovisning-2024"),
                to: earlier.appending(path: "arsredovisning-2024-v2")
            )
            try stage.read(2024, vouchers: 30)
            #expect(try stage.runDue().map(\.words) == ["2024 replaced"])
            let kept = try FileManager.default.contentsOfDirectory(atPath: earlier.path)
            #expect(kept == ["arsredovisning-2024-v2"])
        }
    }

    @Test func `half a set under its hidden name is removed, due or not`() throws {
        try JobStage.run { stage in
            try stage.read(2024)
            for isDue in [true, false] {
                for place in ["", "tidigare/"] {
                    let left = stage.output
                        .appending(path: place + ".arsredovisning-2024.medel-tmp")
                    try FileManager.default.createDirectory(
                        at: left,
                        withIntermediateDirectories: true
                    )
                    try Data("halv".utf8).write(
                        to: left.appending(path: "arsredovisning-2024.html")
                    )
                }
                #expect(try stage.runDue().isEmpty != isDue)
                #expect(try stage.files().keys.allSatisfy { !$0.contains("medel-tmp") })
            }
        }
    }

    @Test func `what is no set of the association's is never touched`() throws {
        try JobStage.run { stage in
            for year in [2023, 2024, 2025] { try stage.read(year) }
            let own = stage.output.appending(path: "arsredovisning-2024")
            try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
            try Data("eget".utf8).write(to: own.appending(path: "anteckning.txt"))
            try Data("fil".utf8).write(to: stage.output.appending(path: "arsredovisning-2025"))
            let outcomes = try stage.runDue()
            #expect(outcomes.map(\.words) == ["2023 made", "2024 failed", "2025 failed"])
            let files = try stage.files()
            #expect(files["arsredovisning-2024/anteckning.txt"] == Data("eget".utf8))
            #expect(files["arsredovisning-2025"] == Data("fil".utf8))
            #expect(files.count == 4)
        }
    }

    @Test func `one process at a time works in a folder`() throws {
        try JobStage.run { stage in
            try stage.read(2024)
            let held: Void? = try FolderLock.hold(stage.output.path) {
                #expect(throws: NotThere.self) { try stage.runDue() }
            }
            #expect(held != nil)
            #expect(try stage.test.ledger.jobRuns().isEmpty)
            #expect(try stage.runDue().map(\.words) == ["2024 made"])
        }
    }
}
