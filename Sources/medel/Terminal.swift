import Foundation
import Glibc

/// Where a command writes: results to standard output, the rest to standard error.
enum Terminal {
    static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    static func write(_ bytes: [UInt8]) throws {
        try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    }

    static func write(_ text: String) throws { try write(Array(text.utf8)) }

    /// Whether somebody watches progress.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether results go to a terminal.
    static var isOutputWatched: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Prints a value as JSON with sorted keys.
    static func printJSON(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try write([UInt8](encoder.encode(value)) + [0x0A])
    }
}
