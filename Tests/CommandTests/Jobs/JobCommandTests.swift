import Foundation
import Glibc
import LedgerSupport
import MedelCore
import MedelStore
import TestSupport
import Testing

@Suite struct JobCommandTests {
    private func withSite(_ body: (JobSite) throws -> Void) throws {
        try withTemporaryFolder { folder in
            chmod(folder.path, 0o755)
            try body(try JobSite(in: folder.appending(path: "plats"), vouchers: 20))
        }
    }

    @Test func `several processes at once make one set of each`() throws {
        try withSite { site in
            let processes = try (0..<6).map { _ in
                let process = Process()
                process.executableURL = URL(filePath: JobSite.program)
                process.arguments = site.arguments()
                process.standardOutput = FileHandle.nullDevice
                process.standardError = FileHandle.nullDevice
                try process.run()
                return process
            }
            for process in processes {
                process.waitUntilExit()
                #expect(process.terminationReason == .exit)
                #expect(process.terminationStatus == 0)
            }
            let state = try site.state()
            #expect(state.names == JobSite.sets)
            #expect(state.runs.count == 3)
            #expect(state.finishedKeys.map(\.year) == JobSite.years)
            #expect(state.isSound)
        }
    }

    @Test func `every form is made, and the same bytes under another zone and language`() throws {
        try withSite { site in
            let other = try site.copied()
            #expect(try site.runDue(formats: "html,xlsx,csv,json").status == 0)
            let run = try Subprocess(
                JobSite.program,
                other.arguments(formats: "json,csv,xlsx,html"),
                environment: ["TZ": "Pacific/Kiritimati", "LC_ALL": "sv_SE.UTF-8"]
            )
            #expect(run.status == 0)
            let files = try site.state().files
            #expect(files.count == 15)
            #expect(try other.state().files == files)
        }
    }

    @Test(arguments: ["", "html,", "html,html", "pdf", "html xlsx", "HTML"])
    func `forms that are none, or stand twice, are refused`(_ formats: String) throws {
        try withSite { site in
            let run = try site.runDue(formats: formats)
            #expect(run.status == 2, "\(run.text)")
            #expect(try site.state().runs.isEmpty)
        }
    }

    @Test func `the clock is given in sample ledgers only`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder, kind: .real)
            let run = try Subprocess(
                JobSite.program,
                [
                    "jobs", "run-due", "--ledger", test.path, "--output", folder.path, "--now",
                    "2026-02-02T09:00:00Z",
                ]
            )
            #expect(run.status == 2)
        }
    }

    private func bash(_ script: String) throws -> (status: Int32, text: String) {
        let run = try Subprocess("bash", ["-c", "exec 2>&1; " + script])
        return (run.status, String(decoding: run.output, as: UTF8.self))
    }

    private func command(_ site: JobSite, formats: String = "html") -> String {
        ([JobSite.program] + site.arguments(formats: formats)).map { "'\($0)'" }
            .joined(separator: " ")
    }

    @Test func `a folder that may not be written in is refused`() throws {
        try withSite { site in
            chmod(site.output.path, 0o555)
            chmod(site.folder.path, 0o777)
            chmod(site.ledgerPath, 0o666)
            let prefix = getuid() == 0 ? "setpriv --reuid=65534 --clear-groups " : ""
            let run = try bash(prefix + command(site))
            chmod(site.output.path, 0o755)
            #expect(run.status == 3, "\(run.text)")
            #expect(run.text.contains("Rättigheter saknas"), "\(run.text)")
            #expect(try site.state().runs.isEmpty)
        }
    }

    @Test func `a year that cannot be written stops no other`() throws {
        try withSite { site in
            let own = site.output.appending(path: "arsredovisning-2024")
            try Data("eget".utf8).write(to: own)
            let run = try site.runDue()
            #expect(run.status == 1, "\(run.text)")
            let state = try site.state()
            #expect(state.finishedKeys.map(\.year) == [2023, 2025])
            #expect(state.files["arsredovisning-2024"] == Data("eget".utf8))
            let list = try Subprocess(
                JobSite.program,
                ["jobs", "list", "--ledger", site.ledgerPath]
            )
            #expect(list.status == 1)
            try FileManager.default.removeItem(at: own)
            #expect(try site.runDue().status == 0)
            #expect(try site.state().names == JobSite.sets)
        }
    }

    @Test(.enabled(if: FullDiskTests.mayMount), arguments: [1, 1_000])
    func `a full disk fails what does not fit, leaves nothing half, and later it goes`(
        _ permille: Int
    ) throws {
        try withSite { site in
            let reference = try site.copied()
            #expect(try reference.runDue().status == 0)
            let sizes = try reference.state().files.filter { $0.key.hasPrefix(JobSite.sets[0]) }
            let kibibytes = sizes.values.reduce(0) { $0 + ($1.count + 4_095) / 4_096 * 4 }
            let size = kibibytes * permille / 1_000 + 4
            let run = try Subprocess(
                "unshare",
                [
                    "-m", "bash", "-c",
                    """
                    exec 2>&1; mount -t tmpfs -o size=\(size)k none '\(site.output.path)'
                    \(command(site)); status=$?
                    ls -A '\(site.output.path)' | sed 's/^/ligger kvar: /'
                    exit $status
                    """,
                ]
            )
            let text = String(decoding: run.output, as: UTF8.self)
            #expect(run.status == 1, "\(text)")
            #expect(text.contains("Disken är full"), "\(text)")
            #expect(!text.contains("medel-tmp"), "\(text)")
            let made = JobSite.sets.filter { text.contains("ligger kvar: \($0)\n") }
            let state = try site.state()
            #expect(state.finishedKeys.count == made.count, "\(text)")
            #expect(made.count == (permille == 1_000 ? 1 : 0), "\(text)")
            #expect(state.runs.allSatisfy { $0.ended != nil })
            #expect(state.isSound)
            #expect(try site.runDue().status == 0)
            #expect(try site.state().files == reference.state().files)
        }
    }

    @Test func `a ledger that cannot take the record is told, and later it goes`() throws {
        try withSite { site in
            let run = try bash("ulimit -f 1; exec " + command(site))
            #expect(run.status == 1, "\(run.text)")
            #expect(run.text.contains("Det går inte att skriva"), "\(run.text)")
            let state = try site.state()
            #expect(state.runs.isEmpty && state.names.isEmpty && state.isSound)
            #expect(try site.runDue().status == 0)
        }
    }
}
