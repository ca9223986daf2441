import Foundation
import GRDB
import Glibc
import MedelCore

/// A backup that has been read back and verified.
public struct Backup: Hashable, Sendable {
    /// Where it lies.
    public let path: String

    /// The digest of its bytes, sixty-four hexadecimal digits.
    public let sha256: String

    /// Its size in bytes.
    public let byteCount: Int

    /// Where its chain ends.
    public let head: ChainHead
}

extension Ledger {
    /// Copies the ledger through SQLite's backup interface and verifies the copy by reading it.
    ///
    /// - Parameter path: where the copy shall lie; nothing may lie there.
    /// - Returns: the copy with its digest.
    /// - Throws: `LedgerError.fileExists`, `.noSuchFolder`, `.cannotWrite`, `.brokenBackup`.
    public func backUp(to path: String) throws -> Backup {
        try Self.copy(from: self, to: path)
    }

    /// Makes a ledger from a backup whose chain holds.
    ///
    /// - Parameters:
    ///   - backup: the backup's file.
    ///   - path: where the ledger shall lie; nothing may lie there.
    ///   - head: a head that was printed elsewhere and that the backup must hold, or nil.
    /// - Returns: the new ledger with its digest.
    /// - Throws: `LedgerError.brokenBackup` when anything in the backup does not agree.
    public static func restore(
        from backup: String,
        to path: String,
        against head: String?
    ) throws -> Backup {
        let source = try open(backup, for: .read)
        try refuseBroken(source, against: head)
        return try copy(from: source, to: path)
    }

    private static func copy(from source: Ledger, to path: String) throws -> Backup {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        guard FileManager.default.fileExists(atPath: folder) else {
            throw LedgerError.noSuchFolder(path: folder)
        }
        guard !FileManager.default.fileExists(atPath: path) else {
            throw LedgerError.fileExists(path: path)
        }
        let draft = path + ".copying-\(getpid())"
        defer {
            for leftover in [draft, draft + "-journal"] { unlink(leftover) }
        }
        try translatingErrors(path: path) {
            let target = try LedgerConnection.open(path: draft, access: .write)
            try source.queue.backup(to: target)
            try target.close()
        }
        let copy = try open(draft, for: .read)
        try refuseBroken(copy, against: nil)
        let chainHead = try copy.head()
        try copy.queue.close()
        let (sha256, byteCount) = try digest(ofFile: draft)
        guard link(draft, path) == 0 else {
            if errno == EEXIST { throw LedgerError.fileExists(path: path) }
            throw LedgerError.cannotWrite(path: path, detail: String(cString: strerror(errno)))
        }
        synchronizeFolder(folder)
        return Backup(path: path, sha256: sha256, byteCount: byteCount, head: chainHead)
    }

    private static func refuseBroken(_ ledger: Ledger, against head: String?) throws {
        let report = try ledger.verify(against: head)
        guard let fault = report.faults.first else { return }
        throw LedgerError.brokenBackup(path: ledger.path, fault: fault)
    }

    private static func digest(ofFile path: String) throws -> (sha256: String, byteCount: Int) {
        let handle = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? handle.close() }
        var digest = FileDigest()
        var count = 0
        while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
            chunk.withUnsafeBytes { digest.update($0) }
            count += chunk.count
        }
        return (digest.finish(), count)
    }
}
