import Foundation
import TestSupport
import Testing

/// `make bench` in small, so that it works when somebody needs it.
struct BenchmarkTests {
    static let isPossible = ["python3", "cc", "ledger"].allSatisfy(Subprocess.isPresent)

    @Test(.enabled(if: isPossible))
    func `a small book is measured, and its figures agree with the peers'`() throws {
        try withTemporaryFolder { folder in
            let script = SharedFiles.projectRoot.appending(path: "Benchmarks/bench.py")
            let hasPeer = Subprocess.isPresent("hledger")
            let run = try Subprocess(
                "python3",
                [
                    script.path, "--only", hasPeer ? "p1,p2,p3,p6" : "p1,p3,p6", "--scale", "0.002",
                    "--pairs", "1",
                    "--medel", Program.path, "--out", folder.path,
                ],
                mergesErrors: true
            )
            let text = String(decoding: run.output, as: UTF8.self)
            #expect(run.status == 0, "\(text)")
            #expect(text.contains("accounts have the balances that ledger finds"))
            #expect(text.contains("cells are the same in both workbooks"))
            if hasPeer {
                #expect(text.contains("insatser have the costs that the generator wrote"))
            }
            for name in ["P1", "P3", "P6"] + (hasPeer ? ["P2"] : []) {
                #expect(text.contains("| \(name) |"))
            }
        }
    }
}
