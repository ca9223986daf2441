import Foundation
import Glibc
import LedgerSupport
import MedelApp
import MedelCore
import MedelDocument
import MedelRender
import MedelStore
import TestSupport
import Testing

/// A ledger with a folder that jobs write to; the report of a year is its sheet R1.
struct JobStage {
    let test: TestLedger
    let output: URL

    /// Lets a body work with a new ledger and an empty folder.
    static func run(closing: String? = nil, _ body: (JobStage) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let output = folder.appending(path: "ut")
            try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
            let stage = JobStage(test: test, output: output)
            if let closing { try stage.close(closing) }
            try body(stage)
        }
    }

    /// Says in a plan when the books close.
    func close(_ closing: String) throws {
        let plan = test.folder.appending(path: "plan")
        try FileManager.default.createDirectory(at: plan, withIntermediateDirectories: true)
        try Data("association: { booksClose: \(closing) }\n".utf8)
            .write(to: plan.appending(path: "plan.yaml"))
        let performer = Performer(actor: "ekonom", now: try TestLedger.moment())
        let report = try LoadFolder(test.ledger, by: performer)(plan.path)
        #expect(report.problems.isEmpty)
    }

    /// Reads in a year's book; with more vouchers it has the same ones and some more.
    func read(_ year: Int, vouchers count: Int = 20) throws {
        var book = SIEBook(seed: year, voucherCount: 60)
        book.year = year
        book.vouchers = Array(book.vouchers.prefix(count))
        try test.read(book.bytes(), named: "\(year)-\(count).se")
    }

    /// Carries out what is due at a moment.
    @discardableResult
    func runDue(
        at now: String = "2026-06-01T00:00:00Z",
        into folder: URL? = nil,
        as formats: [OutputFormat] = [.html],
        failing: Set<Int> = []
    ) throws -> [JobOutcome] {
        let ledger = test.ledger
        let now = try #require(Timestamp(iso: now))
        let runDueJobs = RunDueJobs(ledger, by: Performer(actor: "timer", now: now)) { key in
            guard !failing.contains(key.year) else {
                throw SystemError(.write, path: "rapport", code: ENOSPC)
            }
            return try Self.report(key, ledger)
        }
        let report = try runDueJobs(into: (folder ?? output).path, as: formats)
        guard case .ran(let outcomes) = report else { throw NotThere(what: "lock") }
        return outcomes
    }

    /// The sheet R1 at the end of a year.
    static func report(_ key: JobKey, _ ledger: Ledger) throws -> JobReport {
        let day = try #require(Day(year: key.year, month: 12, day: 31))
        let document = try MakeSheet(ledger)(.total, asOf: day)
        var digest = FileDigest()
        digest.update(canonicalJSON(document))
        return JobReport(document: document, figures: digest.finish(), draftReasonCount: 2)
    }

    /// Every file below the folder with its bytes, the lock left out.
    func files(below folder: URL? = nil) throws -> [String: Data] {
        let folder = folder ?? output
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        where name != ".medel.lock" {
            let path = folder.appending(path: name)
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: path.path, isDirectory: &isFolder)
            if !isFolder.boolValue { files[name] = try Data(contentsOf: path) }
        }
        return files
    }

    /// The folder's folders.
    func sets() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: output.path).sorted()
            .filter { $0 != ".medel.lock" }
    }
}

extension JobOutcome {
    /// The year and what came of it, in a word or two.
    var words: String {
        switch end {
        case .finished(let result): "\(key.year) \(result.outcome.rawValue)"
        case .failed: "\(key.year) failed"
        }
    }
}
