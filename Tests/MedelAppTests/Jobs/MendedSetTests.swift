import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelRender
import TestSupport
import Testing

/// A set that has lost a file, or lacks a form that is wanted, and what the next run makes of it.
@Suite struct MendedSetTests {
    private static let set = "arsredovisning-2024"

    private func withSet(
        _ formats: [OutputFormat],
        _ body: (JobStage, [String: Data]) throws -> Void
    ) throws {
        try JobStage.run { stage in
            try stage.read(2024)
            try stage.runDue(as: formats)
            try body(stage, try stage.files())
        }
    }

    private func isDue(_ stage: JobStage) throws -> Bool {
        let now = try #require(Timestamp(iso: "2026-06-01T00:00:00Z"))
        return try !ListJobs(stage.test.ledger)(at: now, output: stage.output.path).due.isEmpty
    }

    private func file(_ stage: JobStage, _ format: String) -> URL {
        stage.output.appending(path: "\(Self.set)/\(Self.set).\(format)")
    }

    @Test(arguments: ["html", "csv", "json"])
    func `a file that is gone is made again, to the byte`(_ format: String) throws {
        try withSet([.html, .csv, .json]) { stage, files in
            #expect(try !isDue(stage))
            try FileManager.default.removeItem(at: file(stage, format))
            #expect(try isDue(stage))
            #expect(try stage.runDue(as: [.html]).map(\.words) == ["2024 made"])
            #expect(try stage.files() == files)
            #expect(try !isDue(stage))
            #expect(try stage.runDue(as: [.html]).isEmpty)
        }
    }

    @Test(arguments: ["", "x", "<!doctype html>"])
    func `a file with other bytes is kept aside and made again`(_ text: String) throws {
        try withSet([.html, .json]) { stage, files in
            try Data(text.utf8).write(to: file(stage, "html"))
            #expect(try isDue(stage))
            #expect(try stage.runDue(as: [.html, .json]).map(\.words) == ["2024 replaced"])
            let now = try stage.files()
            for (name, data) in files { #expect(now[name] == data) }
            #expect(now["tidigare/\(Self.set)-v2/\(Self.set).html"] == Data(text.utf8))
            #expect(try stage.runDue(as: [.html, .json]).isEmpty)
        }
    }

    @Test func `a file of the same size with one other byte is noticed`() throws {
        try withSet([.html]) { stage, files in
            var data = try Data(contentsOf: file(stage, "html"))
            data[data.startIndex + 20] ^= 1
            try data.write(to: file(stage, "html"))
            #expect(try stage.runDue().map(\.words) == ["2024 replaced"])
            #expect(try Data(contentsOf: file(stage, "html")) != data)
        }
    }

    @Test func `a form that is wanted is added, and the other files have the same bytes`() throws {
        try withSet([.html]) { stage, files in
            let html = try #require(files["\(Self.set)/\(Self.set).html"])
            #expect(try stage.runDue(as: [.csv]).map(\.words) == ["2024 made"])
            let now = try stage.files()
            #expect(now["\(Self.set)/\(Self.set).html"] == html)
            #expect(now["\(Self.set)/\(Self.set).csv"] != nil)
            #expect(now.count == files.count + 1)
            for formats: [OutputFormat] in [[.html], [.csv], [.csv, .html]] {
                #expect(try stage.runDue(as: formats).isEmpty)
            }
            try FileManager.default.removeItem(at: file(stage, "csv"))
            #expect(try isDue(stage))
        }
    }

    @Test func `somebody's own file in a set is kept aside when a form is added`() throws {
        try withSet([.html]) { stage, _ in
            let own = stage.output.appending(path: "\(Self.set)/anteckning.txt")
            try Data("eget".utf8).write(to: own)
            #expect(try stage.runDue(as: [.html, .csv]).map(\.words) == ["2024 replaced"])
            let kept = try stage.files()["tidigare/\(Self.set)-v2/anteckning.txt"]
            #expect(kept == Data("eget".utf8))
        }
    }

    @Test(arguments: [true, false])
    func `later facts with the same figures make a set anew that is not whole`(
        _ isGone: Bool
    ) throws {
        try withSet([.html, .json]) { stage, files in
            try stage.read(2026)
            if isGone { try FileManager.default.removeItem(at: file(stage, "json")) }
            let formats: [OutputFormat] = isGone ? [.html] : [.csv]
            #expect(try stage.runDue(as: formats).map(\.words) == ["2024 replaced"])
            let names = Set(try stage.files().keys.filter { $0.hasPrefix(Self.set) })
            let added: Set = isGone ? [] : ["\(Self.set)/\(Self.set).csv"]
            #expect(names == Set(files.keys).union(added))
            #expect(try stage.runDue(as: formats).isEmpty)
        }
    }
}
