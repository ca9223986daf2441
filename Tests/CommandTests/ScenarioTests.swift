import Foundation
import TestSupport
import Testing

/// Transcripts: `$ …`, what the terminal shows, and in brackets an exit code that is not zero.
///
/// Lines with a number sign are a heading when empty lines part them from what is above and from
/// the command below; anywhere else they are output, as the comments of a manifest are.
///
/// Each begins in an empty folder with the samples under `sie`, `exempellan` and `ansokningar`,
/// `MEDEL_LEDGER=bok.medel`, and who and when in `$BY`. Heads and sums stand in create.txt only,
/// where they prove that a sample ledger is the same on every run.
struct ScenarioTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Scenarios")

    static let names: [String] = {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (files ?? []).filter { $0.hasSuffix(".txt") }.sorted()
    }()

    @Test(arguments: names)
    func `what the terminal shows is as written`(_ name: String) throws {
        let file = Self.folder.appending(path: name)
        let written = try String(contentsOf: file, encoding: .utf8)
        let shown = try Program.run {
            try Self.replay(written, with: $0, showsHeads: name == "create.txt")
        }
        if ProcessInfo.processInfo.environment["MEDEL_GOLDEN"] == "1" {
            try Data(shown.utf8).write(to: file)
            Issue.record("rewrote Scenarios/\(name)")
            return
        }
        let lines = zip(
            written.split(separator: "\n", omittingEmptySubsequences: false),
            shown.split(separator: "\n", omittingEmptySubsequences: false)
        )
        for (number, pair) in lines.enumerated() where pair.0 != pair.1 {
            Issue.record("\(name):\(number + 1) «\(pair.0)» has become «\(pair.1)»")
            return
        }
        #expect(written == shown)
    }

    @Test func `there are scenarios`() { #expect(Self.names.count >= 8) }

    private static func replay(
        _ written: String,
        with program: Program,
        showsHeads: Bool
    ) throws -> String {
        var shown = ""
        let lines = written.split(separator: "\n", omittingEmptySubsequences: false)
        let headings = headings(in: lines)
        for (place, line) in lines.enumerated() {
            if headings.contains(place) {
                shown += (shown.isEmpty || shown.hasSuffix("\n\n") ? "" : "\n") + line + "\n"
            } else if line.hasPrefix("$ ") {
                if !shown.isEmpty, !shown.hasSuffix("\n\n") { shown += "\n" }
                shown += line + "\n" + (try answer(to: line.dropFirst(2), program, showsHeads))
            }
        }
        return shown
    }

    /// The places of lines that are headings and no output.
    private static func headings(in lines: [Substring]) -> Set<Int> {
        var places: Set<Int> = []
        var start = 0
        while start < lines.count {
            let end = lines[start...].firstIndex { !$0.hasPrefix("#") } ?? lines.count
            let isApart = start == 0 || lines[start - 1].isEmpty
            let next = lines[end...].first { !$0.isEmpty }
            let leadsToCommand = next?.hasPrefix("$ ") ?? true
            if isApart, leadsToCommand, end == lines.count || lines[end].isEmpty {
                places.formUnion(start..<end)
            }
            start = end + 1
        }
        return places
    }

    private static func answer(
        to line: Substring,
        _ program: Program,
        _ showsHeads: Bool
    ) throws -> String {
        let run = try Subprocess(
            "bash",
            ["-c", String(line)],
            environment: [
                "PATH": Subprocess.builtPrograms + ":/usr/bin:/bin",
                "MEDEL_LEDGER": "bok.medel",
                "BY": Program.performer.joined(separator: " "),
                "LC_ALL": "C.UTF-8",
                "COLUMNS": "100",
                "TZ": "UTC",
            ],
            in: program.folder,
            mergesErrors: true
        )
        // Here lines end as in a terminal; how they end in files is tested where those are made.
        var text = String(decoding: run.output, as: UTF8.self).replacing("\r\n", with: "\n")
        // How large a file is depends on the machine's SQLite.
        text.replace(/[0-9]+ byte/) { _ in "<count> byte" }
        if !showsHeads { text.replace(/[0-9a-f]{64}/) { _ in "<64 hexadecimal digits>" } }
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        return text + (run.status == 0 ? "" : "[\(run.status)]\n")
    }
}
