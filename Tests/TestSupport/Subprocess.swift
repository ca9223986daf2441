public import Foundation

/// Another program, run to its end.
public struct Subprocess: Sendable {
    /// Its exit status.
    public let status: Int32

    /// What it wrote to standard output.
    public let output: Data

    /// Runs a program that is looked up in the path, or named by its own.
    ///
    /// - Parameters:
    ///   - program: its name or path.
    ///   - arguments: what follows the name.
    ///   - environment: what is added to our own environment.
    ///   - folder: where it works; by default where we do.
    ///   - mergesErrors: whether what it writes to standard error is kept among the output.
    ///   - secondsMax: after how long it is ended.
    /// - Throws: what `Process` throws when the program cannot be started.
    public init(
        _ program: String,
        _ arguments: [String],
        environment: [String: String] = [:],
        in folder: URL? = nil,
        mergesErrors: Bool = false,
        secondsMax: Int = 120
    ) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["timeout", "-k", "2", String(secondsMax), program] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        if mergesErrors {
            process.standardError = pipe
        } else {
            process.standardError = FileHandle.nullDevice
        }
        process.standardInput = FileHandle.nullDevice
        if let folder { process.currentDirectoryURL = folder }
        try process.run()
        output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        status = process.terminationStatus
    }

    /// Whether a program is there to be run.
    public static func isPresent(_ program: String) -> Bool {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }

    /// The folder of the programs that are built with the tests.
    public static let builtPrograms: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        return URL(filePath: own ?? ".").deletingLastPathComponent().path
    }()
}
