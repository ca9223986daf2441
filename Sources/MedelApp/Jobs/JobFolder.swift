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
    /// A run whose set has been moved away or went to another folder does not count, so that a set
    /// is never missing where it is asked for.
    func schedule(_ facts: JobFacts) -> JobSchedule {
        JobSchedule(
            closing: facts.closing,
            bookYears: facts.bookYears,
            ledgerVersion: facts.head.ledgerVersion,
            done: facts.runs.filter {
                $0.result != nil && $0.folder == path && holdsSet(of: $0.key)
            }
            .map(\.key)
        )
    }

    /// Removes what runs that were killed have left.
    func removeLeftovers() throws {
        let earlier = JobSet.earlier(in: path)
        for folder in [path, earlier] where folder == path || Self.isThere(folder) {
            try AtomicFolder.removeLeftovers(in: folder)
        }
    }

    /// Whether anything lies in a set's place.
    func holdsSet(of key: JobKey) -> Bool { Self.isThere(JobSet(key).folder(in: path).path) }

    static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private static func onePath(_ path: String) -> String {
        URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
}
