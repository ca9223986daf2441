import Foundation
import MedelCore
import MedelRender
import MedelStore

/// The folder that jobs write to: a folder for each set, and `tidigare` with earlier ones.
struct JobFolder {
    /// The one path by which the log knows the folder.
    let path: String

    /// Names a folder that exists.
    init(_ path: String) throws(JobRefusal) {
        self.path = Self.onePath(path)
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: self.path, isDirectory: &isFolder)
        guard exists, isFolder.boolValue else { throw .noSuchFolder(path: path) }
    }

    /// Names a folder that a run went to, which may have gone since.
    init(logged path: String) { self.path = path }

    /// The rule of what is due in this folder.
    ///
    /// A run whose set went to another folder, has been moved away, has lost a file or holds one
    /// with other bytes does not count, nor one whose set lacks a form that is wanted, so that a
    /// file is never missing where it is asked for.
    ///
    /// - Parameters:
    ///   - facts: what the ledger knows of its jobs.
    ///   - formats: the forms that are wanted of each report; none when nobody asks.
    /// - Returns: the rule, with the runs that count.
    func schedule(_ facts: JobFacts, wanting formats: [OutputFormat] = []) -> JobSchedule {
        let version = facts.head.ledgerVersion
        var latest: [JobKey: JobResult] = [:]
        for run in facts.runs where run.folder == path && run.key.ledgerVersion == version {
            // A later run may have added forms, so only the latest tells what the set should hold.
            if let result = run.result { latest[run.key] = result }
        }
        return JobSchedule(
            closing: facts.closing,
            bookYears: facts.bookYears,
            ledgerVersion: version,
            done: latest.filter { key, result in
                JobSet(key).isWhole(result.files, wanting: formats, in: path)
            }
            .keys
        )
    }

    /// Removes what runs that were killed have left.
    func removeLeftovers() throws {
        let earlier = JobSet.earlier(in: path)
        for folder in [path, earlier] where folder == path || Self.isThere(folder) {
            try AtomicFolder.removeLeftovers(in: folder)
        }
    }

    static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private static func onePath(_ path: String) -> String {
        URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
}
