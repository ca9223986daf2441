import Foundation
import LedgerSupport
import MedelCore
import MedelStore
import TestSupport

/// A ledger with three closed years and adopted templates, and the folder that jobs write to.
struct JobSite {
    static let program = Subprocess.builtPrograms + "/medel"
    static let years = [2023, 2024, 2025]
    static let sets = years.map { "arsredovisning-\($0)" }

    let folder: URL

    var ledgerPath: String { folder.appending(path: "bok.medel").path }
    var output: URL { folder.appending(path: "ut") }

    /// Makes the ledger.
    init(in folder: URL, vouchers count: Int) throws {
        self.folder = folder
        try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
        let test = try TestLedger(in: folder)
        for year in Self.years { try Self.read(year, vouchers: count, into: test) }
        _ = try test.ledger.adopt(Self.templates(), try TestLedger.operation(.adoptTemplate))
    }

    /// Copies a site with all that is in it.
    init(copying site: JobSite, to folder: URL) throws {
        self.folder = folder
        try FileManager.default.copyItem(at: site.folder, to: folder)
    }

    /// A copy beside this one.
    func copied() throws -> JobSite {
        try JobSite(copying: self, to: folder.deletingLastPathComponent().appending(path: "kopia"))
    }

    /// Reads a year's book; with more vouchers it has the same ones and some more.
    static func read(_ year: Int, vouchers count: Int, into test: TestLedger) throws {
        var book = SIEBook(seed: year, voucherCount: 60)
        book.year = year
        book.vouchers = Array(book.vouchers.prefix(count))
        try test.read(book.bytes(), named: "\(year)-\(count).se")
    }

    private static func templates() throws -> [LedgerTemplate] {
        let root = SharedFiles.projectRoot.appending(path: "templates")
        let files: [(String, LedgerTemplate.Kind)] = [
            ("statements/resultatrakning", .statement),
            ("statements/balansrakning-2019", .statement),
            ("statements/balansrakning-2024", .statement), ("charts/kommunbas", .chart),
        ]
        return try files.map { path, kind in
            let file = root.appending(path: path + ".yaml")
            return LedgerTemplate(
                name: file.deletingPathExtension().lastPathComponent,
                kind: kind,
                text: try String(contentsOf: file, encoding: .utf8)
            )
        }
    }

    /// What follows the program's name to carry out what is due.
    func arguments(formats: String = "html") -> [String] {
        [
            "jobs", "run-due", "--ledger", ledgerPath, "--output", output.path, "--formats",
            formats, "--now", "2026-02-02T09:00:00Z", "--actor", "timer",
        ]
    }

    /// Carries out what is due.
    func runDue(formats: String = "html") throws -> (status: Int32, text: String) {
        let run = try Subprocess(
            Self.program,
            arguments(formats: formats),
            mergesErrors: true
        )
        return (run.status, String(decoding: run.output, as: UTF8.self))
    }

    /// What lies in the folder and what the ledger says of it.
    func state() throws -> State { try State(self) }

    /// A folder's files and the runs that the log knows.
    struct State {
        /// Every file by its path, the lock left out.
        let files: [String: Data]

        /// The names in the folder, and those in `tidigare`, hidden ones too.
        let names: [String]
        let earlierNames: [String]

        let runs: [JobRun]
        let isSound: Bool

        init(_ site: JobSite) throws {
            let manager = FileManager.default
            var files: [String: Data] = [:]
            for name in try manager.subpathsOfDirectory(atPath: site.output.path) {
                let path = site.output.appending(path: name)
                let kind = try manager.attributesOfItem(atPath: path.path)[.type]
                guard kind as? FileAttributeType == .typeRegular, name != ".medel.lock" else {
                    continue
                }
                files[name] = try Data(contentsOf: path)
            }
            self.files = files
            names = try manager.contentsOfDirectory(atPath: site.output.path).sorted()
                .filter { $0 != ".medel.lock" }
            let earlier = site.output.appending(path: "tidigare").path
            earlierNames =
                manager.fileExists(atPath: earlier)
                ? try manager.contentsOfDirectory(atPath: earlier).sorted() : []
            let ledger = try Ledger.open(site.ledgerPath, for: .write)
            runs = try ledger.jobRuns()
            isSound = try ledger.verify().faults.isEmpty
        }

        /// The keys that a run has finished, one for each such run, in order.
        var finishedKeys: [JobKey] { runs.filter { $0.result != nil }.map(\.key).sorted() }
    }
}
