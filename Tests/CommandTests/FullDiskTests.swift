import Foundation
import Glibc
import LedgerSupport
import MedelCore
import MedelStore
import TestSupport
import Testing

@Suite struct FullDiskTests {
    private static let program = KilledImport.program

    /// A ledger with a book in it, and another year's file.
    private func withLedger(_ body: (TestLedger, String) throws -> Void) throws {
        try withTemporaryFolder { folder in
            chmod(folder.path, 0o755)
            let test = try TestLedger(in: folder)
            try test.read(SIEBook(seed: 1, voucherCount: 300).bytes(), named: "2025.se")
            var next = SIEBook(seed: 2, voucherCount: 1_500)
            next.year = 2026
            let file = folder.appending(path: "2026.se")
            try Data(next.bytes()).write(to: file)
            try body(test, file.path)
        }
    }

    private func quoted(_ arguments: [String]) -> String {
        arguments.map { "'\($0)'" }.joined(separator: " ")
    }

    private func command(_ ledger: String, _ file: String) -> String {
        quoted([Self.program] + KilledImport.arguments(ledger: ledger, file: file))
    }

    private func bash(_ script: String) throws -> (status: Int32, text: String) {
        let run = try Subprocess("bash", ["-c", "exec 2>&1; " + script])
        return (run.status, String(decoding: run.output, as: UTF8.self))
    }

    private func expectUntouched(_ test: TestLedger, since before: String) throws {
        #expect(try RawLedger.dump(test.path) == before)
        #expect(try test.ledger.verify().faults == [])
        #expect(try test.ledger.check(.basic).findings == [])
    }

    @Test func `a file that may not grow refuses the import, and later it goes`() throws {
        try withLedger { test, file in
            let before = try RawLedger.dump(test.path)
            let size = try FileManager.default.attributesOfItem(atPath: test.path)[.size]
            let kibibytes = (try #require(size as? Int)) / 1_024
            for limit in [1, 8, 64, kibibytes - 1, kibibytes, kibibytes + 40, kibibytes * 2] {
                let run = try bash("ulimit -f \(limit); exec " + command(test.path, file))
                #expect(run.status == 3, "limit \(limit): \(run.text)")
                #expect(run.text.contains("Det går inte att skriva"), "limit \(limit): \(run.text)")
                #expect(run.text.contains("som den var före försöket"), "limit \(limit)")
                try expectUntouched(test, since: before)
            }
            let run = try bash(command(test.path, file))
            #expect(run.status == 0, "\(run.text)")
            #expect(try test.ledger.verify().faults == [])
            #expect(try test.ledger.head().ledgerVersion == 3)
        }
    }

    static let mayMount =
        (try? Subprocess("unshare", ["-m", "mount", "-t", "tmpfs", "none", "/mnt"]).status) == 0

    @Test(.enabled(if: mayMount), arguments: [0, 16, 200, 400])
    func `a full disk refuses the import, and the ledger on it is as it was`(
        _ freeKibibytes: Int
    ) throws {
        try withLedger { test, file in
            let before = try RawLedger.dump(test.path)
            let size = try FileManager.default.attributesOfItem(atPath: test.path)[.size]
            let kibibytes = (try #require(size as? Int)) / 1_024 + 8 + freeKibibytes
            let result = test.folder.appending(path: "efter.medel").path
            let script = """
                mount -t tmpfs -o size=\(kibibytes)k none /mnt && cp '\(test.path)' /mnt/b.medel \
                && \(command("/mnt/b.medel", file)); status=$?
                cp /mnt/b.medel '\(result)'
                for journal in /mnt/b.medel-journal; do
                    [ -e $journal ] && cp $journal '\(result)-journal'
                done
                exit $status
                """
            let run = try Subprocess("unshare", ["-m", "bash", "-c", "exec 2>&1; " + script])
            let text = String(decoding: run.output, as: UTF8.self)
            #expect(run.status == 3, "\(text)")
            #expect(text.contains("Det går inte att skriva"), "\(text)")
            #expect(try Ledger.open(result, for: .write).verify().faults == [])
            #expect(try RawLedger.dump(result) == before)
        }
    }

    /// Runs as somebody without rights to everything, when the tests have them.
    private var prefix: String {
        getuid() == 0 ? "setpriv --reuid=65534 --clear-groups " : ""
    }

    @Test func `a file that may only be read refuses the import and can be read`() throws {
        try withLedger { test, file in
            let before = try RawLedger.dump(test.path)
            chmod(test.path, 0o444)
            let run = try bash(prefix + command(test.path, file))
            #expect(run.status == 3, "\(run.text)")
            #expect(run.text.contains("Kontrollera rättigheterna"), "\(run.text)")
            let info = try bash(
                prefix + quoted([Self.program, "ledger", "verify", "--ledger", test.path])
            )
            #expect(info.status == 0, "\(info.text)")
            chmod(test.path, 0o644)
            try expectUntouched(test, since: before)
        }
    }

    @Test func `a folder that may only be read refuses the import and can be read`() throws {
        try withLedger { test, file in
            let before = try RawLedger.dump(test.path)
            chmod(test.path, 0o666)
            chmod(test.folder.path, 0o555)
            defer { chmod(test.folder.path, 0o755) }
            let run = try bash(prefix + command(test.path, file))
            #expect(run.status == 3, "\(run.text)")
            #expect(run.text.contains("Kontrollera rättigheterna"), "\(run.text)")
            let info = try bash(
                prefix + quoted([Self.program, "ledger", "info", "--ledger", test.path])
            )
            #expect(info.status == 0, "\(info.text)")
            try expectUntouched(test, since: before)
        }
    }
}
