import Foundation
import Glibc
import TestSupport

/// The program reading a file, killed by the system's own hand at a point that a seed chooses.
struct KilledImport {
    /// What the journal said at the moment of death.
    enum Journal {
        /// Absent, empty or with an ended header: nothing to roll back.
        case cold
        /// With a header that counts: the next to open the ledger must roll back.
        case hot
    }

    let journal: Journal

    /// Whether the program came to its end before it could be killed.
    let hasFinished: Bool

    static let program = Subprocess.builtPrograms + "/medel"

    /// When to kill.
    enum Moment {
        /// So long after the journal has reached a size: while rows are written into memory.
        case journalBytes(Int, microseconds: UInt32)
        /// So long after the journal's header counts: while pages are written into the file.
        case journalHeader(microseconds: UInt32)
    }

    /// Starts the import and kills it at a moment.
    ///
    /// - Throws: what `Process` throws when the program cannot be started.
    init(ledger: String, file: String, at moment: Moment) throws {
        let process = Process()
        process.executableURL = URL(filePath: Self.program)
        process.arguments = Self.arguments(ledger: ledger, file: file)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let path = ledger + "-journal"
        switch moment {
        case .journalBytes(let bytes, let microseconds):
            while process.isRunning, Self.size(of: path) < bytes { usleep(50) }
            usleep(microseconds)
        case .journalHeader(let microseconds):
            while process.isRunning, !Self.isHot(path) { usleep(20) }
            usleep(microseconds)
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        hasFinished = process.terminationReason == .exit
        journal = Self.isHot(path) ? .hot : .cold
    }

    /// The same moment and actor each time, so that the chain's head tells two runs apart or not.
    static func arguments(ledger: String, file: String) -> [String] {
        [
            "import", "sie", file, "--ledger", ledger, "--book", "association", "--now",
            "2026-01-31T12:00:00Z", "--actor", "ekonom",
        ]
    }

    private static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : -1
    }

    /// A journal is hot when its header begins with a byte that is not zero.
    private static func isHot(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        guard let header = try? file.read(upToCount: 8), header.count == 8 else { return false }
        return header.contains { $0 != 0 }
    }
}
