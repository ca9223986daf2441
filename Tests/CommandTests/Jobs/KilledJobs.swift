import Foundation
import Glibc
import TestSupport

/// `medel jobs run-due`, killed by the system's own hand at a point that a seed chooses.
struct KilledJobs {
    /// Whether the program came to its end before it could be killed.
    let hasFinished: Bool

    /// When to kill.
    enum Moment {
        /// So long after the start.
        case start(microseconds: UInt32)
        /// So long after a path has come to be.
        case appearance(String, microseconds: UInt32)
    }

    /// The moment of a seed: early, or shortly after one of the steps of one of the years.
    static func moment(seed: Int, of site: JobSite, wholeMicroseconds: Int) -> Moment {
        var random = SeededGenerator(seed: seed)
        let name = JobSite.sets[Int.random(in: 0..<JobSite.sets.count, using: &random)]
        let wait = UInt32.random(in: 0...6_000, using: &random)
        let paths = [
            "\(site.output.path)/.\(name).medel-tmp", "\(site.output.path)/\(name)",
            "\(site.output.path)/tidigare/.\(name)-v5.medel-tmp",
            "\(site.output.path)/tidigare/\(name)-v5",
        ]
        guard seed % 5 != 0 else {
            let whole = UInt32(clamping: wholeMicroseconds)
            return .start(microseconds: .random(in: 0...whole, using: &random))
        }
        return .appearance(paths[seed % 5 - 1], microseconds: wait)
    }

    /// Starts what is due and kills it at a moment.
    ///
    /// - Throws: what `Process` throws when the program cannot be started.
    init(_ site: JobSite, at moment: Moment) throws {
        let process = Process()
        process.executableURL = URL(filePath: JobSite.program)
        process.arguments = site.arguments()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        switch moment {
        case .start(let microseconds): usleep(microseconds)
        case .appearance(let path, let microseconds):
            while process.isRunning, access(path, F_OK) != 0 { usleep(20) }
            usleep(microseconds)
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        hasFinished = process.terminationReason == .exit
    }
}
