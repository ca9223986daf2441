import Foundation
import TestSupport
import Testing

/// The built `medel` in a folder of its own, with the samples under `sie`.
struct Program {
    let folder: URL

    static let path = Subprocess.builtPrograms + "/medel"
    static let samples = SharedFiles.projectRoot.appending(path: "samples/sie")

    /// Who does something when; one moment, so that every head is the same on every run.
    static let performer = ["--now", "2026-01-31T12:00:00Z", "--actor", "Eva"]

    /// Lets a body work in a new folder.
    static func run<Value>(_ body: (Program) throws -> Value) throws -> Value {
        try withTemporaryFolder { folder in
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "sie"),
                withDestinationURL: samples
            )
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

    /// Writes a text to a file in the folder.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }
}
