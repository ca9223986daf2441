import Foundation
import TestSupport
import Testing

/// The built `medel` in a folder of its own, with the samples under `sie`, `exempellan` and
/// `ansokningar`.
struct Program {
    let folder: URL

    static let path = Subprocess.builtPrograms + "/medel"
    static let samples = SharedFiles.projectRoot.appending(path: "samples/sie")
    static let exempellan = SharedFiles.projectRoot.appending(path: "samples/exempellan")
    static let applications = SharedFiles.projectRoot.appending(path: "samples/ansokningar")

    /// Who does something when; one moment, so that every head is the same on every run.
    static let performer = ["--now", "2026-01-31T12:00:00Z", "--actor", "Eva"]

    /// Lets a body work in a new folder.
    static func run<Value>(_ body: (Program) throws -> Value) throws -> Value {
        try withTemporaryFolder { folder in
            let links = [
                ("sie", samples), ("exempellan", exempellan), ("ansokningar", applications),
            ]
            for (name, sample) in links {
                try FileManager.default.createSymbolicLink(
                    at: folder.appending(path: name),
                    withDestinationURL: sample
                )
            }
            return try body(Program(folder: folder))
        }
    }

    /// Runs a command and expects an exit code.
    @discardableResult
    func callAsFunction(
        _ arguments: [String],
        status: Int32 = 0,
        environment: [String: String] = [:],
        location: SourceLocation = #_sourceLocation
    ) throws -> Data {
        let run = try Subprocess(
            Self.path,
            arguments,
            environment: ["MEDEL_LEDGER": "bok.medel"].merging(environment) { $1 },
            in: folder
        )
        let words = "\(arguments) gave \(String(decoding: run.output.suffix(400), as: UTF8.self))"
        #expect(run.status == status, Comment(rawValue: words), sourceLocation: location)
        return run.output
    }

    /// Makes a sample ledger, empty but for the association's own book.
    func createLedger() throws {
        try self(
            [
                "ledger", "create", "bok.medel", "--name", "Samordningsförbundet Exempellän",
                "--org-number", "222000-9993", "--kind", "sample",
            ] + Self.performer
        )
    }

    /// Reads files into a book.
    func importFiles(_ files: [String], into book: String = "association") throws {
        try self(
            ["import", "sie"] + files
                + ["--book", book, "--accept", "unbalanced"] + Self.performer
        )
    }

    /// Makes a ledger with exempellän's books and plan.
    func loadExempellan() throws {
        try createLedger()
        let books = [
            ("association", "forbundet", []),
            ("owner:EXSTAD", "exempelstad", (4711...4716).map { "6:\($0)" }),
            ("owner:REGEX", "regionen", ["6:R8803", "6:R8805", "6:R8807", "6:R8808"]),
        ]
        for (book, name, objects) in books {
            let files = (2023...2025).map { "exempellan/bocker/\(name)-\($0).se" }
            let kept = objects.flatMap { ["--keep", $0] }
            try self(["import", "sie"] + files + ["--book", book] + kept + Self.performer)
        }
        try self(["load", "exempellan/plan"] + Self.performer)
    }

    /// Two environments that differ in time zone and language, if the machine has another.
    func places() throws -> [[String: String]] {
        // Where the machine has its source, a language whose decimal mark is a comma.
        let swedish = folder.appending(path: "sv_SE.UTF-8")
        _ = try? Subprocess("localedef", ["-i", "sv_SE", "-f", "UTF-8", swedish.path])
        var language = "sv_SE.UTF-8"
        if !FileManager.default.fileExists(atPath: swedish.path) {
            let known = try Subprocess("locale", ["-a"]).output
            let names = String(decoding: known, as: UTF8.self).split(separator: "\n")
            let others = names.filter { !["C", "POSIX"].contains($0) }
            language = String(others.first { $0.hasPrefix("sv_SE") } ?? others.first ?? "C.UTF-8")
        }
        return [("UTC", "C"), ("Pacific/Auckland", language)].map { zone, language in
            [
                "TZ": zone, "LC_ALL": language, "LANG": language,
                "LOCPATH": language == "sv_SE.UTF-8" ? folder.path : "",
            ]
        }
    }

    /// Writes a text to a file in the folder.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }
}
